"""Times of day: by the clock, or after a date."""

from __future__ import annotations

import re

from wortlaut.layers.time_words import Context, Found, words
from wortlaut.layers.tokens import number_of

_CLOCK = re.compile(r"(\d{1,2})[.:]?(\d\d)?")


def clock(context: Context, at: int) -> Found | None:
    clock = hour(context, at)
    if clock is None:
        return None
    return Found(clock[0], "TIME", f"{context.anchor}T{clock[1]}" if context.anchor else None)


def hour(context: Context, at: int) -> tuple[int, str] | None:
    """The token after "20:30 Uhr" or "fünf Uhr", and 20:30."""
    if not 0 <= at < len(context.tokens):
        return None
    token = context.tokens[at]
    if context.low(at + 1) == ":" and context.low(at + 3) == "uhr":
        hour, minute = token.text, context.tokens[at + 2].text
        good = hour.isdecimal() and minute.isdecimal() and int(hour) < 25 and int(minute) < 60
        return (at + 4, f"{int(hour):02}:{minute}") if good else None
    if context.low(at + 1) != "uhr":
        return None
    if token.is_digits and (clock := _CLOCK.fullmatch(token.text)) and int(clock[1]) < 25:
        return at + 2, f"{int(clock[1]):02}:{clock[2] or '00'}"
    number = number_of(token)
    return (at + 2, f"{int(number):02}:00") if number is not None and number < 25 else None


def with_time_of_day(context: Context, last: int, value: str | None) -> Found:
    """The date, and "um 20:30 Uhr" or "abends" if that follows."""
    skip = last + (context.low(last) == ",")
    skip += context.low(skip) in ("um", "gegen", "kurz", "nach")
    clock = hour(context, skip)
    if clock:
        return Found(clock[0], "TIME", f"{value}T{clock[1]}" if value else None)
    if context.low(last) in words("daypart") and context.low(last) != "morgen":
        part = words("daypart")[context.low(last)]
        return Found(last + 1, "TIME", f"{value}T{part}" if value else None)
    return Found(last, "DATE", value)
