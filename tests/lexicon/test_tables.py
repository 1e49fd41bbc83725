"""The tables of words are well-formed."""

from __future__ import annotations

import pytest

from wortlaut.document import Bound
from wortlaut.lexicon.tables import table, values, words


@pytest.mark.parametrize("name", ["amounts", "bounds", "calendar", "units"])
def test_every_row_has_its_columns_and_no_word_stands_twice(name: str) -> None:
    rows = table(name)
    assert len({len(row) for row in rows}) == 1
    seen = [(row[0], word) for row in rows for word in row[1].split("|")]
    assert len(seen) == len(set(seen))
    assert all(word == word.strip().lower() and word for _, word in seen)


def test_bounds_are_those_of_the_format() -> None:
    assert {row[0] for row in table("bounds")} <= set(Bound.__args__)  # type: ignore[attr-defined]


def test_a_kind_is_looked_up() -> None:
    assert "september" in words("units", "month")
    assert values("amounts", "scale")["mrd"] == 1e9
