"""Days by what they are to the day of publication, and parts of a day."""

from __future__ import annotations

from wortlaut.layers.calendar import Day, days_later
from wortlaut.layers.dates import calendar_day, day_of_week
from wortlaut.layers.time_words import Context, Found, weekday_and_part, words
from wortlaut.layers.times_of_day import with_time_of_day


def day_word(context: Context, at: int) -> Found | None:
    """heute, gestern Abend, am heutigen Morgen."""
    word = context.low(at)
    shift = words("day").get(word)
    if shift is None or (
        context.tokens[at].is_name and context.low(at - 1) in ("am", "der", "jeden")
    ):
        return None
    if word == "morgen" and context.low(at - 1) in ("am", "heutigen", "guten", "jeden"):
        return None
    value = days_later(context.day, int(shift))
    if _is_nowadays(context, at):
        return Found(at + 1, "DATE", "PRESENT_REF")
    name, part = weekday_and_part(context.low(at + 1))
    if name:
        return Found(
            at + 2, "TIME" if part else "DATE", value and value + (f"T{part}" if part else "")
        )
    part = words("daypart").get(context.low(at + 1))
    if part:
        return Found(at + 2, "TIME", f"{value}T{part}" if value else None)
    return with_time_of_day(context, at + 1, value)


def _is_nowadays(context: Context, at: int) -> bool:
    """bis heute, heute noch, die heute 46-Jährige, die heutigen Zustände."""
    word, after = context.low(at), context.low(at + 1)
    if word == "heute":
        return context.low(at - 1) in ("bis", "noch", "auch") or (
            context.low(at + 2) == "-" and "jährig" in context.low(at + 3)
        )
    day = after in words("daypart") or after == "tag" or weekday_and_part(after)[0]
    return word.startswith("heutig") and not day


def part_of_day(context: Context, at: int) -> Found | None:
    """am Abend, in der Nacht, nachmittags."""
    token = context.tokens[at]
    part = words("daypart").get(token.low)
    framed = context.low(at - 1) in (
        "am",
        "zum",
        "der",
        "heutigen",
        "selben",
        "gleichen",
        "frühen",
    )
    if part is None or not (framed and token.is_name):
        return None
    if context.low(at + 1) in ("zum", "auf", "des") and (day := _day_after(context, at + 2)):
        return _part_of(context, day, part, before=context.low(at + 1) != "des")
    return Found(at + 1, "TIME", f"{context.anchor}T{part}" if context.anchor else None)


def _day_after(context: Context, at: int) -> Found | None:
    at += context.low(at) in ("den", "dem")
    if at >= len(context.tokens):
        return None
    return calendar_day(context, at) or day_of_week(context, at)


def _part_of(context: Context, found: Found, part: str, before: bool) -> Found:
    """Nacht zum Montag (which begins the day before), Morgen des 22. September."""
    day = Day.of(found.value)
    value = days_later(day, -before) if day.date else None
    return Found(found.last, "TIME", f"{value}T{part}" if value else None)
