"""Dates: days, weeks, months and years, named or by their number."""

from __future__ import annotations

import re

from wortlaut.layers.calendar import Day, days_later, easter, weekday, year_later, year_of_month
from wortlaut.layers.time_words import Context, Found, shifts, weekday_and_part, words
from wortlaut.layers.times_of_day import with_time_of_day

_DAY_MONTH = re.compile(r"(\d{1,2})\.(\d{1,2})")
_MOST_DAYS, _MONTHS = 31, 12
_MONEY = frozenset(("euro", "mark", "dollar", "prozent", "millionen", "auf", "/"))
_COUNTING = frozenset(("rund", "etwa", "über", "als", "insgesamt", "knapp", "fast", "die", "mit"))


def calendar_day(context: Context, at: int) -> Found | None:
    """3. März (2008), 26.06.(2008); with the time of day after it."""
    read = _day_and_month(context, at)
    if read is None:
        return None
    day, month, last = read
    if not (1 <= day <= _MOST_DAYS and 1 <= month <= _MONTHS):
        return None
    year = context.year_at(last)
    last += year is not None
    last, year = _of_the_year(context, last, year or year_of_month(context.day, month))
    value = f"{year:04}-{month:02}-{day:02}" if year else f"XXXX-{month:02}-{day:02}"
    return with_time_of_day(context, last, value)


def _day_and_month(context: Context, at: int) -> tuple[int, int, int] | None:
    """The numbers of the day and the month that stand there, and the token after them."""
    word = context.low(at)
    if context.low(at + 1) != "." or not word[:1].isdecimal() or len(word) > len("31.12"):
        return None
    if numeric := _DAY_MONTH.fullmatch(word):
        return int(numeric[1]), int(numeric[2]), at + 2
    named = words("month").get(context.low(at + 2))
    return (int(word), int(named), at + 3) if named and word.isdecimal() else None


def day_of_week(context: Context, at: int) -> Found | None:
    """Dienstag, Dienstagabend, Montag, dem 3. November."""
    token = context.tokens[at]
    name, part = weekday_and_part(token.low)
    if name is None or not token.is_name or context.low(at + 1) in ("“", "”"):
        return None
    comma = at + 1 + (context.low(at + 1) == ",")
    dated = comma + (context.low(comma) in ("dem", "den", "der"))
    if exact := calendar_day(context, dated):
        return exact
    shift = shifts().get(context.low(at - 1))
    ahead = shift == 1 or (shift is None and context.speaks_of_future(at))
    value = weekday(context.day, int(words("weekday")[name]), ahead)
    if shift == -1 and value == days_later(context.day, 0):
        value = days_later(context.day, -7)
    if part:
        return Found(at + 1, "TIME", f"{value}T{part}" if value else None)
    return with_time_of_day(context, at + 1, value)


def month(context: Context, at: int) -> Found | None:
    """März, Anfang März, März 2008."""
    edge = context.low(at) in words("edge")
    name = at + edge
    if context.low(name) not in words("month") or not context.tokens[name].is_name:
        return None
    month = int(words("month")[context.low(name)])
    year = context.year_at(name + 1)
    last = name + 2 if year else name + 1
    last, year = _of_the_year(context, last, year or year_of_month(context.day, month))
    return Found(last, "DATE", f"{year:04}-{month:02}" if year else f"XXXX-{month:02}")


def year(context: Context, at: int) -> Found | None:
    """2008, Jahr 2008, Ende 2008, Sommer 2008."""
    edge = context.low(at) in words("edge") or context.low(at) in ("jahr", "jahre", "jahres")
    if edge and (year := context.year_at(at + 1)):
        return Found(at + 2, "DATE", f"{year:04}")
    season = words("season").get(context.low(at))
    if season and (year := context.year_at(at + 1)):
        return Found(at + 2, "DATE", f"{year:04}-{season}")
    year = context.year_at(at)
    if year is None or _is_counted(context, at):
        return None
    return Found(at + 1, "DATE", f"{year:04}")


def _of_the_year(context: Context, last: int, year: int | None) -> tuple[int, int | None]:
    """The month or day with "dieses Jahres" or "des vergangenen Jahres" after it."""
    adjective = last + (context.low(last) == "des" and context.low(last + 1) != "jahres")
    if context.low(adjective + 1) == "jahres":
        shift = shifts().get(context.low(adjective), 0 if context.low(last) == "des" else None)
        if shift is not None:
            return adjective + 2, context.day.year + shift if context.day.year else None
    return last, year


def _is_counted(context: Context, at: int) -> bool:
    """1500 Menschen, 1900 Euro; but 2008 Präsident is rare, and im Jahr goes before."""
    before = context.text[context.tokens[at].start - 1] if context.tokens[at].start else " "
    if before.isalnum() or before in "-,.:":
        return True
    if at + 1 >= len(context.tokens):
        return False
    after = context.tokens[at + 1]
    if after.start == context.tokens[at].end and after.text[0].isalpha():
        return True
    preposition = context.low(at - 1) in ("seit", "bis", "von", "ab", "jahr", "jahren", "in", "(")
    counting = context.low(at - 1) in _COUNTING or after.low in _MONEY
    return (after.is_name and not preposition and counting) or after.low in _MONEY


def season(context: Context, at: int) -> Found | None:
    season = words("season").get(context.low(at))
    if season is None or not context.tokens[at].is_name:
        return None
    year = year_later(context.day, 0)
    return Found(at + 1, "DATE", f"{year}-{season}" if year else f"XXXX-{season}")


def holiday(context: Context, at: int) -> Found | None:
    word = context.low(at)
    if fixed := words("holiday").get(word):
        year = context.year_at(at + 1)
        known = f"{year:04}" if year else year_later(context.day, 0)
        return Found(at + 1 + bool(year), "DATE", f"{known or 'XXXX'}-{fixed}")
    if (after := words("easter").get(word)) is None:
        return None
    year = context.year_at(at + 1) or context.day.year
    last = at + 1 + bool(context.year_at(at + 1))
    if year is None:
        return Found(last, "DATE", None)
    sunday = easter(year)
    return Found(last, "DATE", days_later(Day(year, sunday.month, sunday), int(after)))
