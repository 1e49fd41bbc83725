"""The articles that are read for measuring: real ones, repeated until there are enough."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "tests/data/quotes-sample.jsonl"
EXAMPLE = ROOT / "examples/festnahme-weissrussischer-oppositioneller.txt"


def load(file: Path) -> list[str]:
    """The texts of a JSONL file: `text` of each line, or `originalText`. Raises if it has none."""
    with file.open(encoding="utf8") as lines:
        articles = [json.loads(line) for line in lines if line.strip()]
    texts = [
        article["text"] if "text" in article else article["originalText"] for article in articles
    ]
    if not any(text.split() for text in texts):
        raise ValueError(f"{file}: no articles")
    return texts


def repeated(texts: Sequence[str], count: int) -> Iterator[str]:
    """`count` articles: the first after the last."""
    return islice(cycle(texts), count)


def until_words(texts: Sequence[str], words: int) -> list[str]:
    """The fewest articles, the first after the last, that have at least so many words."""
    chosen: list[str] = []
    for text in cycle(texts):
        if words <= 0:
            break
        chosen.append(text)
        words -= count_words([text])
    return chosen


def of_length(texts: Sequence[str], characters: int) -> str:
    """One article of exactly so many characters: whole articles, each a paragraph further."""
    pieces: list[str] = []
    missing = characters
    for text in cycle(texts):
        if missing <= 0:
            break
        pieces.append(text + "\n\n")
        missing -= len(pieces[-1])
    return "".join(pieces)[:characters]


def count_words(texts: Sequence[str]) -> int:
    """Words as people count them: what stands between white space."""
    return sum(len(text.split()) for text in texts)
