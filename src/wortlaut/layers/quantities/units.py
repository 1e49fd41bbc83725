"""Where the counted noun after a number ends: "weitere freiwillige Soldaten", "Tonnen Reis"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wortlaut.lexicon.tables import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wortlaut.layers.tokens import Token

_ADJECTIVE = re.compile(r"(?:[A-ZÄÖÜ]+-)?[a-zäöüß][\w-]*(?:e|en|er|es|em)")
_MOST_ADJECTIVES = 4
_MORE = ("weitere", "weiteren", "weiterer")


def is_adjective(token: Token) -> bool:
    """By its ending: small letters, inflected, and none of the words that only look so."""
    known_other = token.low in words("units", "no_adjective")
    return bool(_ADJECTIVE.fullmatch(token.text)) and not known_other


def counted(tokens: Sequence[Token], at: int, text: str) -> int | None:
    """The token after the counted noun that begins at `at`; None if nothing is counted there."""
    noun = _after_adjectives(tokens, at, text)
    if noun < len(tokens) and not _parted(tokens, noun, text):
        token = tokens[noun]
        if token.low in words("units", "symbol"):
            return _after_symbol(tokens, noun, text)
        if token.text == "°":
            return noun + 2 if _low(tokens, noun + 1) == "c" else noun + 1
        if token.is_name:
            return _after_noun(tokens, noun, text)
    return noun if noun > at and tokens[noun - 1].low in _MORE else None


def _after_adjectives(tokens: Sequence[Token], at: int, text: str) -> int:
    place = at
    while place < len(tokens) and place - at < _MOST_ADJECTIVES:
        token = tokens[place]
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        adverb = token.low in words("units", "adverb") or (token.low == "und" and place > at)
        before_adjective = adverb and following is not None and is_adjective(following)
        if _parted(tokens, place, text) or not (is_adjective(token) or before_adjective):
            break
        place += 1
    return place


def _after_symbol(tokens: Sequence[Token], at: int, text: str) -> int:
    """A symbol of letters may have a noun after it ("16 GB Speicher"), % and km/h have none."""
    after = at + 1
    letters = tokens[at].text.isalpha()
    return after + 1 if letters and _is_plain_noun(tokens, after, text) else after


def _after_noun(tokens: Sequence[Token], at: int, text: str) -> int:
    noun, after = tokens[at].low, at + 1
    if _low(tokens, after) == "-" and tokens[after].start == tokens[at].end:
        # "Straßen- und Hallenmärkte"
        joined = _low(tokens, after + 1) in ("und", "oder") and _is_name(tokens, after + 2)
        return after + 3 if joined else after
    measure = noun in words("units", "measure") or noun.endswith("dollar")
    bare = noun in words("units", "bare")
    if not (measure or bare or noun in words("units", "duration")):
        return after
    if noun == "grad" and _low(tokens, after) in ("celsius", "fahrenheit"):
        return after + 1
    if _low(tokens, after) == "pro" and _is_name(tokens, after + 1):
        return after + 2
    return after + 1 if not bare and _is_plain_noun(tokens, after, text) else after


def _is_plain_noun(tokens: Sequence[Token], at: int, text: str) -> bool:
    if not _is_name(tokens, at) or _parted(tokens, at, text):
        return False
    return len(tokens[at].text) > 2 and tokens[at].low not in words("units", "month")


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].is_name


def _low(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].low if at < len(tokens) else ""


def _parted(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Does the token begin a new line?"""
    return at > 0 and "\n" in text[tokens[at - 1].end : tokens[at].start]
