"""Train the network: `python -m training.train --out RUN FILE...`; started again, it goes on."""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import nn

from training.batches import Batch, blanked, collate, order
from training.examples import (
    Example,
    load_articles,
    make_example,
    split,
    vary_quotation_marks,
    windows_of,
    with_actors,
    with_acts,
)
from training.losses import loss_of
from training.network import Network, load_encoder, shape_of
from training.recipe import Recipe
from training.targets import gold_targets
from training.tokenizer import build


class Average:
    """Exponential moving average of the weights, which is what gets shipped."""

    def __init__(self, network: nn.Module, decay: float) -> None:
        self.decay = decay
        self.weights = {k: v.detach().clone() for k, v in network.state_dict().items()}
        self.steps = 0

    def update(self, network: nn.Module) -> None:
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            for name, value in network.named_parameters():
                if value.requires_grad:
                    self.weights[name].lerp_(value, 1 - decay)


def parameter_groups(network: Network, recipe: Recipe) -> list[dict[str, Any]]:
    """Heads learn faster than the encoder; word vectors stay frozen unless asked otherwise."""
    network.encoder.pieces.weight.requires_grad_(recipe.learn_words)
    groups = []
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        rate = recipe.encoder_rate if name.startswith("encoder.") else recipe.head_rate
        if name.startswith("encoder.layers."):
            rate *= recipe.layer_decay ** (recipe.layers - 1 - int(name.split(".")[2]))
        elif name == "encoder.marks.weight":
            rate = recipe.head_rate
        decay = 0.0 if parameter.ndim < 2 else recipe.weight_decay
        groups.append({"params": [parameter], "lr": rate, "rate": rate, "weight_decay": decay})
    return groups


def rate_at(progress: float, warmup: float) -> float:
    """Linear warm-up, then cosine down to 2 %; `progress` from 0 to 1."""
    if progress < warmup:
        return max(progress, 0.001) / warmup
    return 0.02 + 0.49 * (1 + math.cos(math.pi * (progress - warmup) / (1 - warmup)))


class Lessons:
    """The articles of a training, shown anew in every epoch."""

    def __init__(
        self, articles: Sequence[dict[str, Any]], tokenizer: Tokenizer, recipe: Recipe
    ) -> None:
        self._articles = articles
        self._tokenizer = tokenizer
        self._recipe = recipe
        self._plain = [make_example(a, a["originalText"], tokenizer) for a in articles]

    def batches(self, rng: random.Random) -> list[Batch]:
        examples = [
            self._varied(article, plain, rng)
            for article, plain in zip(self._articles, self._plain, strict=True)
        ]
        windows = list(windows_of(examples, self._recipe.max_pieces, self._recipe.overlap))
        return [
            collate(batch, [gold_targets(piece.example, piece.window) for piece in batch])
            for batch in order(windows, self._recipe.batch_pieces, rng)
        ]

    def _varied(self, article: dict[str, Any], plain: Example, rng: random.Random) -> Example:
        text = vary_quotation_marks(article["originalText"], rng, self._recipe.style_share)
        if text == article["originalText"]:
            return plain
        return make_example(article, text, self._tokenizer)


@dataclass
class State:
    """Everything a run needs to go on after it was stopped."""

    network: Network
    optimizer: torch.optim.Optimizer
    average: Average
    epoch: int = 0

    def save(self, file: Path) -> None:
        """Write beside and rename: a run killed while writing keeps its last checkpoint."""
        torch.save(
            {
                "network": self.network.state_dict(),
                "optimizer": self.optimizer.state_dict(),
                "average": self.average.weights,
                "steps": self.average.steps,
                "epoch": self.epoch,
            },
            file.with_suffix(".tmp"),
        )
        os.replace(file.with_suffix(".tmp"), file)

    def load(self, file: Path) -> None:
        saved = torch.load(file, weights_only=True)
        self.network.load_state_dict(saved["network"])
        self.optimizer.load_state_dict(saved["optimizer"])
        self.average.weights, self.average.steps = saved["average"], saved["steps"]
        self.epoch = saved["epoch"]


def tell(line: str) -> None:
    """Print at once, also into a file."""
    print(line, flush=True)


def train(
    recipe: Recipe,
    files: Sequence[Path],
    start: Path,
    out: Path,
    trunk: Path | None = None,
    actors: Path | None = None,
    acts: Sequence[Path] = (),
    report: Callable[[str], None] = tell,
) -> Path:
    """Train on `files` from the weights in `start`; write OUT/weights.pt and OUT/recipe.json.

    `actors` is a file with the actors of some of the articles, `acts` are tables of the acts of
    statements in others. Goes on from OUT/state.pt if there is one, else from where the run in the
    folder `trunk` stopped. `report` is given a line after every epoch. Returns the path of the
    weights.
    """
    out.mkdir(parents=True, exist_ok=True)
    about = asdict(recipe) | {
        "files": [f.name for f in files],
        "trunk": trunk.name if trunk else None,
    }
    (out / "recipe.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf8")
    articles = with_acts(load_articles(files), acts)
    if actors:
        articles = with_actors(articles, actors)
    if recipe.keep_tune:
        articles, _ = split(articles)
    lessons = Lessons(articles, build(start / "tokenizer.json"), recipe)
    torch.manual_seed(recipe.seed)
    shape = shape_of(
        start,
        layers=recipe.layers,
        parts_width=recipe.parts_width,
        parts_blocks=recipe.parts_blocks,
        dropout=recipe.dropout,
    )
    network = Network(load_encoder(start, shape))
    optimizer = torch.optim.AdamW(parameter_groups(network, recipe), betas=(0.9, 0.98))
    state = State(network, optimizer, Average(network, recipe.averaging))
    begun = [folder for folder in (out, trunk) if folder and (folder / "state.pt").exists()]
    if begun:
        state.load(begun[0] / "state.pt")
    while state.epoch < (recipe.stop or recipe.epochs):
        began = time.time()
        means = run_epoch(state, lessons, recipe)
        state.save(out / "state.pt")
        losses = "  ".join(f"{name} {value:.3f}" for name, value in means.items())
        seconds = time.time() - began
        report(f"epoch {state.epoch}/{recipe.epochs}  {losses}  {seconds:.0f} s")
    torch.save({"shape": asdict(shape), "weights": state.average.weights}, out / "weights.pt")
    return out / "weights.pt"


def average(runs: Sequence[Path], out: Path) -> Path:
    """The mean of the weights of runs that branched from one trunk; written as OUT/weights.pt.

    A model soup (Wortsman et al. 2022): better than each of them, and no slower.
    """
    saved = [torch.load(run / "weights.pt", weights_only=True) for run in runs]
    names = saved[0]["weights"]
    mean = {n: torch.stack([one["weights"][n] for one in saved]).mean(0) for n in names}
    out.mkdir(parents=True, exist_ok=True)
    torch.save({"shape": saved[0]["shape"], "weights": mean}, out / "weights.pt")
    return out / "weights.pt"


def run_epoch(state: State, lessons: Lessons, recipe: Recipe) -> dict[str, float]:
    """One epoch; the mean of every loss. Random numbers depend on recipe and epoch alone."""
    rng = random.Random(f"{recipe.seed + recipe.order}-{state.epoch}")
    torch.manual_seed(rng.getrandbits(32))
    batches = lessons.batches(rng)
    means: dict[str, float] = {}
    state.network.train()
    for i, batch in enumerate(batches):
        share = rate_at((state.epoch + i / len(batches)) / recipe.epochs, recipe.warmup)
        for group in state.optimizer.param_groups:
            group["lr"] = group["rate"] * share
        losses = loss_of(state.network, blanked(batch, recipe.blank_share), recipe)
        state.optimizer.zero_grad()
        torch.stack(list(losses.values())).sum().backward()
        nn.utils.clip_grad_norm_(state.network.parameters(), recipe.clip)
        state.optimizer.step()
        state.average.update(state.network)
        for name, value in losses.items():
            means[name] = means.get(name, 0.0) + float(value.detach()) / len(batches)
    state.epoch += 1
    return means


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, help="annotated articles, JSONL")
    parser.add_argument("--start", type=Path, required=True, help="folder of the starting weights")
    parser.add_argument("--out", type=Path, required=True, help="folder of the run")
    parser.add_argument("--trunk", type=Path, help="folder of a run to go on from")
    parser.add_argument("--actors", type=Path, help="actors of some of the articles, JSONL")
    parser.add_argument("--acts", type=Path, nargs="*", default=[], help="acts of statements, TSV")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    for name, value in asdict(Recipe()).items():
        kind = (lambda v: v == "True") if isinstance(value, bool) else type(value)
        parser.add_argument(f"--{name.replace('_', '-')}", type=kind, default=value)
    given = vars(parser.parse_args())
    torch.set_num_threads(given.pop("threads"))
    names = ("files", "start", "out", "trunk", "actors", "acts")
    files, start, out, trunk, actors, acts = (given.pop(name) for name in names)
    train(Recipe(**given), files, start, out, trunk, actors, acts)


if __name__ == "__main__":
    main()
