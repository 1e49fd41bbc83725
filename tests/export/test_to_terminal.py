"""The terminal view works as plain text; colours only add."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given
from rich.cells import cell_len

from tests.export.strategies import documents
from wortlaut.document import Actor, Document, Model, Relation, Speaker, Statement
from wortlaut.export.to_terminal import write
from wortlaut.export.wording import visible

HARBOUR_AT_80_COLUMNS = """\
Nordersieler Bote · 2023-02-26 · https://bote.example/schleuse?seite=1&teil=2
──────────────────────────────────────────────── [1 what was said]  *who*  _cue_
🚢 Nordersiel 🇩🇪: Streit um die Schleuse für Ku\u0308stenschiffe

[1 Der Ausbau der Seeschleuse in Nordersiel verzögert sich] _nach Angaben_ *der
Hafenbehörde* [1 um mindestens zwei Jahre]. [2 „Wir haben den Baugrund
unterschätzt“], _sagte_ *Behördenchefin Ute Brinkmann* am Dienstag der
Nachrichtenagentur NDA, [2 „und wir werden das nicht schönreden.“]

*Oberbürgermeister Jörg Thomsen* _nannte_ die Planung [3 „von Anfang an
unseriös“]. [4 Die Stadt habe schon 2019 gewarnt.] [5 Gehört worden sei sie
nicht.]

*Das Verkehrsministerium* _teilte mit_, [6 die Kosten stiegen
[7 „voraussichtlich um 40 Prozent“] auf mehr als eine Milliarde Euro]. [8 *Der
Umweltverband Watt & Meer* _forderte_ einen sofortigen Baustopp.]
[9 [10 Notfalls werde man klagen]], _sagte_ *Sprecherin Anna Kröger* _laut_
*„Nordersieler Bote“*.

Die Reederei Hansen & Söhne lehnte eine Stellungnahme ab.

────────────────────────────────────────────────────────────────────────────────
 #  who                                cue           type                  score

 1  der Hafenbehörde                   nach Angaben  Indirect               0.93
    Der Ausbau der Seeschleuse in Nordersiel verzögert sich […] um mindestens
    zwei Jahre

 2  Behördenchefin Ute Brinkmann to    sagte         Direct                 0.98
    der Nachrichtenagentur NDA
    „Wir haben den Baugrund unterschätzt“ […] „und wir werden das nicht
    schönreden.“

 3  Oberbürgermeister Jörg Thomsen     nannte        Direct                 0.96
    „von Anfang an unseriös“

 4  Oberbürgermeister Jörg Thomsen     -             IndirectFreeIndirect   0.81
    Die Stadt habe schon 2019 gewarnt.

 5  Oberbürgermeister Jörg Thomsen     -             IndirectFreeIndirect   0.77
    Gehört worden sei sie nicht.

 6  Das Verkehrsministerium            teilte mit    Indirect               0.90
    die Kosten stiegen „voraussichtlich um 40 Prozent“ auf mehr als eine
    Milliarde Euro

 7  Das Verkehrsministerium            teilte mit    Direct in 6            0.88
    „voraussichtlich um 40 Prozent“

 8  Der Umweltverband Watt & Meer      forderte      Reported               0.64
    Der Umweltverband Watt & Meer forderte einen sofortigen Baustopp.

 9  Sprecherin Anna Kröger             sagte         Indirect               0.91
    Notfalls werde man klagen

10  „Nordersieler Bote“                laut          Indirect               0.42
    Notfalls werde man klagen
"""


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No matter where the tests run: what rich looks at is not set."""
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def printed(*documents: Document, on: io.StringIO | None = None) -> str:
    out = on or io.StringIO()
    write(documents, out)
    return out.getvalue()


def test_the_whole_page_as_plain_text(harbour: Document) -> None:
    lines = [line.rstrip() for line in printed(harbour).splitlines()]
    assert lines == HARBOUR_AT_80_COLUMNS.splitlines()


def test_colours_only_add(harbour: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    coloured = printed(harbour, on=Screen())
    assert "\x1b[36m" in coloured  # contents
    assert "\x1b[4;36m" in coloured  # what is nested
    assert "\x1b[1;35m" in coloured  # speakers
    assert "\x1b[3;32m" in coloured  # cues
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == printed(harbour)


def test_no_color_is_respected(harbour: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    codes = re.findall(r"\x1b\[([\d;]*)m", printed(harbour, on=Screen()))
    assert {code for codes_ in codes for code in codes_.split(";")} == set("01234")


def test_articles_without_statements_say_so(silent: Document) -> None:
    assert printed(silent).splitlines() == [
        "weather.txt",
        "─" * 80,
        "Am Sonntag scheint im ganzen Norden die Sonne.",
        "─" * 80,
        "No statements found.",
    ]


def test_relations_stand_below_a_line_each() -> None:
    document = Document(
        id="d",
        text="Guido Westerwelle (FDP) schwieg.",
        model=Model("m", "1"),
        actors=(Actor("a1", "Guido Westerwelle", "person"), Actor("a2", "FDP", "organisation")),
        relations=(Relation("a1", "member_of", "a2", (0, 23)),),
    )
    assert printed(document).splitlines()[-3:] == [
        "",
        "relations",
        "Guido Westerwelle member of FDP: Guido Westerwelle (FDP)",
    ]


def test_crossing_statements_can_be_told_apart() -> None:
    def statement(id: str, start: int, end: int) -> Statement:
        return Statement(id=id, type="Indirect", medium="none", content=((start, end),))

    document = Document(
        id="d",
        text="eins zwei drei vier",
        model=Model("m", "1"),
        statements=(statement("s1", 0, 14), statement("s2", 5, 19)),
    )
    assert "[1 eins [2 zwei drei 1] vier]" in printed(document)


def test_a_statement_goes_on_in_the_next_paragraph() -> None:
    text = "„Erster Absatz.\n\nZweiter Absatz“, sagte er."
    content = ((0, text.index(",")),)
    said = Statement(
        id="s1", type="Direct", medium="none", content=content, speaker=Speaker(None, ((40, 42),))
    )
    lines = printed(
        Document(id="d", text=text, model=Model("m", "1"), statements=(said,))
    ).splitlines()
    assert lines[2:5] == ["[1 „Erster Absatz.", "", "Zweiter Absatz“], sagte *er*."]
    assert lines[-2:] == ["   „Erster Absatz.", "   Zweiter Absatz“"]


def test_a_narrow_screen_has_facts_without_columns(
    harbour: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    text = printed(harbour)
    assert "3 · Oberbürgermeister Jörg Thomsen" in text
    assert all(cell_len(line.rstrip()) <= 40 for line in text.splitlines())


@given(documents())
def test_no_line_is_wider_than_the_screen_and_no_word_is_lost(document: Document) -> None:
    text = printed(document)
    assert all(cell_len(line) <= 80 for line in text.splitlines())
    letters = re.sub(r"\s", "", visible(document.text))
    without_marks = re.sub(r"[\[\]*_\s\d]", "", text)
    assert re.sub(r"[\[*\d]", "", letters) in without_marks
