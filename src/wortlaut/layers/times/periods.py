"""Periods: seasons, halves and quarters of a year, decades, centuries, and parts of a unit."""

from __future__ import annotations

from wortlaut.layers.times.dates import nearest_year, year_after
from wortlaut.layers.times.time_words import (
    Context,
    Found,
    inflected,
    moved,
    shifts,
    unit_of,
    words,
)

_DECADE_ENDINGS = ("er", "er-jahre", "er-jahren", "er-jahres")
_MIDDLE = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}  # a month of each season
_WHOLE = ("Y", "M", "W")
_PREPOSITIONS = frozenset(("in", "der", "die", "nahe", "nahen", "nähere", "naher"))


def season(context: Context, at: int) -> Found | None:
    """Sommer, Ende Sommer 2008, Herbst vergangenen Jahres."""
    name = at + (context.low(at) in words("edge"))
    season = words("season").get(context.low(name))
    if season is None or not context.is_name(name):
        return None
    if context.low(name - 1).startswith(("prag", "arabisch")):
        return None  # what happened in one spring
    last, year = year_after(context, name + 1, None)
    year = year or nearest_year(context, at, _MIDDLE[season])
    return Found(last, "DATE", f"{year:04}-{season}" if year else f"XXXX-{season}")


def half(context: Context, at: int) -> Found | None:
    """erstes Halbjahr, zweiten Quartal 2008, letzten Quartal dieses Jahres."""
    nth = words("nth").get(context.low(at))
    name = at + 1 + (context.low(at + 1) == ".")
    letter = words("half").get(context.low(name))
    if nth is None or letter is None:
        return None
    number = int(nth) or int(letter[1])
    last, year = year_after(context, name + 1, context.day.year)
    if number > int(letter[1]):
        return None
    return Found(last, "DATE", f"{year:04}-{letter[0]}{number}" if year else None)


def decade(context: Context, at: int) -> Found | None:
    """neunziger Jahren, 1980er Jahre, Mitte der achtziger Jahre."""
    first = at
    if context.low(at) in words("edge"):
        first = at + 1 + (context.low(at + 1) == "der")
    read = _tens(context, first)
    if read is None:
        return None
    last, value = read
    noun = context.is_name(first) and context.low(first - 1) in ("den", "der")
    if noun and not context.is_name(last):
        return Found(max(last, first + 1), "DATE", value)
    if context.low(last).endswith(("jahre", "jahren")):
        return Found(last + 1, "DATE", value)
    return None


def _tens(context: Context, at: int) -> tuple[int, str] | None:
    """The token after "neunziger" or "1980er", and 199 or 198."""
    word = context.low(at)
    if digit := words("decade").get(word):
        return at + 1, f"19{digit}"
    if digit := words("decade").get(word.removesuffix("n").removesuffix("jahre")):
        return at, f"19{digit}"
    if not word.isdecimal() or len(word) not in (2, 4) or not word.endswith("0"):
        return None
    if (
        context.low(at + 1) not in _DECADE_ENDINGS
        or context.tokens[at + 1].start != context.tokens[at].end
    ):
        return None
    joined = context.low(at + 1) != "er"
    return at + 2 - joined, word[:3] if len(word) == 4 else f"19{word[0]}"


def century(context: Context, at: int) -> Found | None:
    """20. Jahrhundert, Beginn des 19. Jahrhunderts, 3. Jahrtausend."""
    first = at
    if context.low(at) in words("edge"):
        first = at + 1 + (context.low(at + 1) == "des")
    word = context.low(first)
    nth = words("nth").get(word, word)
    if not nth.isdecimal() or len(nth) > 2 or int(nth) < 1:
        return None
    name = first + 1 + (context.low(first + 1) == ".")
    if context.low(name) in ("jahrhundert", "jahrhunderts", "jahrhunderte"):
        return Found(name + 1, "DATE", f"{int(nth) - 1:02}")
    if context.low(name) in ("jahrtausend", "jahrtausends"):
        return Found(name + 1, "DATE", f"{int(nth) - 1}")
    return None


def part_of_unit(context: Context, at: int) -> Found | None:
    """Anfang der Woche, Ende des Jahres (2008), Jahresende (2008)."""
    if within := words("within").get(context.low(at)):
        last, year = year_after(context, at + 1, None) if within == "Y" else (at + 1, None)
        return Found(last, "DATE", f"{year:04}" if year else moved(context.day, within, 0))
    if context.low(at) not in words("edge") or context.low(at + 1) not in ("der", "des"):
        return None
    unit = unit_of(context.low(at + 2))
    if unit == "Y" and (year := context.year_at(at + 3)):
        return Found(at + 4, "DATE", f"{year:04}")
    return Found(at + 3, "DATE", moved(context.day, unit, 0)) if unit in _WHOLE else None


def within_unit(context: Context, at: int) -> Found | None:
    """The Woche of "im Laufe der Woche": how it goes on is no part of the date."""
    if context.low(at - 2) not in ("laufe", "verlauf", "verlaufe"):
        return None
    unit = unit_of(context.low(at))
    if unit not in ("Y", "M", "W", "D") or context.low(at - 1) not in ("der", "des"):
        return None
    value = context.anchor if unit == "D" else moved(context.day, unit, 0)
    return Found(at + 1, "DATE", value)


def fading(context: Context, at: int) -> Found | None:
    """in Zukunft, in der Vergangenheit, vor kurzem, in Kürze, in letzter Zeit, zu dieser Zeit."""
    word, before, after = context.low(at), context.low(at - 1), context.low(at + 1)
    if value := words("fading").get(word):
        framed = before in _PREPOSITIONS and "in" in (before, context.low(at - 2))
        return Found(at + 1, "DATE", value) if framed else None
    if after in ("zeit", "zeiten") and context.is_name(at + 1):
        return _kind_of_time(context, at)
    if after == "zukunft" and word.startswith(("nahe", "näher")):
        return Found(at + 2, "DATE", "FUTURE_REF")
    return _phrase(context, at)


def _phrase(context: Context, at: int) -> Found | None:
    """vor kurzem, in Kürze, vor Jahresfrist."""
    word, before = context.low(at), context.low(at - 1)
    if word == "vor" and context.low(at + 1) == "kurzem" and before != "bis":
        return Found(at + 2, "DATE", "PAST_REF")
    if (before, word) == ("in", "kürze"):
        return Found(at + 1, "DATE", "FUTURE_REF")
    if (before, word) == ("vor", "jahresfrist"):
        return Found(at + 1, "DATE", moved(context.day, "Y", -1))
    return None


def _kind_of_time(context: Context, at: int) -> Found | None:
    word, before = context.low(at), context.low(at - 1)
    if word.startswith("absehbar"):
        return Found(at + 2, "DATE", "FUTURE_REF")
    if word in inflected("long_time"):
        return Found(at + 2, "DURATION", "PXX")
    if word.startswith(("dies", "jene")):
        told = before in ("zu", "in", "seit", "aus")
        return Found(at + 2, "DATE", "PAST_REF") if told else None
    shift = -1 if word.startswith("früher") else shifts().get(word)
    if shift is None:
        return None
    return Found(at + 2, "DATE", {-1: "PAST_REF", 0: "PRESENT_REF"}.get(shift, "FUTURE_REF"))


def reference(context: Context, at: int) -> Found | None:
    """kürzlich, damals, bald; but not "früher oder später", "ein Jahr früher", "so bald"."""
    word = context.low(at)
    value = words("reference").get(word)
    if value is None:
        return None
    before = context.low(at - 1)
    if word == "früher" and (unit_of(before) or context.low(at + 1) in ("oder", "als")):
        return None
    if word == "bald" and before == "so":
        return None
    return Found(at + 1, "DATE", value)
