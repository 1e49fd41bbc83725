"""Names of persons: capital words after an office, with initials and particles."""

from __future__ import annotations

from collections.abc import Sequence

from wortlaut.layers.clauses import QUOTES
from wortlaut.layers.relations.named import (
    Named,
    is_abbreviation,
    key_of,
    known_adjectives,
    name_at,
)
from wortlaut.layers.relations.office_words import kinds_of
from wortlaut.layers.tokens import Token
from wortlaut.lexicon.tables import words

MOST_WORDS = 4  # of a name, without initials and particles


def person_at(ts: Sequence[Token], i: int, ends: frozenset[int] = frozenset()) -> Named | None:
    """The name that begins at `i`, titles left out; None if there is none.

    `ends` are places of the text where a mention ends: a noun after a name is no part of it.
    """
    while i < len(ts) and ts[i].low in words("relations", "title"):
        i += 1 + (i + 1 < len(ts) and ts[i + 1].text == ".")
    j, capitals = i, 0
    while j < len(ts) and capitals < MOST_WORDS:
        if _is_name_word(ts[j]):
            capitals += 1
            j += 1
            if ts[j - 1].end in ends and not _goes_on(ts, j):
                break
            if len(ts[j - 1].text) == 1 and j < len(ts) and ts[j].text == ".":
                j += 1  # an initial
        elif _is_lower_name(ts[j]) or (capitals and _leads_on(ts, j)):
            j += 1
        else:
            break
    while j > i and not _is_name_word(ts[j - 1]) and not _is_lower_name(ts[j - 1]):
        j -= 1
    if j == i or len(ts[j - 1].text) == 1 or name_at(ts, i) or name_at(ts, j - 1):
        return None
    return person(ts, i, j)


def person_before(ts: Sequence[Token], end: int) -> Named | None:
    """The name that ends right before the token `end`, without offices and titles before it."""
    first = end
    while first > 0 and end - first < MOST_WORDS + 2 and _may_be_in_name(ts, first - 1, end):
        first -= 1
    for i in range(first, end):
        if _ends_title(ts, i, end):
            first = i + 1
    while first < end and not _may_begin(ts[first]):
        first += 1
    return person(ts, first, end) if first < end else None


def _may_begin(token: Token) -> bool:
    """A word of a name, not that for a paper: "zitiert die Agentur Karl Meier" """
    is_word = _is_name_word(token) or _is_lower_name(token)
    return is_word and token.low not in words("naming", "medium")


def _may_be_in_name(ts: Sequence[Token], i: int, end: int) -> bool:
    initial = ts[i].text == "." and i > 0 and len(ts[i - 1].text) == 1
    particle = ts[i].text in words("naming", "particle") and i + 1 < end
    return _is_name_word(ts[i]) or _is_lower_name(ts[i]) or initial or particle


def _ends_title(ts: Sequence[Token], i: int, end: int) -> bool:
    """Does a name begin after the token? After an office, a title, and "von" in "Kritik von"."""
    low = ts[i].low
    if low in words("relations", "title") | words("naming", "person"):
        return True
    if ts[i].text in known_adjectives():
        return True  # "Frankfurter Stadtverordneter"
    if kinds_of(low.split("-")[-1]):
        return True
    capitals = [t for t in ts[i + 1 : end] if t.is_name or _is_lower_name(t)]
    return low == "von" and len(capitals) > 1


def person(ts: Sequence[Token], first: int, last: int) -> Named:
    """The tokens as the name of a person, known by its last word."""
    span = ts[first].start, ts[last - 1].end
    name = " ".join(t.text for t in ts[first:last]).replace(" .", ".")
    return Named(first, last, span, person_key(name), name, "person")


def person_key(name: str) -> str:
    """By the last name; apart from the keys of states and organisations."""
    return "person:" + key_of(name.rsplit(maxsplit=1)[-1])


def is_full(name: Named) -> bool:
    """First and last name at least."""
    return name.last - name.first >= 2


def _is_name_word(token: Token) -> bool:
    text = token.text
    if not text[0].isupper() or text in words("relations", "no_name"):
        return False
    if token.low in words("naming", "determiner"):
        return False
    if text in words("relations", "party") | words("relations", "organisation"):
        return False
    if len(text) > 1 and is_abbreviation(text) and text.isupper():
        return False
    return token.low.rstrip("nmrs").removesuffix("e") not in known_adjectives()


def _is_lower_name(token: Token) -> bool:
    """ "al-Omair" """
    head, _, tail = token.text.partition("-")
    return head in words("naming", "particle") and tail[:1].isupper()


def _goes_on(ts: Sequence[Token], j: int) -> bool:
    return j < len(ts) and (_is_lower_name(ts[j]) or _leads_on(ts, j))


def _leads_on(ts: Sequence[Token], j: int) -> bool:
    """A particle within a name: "Ursula von der Leyen", "Abdalla al Badri"."""
    if ts[j].text not in words("naming", "particle"):
        return False
    rest = [t for t in ts[j + 1 : j + 3] if t.text not in words("naming", "particle")]
    if ts[j].text in ("der", "den", "des", "la", "le") and ts[j - 1].text[0].isupper():
        return False  # "Angela Merkel der Zeitung"
    return bool(rest) and _is_name_word(rest[0]) and ts[j].text not in QUOTES
