"""One pass of the model over texts."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import numpy as np
import pytest

from wortlaut import ModelError
from wortlaut.encoder.labels import MEDIA, PARTS
from wortlaut.encoder.model import MODEL_FOLDER, Encoder
from wortlaut.encoder.reading import Reading
from wortlaut.reader import ModelConfig

CONFIG = msgspec.json.decode((MODEL_FOLDER / "config.json").read_bytes(), type=ModelConfig).encoder
SHORT = "„Wir müssen sparen“, sagte der Minister."
LONG = "Der Minister sagte, er wisse von nichts. Die Opposition wies das zurück. " * 60


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(MODEL_FOLDER, CONFIG, threads=2)


def starts(reading: Reading) -> list[tuple[int, int, float]]:
    return [(c.start, c.kind, c.probability) for c in reading.candidates]


def test_a_candidate_says_where_and_with_which_parts(encoder: Encoder) -> None:
    (reading,) = encoder.read([SHORT])
    best = max(reading.candidates, key=lambda c: c.probability)
    assert best.start == 0
    assert best.parts.shape == (len(reading.words), len(PARTS))
    assert best.media.shape == (len(MEDIA),)
    assert best.media.sum() == pytest.approx(1, abs=1e-4)
    assert ((best.parts >= 0) & (best.parts <= 1)).all()


def test_nothing_to_read(encoder: Encoder) -> None:
    assert encoder.read([]) == []
    assert [len(r.candidates) for r in encoder.read(["", " \n"])] == [0, 0]


def test_company_and_threads_change_nothing(encoder: Encoder) -> None:
    alone = encoder.read([SHORT])[0]
    together = encoder.read([LONG, SHORT, LONG])
    single = Encoder(MODEL_FOLDER, CONFIG, threads=1).read([LONG])[0]
    assert starts(alone) == starts(together[1])
    assert starts(single) == starts(together[0]) == starts(together[2])


def test_candidates_of_a_long_text_are_in_order_and_within_their_windows(encoder: Encoder) -> None:
    (reading,) = encoder.read([LONG])
    places = [c.start for c in reading.candidates]
    assert places == sorted(places)
    assert max(places) > 0.9 * len(reading.words)
    for candidate in reading.candidates:
        assert candidate.first <= candidate.start < candidate.first + len(candidate.parts)
        assert candidate.first + len(candidate.parts) <= len(reading.words)


def test_time_in_the_model_is_counted(encoder: Encoder) -> None:
    before = encoder.seconds
    encoder.read([SHORT])
    assert encoder.seconds > before


@pytest.mark.parametrize("name", ["encoder.onnx", "parts.onnx", "tokenizer.json"])
def test_a_missing_or_broken_file_is_named(name: str, tmp_path: Path) -> None:
    for file in MODEL_FOLDER.iterdir():
        if file.is_file():
            shutil.copy(file, tmp_path)
    (tmp_path / name).write_bytes(b"{}")
    with pytest.raises(ModelError, match=rf"{name}: cannot be loaded: .*; install wortlaut again"):
        Encoder(tmp_path, CONFIG, threads=1)
    (tmp_path / name).unlink()
    with pytest.raises(ModelError, match=rf"{name}: the model's file is missing"):
        Encoder(tmp_path, CONFIG, threads=1)


def test_readings_are_plain_numbers(encoder: Encoder) -> None:
    (reading,) = encoder.read([SHORT])
    assert reading.words.spans.dtype == np.int32
    assert all(type(c.start) is int and type(c.probability) is float for c in reading.candidates)
