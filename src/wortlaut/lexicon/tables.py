"""The tables of this folder: a line a row, columns parted by tabs, words of a cell by |."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of NAME.tsv; comment lines are left out."""
    text = files("wortlaut.lexicon").joinpath(f"{name}.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(tuple(line.split("\t")) for line in lines)


@cache
def words(name: str, kind: str) -> frozenset[str]:
    """All words of the rows of one kind; tables with the columns kind and words."""
    return frozenset(word for row in table(name) if row[0] == kind for word in row[1].split("|"))


@cache
def values(name: str, kind: str) -> dict[str, float]:
    """Words of one kind with their numbers; tables with the columns kind, words and value."""
    return {
        word: float(row[2]) for row in table(name) if row[0] == kind for word in row[1].split("|")
    }
