"""A small run of the whole way: from articles to a model that the reader loads."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch", reason="training needs torch: pip install 'wortlaut[train]'")

from training.examples import Example, make_example, windows_of  # noqa: E402
from training.export import export  # noqa: E402  (after the check for torch)
from training.predict import load_network, read_examples  # noqa: E402
from training.recipe import Recipe  # noqa: E402
from training.tokenizer import build  # noqa: E402
from training.train import average, train  # noqa: E402
from training.tune import calibration, fit_scores, judged, samples, tune_rules  # noqa: E402
from wortlaut import Document, Reader, Settings  # noqa: E402
from wortlaut.encoder.model import EncoderConfig  # noqa: E402
from wortlaut.layers.statements.spans import PartRule  # noqa: E402
from wortlaut.layers.statements.statements import Rules  # noqa: E402
from wortlaut.reader import ModelConfig  # noqa: E402

RECIPE = Recipe(
    layers=2, epochs=2, max_pieces=128, overlap=32, parts_width=16, parts_blocks=1, keep_tune=False
)


@pytest.fixture(scope="module")
def articles(repository: Path) -> Path:
    return repository / "tests/data/quotes-sample.jsonl"


@pytest.fixture(scope="module")
def run(start: Path, articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("run")
    train(RECIPE, [articles], start, out)
    return out


@pytest.fixture(scope="module")
def examples(start: Path, sample: Sequence[dict[str, Any]]) -> list[Example]:
    tokenizer = build(start / "tokenizer.json")
    return [make_example(a, a["originalText"], tokenizer) for a in sample[:2]]


def test_a_run_keeps_its_recipe(run: Path) -> None:
    recipe = json.loads((run / "recipe.json").read_text(encoding="utf8"))
    assert recipe["files"] == ["quotes-sample.jsonl"]
    assert (recipe["layers"], recipe["seed"]) == (2, 1)


def test_the_network_learned_that_starts_are_rare(run: Path, examples: list[Example]) -> None:
    readings = read_examples(load_network(run / "weights.pt"), examples, 128, 32, lowest=0.0)
    chances = [c.probability for reading in readings for c in reading.candidates]
    assert 0 < sum(chances) / len(chances) < 0.05


def test_a_stopped_run_ends_as_one_that_was_not(
    run: Path, start: Path, articles: Path, tmp_path: Path
) -> None:
    class Stopped(Exception):
        pass

    def stop_after_one(line: str) -> None:
        raise Stopped(line)

    with pytest.raises(Stopped, match="epoch 1/2"):
        train(RECIPE, [articles], start, tmp_path, report=stop_after_one)
    train(RECIPE, [articles], start, tmp_path)
    one = torch.load(run / "weights.pt", weights_only=True)["weights"]
    other = torch.load(tmp_path / "weights.pt", weights_only=True)["weights"]
    for name, value in one.items():
        torch.testing.assert_close(other[name], value, rtol=1e-3, atol=1e-4)


def test_branches_of_one_trunk_are_averaged(start: Path, articles: Path, tmp_path: Path) -> None:
    trunk, lines = tmp_path / "trunk", list[str]()
    train(replace(RECIPE, stop=1), [articles], start, trunk, report=lines.append)
    branches = [tmp_path / "one", tmp_path / "other"]
    for number, branch in enumerate(branches, start=1):
        recipe = replace(RECIPE, order=number)
        train(recipe, [articles], start, branch, trunk=trunk, report=lines.append)
    assert [line[:9] for line in lines] == ["epoch 1/2", "epoch 2/2", "epoch 2/2"]

    def weights(file: Path) -> dict[str, Any]:
        return dict(torch.load(file, weights_only=True)["weights"])

    mean = weights(average(branches, tmp_path / "soup"))
    one, other = (weights(branch / "weights.pt") for branch in branches)
    assert any((one[name] != other[name]).any() for name in one)
    for name, value in mean.items():
        torch.testing.assert_close(value, (one[name] + other[name]) / 2)


def test_what_was_trained_can_be_tuned_exported_and_read_with(
    run: Path,
    start: Path,
    examples: list[Example],
    sample: Sequence[dict[str, Any]],
    tmp_path: Path,
) -> None:
    network, tokenizer = load_network(run / "weights.pt"), build(start / "tokenizer.json")
    # So small a network is sure of nothing: its twenty likeliest starts are taken.
    everything = read_examples(network, examples, 128, 32, lowest=0.0)
    lowest = sorted(c.probability for r in everything for c in r.candidates)[-20]
    data = samples(examples, read_examples(network, examples, 128, 32, lowest=lowest))
    unsure = Rules(starts=(lowest,) * 5, parts=(PartRule(least=0.0),) * 5)
    assert tune_rules(data, unsure, rounds=1)
    judgements = judged(data, unsure)
    error, bins = calibration([(0.5, right) for _, right in judgements])
    assert 0 <= error <= 1
    assert sum(count for _, _, count in bins) == len(judgements)

    encoder = EncoderConfig(max_pieces=128, overlap=32, lowest_start=lowest)
    config = ModelConfig("tiny", "0", encoder, unsure, fit_scores(judgements))
    export(network, tokenizer, config, tmp_path, windows_of(examples, 128, 32))
    reader = Reader.load(Settings(threads=1), folder=tmp_path)
    for outcome in reader.read_many(a["originalText"] for a in sample[:3]):
        assert isinstance(outcome, Document)
        outcome.check()
