"""In which statement something stands: the innermost one whose content holds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

import msgspec

from wortlaut.document import Quantity, Relation, Span, Statement, Time

Placed = TypeVar("Placed", Quantity, Time, Relation)


def in_statements(found: Sequence[Placed], statements: Sequence[Statement]) -> tuple[Placed, ...]:
    """What was found in the text, in its order, each with the statement that it stands in."""
    holders = innermost([one.span for one in found], statements)
    return tuple(
        msgspec.structs.replace(one, statement=holder)
        for one, holder in zip(found, holders, strict=True)
    )


def innermost(spans: Sequence[Span], statements: Sequence[Statement]) -> Iterator[str | None]:
    """For each span, in the order of their starts, the id of that statement or None.

    One pass over both, however long the text is.
    """
    pieces = sorted((*piece, s.id) for s in statements for piece in s.content)
    still_open: list[tuple[int, int, str]] = []
    following = 0
    for start, end in spans:
        while following < len(pieces) and pieces[following][0] <= start:
            still_open.append(pieces[following])
            following += 1
        still_open = [piece for piece in still_open if piece[1] > start]
        holding = [piece for piece in still_open if piece[1] >= end]
        yield min(holding, key=lambda piece: piece[1] - piece[0])[2] if holding else None
