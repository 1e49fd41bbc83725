"""Sentences, the stretches between their commas, and which of their words are finite verbs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from wortlaut.layers.tokens import Token, tokens_of
from wortlaut.lexicon.tables import table, words

QUOTES = frozenset("„“”\"»«‚‘’'›‹")
_ENDS = frozenset(".?!…")
LONGEST = 200  # tokens; what goes on longer is no sentence
_BREAKS = frozenset(",;:–—-()…")
_MODES = ("singular", "plural", "first")


@dataclass(frozen=True, slots=True)
class VerbForm:
    """Letters of the moods and tenses that a form may be, for each person; "" if it is none."""

    singular: str
    plural: str
    first: str


@cache
def verb_forms() -> dict[str, VerbForm]:
    """All finite forms of the table, in small letters."""
    return {row[0]: VerbForm(*(*row[1:], "", "", "")[:3]) for row in table("verb_forms")}


def is_finite(token: Token) -> bool:
    """May the word be a finite verb? Written small, and its form or that of its base known."""
    return token.text[0].islower() and finite_form(token.low) is not None


@cache
def finite_form(low: str) -> VerbForm | None:
    """The form of a word, also with a prefix ("aufstehe"); None if it is not in the table."""
    forms = verb_forms()
    if low in words("clauses", "no_verb"):
        return None
    if low in forms:
        return forms[low]
    for size in range(2, min(len(low) - 2, 9)):
        if low[:size] in words("clauses", "prefix") and low[size:] in forms:
            return forms[low[size:]]
    return None


@dataclass(frozen=True, slots=True)
class Sentence:
    """Its tokens, and where its stretches between commas, dashes and the like begin and end."""

    tokens: tuple[Token, ...]
    stretches: tuple[tuple[int, int], ...]

    @property
    def is_question(self) -> bool:
        return any(token.text == "?" for token in self.tokens[-2:])


def sentences_of(text: str) -> Iterator[Sentence]:
    """All sentences in order; a line's end ends one, too."""
    start: list[Token] = []
    for token, following in _with_following(tokens_of(text)):
        start.append(token)
        if following is None or len(start) >= LONGEST or _ends(text, start, following):
            yield Sentence(tuple(start), tuple(_stretches(start)))
            start = []


def _with_following(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token | None]]:
    return zip_longest(tokens, tokens[1:])


def _ends(text: str, sentence: Sequence[Token], following: Token) -> bool:
    last = sentence[-1]
    between = text[last.end : following.start]
    if "\n" in between:
        return True
    if following.text in QUOTES and not between:
        return False  # the closing mark belongs to the sentence
    marks = [token.text for token in sentence[-3:]]
    while marks and marks[-1] in QUOTES:
        marks.pop()
    if not marks or marks[-1] not in _ENDS or not between:
        return False
    if not (following.text[0].isupper() or following.text in QUOTES or following.is_digits):
        return False
    return marks[-1] != "." or last.text in QUOTES or not _is_short(sentence)


def _is_short(sentence: Sequence[Token]) -> bool:
    """Does the point stand after an abbreviation, an initial or an ordinal?"""
    if len(sentence) < 2:
        return False
    before = sentence[-2]
    if before.end != sentence[-1].start:
        return False
    return (
        (len(before.text) == 1 and before.text.isalpha())
        or (before.is_digits and len(before.text) <= 2)
        or before.low in words("clauses", "abbreviation")
    )


def _stretches(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    first = 0
    for i, token in enumerate(tokens):
        if token.text in _BREAKS:
            if i > first:
                yield first, i
            first = i + 1
    if first < len(tokens):
        yield first, len(tokens)
