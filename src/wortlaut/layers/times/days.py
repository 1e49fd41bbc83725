"""Days: of the week, by what they are to the day of publication, by the day last spoken of."""

from __future__ import annotations

from wortlaut.layers.times.calendar import Day, days_later, week_later, weekday
from wortlaut.layers.times.dates import calendar_day
from wortlaut.layers.times.tenses import looks_ahead
from wortlaut.layers.times.time_words import (
    ARTICLES,
    Context,
    Found,
    at_time,
    daypart,
    shifts,
    weekday_and_part,
    words,
)
from wortlaut.layers.times.times_of_day import with_time_of_day

_BESIDE = {"darauf": 1, "danach": 1, "zuvor": -1, "davor": -1}
_NEXT = frozenset(("nächsten", "folgenden", "darauffolgenden", "anderen", "nächster"))
_FRAMES = frozenset(
    (
        *("am", "zum", "der", "heutigen", "selben", "gleichen", "diesem", "dieser", "den", "vom"),
        *(
            "über",
            "gegen",
            "letzte",
            "letzter",
            "vergangene",
            "vergangener",
            "vergangenen",
            "jenem",
        ),
    )
)
_THESE = ("ihrem", "seinem", "ihrer", "seiner", "der", "dem", "beim", "zum", "zur", "unserer")
_FRIDAY, _WEEK = 5, 7


def day_of_week(context: Context, at: int) -> Found | None:
    """Dienstag, Dienstagabend, Montag, dem 3. November, Freitag vergangener Woche."""
    token = context.tokens[at]
    name, part = weekday_and_part(token.low)
    if name is None or not token.is_name or context.low(at + 1) in ("“", "”"):
        return None
    number = int(words("weekday")[name])
    if context.low(at - 1) in ("jeden", "jedem") and part is None:
        return Found(at + 1, "SET", f"XXXX-WXX-{number}")
    comma = at + 1 + (context.low(at + 1) == ",")
    dated = comma + (context.low(comma) in ("dem", "den", "der"))
    if exact := calendar_day(context, dated):
        whole = exact.value and part and exact.type == "DATE"
        return Found(exact.last, "TIME", f"{exact.value}T{part}") if whole else exact
    last, value = _of_a_week(context, at, number) or (at + 1, _by_tense(context, at, number))
    return with_part(context, last, value, part) if part else with_time_of_day(context, last, value)


def _of_a_week(context: Context, at: int, number: int) -> tuple[int, str | None] | None:
    """(Freitag) vergangener Woche, der kommenden Woche."""
    adjective = at + 1 + (context.low(at + 1) == "der")
    shift = shifts().get(context.low(adjective))
    if shift is None or context.low(adjective + 1) != "woche":
        return None
    day = context.day.date
    if day is None:
        return adjective + 2, None
    return adjective + 2, days_later(context.day, number - day.isoweekday() + _WEEK * shift)


def _by_tense(context: Context, at: int, number: int) -> str | None:
    """The last such day, or the next if an adjective or the clause looks ahead.

    Nobody says "letzten Freitag" of yesterday; it is the one before.
    """
    shift = shifts().get(context.low(at - 1))
    since = context.low(at - 1) == "seit" or context.low(at - 2) == "seit"
    ahead = shift > 0 if shift else not since and bool(looks_ahead(context, at))
    value = weekday(context.day, number, ahead)
    if shift and shift < 0 and value in (days_later(context.day, 0), days_later(context.day, -1)):
        return days_later(Day.of(value), -_WEEK)
    return value


def day_word(context: Context, at: int) -> Found | None:
    """heute, gestern Abend, am heutigen Morgen."""
    word, before = context.low(at), context.low(at - 1)
    shift = words("day").get(word)
    if shift is None or (context.is_name(at) and before in ("am", "der", "jeden")):
        return None
    if word == "morgen" and before in ("am", "heutigen", "guten", "jeden", "auf"):
        return None
    if (word, context.low(at + 1), context.low(at + 2)) == ("heute", "auf", "morgen"):
        return None
    value = days_later(context.day, int(shift))
    return _named(context, at, value) or _alone(context, at, value)


def _named(context: Context, at: int, value: str | None) -> Found | None:
    """gestrigen Samstag, heutigen Tag, gestern Abend: the day with what it is called."""
    after = context.low(at + 1)
    name, part = weekday_and_part(after)
    day = after in ("tag", "tages") and context.low(at).endswith("igen")
    if day or after in words("easter") or after in words("holiday") or (name and not part):
        return Found(at + 2, "DATE", value)
    part = part or words("daypart").get(after)
    return with_part(context, at + 2, value, part) if part else None


def _alone(context: Context, at: int, value: str | None) -> Found:
    found = with_time_of_day(context, at + 1, value)
    if found.type == "DATE" and _is_nowadays(context, at):
        ahead = context.low(at) == "morgen"
        return Found(at + 1, "DATE", "FUTURE_REF" if ahead else "PRESENT_REF")
    return found


def _is_nowadays(context: Context, at: int) -> bool:
    """bis heute, die heute 46-Jährige, die heutigen Zustände, die Welt von heute."""
    word, after, before = context.low(at), context.low(at + 1), context.low(at - 1)
    if before == "von" and after not in ("an", "bis") and word in ("heute", "morgen"):
        return True
    if word == "heute":
        age = context.low(at + 2) == "-" and "jährig" in context.low(at + 3)
        return context.nowadays or age or before in ("bis", "noch", "auch")
    return word.startswith("heutig") and (word != "heutigen" or before not in _THESE)


def day_after_another(context: Context, at: int) -> Found | None:
    """am nächsten Tag, Tags darauf, am Vortag, an diesem Tag: from the day last spoken of."""
    word, after = context.low(at), context.low(at + 1)
    day = Day.of(context.anchor)
    if word in ("vortag", "vortages"):
        return Found(at + 1, "DATE", days_later(day, -1))
    if word == "vorabend":
        return Found(at + 1, "TIME", at_time(days_later(day, -1), "EV"))
    if word in ("tag", "tags") and after in _BESIDE:
        return Found(at + 2, "DATE", days_later(day, _BESIDE[after]))
    return _some_day(context, at, day) if after == "tag" else None


def _some_day(context: Context, at: int, day: Day) -> Found | None:
    """(am) nächsten Tag, (an) diesem Tag."""
    if context.low(at) in _NEXT and context.low(at - 1) in ("am", "den"):
        return Found(at + 2, "DATE", days_later(day, 1))
    if context.low(at) in ("selben", "gleichen") and context.low(at - 1) in ("am", "vom"):
        return Found(at + 2, "DATE", context.anchor)
    if context.low(at) in ("diesem", "jenem"):
        vague = context.spoken is None or len(context.spoken) < len("2023-02")
        return Found(at + 2, "DATE", context.anchor if vague else context.spoken)
    return None


def part_of_day(context: Context, at: int) -> Found | None:
    """am Abend, in den frühen Morgenstunden, Nacht zum Montag."""
    early = at + (context.low(at) in ("frühen", "späten"))
    part = daypart(context.low(early))
    if part is None or not context.is_name(early):
        return None
    if early == at and context.low(at - 1) not in _FRAMES:
        return None
    following = context.low(early + 1)
    if following in ("von", "vom") and part == "NI" and (day := _day_at(context, early + 2)):
        return _until_next(context, day)
    if following in ("zum", "auf", "des", "vom", "am") and (day := _day_at(context, early + 2)):
        return _part_of(day, part, before=following in ("zum", "auf") and part == "NI")
    if following in ("zuvor", "davor") and early == at:
        return Found(at + 2, "TIME", at_time(days_later(Day.of(context.anchor), -1), part))
    back = shifts().get(context.low(at - 1)) == -1 and part == "NI"
    value = days_later(context.day, -1) if back else context.anchor
    return with_part(context, early + 1, value, part)


def _until_next(context: Context, day: Found) -> Found:
    """Nacht von Montag auf Dienstag, vom 3. auf den 4. Mai: of the first day."""
    night = at_time(day.value and day.value[:10], "NI")
    following = _day_at(context, day.last + 1) if context.low(day.last) == "auf" else None
    return Found(following.last if following else day.last, "TIME", night)


def with_part(context: Context, last: int, value: str | None, part: str) -> Found:
    """The part of the day, or the hour in it if that follows."""
    timed = with_time_of_day(context, last, value)
    return timed if timed.type == "TIME" else Found(last, "TIME", at_time(value, part))


def _day_at(context: Context, at: int) -> Found | None:
    at += context.low(at) in ARTICLES
    if at >= len(context.tokens):
        return None
    return calendar_day(context, at) or day_of_week(context, at)


def _part_of(found: Found, part: str, before: bool) -> Found:
    """Nacht zum Montag (which begins the day before), Morgen des 22. September."""
    day = Day.of(found.value)
    return Found(found.last, "TIME", at_time(days_later(day, -before), part))


def weekend(context: Context, at: int) -> Found | None:
    """Wochenende: the last one, or the one that a clause looks ahead to."""
    if context.low(at) != "wochenende":
        return None
    on_it = context.day.date is not None and context.day.date.isoweekday() > _FRIDAY
    ahead = on_it or looks_ahead(context, at)
    week = week_later(context.day, 0 if ahead else -1)
    return Found(at + 1, "DATE", f"{week}-WE" if week else None)
