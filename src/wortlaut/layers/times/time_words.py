"""What the grammars of times share: their words, where they read, and what they find."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from wortlaut.layers.times.calendar import Day, days_later, month_later, week_later, year_later
from wortlaut.layers.tokens import Token
from wortlaut.lexicon.tables import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wortlaut.document import TimeType

_ENDINGS = ("e", "en", "er", "es", "em")
ARTICLES = frozenset(("der", "die", "das", "den", "dem", "des"))


class Found(NamedTuple):
    """A time expression up to the token `last`, with its type and value."""

    last: int
    type: TimeType
    value: str | None


@dataclass(frozen=True, slots=True)
class Context:
    """A text and the day it speaks from.

    `anchor` is the day that it last spoke of, `current` the same, but not beyond the sentence that
    announced it, `spoken` the last date of any precision. `nowadays`: "heute" means these times
    and not this day; `articles`: they are part of the span.
    """

    tokens: Sequence[Token]
    text: str
    day: Day
    anchor: str | None
    current: str | None = None
    spoken: str | None = None
    nowadays: bool = False
    articles: bool = False

    def low(self, at: int) -> str:
        """The token in small letters; "" outside the text."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def is_name(self, at: int) -> bool:
        """Does a word with a capital letter stand there?"""
        return 0 <= at < len(self.tokens) and self.tokens[at].is_name

    def is_glued(self, at: int) -> bool:
        """Does a number stand there, with no blank before it?"""
        if not 0 < at < len(self.tokens) or not self.tokens[at].is_digits:
            return False
        return self.tokens[at].start == self.tokens[at - 1].end

    def year_at(self, at: int) -> int | None:
        """The year that stands there."""
        word = self.low(at)
        return (
            int(word) if word.isdecimal() and len(word) == 4 and "1000" <= word < "2100" else None
        )


@cache
def words(kind: str) -> dict[str, str]:
    """The words of one kind in the calendar's table, with their values."""
    return {w: row[2] for row in table("calendar") if row[0] == kind for w in row[1].split("|")}


@cache
def inflected(*kinds: str) -> dict[str, str]:
    """All forms of the adjectives of these kinds, with their values."""
    return {
        stem + ending: value
        for kind in kinds
        for stem, value in words(kind).items()
        for ending in _ENDINGS
    }


@cache
def shifts() -> dict[str, int]:
    """All forms of the adjectives that move a unit of time: back, on, or not at all."""
    return {form: int(value) for form, value in inflected("back", "on", "same").items()}


def weekday_and_part(word: str) -> tuple[str | None, str | None]:
    """The day of "dienstagabend" and its part."""
    if word in words("weekday"):
        return word, None
    for part, value in words("daypart").items():
        if word.endswith(part) and word.removesuffix(part) in words("weekday"):
            return word.removesuffix(part), value
    return None, None


def daypart(word: str) -> str | None:
    """The part of the day, also of "morgenstunden"."""
    return words("daypart").get(word.removesuffix("stunden"))


def unit_of(word: str) -> str | None:
    """The letter of a unit."""
    return words("unit").get(word)


def at_time(day: str | None, time: str) -> str | None:
    """2008-03-19TEV, 2008-03-19T20:30; None if the day is not known."""
    return f"{day}T{time}" if day else None


def duration(number: float | None, unit: str) -> str:
    """P3D, PT5M, P0.5Y; PXY if it is not said how many."""
    amount = "X" if number is None else f"{number:g}"
    return f"PT{amount}{unit[1:]}" if unit.startswith("T") else f"P{amount}{unit}"


def moved(day: Day, unit: str, steps: int) -> str | None:
    """The unit so many steps away from the day."""
    simple = {"Y": year_later, "M": month_later, "W": week_later, "D": days_later}
    if unit in simple:
        return simple[unit](day, steps)
    if unit == "Q":
        month = month_later(day, 3 * steps)
        return f"{month[:4]}-Q{(int(month[5:7]) + 2) // 3}" if month else None
    years = {"DE": 10, "CE": 100}.get(unit)
    year = year_later(day, steps * years) if years else None
    return year[: {"DE": 3, "CE": 2}[unit]] if year else None
