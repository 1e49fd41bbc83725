"""A text cut at every edge of a marked span, so that each piece has the same marks throughout.

Spans of statements nest, touch and cross, which neither the elements of a page nor the styles of
a terminal can; but both can dress one piece after the other.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Literal, NamedTuple

from wortlaut.document import Document, Span, Spans, Statement

Role = Literal["content", "speaker", "cue", "addressee"]


class Mark(NamedTuple):
    """What a place in the text is to a statement, which is known by its number."""

    number: int
    role: Role


@dataclass(frozen=True, slots=True)
class Segment:
    """The text from `start` to `end`, and all marks it has, by number."""

    start: int
    end: int
    marks: tuple[Mark, ...]

    def numbers(self, role: Role) -> tuple[int, ...]:
        """The statements that it is the `role` of; of contents, the outermost comes first."""
        return tuple(mark.number for mark in self.marks if mark.role == role)


def split(
    size: int, marked: Iterable[tuple[Span, Mark]], cuts: Iterable[int] = ()
) -> Iterator[Segment]:
    """Cut 0..`size` at all edges of the `marked` spans, and at `cuts`.

    The segments come in order and without gaps; none is empty.
    """
    opens: defaultdict[int, list[Mark]] = defaultdict(list)
    closes: defaultdict[int, list[Mark]] = defaultdict(list)
    for (start, end), mark in marked:
        opens[start].append(mark)
        closes[end].append(mark)
    edges = sorted({0, size, *opens, *closes, *cuts})
    active: Counter[Mark] = Counter()  # spans of one mark may overlap each other
    for start, end in pairwise(edges):
        active.subtract(closes[start])
        active.update(opens[start])
        active = +active
        yield Segment(start, end, tuple(sorted(active)))


def in_text_order(document: Document) -> list[Statement]:
    """The statements as a reader meets them: by where they begin, the outer before the inner.

    Their places in this list, counted from 1, are the numbers that readers see.
    """

    def place(statement: Statement) -> tuple[int, int]:
        spans = statement.content or _speaker(statement) or ((len(document.text),) * 2,)
        return min(start for start, _ in spans), -max(end for _, end in spans)

    return sorted(document.statements, key=place)


def segments(document: Document) -> Iterator[Segment]:
    """The text of `document`, cut at all statements' edges and where a relation begins.

    Each line feed is a segment.
    """
    line_feeds = [m.span() for m in re.finditer("\n", document.text)]
    starts = [relation.span[0] for relation in document.relations]
    cuts = chain(starts, chain.from_iterable(line_feeds))
    return split(len(document.text), _marked(document), cuts)


def _marked(document: Document) -> Iterator[tuple[Span, Mark]]:
    for number, statement in enumerate(in_text_order(document), start=1):
        roles: tuple[tuple[Role, Spans], ...] = (
            ("content", statement.content),
            ("speaker", _speaker(statement)),
            ("cue", statement.cue),
            ("addressee", statement.addressee),
        )
        for role, spans in roles:
            for span in spans:
                yield span, Mark(number, role)


def _speaker(statement: Statement) -> Spans:
    return statement.speaker.spans if statement.speaker else ()
