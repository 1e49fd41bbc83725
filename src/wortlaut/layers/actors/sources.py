"""Sources: who said it, and through whom it came, from the reader's side inwards.

"zitiert die Agentur X", "sagte X der Zeitung", "laut Y unter Berufung auf X", a statement within
another one, and free indirect speech that goes on the one before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from wortlaut.document import Span, Speaker, Statement
from wortlaut.layers.actors.actors import Group
from wortlaut.layers.actors.media import RELYING, is_medium_name
from wortlaut.layers.actors.mentions import Mention
from wortlaut.layers.actors.noun_phrases import is_quoted, refers_back
from wortlaut.layers.actors.speakers import SENTENCE_END, Placed, speaker_of
from wortlaut.lexicon.tables import words as listed

SAME_PARAGRAPH = 2000  # characters; what is farther apart is not told in one go
AROUND = 160  # characters of the sentence on either side that a frame is looked for in
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
    return any(is_outlet(m) for m in group.mentions)


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
    if refers_back(text, statement) and previous and _follows(text, statement, previous.statement):
        return Sourced(statement, previous.speaker, previous.chain)
    speaker = speaker_of(text, statement, placed)
    if speaker is None:
        return Sourced(statement, None, ())
    if previous and previous.speaker == speaker and _goes_on(text, statement, previous.statement):
        return Sourced(statement, speaker, previous.chain)
    chain = _links(text, statement, speaker, placed, media)
    outer = by_id.get(statement.within or "")
    if outer and outer.chain and outer.speaker != chain[-1]:
        chain = (*(i for i in outer.chain if i not in chain), *chain)
    return Sourced(statement, chain[-1], chain)


def _goes_on(text: str, statement: Statement, before: Statement) -> bool:
    """Free speech, and "er sagte weiter" in the same paragraph: all told to the same paper."""
    if not statement.frame:
        return True
    said = statement.speaker.spans if statement.speaker else ()
    pronoun = bool(said) and text[said[0][0] : said[0][1]].lower() in listed("naming", "pronoun")
    start, end = before.content[0][0], statement.content[-1][1]
    return pronoun and 0 < end - start < SAME_PARAGRAPH and "\n" not in text[start:end]


def _follows(text: str, statement: Statement, before: Statement) -> bool:
    """Is there no sentence between the two?"""
    end = max(span[1] for span in (*before.content, *before.frame))
    start = min(span[0] for span in (*statement.content, *statement.frame))
    return len(SENTENCE_END.findall(text, end, min(start + 1, end + 2 * AROUND))) <= 1


def _links(
    text: str, statement: Statement, speaker: int, placed: Placed, media: set[int]
) -> tuple[int, ...]:
    """The speaker, whoever passes it on before, and whom the speaker relies on after."""
    told = {
        group
        for span in statement.addressee
        for mention, group in placed.between(*span)
        if is_medium_name(text[max(0, mention.span[0] - 1) : mention.span[1] + 1])
    }
    chain = [speaker]
    quotes = speaker in media and is_quoted(text, statement)
    near = [one for span in _around(text, statement) for one in placed.between(*span)]
    for mention, group in near:
        bracketed = text[mention.span[0] - 1 : mention.span[0]] == "("
        if group in chain or bracketed or _is_document(mention):
            continue
        before = text[max(0, mention.span[0] - 60) : mention.span[0]]
        after = text[mention.span[1] : mention.span[1] + 14]
        passes_on = group in media or group in told or _BEFORE.search(before) or _AFTER.match(after)
        if _RELYING.search(before) or _is_background(mention, before):
            chain.append(group)
        elif quotes and group not in media:
            chain += [group] if chain[-1] == speaker else []
        elif passes_on:
            chain.insert(0, group)
    return tuple(chain)


def _is_background(mention: Mention, before: str) -> bool:
    """ "aus Regierungskreisen", "aus gut unterrichteten Quellen" """
    return before.rstrip().lower().endswith("aus") and mention.text.lower().endswith(
        ("kreisen", "quellen")
    )


def _is_document(mention: Mention) -> bool:
    known = listed("naming", "document") | listed("naming", "source")
    return any(token.lower() in known for token in mention.tokens)


def _around(text: str, statement: Statement) -> list[Span]:
    """The rest of the sentence of the frame, without what was said."""
    if not statement.frame and not statement.cue:
        return []
    spans = statement.frame or statement.cue
    start, end = spans[0][0], spans[-1][1]
    low = max(0, start - AROUND)
    # One more character, since the pattern looks at the first one of the next sentence.
    breaks = [m.end() for m in SENTENCE_END.finditer(text, low, start + 1)]
    low = breaks[-1] if breaks else low
    found = SENTENCE_END.search(text, end, min(len(text), end + AROUND))
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
