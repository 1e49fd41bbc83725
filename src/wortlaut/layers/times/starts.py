"""Which tokens may begin a time expression: at all others no grammar is tried."""

from __future__ import annotations

from functools import cache, lru_cache

from wortlaut.layers.times.time_words import daypart, inflected, weekday_and_part
from wortlaut.layers.tokens import Token, number_of
from wortlaut.lexicon.tables import table

_LONGEST = 60  # characters: what goes on longer is no word
_INFLECTED = ("back", "on", "same", "set", "long_time")
_ENDINGS = ("mal", "mals", "jahr", "jahre", "jahres")
_STEMS = ("jährig", "tägig", "wöchig", "monatig", "stündig", "minütig", "lang")


def may_begin(token: Token) -> bool:
    """May a time expression begin with this token?"""
    return token.text[0].isdecimal() or (len(token.low) <= _LONGEST and _word_may(token.low))


@lru_cache(maxsize=16384)
def _word_may(low: str) -> bool:
    return (
        low in _vocabulary()
        or low.endswith(_ENDINGS)
        or any(stem in low for stem in _STEMS)
        or weekday_and_part(low)[0] is not None
        or daypart(low) is not None
        or number_of(Token(low, 0, len(low), low)) is not None
    )


@cache
def _vocabulary() -> frozenset[str]:
    """All words of the calendar's table, and the forms of its adjectives."""
    words = {word for row in table("calendar") for word in row[1].split("|")}
    return frozenset(words | inflected(*_INFLECTED).keys())
