"""What makes a statement a claim, in words: who stands behind it, what kind of act it is, under
which condition, when; and what the article says of actors to each other."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from wortlaut.document import Condition, Document, RelationName, Span, Statement

ARROW = " → "


class ShownCondition(NamedTuple):
    """`kind`: if, only_if or unless. The wordings are those of the article; `then` may be ""."""

    kind: str
    condition: str
    then: str


class ShownRelation(NamedTuple):
    """Both actors by name, and the words of the article that say so, with their place."""

    subject: str
    relation: RelationName
    object: str
    wording: str
    span: Span


def chain(document: Document, statement: Statement) -> str:
    """The names of whose word it is, from the reader's side inwards: "BelTA → Karl Meier"."""
    names = {actor.id: actor.name for actor in document.actors}
    return ARROW.join(names[id] for id in statement.chain if id in names)


def conditions(document: Document) -> dict[str, list[ShownCondition]]:
    """The conditions of each statement, by its id, in the text's order."""
    found: dict[str, list[ShownCondition]] = defaultdict(list)
    for one in document.conditions:
        if one.statement is not None:
            then = document.text_of([one.consequence]) if one.consequence else ""
            shown = ShownCondition(_kind(one), document.text_of([one.condition]), then)
            found[one.statement].append(shown)
    return found


def _kind(condition: Condition) -> str:
    if condition.unless:
        return "unless"
    return "only_if" if condition.exclusive else "if"


def times(document: Document) -> dict[str, list[str]]:
    """When, for each statement: the value, or the wording where there is none that says a date."""
    found: dict[str, list[str]] = defaultdict(list)
    for time in document.times:
        if time.statement is not None:
            wording = document.text_of([time.span])
            found[time.statement].append(f"{wording} = {time.value}" if time.value else wording)
    return found


def relations(document: Document) -> list[ShownRelation]:
    """All relations, in the document's order."""
    names = {actor.id: actor.name for actor in document.actors}
    return [
        ShownRelation(
            names.get(one.subject, one.subject),
            one.relation,
            names.get(one.object, one.object),
            document.text_of([one.span]),
            one.span,
        )
        for one in document.relations
    ]
