"""Chains, conditions and times of a statement, as they are shown."""

from __future__ import annotations

from wortlaut import Document, Statement
from wortlaut.document import Actor, Condition, Model, Relation, Speaker, Time
from wortlaut.export.claims import (
    ShownCondition,
    ShownRelation,
    chain,
    conditions,
    relations,
    times,
)

TEXT = "Nur wenn es regnet, komme er im Mai, zitiert BelTA Meier."
STATEMENT = Statement(
    id="s1",
    type="Indirect",
    medium="Speech",
    content=((0, 35),),
    speaker=Speaker("a1", ((51, 56),)),
    chain=("a2", "a1"),
)
DOCUMENT = Document(
    id="d",
    text=TEXT,
    model=Model("m", "1"),
    actors=(Actor("a1", "Meier", "person"), Actor("a2", "BelTA", "medium")),
    statements=(STATEMENT,),
    conditions=(Condition("c1", (9, 18), (20, 35), "wenn", True, False, "s1"),),
    relations=(Relation("a1", "met", "a2", (45, 56), None),),
    times=(Time((32, 35), "DATE", "2024-05", "s1"), Time((32, 35), "DATE", None, "s1")),
)


def test_the_chain_by_name() -> None:
    assert chain(DOCUMENT, STATEMENT) == "BelTA → Meier"


def test_conditions_by_statement() -> None:
    shown = ShownCondition("only_if", "es regnet", "komme er im Mai")
    assert dict(conditions(DOCUMENT)) == {"s1": [shown]}


def test_times_by_statement() -> None:
    assert dict(times(DOCUMENT)) == {"s1": ["Mai = 2024-05", "Mai"]}


def test_relations_by_name_and_wording() -> None:
    assert relations(DOCUMENT) == [ShownRelation("Meier", "met", "BelTA", "BelTA Meier", (45, 56))]
