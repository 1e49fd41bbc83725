"""Times of day: by the clock, or after a date."""

from __future__ import annotations

import re

from wortlaut.layers.times.calendar import weekday
from wortlaut.layers.times.time_words import (
    Context,
    Found,
    at_time,
    daypart,
    weekday_and_part,
    words,
)
from wortlaut.layers.tokens import number_of

_CLOCK = re.compile(r"(\d{1,2})(?:[.:](\d\d))?")
_HOURS, _MINUTES = 24, 60
_TO = frozenset(("-", "–", "bis", "und", "?"))
_CHAIN = 4  # "8.30-12 und 14.30-16.30 Uhr": so many hours with one "Uhr" at most
_ZONES = frozenset(("mez", "mesz"))
_NEAR = frozenset(
    ("um", "gegen", "kurz", "nach", "vor", "circa", "ca", "etwa", "genau", ".", "rund")
)
_TOLD = frozenset(("um", "gegen", "für", "nach", "vor", "seit"))
_AT_NIGHT = frozenset(("morgens", "nachts", "abends", "früh", "mittags", "nachmittags"))


def clock(context: Context, at: int) -> Found | None:
    """20:30 Uhr, 17 Uhr am Freitagnachmittag; each of 14-18 Uhr."""
    found = hour(context, at) or _half_past(context, at) or _one_of_two(context, at)
    if found is None:
        return None
    last, time = found
    if context.low(last) == "am" and weekday_and_part(context.low(last + 1))[1]:
        day = weekday_and_part(context.low(last + 1))[0]
        return _on_weekday(context, last + 2, time, int(words("weekday")[day or ""]))
    told = context.low(at - 1) in _TOLD  # or only listed, as in "im Theatersaal, 20 Uhr"
    of_day = context.anchor if told else context.current
    return Found(last, "TIME", at_time(of_day, time))


def _on_weekday(context: Context, last: int, time: str, weekday_number: int) -> Found:
    day = weekday(context.day, weekday_number, ahead=False)
    return Found(last, "TIME", at_time(day, time))


def hour(context: Context, at: int) -> tuple[int, str] | None:
    """The token after "20:30 Uhr" or "fünf Uhr morgens", and 20:30."""
    read = _digits(context, at) or _word(context, at)
    if read is None:
        return None
    last, time = read
    if context.low(last) == "uhr":
        last += 1
    elif context.low(last) not in _ZONES:
        return None
    last += context.low(last) in _ZONES or context.low(last) in _AT_NIGHT
    return last, time


def _digits(context: Context, at: int) -> tuple[int, str] | None:
    """The token after 20:30, 20.30 or 20, and 20:30."""
    if not (0 <= at < len(context.tokens) and context.tokens[at].is_digits):
        return None
    token, last = context.tokens[at].text, at + 1
    if context.low(last) == ":" and context.low(last + 1).isdecimal():
        token, last = f"{token}:{context.low(last + 1)}", last + 2
    clock = _CLOCK.fullmatch(token)
    if clock is None or int(clock[1]) > _HOURS or int(clock[2] or 0) >= _MINUTES:
        return None
    return last, f"{int(clock[1]):02}:{clock[2] or '00'}"


def _word(context: Context, at: int) -> tuple[int, str] | None:
    if not 0 <= at < len(context.tokens) or context.tokens[at].is_digits:
        return None
    number = number_of(context.tokens[at])
    if number is None or number > _HOURS or number % 1:
        return None
    return at + 1, f"{int(number):02}:00"


def _half_past(context: Context, at: int) -> tuple[int, str] | None:
    """(um) halb neun."""
    if context.low(at) != "halb" or context.low(at - 1) not in ("um", "gegen", "bis", "ab", "nach"):
        return None
    read = _word(context, at + 1)
    return (read[0], f"{(int(read[1][:2]) - 1) % _HOURS:02}:30") if read else None


def _one_of_two(context: Context, at: int) -> tuple[int, str] | None:
    """The first hour of "14.30-18 Uhr" or "8.30-12 und 14.30-16.30 Uhr"."""
    first = following = _digits(context, at)
    for _ in range(_CHAIN):
        if following is None or context.low(following[0]) not in _TO:
            return None
        if hour(context, following[0] + 1):
            return first
        following = _digits(context, following[0] + 1)
    return None


def with_time_of_day(context: Context, last: int, value: str | None) -> Found:
    """The date, and "um circa 20:30 Uhr", "abends" or "am frühen Abend" if that follows."""
    part_last, part = _part_after(context, last)
    skip = part_last + (context.low(part_last) == ",")
    for _ in range(3):
        skip += context.low(skip) in _NEAR
    if clock := hour(context, skip):
        return Found(clock[0], "TIME", at_time(value, clock[1]))
    if part:
        return Found(part_last, "TIME", at_time(value, part))
    return Found(last, "DATE", value)


def _part_after(context: Context, last: int) -> tuple[int, str | None]:
    """The token after the part of the day that follows a date, and that part."""
    framed = last + (context.low(last) == "am")
    early = framed + (framed > last and context.low(framed) in ("frühen", "späten"))
    part = daypart(context.low(early))
    of_weekday = context.low(last - 1) in words("weekday")  # "Montag morgen", not "3. Mai, morgen"
    if part is None or (context.low(early) == "morgen" and early == last and not of_weekday):
        return last, None
    return early + 1, part
