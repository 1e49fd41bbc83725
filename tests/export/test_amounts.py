"""Amounts as people read them."""

from __future__ import annotations

import pytest

from wortlaut import Document, Quantity
from wortlaut.document import Bound, Model
from wortlaut.export.amounts import amount, amounts


@pytest.mark.parametrize(
    ("low", "high", "bound", "shown"),
    [
        (None, 1_500_000.0, "at_most", "≤ 1\u202f500\u202f000 Personen"),
        (200_000.0, None, "vague", "≥ 200\u202f000 Personen"),
        (20.0, 30.0, "range", "20–30 Personen"),
        (2.5, 2.5, "exact", "2.5 Personen"),
        (400.0, 400.0, "approx", "≈ 400 Personen"),
    ],
)
def test_a_number_and_how_far_it_holds(
    low: float | None, high: float | None, bound: Bound, shown: str
) -> None:
    assert amount(Quantity((0, 1), low, high, bound, "Personen")) == shown


def test_each_statement_has_its_own() -> None:
    found = (
        Quantity((0, 1), 1, 1, "exact", "Hut", statement="s1"),
        Quantity((1, 2), 2, 2, "exact", "Schuhe", statement=None),
        Quantity((2, 3), 3, 3, "exact", "Hemden", statement="s1"),
    )
    document = Document(id="a", text="abc", model=Model("m", "1"), quantities=found)
    assert dict(amounts(document)) == {"s1": ["1 Hut", "3 Hemden"]}
