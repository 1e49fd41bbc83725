"""What makes a statement a claim, in words: who stands behind it, what kind of act it is, under
which condition, when."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from wortlaut.document import Condition, Document, Statement

ARROW = " → "


class ShownCondition(NamedTuple):
    """`kind`: if, only_if or unless. The wordings are those of the article; `then` may be ""."""

    kind: str
    condition: str
    then: str


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
