"""Looking up who is called so, and who held an office on a day."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from wortlaut.lexicon.authority import Authority, in_term, name_of, newest
from wortlaut.lexicon.authority_file import Entry, Term, shipped


def person(id: str, name: str, *terms: Term, aliases: tuple[str, ...] = ()) -> Entry:
    return Entry(id, name, aliases, "person", terms)


LUKASCHENKO = person(
    "wikidata:Q2866", "Alexander Lukaschenko", Term("head of state", "BY", "1994-07-20", None)
)
SARKOZY = person(
    "wikidata:Q329", "Nicolas Sarkozy", Term("head of state", "FR", "2007-05-16", "2012-05-15")
)
CHIRAC = person(
    "wikidata:Q2105", "Jacques Chirac", Term("head of state", "FR", "1995-05-17", "2007-05-16")
)
BUSH = person("wikidata:Q207", "George W. Bush")
LEYEN = person("wikidata:Q2573", "Ursula von der Leyen")
NATO = Entry("wikidata:Q7184", "NATO", ("Nordatlantikpakt",), "organisation")
UN = Entry("wikidata:Q1065", "Vereinte Nationen", ("UNO",), "organisation")


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority([LUKASCHENKO, SARKOZY, CHIRAC, BUSH, LEYEN, NATO, UN])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Präsident Alexander Lukaschenko", {(LUKASCHENKO, 2)}),
        ("Aljaksandr Lukaschenka", {(LUKASCHENKO, 2)}),
        ("Alexander Lukashenkos", {(LUKASCHENKO, 2)}),
        ("Viktor Lukaschenko", set()),
        ("Lukaschenko", set()),
        ("US-Präsident George W. Bush", {(BUSH, 3)}),
        ("George Bush", {(BUSH, 2)}),
        ("Ministerin Ursula von der Leyen", {(LEYEN, 4)}),
        ("Nicolas Sarkozy Straße", set()),
        ("", set()),
    ],
)
def test_full_names_at_the_end(
    authority: Authority, words: str, found: set[tuple[Entry, int]]
) -> None:
    assert authority.persons(words.split()) == found


def test_surnames(authority: Authority) -> None:
    assert authority.by_surname("Lukashenko") == {LUKASCHENKO}
    assert authority.by_surname("Leyen") == {LEYEN}
    assert authority.by_surname("Alexander") == set()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("NATO", {NATO}),
        ("Nato", set()),  # short names are looked up as they are written
        ("Vereinten Nationen", {UN}),
        ("UNO", {UN}),
        ("Nationen", set()),
    ],
)
def test_other_names(authority: Authority, words: str, found: set[Entry]) -> None:
    assert authority.others(words.split()) == found


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2009-05-01", {SARKOZY}),
        ("2007-05-16", {SARKOZY, CHIRAC}),  # the day on which one follows the other
        ("2007", {SARKOZY, CHIRAC}),
        ("2008", {SARKOZY}),
        ("2013-01-01", set()),
        (None, set()),
    ],
)
def test_who_holds_an_office(authority: Authority, day: str | None, found: set[Entry]) -> None:
    assert authority.holders("FR", {"head of state"}, day) == found


def test_a_term_may_be_known_to_the_year() -> None:
    term = Term("mayor", "DE", "2005", "2010-03")
    assert in_term(term, "2005-01-01")
    assert in_term(term, "2010-03-31")
    assert not in_term(term, "2010-04-01")
    assert not in_term(term, "2004")


def test_after_the_file_was_made_an_open_term_may_have_ended() -> None:
    known = Authority([LUKASCHENKO, SARKOZY], as_of="2020-06-01")
    assert known.holders("BY", {"head of state"}, "2020-05-31") == {LUKASCHENKO}
    assert known.holders("BY", {"head of state"}, "2021-01-01") == set()
    assert newest([LUKASCHENKO, SARKOZY]) == "2007-05-16"


def test_initials_do_not_count() -> None:
    assert name_of(["George", "W.", "Bush"]) == ("George", "Bush")


def test_a_file_of_ones_own_adds_and_replaces(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    rows = ["id,name,aliases,kind", "bote:1,Ute Brinkmann,,person"]
    rows += [f"{entry.id},Somebody Else,,{entry.kind}" for entry in shipped()[:1]]
    file.write_text("\n".join(rows), encoding="utf-8")
    authority = Authority.load(file)
    assert authority.persons(["Ute", "Brinkmann"])
    assert len(authority.entries) == 1 + max(len(shipped()), 0)
    for entry in shipped()[:1]:
        assert {e.name for e in authority.entries if e.id == entry.id} == {"Somebody Else"}
    assert Authority.load() is Authority.load()


def test_looking_up_does_not_depend_on_the_size() -> None:
    def seconds(size: int) -> float:
        known = Authority(person(f"x:{n}", f"Vorname{n} Nachname{n}") for n in range(size))
        start = time.perf_counter()
        for n in range(500):
            assert known.persons([f"Vorname{n}", f"Nachname{n}"])
        return time.perf_counter() - start

    seconds(500)
    assert seconds(5_000) < 5 * seconds(500) + 0.5
