"""Run the network as trained (torch), to tune and to measure before anything is exported."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from training.batches import collate, order
from training.examples import Example, windows_of
from training.network import Encoder, Network, Shape
from training.targets import Targets
from wortlaut.encoder.labels import TYPES
from wortlaut.encoder.reading import Candidate, Reading

NO_TARGETS = Targets(np.zeros((0, len(TYPES)), dtype=np.float32), ())
NOTHING = np.zeros((0, 0), dtype=np.float32)
LOWEST_START = 0.02  # candidates below are not worth keeping, whatever the thresholds


def load_network(file: Path) -> Network:
    """The network of a finished run, from its weights.pt."""
    saved = torch.load(file, weights_only=True)
    network = Network(Encoder(Shape(**saved["shape"])))
    network.load_state_dict(saved["weights"])
    return network.eval()


@torch.inference_mode()
def read_examples(
    network: Network,
    examples: Sequence[Example],
    max_pieces: int,
    overlap: int,
    lowest: float = LOWEST_START,
) -> list[Reading]:
    """Readings of the examples, in their order."""
    found: dict[int, list[Candidate]] = {id(e): [] for e in examples}
    windows = list(windows_of(examples, max_pieces, overlap))
    for batch_windows in order(windows, 4000, random.Random(0)):
        batch = collate(batch_windows, [NO_TARGETS] * len(batch_windows))
        with torch.autocast("cpu", dtype=torch.bfloat16):
            words = network.read(batch.pieces, batch.marks, batch.lengths, batch.words).float()
            chances = torch.sigmoid(network.starts(words).float()) * batch.owned[..., None]
        rows, places, kinds = torch.nonzero(chances > lowest, as_tuple=True)
        if not len(rows):
            continue
        projected = network.parts.project(words)[rows]
        logits, media, verdicts, acts = network.parts(
            projected, words[rows, places], places, kinds, batch.word_counts[rows]
        )
        parts = torch.sigmoid(logits).numpy().astype(np.float32)
        second = torch.sigmoid(verdicts).tolist()
        media_chances = media.softmax(-1).numpy().astype(np.float32)
        for i, (row, place, kind) in enumerate(
            zip(rows.tolist(), places.tolist(), kinds.tolist(), strict=True)
        ):
            window = batch_windows[row].window
            found[id(batch_windows[row].example)].append(
                Candidate(
                    start=window.first + place,
                    kind=kind,
                    probability=float(chances[row, place, kind]),
                    verdict=second[i],
                    first=window.first,
                    parts=parts[i, : window.last - window.first],
                    media=media_chances[i],
                    acts=acts[i].numpy(),
                )
            )
    return [
        # Mentions are not needed to tune or to measure statements.
        Reading(
            e.words, tuple(sorted(found[id(e)], key=lambda c: (c.start, c.kind))), NOTHING, NOTHING
        )
        for e in examples
    ]
