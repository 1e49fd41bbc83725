"""Amounts in a text: what number, how far it holds, and of what.

A closed grammar: an optional word for the bound ("bis zu"), a number in digits or words or a range
of two, and the counted noun with the adjectives before it. Dates, clock times, ages, scores,
ordinals and numbers in names are none. Every token is looked at a bounded number of times.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from wortlaut.document import Quantity
from wortlaut.layers.quantities.no_amounts import is_no_amount
from wortlaut.layers.quantities.units import counted, is_adjective
from wortlaut.layers.tokens import Token, number_of, tokens_of
from wortlaut.lexicon.tables import table, values, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wortlaut.document import Bound

ONE = frozenset(("ein", "eine", "einen", "einem", "einer", "eines"))
EVERY = frozenset(("jeder", "jede", "jedes", "jedem", "jeden"))


class _Number(NamedTuple):
    """A number of tokens [first, last): the least and the most that it may mean."""

    first: int
    last: int
    low: float
    high: float | None
    in_digits: bool
    complete: bool  # needs no counted noun: a share, or an indefinite number


def quantities(text: str) -> tuple[Quantity, ...]:
    """All amounts, in the text's order; `statement` is left open."""
    tokens = tokens_of(text)
    found: list[Quantity] = []
    place = 0
    while place < len(tokens):
        number = _number(tokens, place)
        if number is None:
            place += 1
        elif is_no_amount(tokens, place, text):
            place = number.last if not number.in_digits else place + 1
        else:
            amount, place = _amount(tokens, number, text)
            if amount:
                found.append(amount)
    return tuple(found)


def _amount(tokens: Sequence[Token], number: _Number, text: str) -> tuple[Quantity | None, int]:
    """The amount around a number, if it is one, and the token to go on with."""
    ranged = _range(tokens, number)
    first, bound = _bound(tokens, number.first)
    compound = _after_compound(tokens, number)
    if compound and tokens[number.last + 1].low.startswith(tuple(words("units", "time_part"))):
        return None, compound
    if ranged:
        number, first, bound = ranged, ranged.first, "range"
    end = compound or counted(tokens, number.last, text)
    if end is None and number.high is None and _low(tokens, number.last) == "von":
        end = counted(tokens, number.last + 1, text)  # "Hunderte von Menschen"
    if end and _is_duration(tokens[number.last : end]) and bound not in ("at_most", "at_least"):
        return None, end
    bare_word = not (number.in_digits or number.complete or ranged or bound)
    if end is None and bare_word and not _is_elliptical(tokens, number):
        return None, number.last
    last = end or number.last
    unit = _unit(text[tokens[number.last].start : tokens[last - 1].end]) if end else None
    low, high, kind = _limits(number, bound)
    if low is not None and tokens[first].low == "minus":
        low, high = -number.low, -number.low
    span = (tokens[first].start, tokens[last - 1].end)
    return Quantity(span, low, high, kind, unit), last


def _unit(wording: str) -> str:
    """What is counted, without what joins it to the number ("400-köpfige", "Hunderte von …")."""
    return "Prozent" if wording == "%" else wording.removeprefix("-").removeprefix("von ")


def _limits(number: _Number, bound: Bound | None) -> tuple[float | None, float | None, Bound]:
    if number.high is None:
        return number.low, None, "vague"
    if bound in ("more_than", "at_least"):
        return number.low, None, bound
    if bound in ("less_than", "at_most"):
        return None, number.high, bound
    return number.low, number.high, bound or "exact"


def _number(tokens: Sequence[Token], at: int) -> _Number | None:
    if at >= len(tokens):
        return None
    token = tokens[at]
    following = tokens[at + 1].low.rstrip("nrs") if at + 1 < len(tokens) else ""
    if token.low in EVERY and following in values("amounts", "every"):
        share = values("amounts", "every")[following]
        return _Number(at, at + 2, share, share, False, True)
    if token.low in values("amounts", "fraction") and token.low == "hälfte":
        return _Number(at, at + 1, 0.5, 0.5, False, True)
    vague = values("amounts", "vague").get(token.low)
    if vague:
        return _Number(at, at + 1, vague, None, False, token.is_name)
    if token.low in ONE:
        return _one(tokens, at)
    number = number_of(token)
    return _scaled(tokens, at, number) if number is not None else None


def _one(tokens: Sequence[Token], at: int) -> _Number | None:
    """ "ein" counts only before a scale, a share, or a word that says that it counts."""
    words_after = [t.low for t in tokens[at + 1 : at + 3]]
    if not words_after:
        return None
    scales, fractions = values("amounts", "scale"), values("amounts", "fraction")
    if words_after[0] in scales:
        return _Number(at, at + 2, scales[words_after[0]], scales[words_after[0]], False, True)
    if words_after[0] in fractions:
        share = fractions[words_after[0]]
        return _Number(at, at + 2, share, share, False, True)
    if words_after[0] in ("halbe", "halben") and words_after[-1] in scales:
        half = scales[words_after[-1]] / 2
        return _Number(at, at + 3, half, half, False, True)
    alone = at + 2 >= len(tokens) or not tokens[at + 2].is_name
    counts = words_after[0] in words("units", "counted_once")
    counts = counts or (alone and words_after[0] in ("weiterer", "weiteres", "weitere"))
    return _Number(at, at + 1, 1, 1, False, False) if counts else None


def _scaled(tokens: Sequence[Token], at: int, number: float) -> _Number:
    """The number times the scales after it ("2,5 Mrd."), or that many parts ("drei Viertel")."""
    scales, fractions = values("amounts", "scale"), values("amounts", "fraction")
    last, digits = at + 1, tokens[at].is_digits
    while last < len(tokens) and last < at + 3 and tokens[last].low in scales:
        number *= scales[tokens[last].low]
        last += 1
        if last < len(tokens) and tokens[last - 1].low in ("mio", "mrd", "tsd"):
            last += tokens[last].text == "."
    if last == at + 1 and last < len(tokens) and tokens[last].low in fractions and number > 1:
        number *= fractions[tokens[last].low]
        return _Number(at, last + 1, number, number, digits, True)
    return _Number(at, last, number, number, digits, False)


def _range(tokens: Sequence[Token], low: _Number) -> _Number | None:
    """ "20 bis 30", "zwischen 20 und 30"."""
    if low.last >= len(tokens):
        return None
    word = tokens[low.last].low
    between = low.first > 0 and tokens[low.first - 1].low == "zwischen"
    if not (word in ("bis", "-", "–") or (word == "und" and between)):
        return None
    second = low.last + 1
    if word == "bis" and second < len(tokens) and tokens[second].low == "zu":
        second += 1
    high = _number(tokens, second)
    if high is None or high.high is None:
        return None
    scale = values("amounts", "scale").get(tokens[high.last - 1].low, 1.0)
    least = low.low * scale if low.last == low.first + 1 and low.low < scale else low.low
    if high.high <= least:
        return None
    first = low.first - between
    return _Number(first, high.last, least, high.high, low.in_digits, high.complete)


def _bound(tokens: Sequence[Token], at: int) -> tuple[int, Bound | None]:
    """Where the amount begins, bound words included, and what they say."""
    for length in (3, 2, 1):
        if at >= length:
            phrase = " ".join(t.low for t in tokens[at - length : at] if t.text != ".")
            if bound := _bounds().get(phrase):
                return at - length, bound
    if at and tokens[at - 1].low in ("minus", "plus", "mehrere", "einige", "die", "der"):
        signed = tokens[at - 1].low in ("minus", "plus")
        indefinite = tokens[at].low in values("amounts", "vague") or tokens[at].low == "hälfte"
        return at - (signed or indefinite), None
    return at, None


@cache
def _bounds() -> dict[str, Bound]:
    return {phrase: row[0] for row in table("bounds") for phrase in row[1].split("|")}  # type: ignore[misc]


def _after_compound(tokens: Sequence[Token], number: _Number) -> int | None:
    """ "400-köpfige Kommission", "5%-Hürde": the token after what is joined by a hyphen."""
    hyphen = number.last
    if hyphen + 1 >= len(tokens) or tokens[hyphen].text != "-":
        return None
    before, after = tokens[hyphen - 1], tokens[hyphen + 1]
    glued = tokens[hyphen].start == before.end and after.start == tokens[hyphen].end
    if not glued or not after.text[0].isalpha():
        return None
    noun = hyphen + 2
    while noun < len(tokens) and not tokens[noun - 1].is_name and is_adjective(tokens[noun]):
        noun += 1
    return min(noun + (not tokens[noun - 1].is_name), len(tokens))


def _is_duration(counted_tokens: Sequence[Token]) -> bool:
    """Only time is counted: an amount of time is a quantity where it is one of something."""
    lows = [token.low for token in counted_tokens]
    return bool(lows) and lows[-1] in words("units", "duration") and "pro" not in lows


def _low(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].low if at < len(tokens) else ""


def _is_elliptical(tokens: Sequence[Token], number: _Number) -> bool:
    """ "Zwei wurden getötet, drei verletzt": what is counted stands before."""
    after = tokens[number.last].low if number.last < len(tokens) else ""
    return number.low >= 2 and after in ("davon", "verletzt", "getötet", "der")
