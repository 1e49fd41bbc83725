"""Sources: who said it, and through whom it came, from the reader's side inwards.

"zitiert die Agentur X", "sagte X der Zeitung", "laut Y unter Berufung auf X", a statement within
another one, and free indirect speech that goes on the one before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from wortlaut.document import Span, Speaker, Statement
from wortlaut.encoder.labels import KINDS
from wortlaut.layers.actors import Group
from wortlaut.layers.media import RELYING, is_medium_name
from wortlaut.layers.mentions import Mention, heads, kind_of, names_nobody, speaker_heads
from wortlaut.lexicon.tables import words as listed

MEDIUM = KINDS.index("medium")
AROUND = 160  # characters of the sentence on either side that a frame is looked for in
_SENTENCE_END = re.compile(r"[.?!][“\"»]?\s+(?=[A-ZÄÖÜ„»\"])|\n")
_BEFORE = re.compile(
    r"(?:\blaut|\bgegenüber|\bnach (?:An|Aus|Mel|Dar|Ein|Be)\w+(?: von| vom)?|\bnach)"
    r"\s*[„“\"»]?\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"^[“”\"«]?\s+(?:zufolge|gegenüber|nach)\b")
_RELYING = re.compile(RELYING + r"\s*[„“\"»]?\s*(?:die |den )?(?:Angaben (?:von |der |des )?)?$")


@dataclass(frozen=True, slots=True)
class Sourced:
    """A statement with the groups of its chain, by index; `speaker` is the last, if known."""

    statement: Statement
    speaker: int | None
    chain: tuple[int, ...]


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


def sources(text: str, statements: Sequence[Statement], groups: Sequence[Group]) -> list[Sourced]:
    """Speaker and chain of every statement, in order."""
    placed = Placed(groups)
    media = {i for i, group in enumerate(groups) if is_medium(group)}
    by_id: dict[str, Sourced] = {}
    out: list[Sourced] = []
    for statement in statements:
        one = _sourced(text, statement, placed, media, by_id, out[-1] if out else None)
        by_id[statement.id] = one
        out.append(one)
    return out


def is_medium(group: Group) -> bool:
    return any(is_outlet(m) for m in group.mentions) or kind_of(group.mentions) == MEDIUM


def is_outlet(mention: Mention) -> bool:
    """A newspaper, an agency, a station: by its name or by what it is called."""
    name = mention.text.strip('„“”"»«').lower()
    for article in ("der ", "die ", "das ", "dem ", "den "):
        if name.removeprefix(article) in listed("naming", "outlet"):
            return True
    return any(t.lower() in listed("naming", "medium") for t in mention.tokens[:3])


def _sourced(
    text: str,
    statement: Statement,
    placed: Placed,
    media: set[int],
    by_id: Mapping[str, Sourced],
    previous: Sourced | None,
) -> Sourced:
    speaker = _group_at(speaker_heads(text, statement)[:1], placed) if (statement.speaker) else None
    outer = by_id.get(statement.within or "")
    told = {
        group
        for span in statement.addressee
        for mention, group in placed.between(*span)
        if is_medium_name(text[max(0, mention.span[0] - 1) : mention.span[1] + 1])
    }
    said = statement.speaker.spans if statement.speaker else ()
    if said and all(names_nobody(text, head) for head in heads(text, said)):
        return Sourced(statement, None, ())
    if said and text[said[0][0] : said[0][1]].lower() in listed("naming", "again") and previous:
        return Sourced(statement, previous.speaker, previous.chain)
    if speaker is None:
        return Sourced(statement, None, ())
    own = [speaker]
    if not statement.frame and previous and previous.speaker == speaker:
        return Sourced(statement, speaker, previous.chain)
    around = _around(text, statement)
    for mention, group in (one for span in around for one in placed.between(*span)):
        if group in own or _is_document(mention):
            continue
        before = text[max(0, mention.span[0] - 60) : mention.span[0]]
        after = text[mention.span[1] : mention.span[1] + 14]
        if _RELYING.search(before):
            own = [*own, group]
        elif _quotes(text, statement) and speaker in media and group not in media:
            own = [*own, group] if own[-1] == speaker else own
        elif group in media or group in told or _BEFORE.search(before) or _AFTER.match(after):
            own = [group, *own] if group not in own else own
    chain = tuple(own)
    if outer and outer.chain and outer.speaker != chain[-1]:
        chain = (*(i for i in outer.chain if i not in chain), *chain)
    return Sourced(statement, chain[-1], chain)


def _group_at(spans: Sequence[Span], placed: Placed) -> int | None:
    for start, end in spans:
        for mention, group in placed.between(start, end):
            if mention.span[1] == end:
                return group
    return None


def _is_document(mention: Mention) -> bool:
    known = listed("naming", "document") | listed("naming", "source")
    return any(token.lower() in known for token in mention.tokens)


def _quotes(text: str, statement: Statement) -> bool:
    return any(text[a:b].lower() in listed("naming", "quoting") for a, b in statement.cue)


def _around(text: str, statement: Statement) -> list[Span]:
    """The rest of the sentence of the frame, without what was said."""
    if not statement.frame and not statement.cue:
        return []
    spans = statement.frame or statement.cue
    start, end = spans[0][0], spans[-1][1]
    low = max(0, start - AROUND)
    breaks = [m.end() for m in _SENTENCE_END.finditer(text, low, start)]
    low = breaks[-1] if breaks else low
    found = _SENTENCE_END.search(text, end, min(len(text), end + AROUND))
    high = found.start() if found else min(len(text), end + AROUND)
    return _without((low, high), statement.content)


def _without(span: Span, taken: Sequence[Span]) -> list[Span]:
    left, at = [], span[0]
    for start, end in sorted(taken):
        if start < span[1] and end > at:
            if start > at:
                left.append((at, start))
            at = end
    if at < span[1]:
        left.append((at, span[1]))
    return left


def with_sources(sourced: Sequence[Sourced], names: Mapping[int, str]) -> tuple[Statement, ...]:
    """The statements with their actors; `names`: the id of each group that is one."""
    out = []
    for one in sourced:
        given = one.statement.speaker
        actor = None if one.speaker is None else names[one.speaker]
        speaker = Speaker(actor, given.spans) if given else None
        out.append(
            msgspec.structs.replace(
                one.statement, speaker=speaker, chain=tuple(names[i] for i in one.chain)
            )
        )
    return tuple(out)
