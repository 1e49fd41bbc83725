"""CSV for spreadsheets: RFC 4180, a row a statement, and no cell that is run as a formula."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given

from tests.export.strategies import documents
from wortlaut.document import Document, Model, Statement
from wortlaut.export.to_csv import COLUMNS, write


def written(*documents: Document) -> str:
    out = io.StringIO(newline="")
    write(documents, out)
    return out.getvalue()


def rows(*documents: Document) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(*documents), newline=""), strict=True))


def test_a_row_tells_all_about_a_statement(harbour: Document) -> None:
    assert rows(harbour)[1] == {
        "document": "nda-4711",
        "title": "🚢 Nordersiel 🇩🇪: Streit um die Schleuse für Ku\u0308stenschiffe",
        "outlet": "Nordersieler Bote",
        "url": "https://bote.example/schleuse?seite=1&teil=2",
        "published": "2023-02-26",
        "statement": "s2",
        "type": "Direct",
        "medium": "Speech",
        "speaker": "Behördenchefin Ute Brinkmann",
        "cue": "sagte",
        "addressee": "der Nachrichtenagentur NDA",
        "wording": "„Wir haben den Baugrund unterschätzt“ […] „und wir werden das nicht"
        " schönreden.“",
        "frame": ", sagte Behördenchefin Ute Brinkmann am Dienstag der Nachrichtenagentur NDA,",
        "within": "",
        "score": "0.98",
        "start": str(harbour.text.index("„Wir haben")),
        "end": str(harbour.text.index("schönreden.“") + len("schönreden.“")),
        "amounts": "",
        "actor": "",
        "chain": "",
        "act": "",
        "polarity": "",
        "certainty": "",
        "conditions": "",
        "times": "",
    }


def test_what_is_nested_names_what_it_is_in(harbour: Document) -> None:
    assert [row["within"] for row in rows(harbour) if row["statement"] == "s7"] == ["s6"]


def test_the_header_is_always_there(silent: Document) -> None:
    header = ",".join(COLUMNS) + "\r\n"
    assert written() == header
    assert written(silent) == header
    assert written(silent, silent) == header


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(sign: str) -> None:
    text = f"{sign}HYPERLINK(1)"
    statement = Statement(id="s1", type="Direct", medium="none", content=((0, len(text)),))
    document = Document(
        id=text, title=text, text=text, model=Model("m", "1"), statements=(statement,)
    )
    [row] = rows(document)
    assert row["document"] == row["title"] == row["wording"] == f"'{text}"


def test_a_sign_inside_a_cell_stays_as_it_is() -> None:
    text = "2 + 2 = 4"
    statement = Statement(id="s1", type="Direct", medium="none", content=((0, len(text)),))
    document = Document(id="d", text=text, model=Model("m", "1"), statements=(statement,))
    assert rows(document)[0]["wording"] == text


@given(documents())
def test_every_row_has_all_columns_whatever_the_wording(document: Document) -> None:
    found = rows(document)
    assert len(found) == len(document.statements)
    assert all(None not in row and None not in row.values() for row in found)
