"""The state or organisation that an office is held in, as it stands after the office.

"Präsident des Bundesverfassungsgerichts", "Vorsitzender der IG Metall", "Gouverneur von Texas".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from wortlaut.layers.clauses import QUOTES
from wortlaut.layers.relations.named import Named, is_abbreviation, name_at, named
from wortlaut.layers.tokens import Token
from wortlaut.lexicon.tables import words

_OF = frozenset({"der", "des", "von", "vom"})
_MOST_ADJECTIVES = 3
_MOST_QUOTED = 5
_ADJECTIVE_ENDINGS = ("e", "er", "en", "em", "es")


def body_after(ts: Sequence[Token], i: int) -> Named | None:
    """What stands in the genitive, or after "von", from `i` on; None if it is no known body."""
    if i >= len(ts):
        return None
    if ts[i].low not in _OF:
        one = name_at(ts, i)
        return one if one and ts[one.last - 1].low.endswith(("s", "’", "'")) else None
    first = i + 1 + (ts[i].low == "von" and i + 1 < len(ts) and ts[i + 1].low in ("der", "den"))
    if first >= len(ts):
        return None
    return (
        _in_quotes(ts, first)
        or _abbreviated(ts, first)
        or _described(ts, first)
        or name_at(ts, first)
        or _with_capitals(ts, first)
        or (_bare(ts, first) if ts[i].low == "von" and first == i + 1 else None)
    )


def is_adjective(token: Token) -> bool:
    """May it be an adjective before a noun, by its ending?"""
    return (
        token.text[0].islower()
        and token.low.endswith(_ADJECTIVE_ENDINGS)
        and token.low not in words("relations", "no_adjective") | words("naming", "determiner")
    )


@cache
def base_form(low: str) -> str | None:
    """A noun for an organisation without the "s" of its genitive; None if it is none.

    Compounds count as their last part does: "wahlkommission".
    """
    ends = words("relations", "body") | words("relations", "body_neuter")
    forms = [low, *(low.removesuffix(e) for e in ("es", "s", "en") if low.endswith(e))]
    return next((f for f in forms if any(f[i:] in ends for i in range(len(f)))), None)


@cache
def _is_neuter(base: str) -> bool:
    return any(base[i:] in words("relations", "body_neuter") for i in range(len(base)))


def _first_form(ts: Sequence[Token], first: int, noun: int, last: int) -> str:
    """The name as it stands alone: "Deutscher Bauernverband" for "des Deutschen Bauernverbands"."""
    base = base_form(ts[noun].low) or ts[noun].low
    shown = ts[noun].text[: len(base)]
    masculine = first > 0 and ts[first - 1].low in ("des", "vom")
    ending = ("es" if _is_neuter(base) else "er") if masculine else "e"
    before = [
        t.text.removesuffix("en") + ending if t.text.endswith("en") else t.text
        for t in ts[first:noun]
        if t.is_name
    ]
    return " ".join([*before, shown, *(t.text for t in ts[noun + 1 : last])])


def _in_quotes(ts: Sequence[Token], first: int) -> Named | None:
    if ts[first].text not in QUOTES:
        return None
    for last in range(first + 2, min(first + 2 + _MOST_QUOTED, len(ts))):
        if ts[last].text in QUOTES:
            return named(ts, first + 1, last) if ts[first + 1].is_name else None
    return None


def _abbreviated(ts: Sequence[Token], first: int) -> Named | None:
    if not is_abbreviation(ts[first].text):
        return None
    return name_at(ts, first) or named(ts, first, first + 1)


def _described(ts: Sequence[Token], first: int) -> Named | None:
    """ "nationalen Wahlkommission", "Bundesagentur für Arbeit", "Gewerkschaft Verdi" """
    noun = first
    while noun < len(ts) and noun - first < _MOST_ADJECTIVES and _is_attribute(ts[noun]):
        noun += 1
    if noun >= len(ts) or not ts[noun].is_name or not base_form(ts[noun].low):
        return None
    last = noun + 1
    if last + 1 < len(ts) and ts[last].low == "für":
        last = _end_of_purpose(ts, last + 1)
    elif last < len(ts) and (called := _called(ts, last)):
        last = called
    if last < len(ts) and ts[last].text == "-":
        return None  # "Journalistinnen- und Journalistenunion"
    capital = any(t.is_name for t in ts[first:noun])
    if (
        last == noun + 1
        and not capital
        and base_form(ts[noun].low) in words("relations", "generic")
    ):
        return None  # "der Vorsitzende der Partei"
    name = _first_form(ts, first, noun, last)
    return named(ts, first, last, (name.lower(), name, "organisation"))


def _is_attribute(token: Token) -> bool:
    """An adjective, also one of a name: "Afrikanischen" """
    return is_adjective(token) or (
        token.is_name and token.low.endswith(("en", "er")) and not base_form(token.low)
    )


def _end_of_purpose(ts: Sequence[Token], i: int) -> int:
    """After "Arbeit" in "für Arbeit", "Forschung" in "für Bildung und Forschung"."""
    j = i
    while j < len(ts) and j - i < _MOST_ADJECTIVES and is_adjective(ts[j]):
        j += 1
    if j >= len(ts) or not ts[j].is_name:
        return i - 1
    if j + 2 < len(ts) and ts[j + 1].low == "und" and ts[j + 2].is_name:
        return j + 3
    return j + 1


def _called(ts: Sequence[Token], i: int) -> int | None:
    """After the name that a noun is followed by: "Verdi" in "Gewerkschaft Verdi"."""
    known = name_at(ts, i)
    if known and known.kind != "state":
        return known.last
    quoted = _in_quotes(ts, i)
    if quoted:
        return quoted.last + 1
    alone = i + 1 >= len(ts) or ts[i + 1].text in ",.)"
    return i + 1 if is_abbreviation(ts[i].text) or (ts[i].is_name and alone) else None


def _with_capitals(ts: Sequence[Token], first: int) -> Named | None:
    """A capital adjective makes a name: "Deutschen Bahn", "Roten Armee"."""
    last = first
    while last < len(ts) and last - first < _MOST_ADJECTIVES and ts[last].is_name:
        if not ts[last].low.endswith("en"):
            break
        last += 1
    if last == first or last >= len(ts) or not ts[last].is_name:
        return None
    return named(ts, first, last + 1)


def _bare(ts: Sequence[Token], first: int) -> Named | None:
    """ "von Gazprom", "von New York", if no further capital word hides where it ends."""
    last = first
    while last < len(ts) and ts[last].is_name:
        last += 1
    if not 0 < last - first <= 2 or ts[first].text in words("relations", "no_name"):
        return None
    return named(ts, first, last)
