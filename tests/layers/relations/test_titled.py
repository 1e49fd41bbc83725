"""Offices and memberships as titles and brackets tell them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.layers.clauses import sentences_of
from wortlaut.layers.relations.titled import titles

NOBODY: frozenset[int] = frozenset()


def told(text: str, *, germany: bool = True) -> list[tuple[str, str, str, str]]:
    return [
        (one.subject.name, one.relation, one.object.name, text[slice(*one.span)])
        for sentence in sentences_of(text)
        for one in titles(sentence.tokens, germany, NOBODY)
    ]


@pytest.mark.parametrize(
    ("text", "subject", "object", "wording"),
    [
        (
            "Das sagte der belarussische Machthaber Alexander Lukaschenko.",
            *("Alexander Lukaschenko", "Belarus"),
            "belarussische Machthaber Alexander Lukaschenko",
        ),
        (
            "Wie US-Präsident George W. Bush erklärte, sei es so.",
            *("George W. Bush", "Vereinigte Staaten", "US-Präsident George W. Bush"),
        ),
        (
            "Das sagte Großbritanniens amtierender Premierminister Gordon Brown.",
            *("Gordon Brown", "Vereinigtes Königreich"),
            "Großbritanniens amtierender Premierminister Gordon Brown",
        ),
        (
            "Ankaras Außenminister Mevlüt Çavuşoğlu widersprach.",
            *("Mevlüt Çavuşoğlu", "Türkei", "Ankaras Außenminister Mevlüt Çavuşoğlu"),
        ),
        (
            "Der Vorsitzende der IG Metall, Klaus Meier, warnte.",
            *("Klaus Meier", "IG Metall", "Vorsitzende der IG Metall, Klaus Meier"),
        ),
        (
            "Hans-Jürgen Papier, Präsident des Bundesverfassungsgerichtes, sagte das.",
            *("Hans-Jürgen Papier", "Bundesverfassungsgericht"),
            "Hans-Jürgen Papier, Präsident des Bundesverfassungsgerichtes",
        ),
        (
            "EU-Kommissarin für Justiz, Viviane Reding, lehnt das ab.",
            *("Viviane Reding", "Europäische Union", "EU-Kommissarin für Justiz, Viviane Reding"),
        ),
        (
            "Anna Kröger ist seit 2005 Vorsitzende des Deutschen Bauernverbandes.",
            *("Anna Kröger", "Deutscher Bauernverband"),
            "Anna Kröger ist seit 2005 Vorsitzende des Deutschen Bauernverbandes",
        ),
        (
            "Der kuwaitische Ölminister Ali al-Omair schwieg.",
            *("Ali al-Omair", "Kuwait", "kuwaitische Ölminister Ali al-Omair"),
        ),
        (
            "Der Kommissionspräsident der Afrikanischen Union (AU), Alpha Omar Konaré, kam.",
            *("Alpha Omar Konaré", "Afrikanische Union"),
            "Kommissionspräsident der Afrikanischen Union (AU), Alpha Omar Konaré",
        ),
        (
            "New Yorks Bürgermeister Michael Bloomberg kam.",
            *("Michael Bloomberg", "New York", "New Yorks Bürgermeister Michael Bloomberg"),
        ),
        (
            "Tim Kaine, Gouverneur von Virginia, kam.",
            *("Tim Kaine", "Virginia", "Tim Kaine, Gouverneur von Virginia"),
        ),
        (
            "Airbus-Chef Thomas Enders kam.",
            *("Thomas Enders", "Airbus", "Airbus-Chef Thomas Enders"),
        ),
        (
            "Der deutsche Vizekanzler und Arbeitsminister Franz Müntefering ging.",
            *("Franz Müntefering", "Deutschland"),
            "deutsche Vizekanzler und Arbeitsminister Franz Müntefering",
        ),
    ],
)
def test_who_holds_an_office_where(text: str, subject: str, object: str, wording: str) -> None:
    assert told(text) == [(subject, "holds_office", object, wording)]


@pytest.mark.parametrize(
    ("text", "subject", "object", "wording"),
    [
        ("Guido Westerwelle (FDP) kam.", "Guido Westerwelle", "FDP", "Guido Westerwelle (FDP)"),
        ("Anna Kröger (57, SPD) kam.", "Anna Kröger", "SPD", "Anna Kröger (57, SPD)"),
        (
            "Kritik kam von Minister Claus Ruck (Bündnis 90/Die Grünen).",
            *("Claus Ruck", "Grüne", "Claus Ruck (Bündnis 90/Die Grünen)"),
        ),
        (
            "Der SPD-Abgeordnete Sebastian Edathy kam.",
            *("Sebastian Edathy", "SPD", "SPD-Abgeordnete Sebastian Edathy"),
        ),
        (
            "CDU-Innenminister Uwe Schünemann kam.",
            *("Uwe Schünemann", "CDU", "CDU-Innenminister Uwe Schünemann"),
        ),
        ("Das Nato-Mitglied Türkei schwieg.", "Türkei", "NATO", "Nato-Mitglied Türkei"),
        (
            "Lothar Tietge, Mitglied der SPD-Fraktion, kam.",
            *("Lothar Tietge", "SPD-Fraktion", "Lothar Tietge, Mitglied der SPD-Fraktion"),
        ),
    ],
)
def test_who_belongs_to_whom(text: str, subject: str, object: str, wording: str) -> None:
    assert told(text) == [(subject, "member_of", object, wording)]


@pytest.mark.parametrize(
    "text",
    [
        "Der ehemalige US-Präsident Jimmy Carter kam.",
        "Ex-Präsident Jimmy Carter kam.",
        "Der frühere französische Präsident Jacques Chirac kam.",
        "Die designierte deutsche Außenministerin Anna Kröger kam.",
        "Thilo Sarrazin, ehemals Chef der Deutschen Bahn, kam.",
        "Anna Kröger ist nicht Mitglied der SPD.",
        "Der Vorsitzende der Partei, Klaus Meier, kam.",  # of which party?
        "Er ist der Präsident der Vereinigten Staaten.",  # whoever that is
        "Human Rights Watch-Sprecher Tom Malinowski kam.",  # of "Watch"?
        "Der Chef der Fluggesellschaft Air India kam.",  # no person
        "Der Präsident des Deutschen Fußball Verbands kam.",
        "Es kamen Anna Kröger, der Präsident von Togo, Faure Gnassingbé, und andere.",
    ],
)
def test_what_is_over_or_unclear_is_left_out(text: str) -> None:
    assert told(text) == []


def test_federal_offices_are_of_germany_where_the_text_is_not_of_its_neighbours() -> None:
    text = "Bundeskanzler Werner Faymann kam."
    assert told(text, germany=False) == []
    assert told(text)[0][1:3] == ("holds_office", "Deutschland")


WORDS = ["der", "US-Präsident", "Klaus", "Meier", ",", "(", "SPD", ")", "Chef", "von", "des", "ist"]


@given(st.lists(st.sampled_from([*WORDS, "Russlands", "russische", "\n", "„", "“", "."])))
def test_the_wording_holds_subject_and_object(words: list[str]) -> None:
    text = " ".join(words)
    for sentence in sentences_of(text):
        for one in titles(sentence.tokens, True, NOBODY):
            assert text[slice(*one.span)].strip() == text[slice(*one.span)] != ""
            for named in (one.subject, one.object):
                assert one.span[0] <= named.span[0] < named.span[1] <= one.span[1]
