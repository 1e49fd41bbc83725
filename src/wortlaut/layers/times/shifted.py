"""Units of time that an adjective or a prefix moves from the day of publication."""

from __future__ import annotations

from wortlaut.layers.times.calendar import week_later, year_of_month
from wortlaut.layers.times.dates import nearest_year
from wortlaut.layers.times.days import day_of_week
from wortlaut.layers.times.time_words import (
    Context,
    Found,
    duration,
    moved,
    shifts,
    unit_of,
    weekday_and_part,
    words,
)
from wortlaut.layers.tokens import number_of

_PLURAL = frozenset(
    (
        *("jahre", "jahren", "monate", "monaten", "wochen", "tage", "tagen", "jahrzehnte"),
        *("jahrzehnten", "stunden", "minuten", "quartale", "quartalen"),
    )
)


def shifted(context: Context, at: int) -> Found | None:
    """vergangenen Jahr, diesem Sommer, letzten zwei Wochen, Ende nächsten Jahres."""
    first = at
    if context.low(at) in words("edge"):
        at += 1 + (context.low(at + 1) in ("der", "des"))
    shift = shifts().get(context.low(at))
    if shift is None:
        return _counted_first(context, at) if first == at else None
    number = _number(context, at + 1)
    counted = number is not None or context.low(at + 1) in words("vague")
    name = at + 1 + counted
    unit = unit_of(context.low(name))
    if unit is None:
        return _shifted_name(context, name, context.low(name), shift)
    if counted:
        return Found(name + 1, "DURATION", duration(number, unit))
    return _shifted_unit(context, name, unit, shift)


def _shifted_unit(context: Context, name: int, unit: str, shift: int) -> Found | None:
    """vergangenen Jahr; vergangenen Jahren, diesen Tagen; some time before: vergangenen Monaten."""
    plural = context.low(name) in _PLURAL
    if plural and unit == "D" and shift == 0:
        return Found(name + 1, "DATE", "PRESENT_REF")
    if plural and unit != "Y" and (some := words("somewhen").get(context.low(name - 1))):
        return Found(name + 1, "DATE", some)
    if plural:
        return Found(name + 1, "DURATION", duration(None, unit))
    if unit == "D" and context.low(name - 1).startswith("letzt"):
        return None  # the last one of some days
    return Found(name + 1, "DATE", moved(context.day, unit, shift))


def _number(context: Context, at: int) -> float | None:
    if context.low(at) == "beiden":
        return 2
    return number_of(context.tokens[at]) if at < len(context.tokens) else None


def _counted_first(context: Context, at: int) -> Found | None:
    """zwei vergangenen Jahren, ersten neun Monaten (des Jahres 2012)."""
    nth = context.low(at) in words("nth")
    number = _number(context, at + 1) if nth else _number(context, at)
    name = at + 2 if nth else at + 1
    if number is None or (not nth and context.low(at + 1) not in shifts()):
        return None
    name += not nth
    unit = unit_of(context.low(name))
    if unit is None or context.low(name) not in _PLURAL:
        return None
    return Found(name + 1 + _years_tail(context, name + 1), "DURATION", duration(number, unit))


def _years_tail(context: Context, at: int) -> int:
    """How many tokens "des Jahres 2012" takes."""
    return 3 if context.low(at + 1) == "jahres" and context.year_at(at + 2) else 0


def _shifted_name(context: Context, name: int, word: str, shift: int) -> Found | None:
    """The month, season, weekend or day that an adjective moves."""
    if word in words("season"):
        year = context.day.year
        return (
            Found(name + 1, "DATE", f"{year + shift:04}-{words('season')[word]}") if year else None
        )
    if word == "wochenende":
        week = week_later(context.day, shift)
        return Found(name + 1, "DATE", f"{week}-WE" if week else None)
    if word in words("month") and context.is_name(name) and context.day.year is not None:
        return Found(name + 1, "DATE", _month(context, name, int(words("month")[word]), shift))
    if weekday_and_part(word)[0]:
        return day_of_week(context, name)
    return None


def _month(context: Context, name: int, month: int, shift: int) -> str | None:
    """letzten November is the last one, diesen November that of this year."""
    year = context.day.year
    if shift:
        year = year_of_month(context.day, month, shift > 0)
        same = month == context.day.month
        year = year + shift * same if year else None
    if year is None:
        year = nearest_year(context, name, month)
    return f"{year:04}-{month:02}" if year else None


def joined(context: Context, at: int) -> Found | None:
    """Vorjahr, Vorwoche."""
    unit = words("moved").get(context.low(at))
    if unit is None or unit == "D":
        return None
    return Found(at + 1, "DATE", moved(context.day, unit, -1))
