"""JSON for people: indented, an object for one article and an array for several."""

from __future__ import annotations

import io
import json

import pytest

from wortlaut.document import Document
from wortlaut.export.to_json import write


def written(*documents: Document) -> str:
    out = io.StringIO()
    write(documents, out)
    return out.getvalue()


def test_one_document_is_an_object(harbour: Document) -> None:
    text = written(harbour)
    assert text.startswith('{\n  "schema": "wortlaut/1",\n  "id": "nda-4711"')
    assert Document.from_json(text) == harbour


@pytest.mark.parametrize("count", [0, 2, 3])
def test_several_documents_or_none_are_an_array(count: int, harbour: Document) -> None:
    read = json.loads(written(*[harbour] * count))
    assert read == [json.loads(harbour.to_json())] * count
