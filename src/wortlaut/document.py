"""The vocabulary of Wortlaut: a `Document` and what it is made of; the format `wortlaut/1`.

Everything is frozen. All offsets are Unicode code points into `Document.text`, half open, so that
`text[start:end]` is the wording. What is not known is None, never a guess. docs/format.md explains
every field by example.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from wortlaut.errors import DocumentError

Span = tuple[int, int]
Spans = tuple[Span, ...]

Type = Literal["Direct", "Indirect", "Reported", "FreeIndirect", "IndirectFreeIndirect"]
Medium = Literal["Speech", "Thought", "Writing", "ST", "SW", "TW", "none"]
ActorKind = Literal["person", "organisation", "state", "group", "medium"]
Act = Literal[
    "assertion",
    "denial",
    "accusation",
    "demand",
    "commitment",
    "threat",
    "prediction",
    "evaluation",
    "question",
]
Polarity = Literal["+", "-"]
Certainty = Literal["certain", "probable", "possible"]
Mood = Literal["indicative", "subjunctive I", "subjunctive II"]
Bound = Literal[
    "exact", "more_than", "at_least", "less_than", "at_most", "approx", "range", "vague"
]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
RelationName = Literal[
    "holds_office", "member_of", "ally_of", "depends_on", "supports", "opposes", "met"
]

ELISION = " […] "


class Model(msgspec.Struct, frozen=True):
    """Which model read the article."""

    name: str
    version: str


class Actor(msgspec.Struct, frozen=True):
    """Somebody who speaks, passes on what was said or stands in a relation.

    `mentions` are all places that mean them.
    """

    id: str
    name: str
    kind: ActorKind
    same_as: tuple[str, ...] = ()
    mentions: Spans = ()


class Speaker(msgspec.Struct, frozen=True):
    """Who utters a statement: the words that say so, and the actor they mean, if known."""

    actor: str | None
    spans: Spans


class Statement(msgspec.Struct, frozen=True):
    """Something that somebody other than the article's author said, wrote or thought.

    `content` is what was said, in one piece or several; `frame` is what introduces it and holds
    `cue` (the word for saying), the speaker and the `addressee`. `within` is the statement that
    this one stands inside of. `score` is the probability that the statement is right.
    """

    id: str
    type: Type
    medium: Medium
    content: Spans
    speaker: Speaker | None = None
    cue: Spans = ()
    addressee: Spans = ()
    frame: Spans = ()
    within: str | None = None
    chain: tuple[str, ...] = ()
    act: Act | None = None
    polarity: Polarity | None = None
    certainty: Certainty | None = None
    mood: Mood | None = None
    score: float = 0.0


class Condition(msgspec.Struct, frozen=True):
    """If `condition` holds, so does `consequence`; only then if `exclusive`, not if `unless`."""

    id: str
    condition: Span
    consequence: Span | None
    marker: str
    exclusive: bool = False
    unless: bool = False
    statement: str | None = None


class Quantity(msgspec.Struct, frozen=True):
    """A number with its bounds and what is counted."""

    span: Span
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None = None
    statement: str | None = None


class Time(msgspec.Struct, frozen=True):
    """A time expression with its TIMEX3 type and value."""

    span: Span
    type: TimeType
    value: str | None
    statement: str | None = None


class Relation(msgspec.Struct, frozen=True):
    """A relation between two actors, by id, that the text asserts with the words of `span`."""

    subject: str
    relation: RelationName
    object: str
    span: Span
    statement: str | None = None


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One article and everything that was read out of it."""

    schema: Literal["wortlaut/1"] = "wortlaut/1"
    id: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    language: str = "de"
    text: str
    model: Model
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    conditions: tuple[Condition, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    relations: tuple[Relation, ...] = ()

    def text_of(self, part: Speaker | Sequence[Span] | None) -> str:
        """The wording of a speaker or of any spans; pieces are joined by " […] ", none is ""."""
        spans = part.spans if isinstance(part, Speaker) else part or ()
        return ELISION.join(self.text[start:end] for start, end in spans)

    def wording(self, statement: Statement) -> str:
        """What was said, in the words of the article."""
        return self.text_of(statement.content)

    def statement(self, id: str) -> Statement:
        """The statement of that id. Raises KeyError if there is none."""
        for statement in self.statements:
            if statement.id == id:
                return statement
        raise KeyError(id)

    def to_json(self) -> str:
        """One line of `wortlaut/1`."""
        return msgspec.json.encode(self).decode("utf8")

    @classmethod
    def from_json(cls, line: str | bytes) -> Document:
        """Read one line of `wortlaut/1`. Raises DocumentError, also if an offset is outside."""
        try:
            document = msgspec.json.decode(line, type=cls)
        except (msgspec.DecodeError, UnicodeError) as error:
            raise DocumentError("document", f"not wortlaut/1: {error}") from error
        document.check()
        return document

    def check(self) -> None:
        """Raise DocumentError if a span is empty or outside the text, or a reference is to none."""
        size = len(self.text)
        for start, end in self._all_spans():
            if not 0 <= start < end <= size:
                raise DocumentError(self.id, f"span [{start}, {end}] is not within 0..{size}")
        known = {s.id for s in self.statements} | {None}
        named_by_others = [
            *(s.within for s in self.statements),
            *(one.statement for one in self.conditions),
            *(one.statement for one in self.quantities),
            *(one.statement for one in self.times),
            *(one.statement for one in self.relations),
        ]
        for named in named_by_others:
            if named not in known:
                raise DocumentError(self.id, f"statement {named} does not exist")

    def _all_spans(self) -> list[Span]:
        spans = [span for actor in self.actors for span in actor.mentions]
        for s in self.statements:
            spans += [*s.content, *s.cue, *s.addressee, *s.frame]
            spans += s.speaker.spans if s.speaker else ()
        for c in self.conditions:
            spans += [c.condition, *([c.consequence] if c.consequence else [])]
        spans += [quantity.span for quantity in self.quantities]
        spans += [time.span for time in self.times]
        return spans + [relation.span for relation in self.relations]
