"""The model's files and one pass of it over texts.

Two graphs run after each other: `encoder.onnx` reads a window of word pieces and says where
statements may start; `parts.onnx` reads, for each such start, which words belong to which part of
the statement. Each window is run alone: numbers are rounded to eight bits by the largest of a run,
so that windows run together would change each other's results; and one window is what fits the
processor's caches. Several windows run at the same time, one a thread.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from wortlaut.encoder.labels import EDGES
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


class Encoder:
    """Loaded once, used for many texts. Not to be shared between threads: it has its own."""

    def __init__(self, folder: Path, config: EncoderConfig, threads: int) -> None:
        """Load the files in `folder`; `threads` 0 takes all cores. Raises ModelError."""
        self._config = config
        self._tokenizer = _load(folder / "tokenizer.json", lambda f: Tokenizer.from_file(str(f)))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3

        def session(file: Path) -> Any:
            return onnxruntime.InferenceSession(
                str(file),
                options,
                providers=["CPUExecutionProvider"],
                # The fused kernel takes twice the time of the two that it replaces.
                disabled_optimizers=["SkipLayerNormFusion"],
            )

        self._encoder = _load(folder / "encoder.onnx", session)
        self._parts = _load(folder / "parts.onnx", session)
        self._threads = ThreadPoolExecutor(threads or os.cpu_count(), "wortlaut")
        self.seconds = 0.0
        """Processor time spent inside onnxruntime so far, all threads together."""

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """One reading a text, in order. Any text will do, the empty one included."""
        words = [read_words(text, self._tokenizer) for text in texts]
        windows = [
            (i, window)
            for i, table in enumerate(words)
            for window in cut(table, self._config.max_pieces, self._config.overlap)
        ]
        found: list[list[Reading]] = [[] for _ in texts]
        read = self._threads.map(lambda w: self._read_window(words[w[0]], w[1]), windows)
        for (i, _), (reading, seconds) in zip(windows, read, strict=True):
            found[i].append(reading)
            self.seconds += seconds
        return [joined(table, parts) for table, parts in zip(words, found, strict=True)]

    def _read_window(self, words: Words, window: Window) -> tuple[Reading, float]:
        """What is read of the words that the window owns, and the seconds spent in the model."""
        began = time.thread_time()
        outputs = self._encoder.run(None, _feed(words, window))
        vectors, projected, logits, mentions, pairs = outputs
        seconds = time.thread_time() - began
        owned = slice(window.owned_first - window.first, window.owned_last - window.first)
        candidates, more = self._read_starts(window, vectors, projected, logits)
        reading = Reading(words, candidates, _chances(mentions[0, owned]), pairs[0, owned])
        return reading, seconds + more

    def _read_starts(
        self,
        window: Window,
        vectors: NDArray[np.float32],
        projected: NDArray[np.float32],
        logits: NDArray[np.float32],
    ) -> tuple[tuple[Candidate, ...], float]:
        """Candidates that start in what the window owns, and the seconds spent in the model."""
        owned = slice(window.owned_first - window.first, window.owned_last - window.first)
        chances = 1 / (1 + np.exp(-logits[0, owned]))
        starts, kinds = np.nonzero(chances > self._config.lowest_start)
        if not len(starts):
            return (), 0.0
        places = starts + owned.start
        rows = np.zeros_like(places)
        feed = {
            "projected": projected[rows],
            "start": vectors[0, places],
            "place": places,
            "kind": kinds,
        }
        began = time.thread_time()
        parts, media, verdicts, acts = self._parts.run(None, feed)
        seconds = time.thread_time() - began
        candidates = tuple(
            Candidate(
                start=window.first + place,
                kind=kind,
                probability=float(chances[start, kind]),
                verdict=float(verdicts[i]),
                first=window.first,
                parts=parts[i],
                media=media[i],
                acts=acts[i],
            )
            for i, (start, place, kind) in enumerate(
                zip(starts.tolist(), places.tolist(), kinds.tolist(), strict=True)
            )
        )
        return candidates, seconds


def joined(words: Words, windows: Sequence[Reading]) -> Reading:
    """The reading of a whole text from those of its windows, in order."""
    if not windows:
        nothing = np.zeros((0, 0), dtype=np.float32)
        return Reading(words, (), nothing, nothing)
    return Reading(
        words,
        tuple(candidate for window in windows for candidate in window.candidates),
        np.concatenate([window.mentions for window in windows]),
        np.concatenate([window.pairs for window in windows]),
    )


def _chances(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Edges each alone, kinds against each other."""
    edges, kinds = logits[:, : len(EDGES)], logits[:, len(EDGES) :]
    raised = np.exp(kinds - kinds.max(1, keepdims=True))
    return np.hstack([1 / (1 + np.exp(-edges)), raised / raised.sum(1, keepdims=True)])


def _feed(words: Words, window: Window) -> dict[str, NDArray[Any]]:
    """The encoder's input: a batch of one window, BEGIN before and END after its pieces."""
    low, high = words.pieces[window.first], words.pieces[window.last]
    pieces = np.array([[BEGIN, *words.piece_ids[low:high], END]], dtype=np.int64)
    first = (words.pieces[window.first : window.last] - low + 1).astype(np.int64)
    marks = np.zeros_like(pieces)
    marks[0, first] = words.marks[window.first : window.last]
    return {"pieces": pieces, "marks": marks, "words": first[np.newaxis]}


def _load(file: Path, loader: Any) -> Any:
    if not file.is_file():
        raise ModelError(str(file), "the model's file is missing", "install wortlaut again")
    try:
        return loader(file)
    except Exception as error:  # both libraries raise bare Exceptions for a broken file
        raise ModelError(
            str(file), f"cannot be loaded: {error}", "install wortlaut again"
        ) from error
