"""How a text tells time: a report by the day, an essay by the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wortlaut.layers.times.time_words import weekday_and_part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wortlaut.layers.tokens import Token

_LONG = 400  # words; a short text may have no need to name a day and still be a report
_SELDOM = 300  # words to each day that is named, at least
_DAYS = frozenset(("gestern", "gestrigen", "vorgestern", "übermorgen"))


def is_essay(tokens: Sequence[Token]) -> bool:
    """Is it a long text that hardly names a day? In such a one "heute" means these times."""
    words = sum(token.text[0].isalpha() for token in tokens)
    if words < _LONG:
        return False
    return words >= _SELDOM * sum(_names_a_day(token) for token in tokens)


def _names_a_day(token: Token) -> bool:
    return token.low in _DAYS or (token.is_name and weekday_and_part(token.low)[0] is not None)
