"""What is measured, and how. Every measurement is a process of its own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks import articles
from benchmarks.figures import Figure
from benchmarks.processes import ask_python, measure_python

_TIMED_IMPORT = """
import time
began = time.perf_counter()
import wortlaut
print(time.perf_counter() - began)
"""


@dataclass(frozen=True, slots=True)
class Steady:
    """What reading so many words took with a warm model (benchmarks/inside.py).

    `model_seconds` is the part of `cpu_seconds` that went by inside onnxruntime.
    """

    words: int
    wall_seconds: float
    cpu_seconds: float
    model_seconds: float


def starting(article: Path, runs: int) -> list[Figure]:
    """From the shell to the end of the first article; the median of so many runs."""
    group = f"Starting (median of {runs})"
    command = ("-m", "wortlaut", "read", "--format", "json", str(article))
    measure_python(*command)  # fills the disk cache
    imports = [float(ask_python("-c", _TIMED_IMPORT)) for _ in range(runs)]
    reads = [measure_python(*command) for _ in range(runs)]
    wall, cpu = (r.wall_seconds for r in reads), (r.cpu_seconds for r in reads)
    peak = median(r.peak_megabytes for r in reads)
    return [
        Figure(group, "import wortlaut", median(imports), "s", at_most=0.2),
        Figure(group, "first article from the shell", median(wall), "s", at_most=1.5),
        Figure(group, "  on the processor", median(cpu), "s"),
        Figure(group, "  peak memory", peak, "MB", at_most=400),
    ]


def steady_state(file: Path, threads: int, words: int) -> list[Figure]:
    """Many articles read with a warm model."""
    on = "one thread" if threads == 1 else "all cores"
    run = Steady(
        **ask_python("-m", "benchmarks.inside", "steady", str(file), f"{threads}", f"{words}")
    )
    group = f"Steady state, {on} ({run.words:,} words)"
    rest = run.cpu_seconds - run.model_seconds
    per_words = 1e6 / run.words  # seconds to milliseconds a thousand words
    promise = 2000 if threads == 1 else None
    return [
        Figure(group, "words", run.words / run.cpu_seconds, "a second of CPU", at_least=promise),
        Figure(group, "words", run.words / run.wall_seconds, "a second"),
        Figure(group, "onnxruntime", run.model_seconds * per_words, "ms of CPU a 1,000 words"),
        Figure(group, "all the rest", rest * per_words, "ms of CPU a 1,000 words"),
        Figure(
            group,
            "all the rest, in percent of onnxruntime",
            100 * rest / run.model_seconds,
            "%",
            at_most=15 if threads == 1 else None,  # waiting threads spin, which hides the rest
        ),
    ]


def streaming(texts: Sequence[str], count: int) -> list[Figure]:
    """So many articles through `wortlaut read`, from standard input to JSONL."""
    group = f"A stream of {count:,} articles through the shell"
    with TemporaryDirectory() as folder:
        stream = Path(folder, "articles.jsonl")
        with stream.open("w", encoding="utf8") as lines:
            for i, text in enumerate(articles.repeated(texts, count)):
                lines.write(json.dumps({"id": f"{i}", "text": text}) + "\n")
        run = measure_python("-m", "wortlaut", "read", "--format", "jsonl", "-", stdin=stream)
    words = articles.count_words(list(articles.repeated(texts, count)))
    return [
        Figure(group, "peak memory", run.peak_megabytes, "MB", at_most=700),
        Figure(group, "words", words / run.cpu_seconds, "a second of CPU"),
        Figure(group, "words", words / run.wall_seconds, "a second"),
    ]


def linearity(file: Path, sizes: Sequence[int]) -> list[Figure]:
    """Time per character must not grow with an article's length."""
    group = "One long article, one thread"
    numbers = [str(size) for size in sizes]
    seconds = ask_python("-m", "benchmarks.inside", "lengths", str(file), *numbers)
    costs = [1e6 * s / size for s, size in zip(seconds, sizes, strict=True)]
    figures = [
        Figure(group, f"{size:,} characters", cost, "µs of CPU a character")
        for size, cost in zip(sizes, costs, strict=True)
    ]
    ratio = costs[-1] / costs[0]
    return [*figures, Figure(group, "longest to shortest", ratio, "times", at_most=1.2)]
