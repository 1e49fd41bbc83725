"""What is measured from inside, each in a process of its own, printed as one line of JSON.

`python -m benchmarks.inside steady ARTICLES.jsonl THREADS WORDS`: many articles, a warm model.
`python -m benchmarks.inside lengths ARTICLES.jsonl CHARACTERS...`: one article of each length.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks import articles
from benchmarks.measurements import Steady
from wortlaut import InputError, Reader, Settings


def steady(texts: Sequence[str], threads: int, words: int) -> Steady:
    """Read at least so many words with `threads` threads; 0 takes all cores."""
    reader = Reader.load(Settings(threads=threads))
    read_all(reader, articles.until_words(texts, words // 10))
    chosen = articles.until_words(texts, words)
    wall, cpu, model = time.perf_counter(), time.process_time(), reader.seconds_in_model
    read_all(reader, chosen)
    return Steady(
        words=articles.count_words(chosen),
        wall_seconds=time.perf_counter() - wall,
        cpu_seconds=time.process_time() - cpu,
        model_seconds=reader.seconds_in_model - model,
    )


def lengths(texts: Sequence[str], sizes: Sequence[int]) -> list[float]:
    """Processor seconds on one thread for one article of each of these sizes, in characters."""
    reader = Reader.load(Settings(threads=1, max_characters=max(sizes)))
    reader.read(articles.of_length(texts, min(sizes)))
    seconds = []
    for size in sizes:
        text = articles.of_length(texts, size)
        began = time.process_time()
        reader.read(text)
        seconds.append(time.process_time() - began)
    return seconds


def read_all(reader: Reader, texts: Sequence[str]) -> None:
    """Raises the first InputError: an article that is refused would look fast."""
    for outcome in reader.read_many(texts):
        if isinstance(outcome, InputError):
            raise outcome


def main(job: str, file: str, *numbers: str) -> None:
    texts = articles.load(Path(file))
    if job == "steady":
        threads, words = map(int, numbers)
        print(json.dumps(asdict(steady(texts, threads, words))))
    elif job == "lengths":
        print(json.dumps(lengths(texts, [int(number) for number in numbers])))
    else:
        raise ValueError(f"{job}: no such job")


if __name__ == "__main__":
    main(*sys.argv[1:])
