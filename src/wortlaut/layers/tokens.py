"""Words, numbers and marks with their places, for the grammars of amounts and times."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from text_to_num import text2num

from wortlaut.lexicon.tables import values

# Digits grouped by points or blanks are one number, so are decimals; words keep inner hyphens.
_TOKEN = re.compile(
    r"\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?:,\d+)?(?!\d)|\d+(?:[.,]\d+)?"
    r"|[^\W\d_]+(?:[-/’'][^\W\d_]+|-\d+)*|[^\s]"
)
_GROUPED = re.compile(r"\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?:,\d+)?")
_LONGEST_NUMBER_WORD = 60
_MOST_DIGITS = 24
_NUMBER_PARTS = (
    *("ein", "zwei", "drei", "vier", "fünf", "sech", "sieb", "acht", "neun", "zehn", "elf"),
    *("zwölf", "zwanzig", "hundert", "tausend"),
)


@dataclass(frozen=True, slots=True)
class Token:
    """`text[start:end]`; `low` is its wording in small letters."""

    text: str
    start: int
    end: int
    low: str

    @property
    def is_digits(self) -> bool:
        return self.text[0].isdecimal()

    @property
    def is_name(self) -> bool:
        """Written with a capital letter, as nouns are."""
        return self.text[0].isupper()


def tokens_of(text: str) -> list[Token]:
    """All tokens in order."""
    return [Token(m[0], m.start(), m.end(), m[0].lower()) for m in _TOKEN.finditer(text)]


def number_of(token: Token) -> float | None:
    """What a single token counts, in digits or as a cardinal ("1.500", "1,5", "zweihundert")."""
    return _digits(token.text) if token.is_digits else _cardinal(token.low)


def _digits(text: str) -> float | None:
    if len(text) > _MOST_DIGITS:
        return None  # no amount, and no number that JSON could hold
    if _GROUPED.fullmatch(text):
        text = re.sub("[.\u00a0\u202f ]", "", text)
    return float(text.replace(",", "."))


@lru_cache(maxsize=4096)
def _cardinal(word: str) -> float | None:
    known = values("amounts", "count").get(word)
    if known or len(word) > _LONGEST_NUMBER_WORD or not word.startswith(_NUMBER_PARTS):
        return known
    try:
        return float(text2num(word, "de"))
    except ValueError:
        return None
