"""`python -m benchmarks`: measure, print a table, and with --json keep the figures."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Callable, Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

import click

from benchmarks import articles, measurements
from benchmarks.figures import Figure, table


@click.command()
@click.option(
    "--articles",
    "file",
    type=click.Path(exists=True, dir_okay=False, resolve_path=True, path_type=Path),
    default=articles.SAMPLE,
    help="JSONL with `text` or `originalText` in each line. Default: 20 Wikinews articles.",
)
@click.option("--quick", is_flag=True, help="Fewer and shorter: a minute instead of half an hour.")
@click.option(
    "--json",
    "json_file",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help="Write the figures to this file, too.",
)
def main(file: Path, quick: bool, json_file: Path | None) -> None:
    """Measure speed and memory of Wortlaut on this machine and print a table."""
    figures: list[Figure] = []
    for name, measure in plan(file, quick):
        click.echo(f"measuring: {name} ...", err=True)
        figures += measure()
    here = machine()
    click.echo(", ".join(f"{name} {value}" for name, value in here.items()) + "\n")
    click.echo(table(figures))
    if json_file:
        report = {"machine": here, "figures": [asdict(figure) for figure in figures]}
        json_file.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", "utf8")


def plan(file: Path, quick: bool) -> Sequence[tuple[str, Callable[[], list[Figure]]]]:
    """Every measurement with its name, in the order of the table."""
    texts = articles.load(file)
    runs, words, stream = (3, 5_000, 500) if quick else (7, 60_000, 10_000)
    sizes = (10_000, 100_000) if quick else (10_000, 100_000, 1_000_000)
    return [
        ("starting", lambda: measurements.starting(articles.EXAMPLE, runs)),
        ("one thread", lambda: measurements.steady_state(file, threads=1, words=words)),
        ("all cores", lambda: measurements.steady_state(file, threads=0, words=words)),
        ("long articles", lambda: measurements.linearity(file, sizes)),
        (f"{stream:,} articles", lambda: measurements.streaming(texts, stream)),
    ]


def machine() -> dict[str, str]:
    """What the figures depend on, besides the code."""
    return {
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "Python": platform.python_version(),
        "onnxruntime": version("onnxruntime"),
        "wortlaut": version("wortlaut"),
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf8").splitlines()
    except OSError:  # not Linux
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


if __name__ == "__main__":
    main()
