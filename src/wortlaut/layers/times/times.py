"""Time expressions in a text as TIMEX3: dates, times of day, durations and sets.

A closed grammar over tokens, tried at each token from the longest pattern to the shortest. What
depends on the day of publication has no value without one.
"""

from __future__ import annotations

from dataclasses import replace

from wortlaut.document import Time
from wortlaut.layers.times.calendar import Day, days_later
from wortlaut.layers.times.dates import calendar_day, month, year, year_word
from wortlaut.layers.times.days import (
    day_after_another,
    day_of_week,
    day_word,
    part_of_day,
    weekend,
)
from wortlaut.layers.times.durations import amount, indefinite, lasting, with_bound
from wortlaut.layers.times.holidays import holiday
from wortlaut.layers.times.manner import is_essay
from wortlaut.layers.times.periods import (
    century,
    decade,
    fading,
    half,
    part_of_unit,
    reference,
    season,
    within_unit,
)
from wortlaut.layers.times.sets import habitual, rate, regular
from wortlaut.layers.times.shifted import joined, shifted
from wortlaut.layers.times.starts import may_begin
from wortlaut.layers.times.time_words import ARTICLES, Context, Found, unit_of
from wortlaut.layers.times.times_of_day import clock
from wortlaut.layers.tokens import tokens_of

_STOPS = (".", "!", "?")
PATTERNS = (
    calendar_day,
    regular,
    century,
    decade,
    day_of_week,
    clock,
    month,
    half,
    season,
    day_after_another,
    shifted,
    part_of_unit,
    within_unit,
    amount,
    indefinite,
    lasting,
    year,
    day_word,
    holiday,
    part_of_day,
    rate,
    habitual,
    fading,
    reference,
    joined,
    year_word,
    weekend,
)


def times(text: str, published: str | None) -> tuple[Time, ...]:
    """All time expressions in the text's order; `statement` is left open."""
    day = Day.of(published)
    tokens = tokens_of(text)
    essay = is_essay(tokens)
    today = days_later(day, 0)
    context = Context(tokens, text, day, today, today, nowadays=essay, articles=essay)
    found: list[Time] = []
    at = 0
    while at < len(context.tokens):
        match = _match(context, at)
        if match is None:
            at += 1
            context = _after_sentence(context, at)
            continue
        context = _having_spoken(context, match)
        first = _first(context, at, match)
        span = (context.tokens[first].start, context.tokens[match.last - 1].end)
        found.append(Time(span, match.type, match.value))
        at = match.last
    return tuple(found)


def _first(context: Context, at: int, match: Found) -> int:
    """Where the expression begins: with a bound, or with its article in an essay."""
    length = match.type == "DURATION" or unit_of(context.low(match.last - 1))
    first = with_bound(context, at) if length else at
    if not context.articles or context.low(first - 1) not in ARTICLES or match.type == "SET":
        return first
    last = context.tokens[match.last - 1]
    numbered = context.tokens[at].is_digits and (
        match.last == at + 1 or Day.of(match.value).date is not None
    )
    whole = last.is_name or last.is_digits
    return first - (whole and not numbered)


def _match(context: Context, at: int) -> Found | None:
    if not may_begin(context.tokens[at]):
        return None
    for pattern in PATTERNS:
        if found := pattern(context, at):
            return found
    return None


def _having_spoken(context: Context, match: Found) -> Context:
    """The day that a match names is the one that "am Abend" after it means."""
    if match.type not in ("DATE", "TIME") or not match.value or not match.value[0].isdecimal():
        return context
    if Day.of(match.value).date:
        day = match.value[:10]
        return replace(context, anchor=day, current=day, spoken=day)
    return replace(context, spoken=match.value)


def _after_sentence(context: Context, at: int) -> Context:
    """An announcement is over with its sentence: the next one's hour is today's again."""
    if context.low(at - 1) not in _STOPS or context.low(at - 2).isdecimal():
        return context
    today = days_later(context.day, 0)
    if today is None or context.current is None or context.current <= today:
        return context
    return replace(context, current=today)
