"""JSONL is the interchange format: a document comes back as it was."""

from __future__ import annotations

import io

from hypothesis import given

from tests.export.strategies import documents
from wortlaut.document import Document
from wortlaut.export.to_jsonl import write


def test_one_line_a_document(harbour: Document, silent: Document) -> None:
    out = io.StringIO()
    write([harbour, silent], out)
    first, second = out.getvalue().splitlines()
    assert Document.from_json(first) == harbour
    assert Document.from_json(second) == silent


@given(documents())
def test_any_document_survives(document: Document) -> None:
    out = io.StringIO()
    write([document], out)
    assert out.getvalue().count("\n") == 1
    assert Document.from_json(out.getvalue()) == document
