"""Durations and sets, and units of time that are moved from the day of publication."""

from __future__ import annotations

from wortlaut.layers.calendar import week_later, year_later, year_of_month
from wortlaut.layers.dates import day_of_week
from wortlaut.layers.time_words import (
    Context,
    Found,
    duration,
    moved,
    shifts,
    weekday_and_part,
    words,
)
from wortlaut.layers.tokens import number_of, tokens_of

_ONE = dict.fromkeys(("ein", "eine", "einen", "einem", "einer", "eines"), 1.0)
_PLURAL = frozenset(
    (
        *("jahre", "jahren", "monate", "monaten", "wochen", "tage", "tagen", "jahrzehnte"),
        *("jahrzehnten", "stunden", "minuten", "quartale", "quartalen"),
    )
)
_AGES = {
    "jährig": "Y",
    "tägig": "D",
    "wöchig": "W",
    "monatig": "M",
    "stündig": "TH",
    "minütig": "TM",
}
_DATIVE_PLURAL = frozenset(("jahren", "monaten", "wochen", "tagen", "stunden", "jahrzehnten"))
_LASTING = ("strafe", "haft", "zeit", "frist", "dauer", "bestehen", "jubiläum", "krieg", "pause")
_LENGTH_BOUNDS = frozenset(("mehr als", "weniger als", "mindestens", "höchstens", "fast", "knapp"))
_FRIDAY = 5


def shifted(context: Context, at: int) -> Found | None:
    """vergangenen Jahr, diesem Sommer, letzten Wochen, Ende nächsten Jahres."""
    first = at
    if context.low(at) in words("edge") and context.low(at + 1) in shifts():
        at += 1
    shift = shifts().get(context.low(at))
    if shift is None:
        return _joined(context, at) if first == at else None
    number = number_of(context.tokens[at + 1]) if at + 1 < len(context.tokens) else None
    vague = context.low(at + 1) in words("vague")
    name = at + 1 + (number is not None or vague)
    word = context.low(name)
    unit = words("unit").get(word)
    if unit and number is not None:
        return Found(name + 1, "DURATION", duration(number, unit))
    if unit and (vague or word in _PLURAL):
        return Found(name + 1, "DURATION", duration(None, unit))
    if unit:
        return Found(name + 1, "DATE", moved(context.day, unit, shift))
    return _shifted_name(context, name, word, shift)


def _shifted_name(context: Context, name: int, word: str, shift: int) -> Found | None:
    """The month, season, weekend or day that an adjective moves."""
    if word in words("season") and (year := year_later(context.day, shift)):
        return Found(name + 1, "DATE", f"{year}-{words('season')[word]}")
    if word == "wochenende":
        week = week_later(context.day, shift)
        return Found(name + 1, "DATE", f"{week}-WE" if week else None)
    if word == "zeit":
        reference = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[shift]
        return Found(name + 1, "DATE", reference)
    if word in words("month") and context.day.year is not None:
        month = int(words("month")[word])
        year_number = year_of_month(context.day, month) if shift else context.day.year
        return Found(name + 1, "DATE", f"{year_number:04}-{month:02}")
    if weekday_and_part(word)[0]:
        match = day_of_week(context, name)
        return match
    return None


def _joined(context: Context, at: int) -> Found | None:
    """Vorjahr, Vortag, diesjährigen."""
    word = context.low(at)
    if word.startswith("vorjahr") or word.startswith("vorjährig"):
        return Found(at + 1, "DATE", year_later(context.day, -1))
    if word.startswith("diesjährig"):
        return Found(at + 1, "DATE", year_later(context.day, 0))
    return None


def amount(context: Context, at: int) -> Found | None:
    """zwei Tage, vor drei Jahren, einige Monate."""
    word, before = context.low(at), context.low(at - 1)
    number = _ONE.get(word) or number_of(context.tokens[at])
    half = context.low(at + 1) in ("halbes", "halben", "halbe") and word in _ONE
    name = at + 1 + half
    unit = words("unit").get(context.low(name))
    if unit is None or (number is None and word not in words("vague")):
        return None
    if half:
        number = 0.5
    if before == "vor":
        return _away(context, name, unit, number, -1)
    if before == "in" and number is not None and context.speaks_of_future(at):
        return _away(context, name, unit, number, 1)
    if number is not None and context.low(name + 1) in words("earlier"):
        return _away(context, name + 1, unit, number, -1)
    return _longer(context, name + 1, duration(number, unit))


def regular(context: Context, at: int) -> Found | None:
    """jedes Jahr, pro Monat; a rate by the hour is part of a quantity."""
    word, unit = context.low(at), words("unit").get(context.low(at + 1))
    if unit is None:
        return None
    rate = word == "pro" and not unit.startswith("T")
    every = word in ("jede", "jeden", "jedes", "jeder")
    return Found(at + 2, "SET", duration(1, unit)) if rate or every else None


def indefinite(context: Context, at: int) -> Found | None:
    """seit Jahren, monatelang."""
    word = context.low(at)
    unit = words("unit").get(word)
    if unit and word in _DATIVE_PLURAL and context.low(at - 1) in ("seit", "vor", "nach", "binnen"):
        return Found(at + 1, "DURATION", duration(None, unit))
    long = next((u for stem, u in words("long").items() if word.startswith(stem)), None)
    return Found(at + 1, "DURATION", duration(None, long)) if long else None


def _longer(context: Context, last: int, value: str) -> Found:
    """zwei Jahre (und) zehn Monate; drei Jahre zuvor."""
    if context.low(last) in words("later"):
        return Found(last + 1, "DURATION", value)
    number = number_of(context.tokens[last + 1]) if last + 2 < len(context.tokens) else None
    unit = words("unit").get(context.low(last + 2))
    if context.low(last) == "und" and number is not None and unit and "T" not in value + unit:
        return Found(last + 3, "DURATION", value + duration(number, unit)[1:])
    return Found(last, "DURATION", value)


def _away(context: Context, name: int, unit: str, number: float | None, sign: int) -> Found:
    if number is None:
        return Found(name + 1, "DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    whole = int(number)
    if unit.startswith("T") or whole != number:
        return Found(name + 1, "DURATION", duration(number, unit))
    return Found(name + 1, "DATE", moved(context.day, unit, sign * whole))


def lasting(context: Context, at: int) -> Found | None:
    """45-jährige, neunjährigen, dreitägiger."""
    token = context.tokens[at]
    if token.is_digits and context.low(at + 1) == "-":
        unit = _age_unit(context.low(at + 2))
        glued = at + 2 < len(context.tokens) and context.tokens[at + 2].start == token.end + 1
        number = number_of(token)
        if unit and glued and number is not None and _is_no_age(context, at + 2):
            return Found(at + 3, "DURATION", duration(number, unit))
        return None
    for stem, unit in _AGES.items():
        head, found, _ = token.low.partition(stem)
        number = _cardinal(head) if found and head else None
        if number is not None and _is_no_age(context, at):
            return Found(at + 1, "DURATION", duration(number, unit))
    return None


def _is_no_age(context: Context, at: int) -> bool:
    """A sentence of fifteen years and not a person of that age."""
    return "jährig" not in context.low(at) or context.low(at + 1).endswith(_LASTING)


def word(context: Context, at: int) -> Found | None:
    word = context.low(at)
    if value := words("set").get(word):
        return Found(at + 1, "SET", value)
    if value := words("reference").get(word):
        return Found(at + 1, "DATE", value)
    if word == "wochenende":
        weekend = context.day.date is not None and context.day.date.isoweekday() > _FRIDAY
        ahead = weekend or context.speaks_of_future(at)
        week = week_later(context.day, 0 if ahead else -1)
        return Found(at + 1, "DATE", f"{week}-WE" if week else None)
    return None


def with_bound(context: Context, at: int) -> int:
    """Where "mehr als zehn Jahre" begins."""
    for length in (2, 1):
        phrase = " ".join(token.low for token in context.tokens[max(at - length, 0) : at])
        if at >= length and phrase in _LENGTH_BOUNDS:
            return at - length
    return at


def _age_unit(word: str) -> str | None:
    return next((unit for stem, unit in _AGES.items() if word.startswith(stem)), None)


def _cardinal(word: str) -> float | None:
    tokens = tokens_of(word)
    return number_of(tokens[0]) if len(tokens) == 1 else None
