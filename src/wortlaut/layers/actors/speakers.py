"""Who speaks: the group of mentions that the words for a speaker mean."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from wortlaut.layers.actors.noun_phrases import names_nobody, places_of, refers_back, speaker_heads
from wortlaut.lexicon.tables import words as listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wortlaut.document import Span, Statement
    from wortlaut.layers.actors.actors import Group
    from wortlaut.layers.actors.mentions import Mention

# "X wird vorgeworfen", "X wurde aufgefordert": X is who it is said to; who says it is not named.
_BLAMED = re.compile(
    r"\b(?:wird|werden|wurde|wurden|worden)\b(?!.*\b(?:von|durch|seitens)\b).*"
    r"\b(?:vorgeworfen|vorgehalten|nachgesagt|unterstellt|angelastet|zur Last gelegt|aufgefordert"
    r"|beschuldigt|verdächtigt|bezichtigt|angeklagt|geraten|empfohlen|geplant|erwartet|vermutet"
    r"|angenommen|befürchtet|genannt)\b",
    re.DOTALL,
)
# A noun for what was said, and whose it is.
_UTTERED = re.compile(
    r"\b(\w*(?:[Bb]ericht|[Bb]erichte|[Vv]orschlag|[Ff]orderung|[Ff]orderungen|[Vv]orwurf|[Vv]orwürfe"
    r"|[Bb]ehauptung|[Bb]ehauptungen|[Aa]ussage|[Aa]ussagen|[Bb]efund|[Bb]efunde|[Dd]arstellung)s?)"
    r" (?=(?:der|des|von|eines|einer) )(\w)"
)
FARTHEST = 400  # characters that a sentence before may be long
SENTENCE_END = re.compile(r"[.?!][“\"»]?\s+(?=[A-ZÄÖÜ„»\"])|\n")
NEAR = 40  # characters between a name and the pronoun that goes on with it
_LONGEST_FRAME = 300  # characters; a longer one is no single clause


class Placed:
    """Mentions in the order of the text, each with the index of its group."""

    def __init__(self, groups: Sequence[Group]) -> None:
        pairs = ((m, i) for i, group in enumerate(groups) for m in group.mentions)
        self._all = sorted(pairs, key=lambda one: one[0].span)
        self._starts = [mention.span[0] for mention, _ in self._all]

    def between(self, start: int, end: int) -> list[tuple[Mention, int]]:
        """Those that stand within [start, end)."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [one for one in self._all[first:last] if one[0].span[1] <= end]

    def ending_at(self, span: Span) -> int | None:
        """The group of a mention within the span that ends where it does; else of one that covers
        its end."""
        for mention, group in self.between(*span):
            if mention.span[1] == span[1]:
                return group
        for mention, group in reversed(self._all[: bisect_left(self._starts, span[1])][-2:]):
            if mention.span[0] < span[1] <= mention.span[1]:
                return group
        return None

    def last_before(self, place: int) -> int | None:
        """The group of the last mention that ends shortly before: "der Minister, der sagte" """
        for mention, group in reversed(self._all[: bisect_left(self._starts, place)][-2:]):
            if mention.span[1] <= place <= mention.span[1] + NEAR:
                return group
        return None


def speaker_of(text: str, statement: Statement, placed: Placed) -> int | None:
    """Index of the group; None where nobody can be named."""
    if statement.speaker is None:
        return None
    if refers_back(text, statement):
        return _in_sentence_before(text, statement, placed)
    if says_itself(text, statement.speaker.spans):
        return _subject(text, statement, placed)
    named = speaker_heads(text, statement)
    if not named or all(names_nobody(text, head) for head in named) or _is_blamed(text, statement):
        return None
    owner = _reacted_to(text, statement, placed)
    return _named(text, named[0], placed) if owner is None else owner


def _named(text: str, head: Span, placed: Placed) -> int | None:
    word = text[head[0] : head[1]].lower()
    if word in listed("naming", "impersonal"):
        return None
    if word in listed("naming", "relative"):
        return placed.last_before(head[0])
    return placed.ending_at(head)


def _reacted_to(text: str, statement: Statement, placed: Placed) -> int | None:
    """Of "die Kanzlerin lehnte den Vorschlag des Ministers ab, X zu tun" the minister: what is said
    is what somebody else reacts to."""
    if len(statement.frame) != 1:
        return None
    (start, end) = statement.frame[0]
    low = {place.low for place in places_of(text, (start, end))}
    uttered = list(_UTTERED.finditer(text, start, end))
    if not uttered or not low & listed("naming", "reacting"):
        return None
    for mention, group in placed.between(uttered[-1].start(2), end):
        if not mention.is_pronoun:
            return group
    return None


def _in_sentence_before(text: str, statement: Statement, placed: Placed) -> int | None:
    """Whom the sentence before is about: the first who is mentioned there."""
    start = min(span[0] for span in (*statement.content, *statement.frame))
    ends = [m.end() for m in SENTENCE_END.finditer(text, max(0, start - FARTHEST), start + 1)]
    end = ends[-1] if ends else start
    begin = ends[-2] if len(ends) > 1 else max(0, start - FARTHEST) if start > FARTHEST else 0
    for mention, group in placed.between(begin, end):
        if not mention.is_pronoun:
            return group
    return None


def says_itself(text: str, spans: Sequence[Span]) -> bool:
    """ "nach eigenen Angaben": whoever the sentence is about."""
    low = [place.low for span in spans[:1] for place in places_of(text, span)]
    return bool(low) and low[-1] in listed("naming", "source") and "eigenen" in low


def _subject(text: str, statement: Statement, placed: Placed) -> int | None:
    """The first who is mentioned in what is said."""
    for span in statement.content:
        for mention, group in placed.between(*span):
            if mention.text.lower() not in listed("naming", "possessive"):
                return group
    return None


def _is_blamed(text: str, statement: Statement) -> bool:
    if not statement.frame:
        return False
    start, end = statement.frame[0][0], statement.frame[-1][1]
    return end - start < _LONGEST_FRAME and bool(_BLAMED.search(text, start, end))
