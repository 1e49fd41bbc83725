"""In which statement something stands."""

from __future__ import annotations

from wortlaut import Quantity, Statement
from wortlaut.layers.statements.innermost import in_statements, innermost


def statement(id: str, *content: tuple[int, int]) -> Statement:
    return Statement(id=id, type="Indirect", medium="none", content=content)


STATEMENTS = (
    statement("s1", (0, 50), (60, 80)),
    statement("s2", (10, 20)),
    statement("s3", (90, 99)),
)


def test_the_innermost_statement_holds_it() -> None:
    spans = [(2, 5), (12, 15), (18, 25), (52, 55), (62, 70), (92, 95)]
    assert list(innermost(spans, STATEMENTS)) == ["s1", "s2", "s1", None, "s1", "s3"]


def test_amounts_get_their_statement() -> None:
    found = (Quantity((12, 15), 1, 1, "exact"), Quantity((52, 55), 2, 2, "exact"))
    assert [one.statement for one in in_statements(found, STATEMENTS)] == ["s2", None]
