"""Who holds which office, and who belongs to which party, as titles and brackets tell.

"der russische Präsident Wladimir Putin", "der Vorsitzende der IG Metall, Klaus Meier", "Klaus
Meier, Präsident des Verbands,", "Guido Westerwelle (FDP)".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from wortlaut.layers.relations.bodies import base_form, is_adjective
from wortlaut.layers.relations.named import Named, known_names, name_at, named, party
from wortlaut.layers.relations.office_words import is_former, kinds_of
from wortlaut.layers.relations.persons import is_full, person_at, person_before
from wortlaut.layers.relations.posts import MEMBER, Title, title_at
from wortlaut.layers.tokens import Token
from wortlaut.lexicon.tables import words

if TYPE_CHECKING:
    from wortlaut.document import RelationName, Span

_CLOSING = frozenset({",", ".", ")", ";", ":", "“", "–", "«", "und", "sowie"})
_MOST_IN_BRACKETS = 6
_MOST_AFTER_COPULA = 5


@dataclass(frozen=True, slots=True)
class Asserted:
    """A relation as one sentence tells it, between those named there."""

    subject: Named
    relation: RelationName
    object: Named
    span: Span


def asserted(subject: Named, relation: str, object: Named, span: Span | None = None) -> Asserted:
    """The relation, told from the first to the last of both, and at least in `span`."""
    spans = [subject.span, object.span, *([span] if span else [])]
    whole = min(start for start, _ in spans), max(end for _, end in spans)
    return Asserted(subject, cast("RelationName", relation), object, whole)


def titles(ts: Sequence[Token], germany: bool, ends: frozenset[int]) -> Iterator[Asserted]:
    """All offices and memberships that titles in a sentence tell; `ends`: see person_at."""
    for o, token in enumerate(ts):
        if token.is_name and kinds_of(token.low.split("-")[-1]):
            title = title_at(ts, o, germany)
            holder = _holder(ts, title, ends) if title else None
            if title and holder:
                span = ts[title.first].start, ts[title.last - 1].end
                yield asserted(holder, title.relation, title.body, span)
        elif token.text == "(":
            yield from _in_brackets(ts, o)


def _holder(ts: Sequence[Token], title: Title, ends: frozenset[int]) -> Named | None:
    """Who has the title: named right after it, after a comma, or before it."""
    at = title.last
    right = person_at(ts, at, ends) if at < len(ts) else None
    if right is None and at < len(ts) and MEMBER in ts[title.office].low:
        right = name_at(ts, at)  # "das EU-Mitglied Polen"
    if right and (title.body.last <= title.office + 1 or _stands_apart(ts, title, right, ends)):
        return right
    subject = _subject_of_copula(ts, title)
    if subject:
        return subject
    at = _after_purpose(ts, at)
    after = None
    if at < len(ts) and ts[at].text == "," and at + 1 < len(ts):
        after = person_at(ts, at + 1, ends)
        after = after if after and is_full(after) and _closes(ts, after.last) else None
    before = _named_before(ts, title) if _closes(ts, at) else None
    if after and before:
        return None  # "A, der Präsident von B, C": a list, or which of the two?
    return after or before


def _stands_apart(ts: Sequence[Token], title: Title, right: Named, ends: frozenset[int]) -> bool:
    """Is it no part of the body's name, as in "Chef der Fluggesellschaft Air India"?"""
    known = title.body.name in known_names()
    return right.span[1] in ends and (known or base_form(ts[title.last - 1].low) is not None)


def _subject_of_copula(ts: Sequence[Token], title: Title) -> Named | None:
    """ "Klaus Meier ist seit 2005 Vorsitzender des Verbands" """
    for i in range(title.first - 1, max(-1, title.first - 1 - _MOST_AFTER_COPULA), -1):
        if ts[i].low == "ist":
            one = person_before(ts, i) or None
            return one if one and is_full(one) and not _nominal(ts, one) else None
        plain = ts[i].text.islower() or ts[i].is_digits or ts[i].low in words("calendar", "month")
        if not plain or ts[i].low in words("relations", "negative"):
            return None
    return None


def _nominal(ts: Sequence[Token], name: Named) -> bool:
    """Does it depend on a word before it: "mit Klaus Meier", "Frau des Klaus Meier"?"""
    before = ts[name.first - 1].low if name.first else ""
    return before in words("relations", "preposition") | {"der", "des", "dem", "den"}


def _after_purpose(ts: Sequence[Token], i: int) -> int:
    """After "für Justiz" in "EU-Kommissarin für Justiz, Viviane Reding"."""
    if i + 1 < len(ts) and ts[i].low in ("für", "im", "in"):
        j = i + 1
        while (
            j < len(ts)
            and j - i < 5
            and (ts[j].is_name or ts[j].low == "und" or is_adjective(ts[j]))
        ):
            j += 1
        return j if j > i + 1 else i
    return i


def _closes(ts: Sequence[Token], i: int) -> bool:
    return i >= len(ts) or ts[i].text in _CLOSING or ts[i].text == "("


def _named_before(ts: Sequence[Token], title: Title) -> Named | None:
    """ "Klaus Meier (57), der Präsident des Verbands," """
    comma = title.first - 1
    if comma >= 0 and ts[comma].low in words("naming", "determiner"):
        comma -= 1
    if comma < 1 or ts[comma].text != ",":
        return None
    end = comma
    if ts[end - 1].text == ")":
        opening = [i for i in range(max(0, end - _MOST_IN_BRACKETS), end) if ts[i].text == "("]
        end = opening[-1] if opening else end
    one = person_before(ts, end)
    return one if one and is_full(one) else None


def _in_brackets(ts: Sequence[Token], opening: int) -> Iterator[Asserted]:
    """ "Guido Westerwelle (FDP)", "Klaus Meier (57, SPD)" """
    closing = next(
        (
            i
            for i in range(opening + 1, min(opening + 1 + _MOST_IN_BRACKETS, len(ts)))
            if ts[i].text == ")"
        ),
        None,
    )
    if closing is None or opening == 0:
        return
    first = opening + 1
    if ts[first].is_digits and first + 1 < closing and ts[first + 1].text in ",/;":
        first += 2
    if first >= closing:
        return
    wording = _wording(ts, first, closing)
    known = party(wording)
    subject = person_before(ts, opening)
    if known and subject and not is_former(ts[max(0, subject.first - 1)].low):
        brackets = ts[opening].start, ts[closing].end
        yield asserted(subject, "member_of", named(ts, first, closing, known), brackets)


def _wording(ts: Sequence[Token], first: int, last: int) -> str:
    """As it is written, blanks where the text has any."""
    out = ts[first].text
    for before, token in zip(ts[first:last], ts[first + 1 : last], strict=False):
        out += " " * (token.start > before.end) + token.text
    return out
