"""Holidays: of a fixed date, or counted from Easter Sunday."""

from __future__ import annotations

from datetime import date, timedelta

from wortlaut.layers.times.calendar import easter, nearest
from wortlaut.layers.times.dates import year_after
from wortlaut.layers.times.tenses import looks_ahead
from wortlaut.layers.times.time_words import Context, Found, words


def holiday(context: Context, at: int) -> Found | None:
    """Weihnachten (2008), Karfreitag: without a year the nearest one, or as the tense tells."""
    word = context.low(at)
    if word not in words("holiday") and word not in words("easter"):
        return None
    if context.low(at + 1) in ("“", '"', "«"):
        return None
    last, year = year_after(context, at + 1, None)
    if word.startswith("weihnachts") and context.low(at - 1) in ("zweiter", "zweite", "zweiten"):
        word = "stephanstag"
    if year is not None:
        return Found(last, "DATE", date_of(word, year).isoformat())
    value = _told_by_tense(context, at, word)
    if value is None and (fixed := words("holiday").get(word)):
        known = f"{context.day.year:04}" if context.day.year else "XXXX"
        return Found(last, "DATE", f"{known}-{fixed}")
    return Found(last, "DATE", value)


def date_of(word: str, year: int) -> date:
    """The day of the holiday in that year."""
    if fixed := words("holiday").get(word):
        month, day = fixed.split("-")
        return date(year, int(month), int(day))
    return easter(year) + timedelta(days=int(words("easter")[word]))


def _told_by_tense(context: Context, at: int, word: str) -> str | None:
    today = context.day.date
    if today is None:
        return None
    ahead = looks_ahead(context, at, present=False)
    dates = [date_of(word, today.year + years) for years in (-1, 0, 1)]
    fitting = [one for one in dates if ahead is None or one == today or (one > today) == ahead]
    near = nearest(context.day, fitting)
    return near.isoformat() if near else None
