"""Documents built by hand, so that the exports are tested without a model."""

from __future__ import annotations

import pytest

from wortlaut.document import Document, Medium, Model, Span, Spans, Speaker, Statement, Type

# An emoji outside the basic plane, a two-part flag and a combining diaeresis stand before all
# statements: whoever counts bytes, UTF-16 units or glyphs gets every offset wrong.
HARBOUR = """\
🚢 Nordersiel 🇩🇪: Streit um die Schleuse für Ku\u0308stenschiffe

Der Ausbau der Seeschleuse in Nordersiel verzögert sich nach Angaben der Hafenbehörde um \
mindestens zwei Jahre. „Wir haben den Baugrund unterschätzt“, sagte Behördenchefin Ute Brinkmann \
am Dienstag der Nachrichtenagentur NDA, „und wir werden das nicht schönreden.“

Oberbürgermeister Jörg Thomsen nannte die Planung „von Anfang an unseriös“. Die Stadt habe schon \
2019 gewarnt. Gehört worden sei sie nicht.

Das Verkehrsministerium teilte mit, die Kosten stiegen „voraussichtlich um 40 Prozent“ auf mehr \
als eine Milliarde Euro. Der Umweltverband Watt & Meer forderte einen sofortigen Baustopp. \
Notfalls werde man klagen, sagte Sprecherin Anna Kröger laut „Nordersieler Bote“.

Die Reederei Hansen & Söhne lehnte eine Stellungnahme ab.
"""


class Annotation:
    """Finds the spans of wordings in a text, so that no offset is counted by hand."""

    def __init__(self, text: str) -> None:
        self.text = text

    def spans(self, *wordings: str) -> Spans:
        """Where they stand; each must be there exactly once, "er| sagte" with what follows it."""
        return tuple(self._span(*wording.partition("|")[::2]) for wording in wordings)

    def _span(self, wording: str, context: str) -> Span:
        assert self.text.count(wording + context) == 1, wording
        start = self.text.index(wording + context)
        return start, start + len(wording)

    def statement(
        self,
        id: str,
        type: Type,
        medium: Medium,
        *content: str,
        within: str | None = None,
        score: float = 0.9,
        **parts: str,
    ) -> Statement:
        """A statement whose content, speaker, cue, addressee and frame are given as wordings."""
        found = {part: self.spans(wording) for part, wording in parts.items()}
        return Statement(
            id=id,
            type=type,
            medium=medium,
            content=self.spans(*content),
            speaker=Speaker(None, found["speaker"]) if "speaker" in found else None,
            cue=found.get("cue", ()),
            addressee=found.get("addressee", ()),
            frame=found.get("frame", ()),
            within=within,
            score=score,
        )


@pytest.fixture(scope="session")
def harbour() -> Document:
    """A short report in the style of an agency, with all that makes statements hard to show.

    Contents in pieces (s1, s2), speakers in another sentence (s4, s5), a Direct inside an Indirect
    (s7), a speaker inside the content (s8), two statements over the same words (s9, s10).
    """
    make = Annotation(HARBOUR).statement
    thomsen = "Oberbürgermeister Jörg Thomsen"
    return Document(
        id="nda-4711",
        title="🚢 Nordersiel 🇩🇪: Streit um die Schleuse für Ku\u0308stenschiffe",
        outlet="Nordersieler Bote",
        url="https://bote.example/schleuse?seite=1&teil=2",
        published="2023-02-26",
        text=HARBOUR,
        model=Model("by hand", "1"),
        statements=(
            make(
                "s1",
                "Indirect",
                "SW",
                "Der Ausbau der Seeschleuse in Nordersiel verzögert sich",
                "um mindestens zwei Jahre",
                speaker="der Hafenbehörde",
                cue="nach Angaben",
                frame="nach Angaben der Hafenbehörde",
                score=0.93,
            ),
            make(
                "s2",
                "Direct",
                "Speech",
                "„Wir haben den Baugrund unterschätzt“",
                "„und wir werden das nicht schönreden.“",
                speaker="Behördenchefin Ute Brinkmann",
                cue="sagte| Behördenchefin",
                addressee="der Nachrichtenagentur NDA",
                frame=", sagte Behördenchefin Ute Brinkmann am Dienstag der Nachrichtenagentur NDA"
                ",",
                score=0.98,
            ),
            make(
                "s3",
                "Direct",
                "Speech",
                "„von Anfang an unseriös“",
                speaker=thomsen,
                cue="nannte",
                frame="Oberbürgermeister Jörg Thomsen nannte die Planung",
                score=0.96,
            ),
            make(
                "s4",
                "IndirectFreeIndirect",
                "Speech",
                "Die Stadt habe schon 2019 gewarnt.",
                speaker=thomsen,
                score=0.81,
            ),
            make(
                "s5",
                "IndirectFreeIndirect",
                "Speech",
                "Gehört worden sei sie nicht.",
                speaker=thomsen,
                score=0.77,
            ),
            make(
                "s6",
                "Indirect",
                "SW",
                "die Kosten stiegen „voraussichtlich um 40 Prozent“ auf mehr als eine Milliarde"
                " Euro",
                speaker="Das Verkehrsministerium",
                cue="teilte mit",
                frame="Das Verkehrsministerium teilte mit,",
            ),
            make(
                "s7",
                "Direct",
                "SW",
                "„voraussichtlich um 40 Prozent“",
                speaker="Das Verkehrsministerium",
                cue="teilte mit",
                frame="Das Verkehrsministerium teilte mit,",
                within="s6",
                score=0.88,
            ),
            make(
                "s8",
                "Reported",
                "none",
                "Der Umweltverband Watt & Meer forderte einen sofortigen Baustopp.",
                speaker="Der Umweltverband Watt & Meer",
                cue="forderte",
                score=0.64,
            ),
            make(
                "s9",
                "Indirect",
                "Speech",
                "Notfalls werde man klagen",
                speaker="Sprecherin Anna Kröger",
                cue="sagte| Sprecherin",
                frame=", sagte Sprecherin Anna Kröger laut „Nordersieler Bote“",
                score=0.91,
            ),
            make(
                "s10",
                "Indirect",
                "Writing",
                "Notfalls werde man klagen",
                speaker="„Nordersieler Bote“",
                cue="laut",
                frame=", sagte Sprecherin Anna Kröger laut „Nordersieler Bote“",
                score=0.42,
            ),
        ),
    )


@pytest.fixture(scope="session")
def silent() -> Document:
    """An article in which nobody is quoted."""
    return Document(
        id="weather.txt",
        text="Am Sonntag scheint im ganzen Norden die Sonne.",
        model=Model("by hand", "1"),
    )
