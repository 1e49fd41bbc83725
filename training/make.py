"""From data to shipped files in one command: `python -m training.make`.

1. The network is trained; one article in twelve is kept from it. After the first epochs the
   training branches, and the mean of the branches is taken.
2. Export to int8 ONNX; then, with the files as they ship, rules and scores are tuned on the
   articles that were kept.
3. Measured on dev, if it is there. Dev has no part in steps 1 and 2.

The training goes on where it was stopped. `--variant nc` makes the variant for research, from
the human annotation (CC BY-NC-SA) instead of the open one.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from training.examples import load_articles, make_example, split, windows_of
from training.export import export, write_config
from training.measure import Figures, measure_documents
from training.network import Network
from training.plot import calibration_plot
from training.predict import load_network
from training.recipe import Recipe
from training.tokenizer import build
from training.train import average, tell, train
from training.tune import (
    FIRST_RULES,
    Sample,
    calibration,
    fit_scores,
    judged,
    samples,
    tune_rules,
    widened,
)
from wortlaut import Article, Document, Reader, Settings, __version__
from wortlaut.encoder.model import MODEL_FOLDER, Encoder, EncoderConfig
from wortlaut.layers.actors.mentions import PairRule
from wortlaut.layers.statements.scores import ScoreRule, scores
from wortlaut.reader import ModelConfig

SHARED = Path(__file__).parent.parent.parent / "shared"
WRITTEN = Path(__file__).parent / "written"
ACTS_FOLDER = Path(__file__).parent / "acts"
RECIPE = Recipe(epochs=7, seed=3, layer_decay=0.9, acts_weight=2.0)
TRUNK_EPOCHS = 3
SMOOTHING_STEP = 16  # every so many-th training article shows how large activations get
LOWEST_START = 0.15  # a start that is less likely gets no second look
MENTION_EDGE = 0.3  # probability from which a word is taken for an edge of a mention


ORDERS = (1, 2)  # a branch each: other orders of the same articles, averaged in the end


@dataclass(frozen=True)
class Variant:
    """Which annotation is learned from; its licence is that of the weights.

    `files` are in the data folder; the articles in training/written come to them later.
    """

    name: str
    files: tuple[str, ...]
    actors: str | None = None


ACTORS = "meaning/wikinews-train.jsonl"  # of 156 articles; open, as far as actors go
VARIANTS = {
    "open": Variant("wortlaut-open", ("open-wikinews.jsonl", "open-press.jsonl"), ACTORS),
    "nc": Variant("wortlaut-nc", ("train.jsonl", "nc-newspapers.jsonl"), ACTORS),
}


def written_files() -> list[Path]:
    """Articles of our own, marked up as training.marked says."""
    return sorted(WRITTEN.glob("*.txt"))


def acts_files() -> list[Path]:
    """Acts of the statements in open-press, annotated for this project."""
    return sorted(ACTS_FOLDER.glob("*.tsv"))


def train_variant(
    variant: Variant,
    data: Path,
    start: Path,
    runs: Path,
    recipe: Recipe = RECIPE,
    written: Sequence[Path] | None = None,
) -> Path:
    """The weights. `written` articles (by default all) come to the annotated ones after the trunk.
    Takes about two hours on two cores."""
    files = [data / name for name in variant.files]
    actors = data.parent / variant.actors if variant.actors else None
    acts = acts_files()
    trunk = runs / f"{variant.name}-trunk"
    train(replace(recipe, stop=TRUNK_EPOCHS), files, start, trunk, None, actors, acts)
    files += written_files() if written is None else written
    folders = []
    for order in ORDERS:
        folders.append(runs / f"{variant.name}-branch-{order}")
        train(replace(recipe, order=order), files, start, folders[-1], trunk, actors, acts)
    return average(folders, runs / variant.name)


def ship(variant: Variant, weights: Path, data: Path, start: Path, out: Path) -> None:
    """Export `weights` into `out` and tune on the articles kept for that."""
    tokenizer = build(start / "tokenizer.json")
    encoder = EncoderConfig(RECIPE.max_pieces, RECIPE.overlap, LOWEST_START)
    network = load_network(weights)
    pairs = pair_rule(network)
    config = ModelConfig(variant.name, __version__, encoder, FIRST_RULES, ScoreRule(), pairs)
    files = [data / name for name in variant.files]
    articles, _ = split(load_articles(files))
    seen = [make_example(a, a["originalText"], tokenizer) for a in articles[::SMOOTHING_STEP]]
    windows = windows_of(seen, RECIPE.max_pieces, RECIPE.overlap)
    export(network, tokenizer, config, out, windows)
    tune = kept_samples(variant, data, out, encoder)
    rules = tune_rules(tune, FIRST_RULES)
    score = fit_scores(judged(tune, widened(rules)))
    write_config(ModelConfig(variant.name, __version__, encoder, rules, score, pairs), out)
    tell(f"rules {rules}\nscores {score}")


def pair_rule(network: Network) -> PairRule:
    """What mentions are compared by, out of the weights."""
    distance = network.mentions.distance.weight.detach()[:, 0].tolist()
    return PairRule(MENTION_EDGE, tuple(round(value, 4) for value in distance))


def kept_samples(variant: Variant, data: Path, model: Path, config: EncoderConfig) -> list[Sample]:
    """The tuning part of all articles, as the shipped files read them."""
    _, kept = split(load_articles([*(data / name for name in variant.files), *written_files()]))
    return read_samples(kept, model, config)


def read_samples(articles: Sequence[dict], model: Path, config: EncoderConfig) -> list[Sample]:  # type: ignore[type-arg]
    encoder = Encoder(model, config, threads=0)
    tokenizer = build(model / "tokenizer.json")
    texts = [a["originalText"] for a in articles]
    examples = [make_example(a, t, tokenizer) for a, t in zip(articles, texts, strict=True)]
    return samples(examples, encoder.read(texts))


@dataclass(frozen=True)
class Evaluation:
    """Figures on dev, and how the scores compare with what is right there."""

    figures: Figures
    calibration_error: float
    bins: list[tuple[float, float, int]]


def evaluate(model: Path, dev: Path) -> Evaluation:
    """What the files in `model` reach on the annotated articles in `dev`."""
    articles = load_articles([dev])
    reader = Reader.load(Settings(any_language=True), folder=model)
    given = [Article(id=a["documentName"], text=a["originalText"]) for a in articles]
    documents = [d for d in reader.read_many(given) if isinstance(d, Document)]
    data = read_samples(articles, model, reader.config.encoder)
    judgements = judged(data, reader.config.statements)
    given_scores = scores([f for f, _ in judgements], reader.config.scores)
    right = [r for _, r in judgements]
    error, bins = calibration(list(zip(given_scores, right, strict=True)))
    return Evaluation(measure_documents(articles, documents), error, bins)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--variant", choices=VARIANTS, default="open")
    parser.add_argument("--data", type=Path, default=SHARED / "data/quotes")
    parser.add_argument("--start", type=Path, default=SHARED / "encoder")
    parser.add_argument("--runs", type=Path, default=Path("runs"), help="checkpoints and logs")
    parser.add_argument("--out", type=Path, default=MODEL_FOLDER, help="folder of the model")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    variant = VARIANTS[given.variant]
    weights = train_variant(variant, given.data, given.start, given.runs)
    ship(variant, weights, given.data, given.start, given.out)
    if (dev := given.data / "dev.jsonl").is_file():
        done = evaluate(given.out, dev)
        tell(f"dev: {done.figures}  calibration error {done.calibration_error:.4f}")
        summary = {"f1": done.figures.f1, "calibration_error": done.calibration_error}
        report = json.dumps(summary, indent=1) + "\n"
        (given.runs / f"{variant.name}.json").write_text(report, encoding="utf8")
        plot = calibration_plot(done.bins, done.calibration_error)
        (given.runs / f"{variant.name}-calibration.svg").write_text(plot, encoding="utf8")


if __name__ == "__main__":
    main()
