"""The actors that a clause names, and in which part of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wortlaut.layers.relations.bodies import is_adjective
from wortlaut.layers.relations.named import Named, by_adjective, name_at
from wortlaut.layers.relations.office_words import kinds_of
from wortlaut.layers.relations.persons import person_key
from wortlaut.layers.tokens import Token
from wortlaut.lexicon.tables import words

_MOST_BEFORE_NAME = 7
GENITIVE = "genitive"


@dataclass(frozen=True, slots=True)
class ClauseActor:
    """Who it is, the first token of the phrase, and what case it stands in.

    `case` is a preposition, "den", "dem", GENITIVE, or "" where it may be the subject.
    """

    who: Named
    first: int
    case: str


def actors_of(
    ts: Sequence[Token], first: int, last: int, surnames: Mapping[str, str]
) -> list[ClauseActor]:
    """All actors within the tokens [first, last); `surnames` are the last names of the text."""
    return [
        ClauseActor(who, *_phrase(ts, first, who, genitive))
        for who, genitive in _named(ts, first, last, surnames)
    ]


def _named(
    ts: Sequence[Token], first: int, last: int, surnames: Mapping[str, str]
) -> Iterator[tuple[Named, bool]]:
    """Each with whether it ends in the "s" of a genitive."""
    i, within = first, False
    while i < last:
        if ts[i].text in "()" or within:  # "Merkel (CDU)": the party is no actor of the clause
            within = ts[i].text == "(" or (within and ts[i].text != ")")
            i += 1
            continue
        known = name_at(ts, i)
        bare = ts[i].text[:-1] if ts[i].text.endswith(("s", "’", "'")) else ""
        if known and known.last <= last:
            own = known.name.split()[-1] == ts[known.last - 1].text
            yield known, not own and ts[known.last - 1].low.endswith(("s", "’", "'"))
            i = known.last
            continue
        if ts[i].text in surnames:
            yield _with_first_names(ts, first, i, surnames[ts[i].text]), False
        elif bare in surnames:
            yield _with_first_names(ts, first, i, surnames[bare]), True
        i += 1


def _with_first_names(ts: Sequence[Token], start: int, i: int, name: str) -> Named:
    """The last name at `i` with as much of the full name as stands before it."""
    first = i
    for word in reversed(name.replace(".", " .").split()[:-1]):
        if first == start or ts[first - 1].text != word:
            break
        first -= 1
    span = ts[first].start, ts[i].end
    return Named(first, i + 1, span, person_key(name), name, "person")


def _phrase(ts: Sequence[Token], start: int, who: Named, genitive: bool) -> tuple[int, str]:
    """Where the phrase with its title and article begins, and its case."""
    i = who.first
    while i > start and who.first - i < _MOST_BEFORE_NAME and _is_before_name(ts[i - 1]):
        i -= 1
    article = ts[i - 1].low if i > start else ""
    if article in words("naming", "determiner"):
        i -= 1
    before = ts[i - 1] if i > start else None
    if genitive:
        return i, GENITIVE
    if before and before.low in words("relations", "preposition"):
        return i, before.low
    if article == "des" or (article == "der" and before and before.is_name):
        return i, GENITIVE
    return i, article if article in ("den", "dem") else ""


def _is_before_name(token: Token) -> bool:
    """An office, an adjective: what may stand between an article and a name."""
    if kinds_of(token.low.split("-")[-1]) or token.low in words("naming", "person"):
        return token.is_name
    return is_adjective(token) or (token.is_name and by_adjective([token], 0) is not None)
