"""Amounts as people read them: "≤ 1 500 000 Personen" for "bis zu 1,5 Millionen Personen"."""

from __future__ import annotations

from collections import defaultdict

from wortlaut.document import Bound, Document, Quantity

_NARROW_SPACE = "\N{NARROW NO-BREAK SPACE}"
_MOST_DIGITS = 15
_SIGNS: dict[Bound, str] = {
    "exact": "",
    "more_than": ">",
    "at_least": "≥",
    "less_than": "<",
    "at_most": "≤",
    "approx": "≈",
    "range": "",
    "vague": "≥",
}


def amounts(document: Document) -> dict[str, list[str]]:
    """What is counted in each statement, by its id, in the text's order."""
    found: dict[str, list[str]] = defaultdict(list)
    for quantity in document.quantities:
        if quantity.statement is not None:
            found[quantity.statement].append(amount(quantity))
    return found


def amount(quantity: Quantity) -> str:
    """The number with a sign for its bound, and what is counted in the words of the article."""
    numbers = [_number(n) for n in (quantity.low, quantity.high) if n is not None]
    number = "–".join(dict.fromkeys(numbers))
    sign = _SIGNS[quantity.bound]
    return " ".join(filter(None, [sign, number, quantity.unit]))


def _number(value: float) -> str:
    return f"{value:,.{_MOST_DIGITS}g}".replace(",", _NARROW_SPACE)
