"""Numbers that count nothing: dates, clock times, ages, scores, ordinals, and parts of names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wortlaut.lexicon.tables import values, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wortlaut.layers.tokens import Token

_DAY_AND_MONTH = re.compile(r"\d{1,2}\.\d{1,2}")
_YEAR = re.compile(r"1\d\d\d|20\d\d")
_AFTER_AMOUNT_WORD = frozenset(
    (
        *("auf", "um", "bei", "von", "mit", "die", "der", "den", "rund", "etwa", "über", "als"),
        *("insgesamt", "zu", "knapp", "fast", "und"),
    )
)
_BEFORE_ORDINAL = frozenset(("der", "die", "das", "dem", "den", "des", "zum", "zur", "im", "am"))
_SHORT = 3  # digits of an ordinal or of a number in a name, at most


def is_no_amount(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Is the number at `at` something else than an amount?"""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and after.low == "uhr":
        return True
    if not tokens[at].is_digits:
        return False
    before = tokens[at - 1] if at else None
    return (
        _is_glued(tokens[at], after, text)
        or _is_in_name(tokens, at)
        or _is_date(tokens, at)
        or _is_year(tokens[at], before, after)
    )


def _is_glued(token: Token, after: Token | None, text: str) -> bool:
    """A380, 8Ball, 0711: letters or signs stand at it."""
    before = text[token.start - 1] if token.start else " "
    if before.isalpha() or before in ":/" or (token.text[0] == "0" and token.text[1:].isdigit()):
        return True
    if before in "-'" and token.start > 1 and text[token.start - 2].isalnum():
        return True
    if after is None or after.start != token.end:
        return False
    return after.text[0].isalpha() and after.low not in words("units", "symbol")


def _is_in_name(tokens: Sequence[Token], at: int) -> bool:
    """„Falcon 1“, Boeing 737, Nr. 4, Peter (43)."""
    token = tokens[at]
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if before is None:
        return False
    short = len(token.text) <= _SHORT
    if before.text == "(" and after is not None and after.text == ")" and len(token.text) < _SHORT:
        return True
    if after is not None and after.text in '“”"«' and before.text[0].isalpha():
        return True
    named = tokens[at - 2] if before.text == "." and at > 1 else before
    if named.low in words("units", "reference"):
        return True
    follows_name = before.is_name and before.text.isalpha() and at > 1
    begins = at > 1 and tokens[at - 2].text in '.!?:“„"»«'
    known = before.low in _AFTER_AMOUNT_WORD or before.low in words("units", "no_adjective")
    if not follows_name or begins or known or not short:
        return False
    return after is None or not (after.is_name or _is_unit(after))


def _is_unit(token: Token) -> bool:
    kinds = ("measure", "bare", "symbol")
    scale = token.low in values("amounts", "scale")
    return scale or any(token.low in words("units", kind) for kind in kinds)


def _is_date(tokens: Sequence[Token], at: int) -> bool:
    """3. März, 8. und 9. März, 26.06., 14:30, 3:2, 12/13."""
    token = tokens[at]
    if at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    if after.low in words("units", "month") and len(token.text) < _SHORT:
        return True
    if _DAY_AND_MONTH.fullmatch(token.text):
        return after.text in ".)"
    if after.start != token.end or at + 2 >= len(tokens):
        return False
    second = tokens[at + 2]
    if after.text in ":/":
        return second.is_digits and second.start == after.end
    return after.text == "." and _is_ordinal(tokens, at, second)


def _is_ordinal(tokens: Sequence[Token], at: int, second: Token) -> bool:
    """A number with a point after it, then `second`: is it no end of a sentence?"""
    token = tokens[at]
    if len(token.text) > _SHORT or "," in token.text:
        return False
    before = tokens[at - 1].low if at else ""
    if second.text[0].islower() or second.is_digits or second.low in words("units", "month"):
        return True
    if before in _BEFORE_ORDINAL:
        return True
    return len(token.text) < _SHORT and before not in _AFTER_AMOUNT_WORD


def _is_year(token: Token, before: Token | None, after: Token | None) -> bool:
    if not _YEAR.fullmatch(token.text) or (after is not None and _is_unit(after)):
        return False
    if before is None or after is None or not after.is_name:
        return True
    return before.low not in _AFTER_AMOUNT_WORD and before.low != "allein"
