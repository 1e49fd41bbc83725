"""Time expressions in a text as TIMEX3: dates, times of day, durations and sets.

A closed grammar over tokens, tried at each token from the longest pattern to the shortest. What
depends on the day of publication has no value without one.
"""

from __future__ import annotations

from dataclasses import replace

from wortlaut.document import Time
from wortlaut.layers.calendar import Day, days_later
from wortlaut.layers.dates import calendar_day, day_of_week, holiday, month, season, year
from wortlaut.layers.days import day_word, part_of_day
from wortlaut.layers.durations import (
    amount,
    indefinite,
    lasting,
    regular,
    shifted,
    with_bound,
    word,
)
from wortlaut.layers.time_words import Context, Found
from wortlaut.layers.times_of_day import clock
from wortlaut.layers.tokens import tokens_of

PATTERNS = (
    calendar_day,
    day_of_week,
    clock,
    month,
    shifted,
    regular,
    amount,
    indefinite,
    lasting,
    year,
    day_word,
    season,
    holiday,
    part_of_day,
    word,
)


def times(text: str, published: str | None) -> tuple[Time, ...]:
    """All time expressions in the text's order; `statement` is left open."""
    day = Day.of(published)
    context = Context(tokens_of(text), text, day, days_later(day, 0))
    found: list[Time] = []
    at = 0
    while at < len(context.tokens):
        match = _match(context, at)
        if match is None:
            at += 1
            continue
        if match.type == "DATE" and match.value and Day.of(match.value).date:
            context = replace(context, anchor=match.value)
        first = with_bound(context, at) if match.type == "DURATION" else at
        span = (context.tokens[first].start, context.tokens[match.last - 1].end)
        found.append(Time(span, match.type, match.value))
        at = match.last
    return tuple(found)


def _match(context: Context, at: int) -> Found | None:
    return next(filter(None, (pattern(context, at) for pattern in PATTERNS)), None)
