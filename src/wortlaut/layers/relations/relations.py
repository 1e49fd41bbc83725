"""Relations between actors that a text asserts: offices, memberships, alliances, meetings …

What titles and clauses tell is tied to the actors that the model found; whoever is none yet becomes
one. What stands in a condition is not asserted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wortlaut.document import Condition, Relation, Span
from wortlaut.layers.actors.actors import Group, name_words
from wortlaut.layers.actors.mentions import Mention
from wortlaut.layers.clauses import Sentence, sentences_of
from wortlaut.layers.relations.dealings import dealings
from wortlaut.layers.relations.persons import is_full
from wortlaut.layers.relations.titled import Asserted, titles
from wortlaut.layers.relations.who import Whos, is_person
from wortlaut.lexicon.tables import words

if TYPE_CHECKING:
    from wortlaut.document import RelationName


@dataclass(frozen=True, slots=True)
class Told:
    """A relation between two groups of mentions, by index."""

    subject: int
    relation: RelationName
    object: int
    span: Span


@dataclass(frozen=True, slots=True)
class Related:
    """All groups, those that relations add at the end, and the relations in order."""

    groups: list[Group]
    told: tuple[Told, ...]

    @property
    def wanted(self) -> set[int]:
        """The groups that are subject or object of a relation."""
        return {i for one in self.told for i in (one.subject, one.object)}

    def moved(self, to: Sequence[int]) -> Related:
        """With the groups' new indices; a relation of one with themselves is none."""
        told = (replace(t, subject=to[t.subject], object=to[t.object]) for t in self.told)
        return Related(self.groups, tuple(t for t in told if t.subject != t.object))


def relations(text: str, groups: Sequence[Group], conditions: Sequence[Condition] = ()) -> Related:
    """All relations of a text, each once, where it is told first; meetings wherever they are.

    Linear in the length of the text, since sentences are cut at clauses.LONGEST tokens.
    """
    sentences = list(sentences_of(text))
    found = _outside(_asserted(text, sentences, groups), conditions)
    whos = Whos(groups, sentences)
    told: dict[tuple[object, ...], Told] = {}
    for one in sorted(found, key=lambda one: one.span):
        subject, object = whos.index_of(one.subject), whos.index_of(one.object)
        if subject != object:
            place = one.span if one.relation == "met" else None
            key = subject, one.relation, object, place
            told.setdefault(key, Told(subject, one.relation, object, one.span))
    return Related(whos.groups(), tuple(told.values()))


def named(told: Sequence[Told], names: Mapping[int, str]) -> tuple[Relation, ...]:
    """As the document has them; `names`: the id of each group that is an actor."""
    return tuple(
        Relation(names[one.subject], one.relation, names[one.object], one.span) for one in told
    )


def _asserted(text: str, sentences: Sequence[Sentence], groups: Sequence[Group]) -> list[Asserted]:
    people = _persons(groups)
    ends = frozenset(mention.span[1] for mention in people)
    low = text.lower()
    germany = not any(word in low for word in words("relations", "not_germany"))
    found = [one for s in sentences for one in titles(s.tokens, germany, ends)]
    surnames = {
        one.subject.name.split()[-1]: one.subject.name
        for one in found
        if one.subject.kind == "person" and is_full(one.subject)
    }
    # A single word after an office may be any noun: "übergab dem Präsidenten Hilfen".
    found = [
        one
        for one in found
        if one.subject.kind != "person"
        or is_full(one.subject)
        or one.subject.name in surnames
        or one.subject.span[1] in ends
    ]
    for mention in people:
        name = name_words(mention)
        if len(name) > 1:
            surnames.setdefault(name[-1], " ".join(name))
    found += [one for s in sentences for one in dealings(s, surnames)]
    return found


def _persons(groups: Sequence[Group]) -> list[Mention]:
    """All mentions of persons by name or description."""
    people = [group for group in groups if is_person(group)]
    return [m for group in people for m in group.mentions if not m.is_pronoun]


def _outside(found: Sequence[Asserted], conditions: Sequence[Condition]) -> list[Asserted]:
    """What is not told within a condition; `conditions` are in the order of the text."""
    starts = [one.condition[0] for one in conditions]
    out = []
    for one in found:
        at = bisect_left(starts, one.span[1])
        if all(held.condition[1] <= one.span[0] for held in conditions[max(0, at - 2) : at]):
            out.append(one)
    return out
