"""What all formats have in common."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from wortlaut.document import Document
from wortlaut.errors import SettingError
from wortlaut.export import FORMATS, exporter


def test_the_formats() -> None:
    assert FORMATS == ("terminal", "json", "jsonl", "html", "csv")


def test_an_unknown_format_is_a_one_line_error() -> None:
    with pytest.raises(SettingError, match=r"no such format: 'xml'; known: terminal, json"):
        exporter("xml")


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_takes_documents_as_they_come(format: str, harbour: Document) -> None:
    out = io.StringIO(newline="")
    exporter(format)((d for d in [harbour, harbour]), out)
    assert out.getvalue().count("Behördenchefin Ute Brinkmann") >= 2
    assert out.getvalue().endswith("\n")


def test_no_documents_are_no_error() -> None:
    nothing = {}
    for format in FORMATS:
        out = io.StringIO()
        exporter(format)([], out)
        nothing[format] = out.getvalue()
    assert nothing["terminal"] == nothing["jsonl"] == ""
    assert nothing["json"] == "[]\n"
    assert nothing["csv"].startswith("document,")
    assert "Kein Artikel." in nothing["html"]


@pytest.mark.parametrize("format", ["terminal", "jsonl", "csv"])
def test_documents_are_written_before_the_next_is_asked_for(format: str, harbour: Document) -> None:
    out = io.StringIO()

    def documents() -> Iterator[Document]:
        yield harbour
        assert "Ute Brinkmann" in out.getvalue()

    exporter(format)(documents(), out)
