"""The vocabulary: `wortlaut/1` out and in again, and what a document refuses."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut import Document, DocumentError, Speaker, Statement
from wortlaut.document import Model

TEXT = "😀 „Ja“, sagte Müller, „gern“."
DOCUMENT = Document(
    id="a",
    text=TEXT,
    published="2023-02-26",
    model=Model("wortlaut-open", "1"),
    statements=(
        Statement(
            id="s1",
            type="Direct",
            medium="Speech",
            content=((2, 6), (22, 28)),
            speaker=Speaker(None, ((14, 20),)),
            cue=((8, 13),),
            score=0.93,
        ),
    ),
)


def test_the_wording_is_what_stands_in_the_text() -> None:
    (statement,) = DOCUMENT.statements
    assert DOCUMENT.wording(statement) == "„Ja“ […] „gern“"
    assert DOCUMENT.text_of(statement.speaker) == "Müller"
    assert DOCUMENT.text_of(statement.cue) == "sagte"
    assert DOCUMENT.text_of(None) == ""
    assert DOCUMENT.text_of(statement.addressee) == ""


def test_a_statement_is_found_by_its_id() -> None:
    assert DOCUMENT.statement("s1").type == "Direct"
    with pytest.raises(KeyError):
        DOCUMENT.statement("s2")


def test_json_has_every_field_even_of_layers_that_found_nothing() -> None:
    line = json.loads(DOCUMENT.to_json())
    assert list(line) == [
        *("schema", "id", "title", "outlet", "url", "published", "language", "text", "model"),
        *("actors", "statements", "conditions", "quantities", "times", "relations"),
    ]
    assert line["schema"] == "wortlaut/1"
    assert line["actors"] == []
    assert line["statements"][0] == {
        "id": "s1", "type": "Direct", "medium": "Speech", "content": [[2, 6], [22, 28]],
        "speaker": {"actor": None, "spans": [[14, 20]]}, "cue": [[8, 13]], "addressee": [],
        "frame": [], "within": None, "chain": [], "act": None, "polarity": None,
        "certainty": None, "mood": None, "score": 0.93,
    }  # fmt: skip


def test_what_was_written_is_read_back() -> None:
    assert Document.from_json(DOCUMENT.to_json()) == DOCUMENT


@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1), data=st.data())
def test_any_text_and_any_span_survive(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    statement = Statement(id="s1", type="Indirect", medium="SW", content=((start, end),))
    document = Document(id="x", text=text, model=Model("m", "1"), statements=(statement,))
    again = Document.from_json(document.to_json())
    assert again.wording(again.statements[0]) == text[start:end]


def broken(**changes: object) -> str:
    line = json.loads(DOCUMENT.to_json())
    line["statements"][0] |= changes
    return json.dumps(line)


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        (broken(content=[[5, 900]]), "not within"),
        (broken(content=[[6, 6]]), "not within"),
        (broken(cue=[[-1, 3]]), "not within"),
        (broken(within="s9"), "does not exist"),
        (broken(type="Rumour"), "not wortlaut/1"),
        ("{", "not wortlaut/1"),
        ("[]", "not wortlaut/1"),
    ],
)
def test_a_broken_document_is_refused_and_says_why(line: str, cause: str) -> None:
    with pytest.raises(DocumentError, match=cause):
        Document.from_json(line)


def test_documents_are_frozen() -> None:
    with pytest.raises(AttributeError):
        DOCUMENT.text = "changed"  # type: ignore[misc]
    assert msgspec.structs.replace(DOCUMENT, id="b").id == "b"


def test_an_amount_in_a_statement_that_does_not_exist_is_refused() -> None:
    line = json.loads(DOCUMENT.to_json())
    line["quantities"] = [
        {"span": [0, 3], "low": 1, "high": 1, "bound": "exact", "unit": None, "statement": "s9"}
    ]
    with pytest.raises(DocumentError, match="statement s9 does not exist"):
        Document.from_json(json.dumps(line))
