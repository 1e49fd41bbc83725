"""Dates: days, months and years, named or by their number."""

from __future__ import annotations

import re

from wortlaut.layers.times.calendar import Day, year_later, year_of_month
from wortlaut.layers.times.tenses import looks_ahead
from wortlaut.layers.times.time_words import Context, Found, shifts, words
from wortlaut.layers.times.times_of_day import with_time_of_day

_DAY_MONTH = re.compile(r"(\d{1,2})\.(\d{1,2})")
_MOST_DAYS, _MONTHS = 31, 12
_THIS_CENTURY = 50  # a year of two digits below is of this century
_MONEY = frozenset(("euro", "mark", "dollar", "prozent", "millionen", "auf", "/", "%", "mal"))
_COUNTING = frozenset(
    (
        *("rund", "etwa", "über", "als", "insgesamt", "knapp", "fast", "die", "mit", "unter"),
        *("allein", "davon", "mindestens", "höchstens", "weitere", "weiteren", "den", "gut"),
        *("flug", "dass"),
    )
)
_NO_YEARS = frozenset(("vorjahr", "vorjahres", "frühjahr", "frühjahres", "neujahr", "halbjahr"))
_TO = frozenset(("und", "auf", "bis", "oder", "/", "-", "–"))
_NUMBERED = ("resolution", "nr", "nummer", "version", "artikel")
_YEAR_BEFORE = frozenset(
    ("seit", "bis", "von", "ab", "jahr", "jahren", "in", "(", "um", "vor", "nach", "anno")
)


def calendar_day(context: Context, at: int) -> Found | None:
    """3. März (2008), 26.06.(2008), ersten Juli; with the time of day after it."""
    read = _day_and_month(context, at) or _in_brackets(context, at)
    if read is None:
        return _iso(context, at) or _first_of_two(context, at)
    day, month, last = read
    if not (1 <= day <= _MOST_DAYS and 1 <= month <= _MONTHS):
        return None
    if context.low(last) == "jeden" and context.low(last + 1) == "jahres":
        return Found(last + 2, "SET", f"XXXX-{month:02}-{day:02}")
    last, year = year_after(context, last, None)
    if year is None and context.is_glued(last) and (year := _short_year(context, last)):
        last += 1
    year = year or _later_year(context, last, month) or nearest_year(context, at, month)
    value = f"{year:04}-{month:02}-{day:02}" if year else f"XXXX-{month:02}-{day:02}"
    return with_time_of_day(context, last, value)


def _day_and_month(context: Context, at: int) -> tuple[int, int, int] | None:
    """The numbers of the day and the month that stand there, and the token after them."""
    word = context.low(at)
    if (nth := words("nth").get(word, "0")) != "0" and not word.isdecimal():
        named = words("month").get(context.low(at + 1))
        return (int(nth), int(named), at + 2) if named and context.is_name(at + 1) else None
    if context.low(at + 1) != "." or not word[:1].isdecimal() or len(word) > len("31.12"):
        return None
    if numeric := _DAY_MONTH.fullmatch(word):
        version = context.is_glued(at + 2) and _short_year(context, at + 2) is None
        return None if version else (int(numeric[1]), int(numeric[2]), at + 2)
    if not word.isdecimal():
        return None
    if named := words("month").get(context.low(at + 2)):
        return int(word), int(named), at + 3
    spaced = context.low(at + 3) == "." and context.low(at + 2).isdecimal()
    return (
        (int(word), int(context.low(at + 2)), at + 4)
        if spaced and context.year_at(at + 4)
        else None
    )


def _iso(context: Context, at: int) -> Found | None:
    """2008-03-19"""
    if context.year_at(at) is None or not context.is_glued(at + 4):
        return None
    written = context.text[context.tokens[at].start : context.tokens[at + 4].end]
    return Found(at + 5, "DATE", written) if Day.of(written).date and len(written) == 10 else None


def _in_brackets(context: Context, at: int) -> tuple[int, int, int] | None:
    """(26.06)"""
    if context.low(at - 1) != "(" or context.low(at + 1) != ")":
        return None
    numeric = _DAY_MONTH.fullmatch(context.low(at))
    return (int(numeric[1]), int(numeric[2]), at + 1) if numeric else None


def _first_of_two(context: Context, at: int) -> Found | None:
    """The 5. of "5. bis zum 9. Juni" or "5. und 9. Juni"."""
    word = context.low(at)
    if not (word.isdecimal() and len(word) <= 2 and context.low(at + 1) == "."):
        return None
    if context.low(at + 2) not in _TO:
        return None
    second = at + 3 + (context.low(at + 3) in ("zum", "den", "dem", "der"))
    if _day_and_month(context, second) is None:
        return None
    other = calendar_day(context, second)
    if other is None or other.value is None or not 1 <= int(word) <= _MOST_DAYS:
        return None
    return Found(at + 2, "DATE", f"{other.value[:8]}{int(word):02}")


def _short_year(context: Context, at: int) -> int | None:
    """The 2009 of "22.10.09"."""
    word = context.low(at)
    if not (word.isdecimal() and len(word) == 2):
        return context.year_at(at)
    return (2000 if int(word) < _THIS_CENTURY else 1900) + int(word)


def _later_year(context: Context, last: int, month: int) -> int | None:
    """The 1943 of "2. April bis zum 20. Juni 1943"."""
    second = last + 1 + (context.low(last + 1) in ("zum", "den", "dem", "der"))
    read = _day_and_month(context, second) if context.low(last) in _TO else None
    if read is None:
        return None
    _, year = year_after(context, read[2], None)
    return year - (month > read[1]) if year else None


def month(context: Context, at: int) -> Found | None:
    """März, Anfang März, März 2008, Mai jeden Jahres, ersten Tagen des Juni."""
    name = _name_of_month(context, at)
    number = words("month").get(context.low(name))
    if number is None or not context.is_name(name):
        return None
    month = int(number)
    if context.low(name + 1) in ("jeden", "jedes") and context.low(name + 2) == "jahres":
        return Found(name + 3, "SET", f"XXXX-{month:02}")
    last, year = year_after(context, name + 1, None)
    year = year or _year_of_range(context, last) or nearest_year(context, at, month)
    return Found(last, "DATE", f"{year:04}-{month:02}" if year else f"XXXX-{month:02}")


def _name_of_month(context: Context, at: int) -> int:
    """Where the month's name stands, after words for a part of it."""
    if context.low(at) in words("edge"):
        return at + 1 + (context.low(at + 1) == "des")
    if context.low(at) in words("nth") and context.low(at + 1) in ("tagen", "tage", "hälfte"):
        return at + 2 + (context.low(at + 2) == "des")
    return at


def _year_of_range(context: Context, last: int) -> int | None:
    """The year of "Januar bis September 2010", if the months follow each other."""
    second = context.low(last + 1)
    if context.low(last) not in _TO or second not in words("month"):
        return None
    year = context.year_at(last + 2)
    first = words("month").get(context.low(last - 1), "0")
    return year - (int(first) > int(words("month")[second])) if year else None


def nearest_year(context: Context, at: int, month: int) -> int | None:
    """The year of a month named without one: the nearest, or as the tense tells.

    A present tense may well speak of a month that was: "gilt seit Mai", "im Mai kommt es dazu".
    """
    since = "seit" in (context.low(at - 1), context.low(at - 2))
    ahead = False if since else looks_ahead(context, at, present=False)
    return year_of_month(context.day, month, ahead)


def year(context: Context, at: int) -> Found | None:
    """2008, Jahr 2008, Ende 2008, Ende des Jahres 2008, Geschäftsjahr 2008."""
    first = at
    if context.low(first) in words("edge"):
        first += 1 + (context.low(first + 1) == "des")
    named = first + _is_year_word(context, first)
    if named > at and (year := context.year_at(named)):
        return _two_years(context, named, year) or Found(named + 1, "DATE", f"{year:04}")
    if named == first + 1 and context.low(first) == "jahr" and _is_early(context.low(named)):
        return Found(named + 1, "DATE", f"{int(context.low(named)):04}")
    year = context.year_at(at)
    if year and (season := _two_years(context, at, year)):
        return season
    if year is None or _is_counted(context, at):
        return None
    return Found(at + 1, "DATE", f"{year:04}")


def _is_year_word(context: Context, at: int) -> bool:
    word = context.low(at)
    return word.endswith(("jahr", "jahre", "jahres")) and word not in _NO_YEARS


def _is_early(word: str) -> bool:
    return word.isdecimal() and len(word) == 3


def _two_years(context: Context, at: int, year: int) -> Found | None:
    """2006/2007 and 2006/07, one year after the other."""
    second = context.low(at + 2)
    if context.low(at + 1) != "/" or not second.isdecimal() or len(second) not in (2, 4):
        return None
    if int(second) % 100 != (year + 1) % 100:
        return None
    return Found(at + 3, "DATE", f"{year}/{year + 1}")


def year_after(context: Context, last: int, default: int | None) -> tuple[int, int | None]:
    """The token after "2008", "des Jahres 2008", "des vergangenen Jahres", and that year."""
    if year := context.year_at(last):
        return last + 1, year
    adjective = last + (context.low(last) in ("des", "im"))
    if context.low(adjective) in ("jahres", "jahr") and (year := context.year_at(adjective + 1)):
        return adjective + 2, year
    this = context.day.year
    if adjective > last and context.low(adjective) in ("vorjahres", "vorjahrs"):
        return adjective + 1, this - 1 if this else None
    if adjective > last and context.low(adjective) == "jahres":
        return adjective + 1, this
    if context.low(adjective + 1) == "jahres":
        shift = shifts().get(context.low(adjective))
        if shift is not None:
            return adjective + 2, this + shift if this else None
    return last, default


def _is_counted(context: Context, at: int) -> bool:
    """1500 Menschen, 1900 Euro, Resolution 1701; but 2008 Präsident, and im Jahr goes before."""
    if _is_part_of_number(context, at) or _is_rate(context, at):
        return True
    before, after = context.low(at - 1), context.low(at + 1)
    if after in _MONEY or before.endswith(_NUMBERED):
        return True
    if not after:
        return before in _COUNTING
    if before in _YEAR_BEFORE or not context.is_name(at + 1):
        return False
    return before in _COUNTING or context.low(at).endswith("00")


def _is_part_of_number(context: Context, at: int) -> bool:
    """A-2000, 1:2000, 2000er."""
    token = context.tokens[at]
    before = context.text[token.start - 1] if token.start else " "
    if before.isalnum() or (before in "-,.:" and not context.year_at(at - 2)):
        return True
    after = context.text[token.end : token.end + 1]
    return after.isalpha()


def _is_rate(context: Context, at: int) -> bool:
    """1450 of "1450 bis 1850 Mark", 1700 of "1700 im vergangenen Jahr"."""
    if context.low(at + 1) == "bis":
        return context.low(at + 3) in _MONEY
    return context.low(at + 1) == "im" and "jahr" in (context.low(at + 2), context.low(at + 3))


def year_word(context: Context, at: int) -> Found | None:
    """heuer, diesjährigen."""
    word = context.low(at)
    if word == "heuer" or word.startswith(("diesjährig", "heurige")):
        return Found(at + 1, "DATE", year_later(context.day, 0))
    if word.startswith("vorjährig"):
        return Found(at + 1, "DATE", year_later(context.day, -1))
    return None
