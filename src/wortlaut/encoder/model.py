"""The model's files and one pass of it over texts.

Two graphs run after each other: `encoder.onnx` reads windows of word pieces and says where
statements may start; `parts.onnx` reads, for each such start, which words belong to which part of
the statement. Windows of like length are run together, few at a time, so that what they need
stays in the processor's caches.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from wortlaut.encoder.reading import Candidate, Reading
from wortlaut.encoder.windows import Window, cut
from wortlaut.encoder.words import Words, read_words
from wortlaut.errors import ModelError

if TYPE_CHECKING:
    from numpy.typing import NDArray

BEGIN, PAD, END = 0, 1, 2  # special pieces of the tokenizer
MODEL_FOLDER = Path(__file__).parent.parent / "model"


class EncoderConfig(msgspec.Struct, frozen=True):
    """What the encoder needs to know besides its weights; a part of model/config.json."""

    max_pieces: int
    overlap: int
    lowest_start: float


@dataclass(frozen=True, slots=True)
class _Place:
    """A window of one of the texts that are read together."""

    text: int
    window: Window
    pieces: int


class Encoder:
    """Loaded once, used for many texts. Not to be shared between threads."""

    def __init__(self, folder: Path, config: EncoderConfig, threads: int) -> None:
        """Load the files in `folder`; `threads` 0 takes all cores. Raises ModelError."""
        self._config = config
        self._tokenizer = _load(folder / "tokenizer.json", lambda f: Tokenizer.from_file(str(f)))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # The arena keeps the peak of every shape it has seen; articles differ too much for that.
        options.enable_cpu_mem_arena = False

        def session(file: Path) -> Any:
            return onnxruntime.InferenceSession(
                str(file), options, providers=["CPUExecutionProvider"]
            )

        self._encoder = _load(folder / "encoder.onnx", session)
        self._parts = _load(folder / "parts.onnx", session)
        self.seconds = 0.0
        """Processor time spent inside onnxruntime so far, all threads together."""

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """One reading a text, in order. Any text will do, the empty one included."""
        words = [read_words(text, self._tokenizer) for text in texts]
        places = [
            _Place(i, window, int(table.pieces[window.last] - table.pieces[window.first]))
            for i, table in enumerate(words)
            for window in cut(table, self._config.max_pieces, self._config.overlap)
        ]
        candidates: list[list[Candidate]] = [[] for _ in texts]
        for batch in _batches(places):
            for place, candidate in self._read_windows(batch, words):
                candidates[place.text].append(candidate)
        return [
            Reading(table, tuple(sorted(found, key=lambda c: (c.start, c.kind))))
            for table, found in zip(words, candidates, strict=True)
        ]

    def _read_windows(
        self, places: Sequence[_Place], words: Sequence[Words]
    ) -> list[tuple[_Place, Candidate]]:
        feed = _pad([words[p.text] for p in places], places)
        vectors, projected, logits = self._run(self._encoder, feed)
        chances = 1 / (1 + np.exp(-logits))
        owned = np.zeros(logits.shape[:2], dtype=bool)
        for i, place in enumerate(places):
            window = place.window
            owned[i, window.owned_first - window.first : window.owned_last - window.first] = True
        rows, starts, kinds = np.nonzero(
            (chances > self._config.lowest_start) & owned[:, :, np.newaxis]
        )
        if not len(rows):
            return []
        lengths = np.array([p.window.last - p.window.first for p in places], dtype=np.int32)
        parts, media = self._run(
            self._parts,
            {
                "projected": projected[rows],
                "start": vectors[rows, starts],
                "place": starts,
                "kind": kinds,
                "lengths": lengths[rows],
            },
        )
        return [
            (
                places[row],
                Candidate(
                    start=places[row].window.first + start,
                    kind=kind,
                    probability=float(chances[row, start, kind]),
                    first=places[row].window.first,
                    parts=parts[i, : lengths[row]],
                    media=media[i],
                ),
            )
            for i, (row, start, kind) in enumerate(
                zip(rows.tolist(), starts.tolist(), kinds.tolist(), strict=True)
            )
        ]

    def _run(self, session: Any, feed: dict[str, NDArray[Any]]) -> list[NDArray[np.float32]]:
        before = time.process_time()
        outputs: list[NDArray[np.float32]] = session.run(None, feed)
        self.seconds += time.process_time() - before
        return outputs


def _load(file: Path, loader: Any) -> Any:
    if not file.is_file():
        raise ModelError(str(file), "the model's file is missing", "install wortlaut again")
    try:
        return loader(file)
    except Exception as error:  # both libraries raise bare Exceptions for a broken file
        raise ModelError(
            str(file), f"cannot be loaded: {error}", "install wortlaut again"
        ) from error


BATCH_PIECES = 1024  # measured: larger batches leave the second-level cache and are slower


def _batches(places: Sequence[_Place]) -> list[list[_Place]]:
    """Windows of like length together, padded to at most BATCH_PIECES pieces."""
    batches: list[list[_Place]] = []
    for place in sorted(places, key=lambda p: -p.pieces):
        # The first of a batch is its longest, so it says what all others are padded to.
        if batches and batches[-1][0].pieces * (len(batches[-1]) + 1) <= BATCH_PIECES:
            batches[-1].append(place)
        else:
            batches.append([place])
    return batches


def _pad(tables: Sequence[Words], places: Sequence[_Place]) -> dict[str, NDArray[Any]]:
    """The encoder's input: one row a window, with BEGIN before and END after its pieces."""
    size = max(p.pieces for p in places) + 2
    count = max(p.window.last - p.window.first for p in places)
    pieces = np.full((len(places), size), PAD, dtype=np.int64)
    marks = np.zeros_like(pieces)
    words = np.zeros((len(places), count), dtype=np.int64)
    for i, (table, place) in enumerate(zip(tables, places, strict=True)):
        window = place.window
        low, high = table.pieces[window.first], table.pieces[window.last]
        pieces[i, 0], pieces[i, 1 + place.pieces] = BEGIN, END
        pieces[i, 1 : 1 + place.pieces] = table.piece_ids[low:high]
        first = table.pieces[window.first : window.last] - low + 1
        words[i, : len(first)] = first
        marks[i, first] = table.marks[window.first : window.last]
    lengths = np.array([p.pieces + 2 for p in places], dtype=np.int32)
    return {"pieces": pieces, "marks": marks, "lengths": lengths, "words": words}
