"""The table of states is whole, and each word in it leads to one state."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain

import pytest

from wortlaut.lexicon.states import (
    UNION,
    by_adjective,
    by_capital,
    by_demonym,
    by_name,
    by_palace,
    first_words,
    is_demonym_plural,
    states,
)
from wortlaut.lexicon.tables import table


def test_there_are_all_states() -> None:
    """193 of the United Nations, four beside them, three territories, and five that are no more."""
    codes = set(states())
    assert len(codes) == 206
    assert {"DE", "AT", "CH", "BY", "VA", "PS", "XK", "TW", "DDDE", "SUHH"} <= codes
    assert all(re.fullmatch(r"[A-Z]{2}|[A-Z]{4}", code) for code in codes)


def test_every_row_has_its_columns_and_an_item_of_its_own() -> None:
    assert {len(row) for row in table("states")} == {7}
    assert all(re.fullmatch(r"Q[1-9]\d*", s.wikidata) for s in states().values())
    assert len({s.wikidata for s in states().values()}) == len(states())
    assert all(s.names for s in states().values())


@pytest.mark.parametrize("column", ["names", "adjectives", "demonyms", "palaces", "capitals"])
def test_no_word_stands_for_two_states(column: str) -> None:
    words = Counter(chain.from_iterable(getattr(s, column) for s in states().values()))
    assert [word for word, times in words.items() if times > 1] == []
    assert all(word == word.strip() and word != "-" for word in words)


def test_adjectives_are_stems_and_demonyms_are_men() -> None:
    adjectives = [a for s in states().values() for a in s.adjectives]
    assert all(a == a.lower() and a.endswith(("sch", "er", "thai")) for a in adjectives)
    demonyms = [d for s in states().values() for d in s.demonyms]
    assert all(d[0].isupper() and not d.endswith("in") for d in demonyms)


def test_nearly_every_state_has_adjective_demonym_and_capital() -> None:
    today = [s for s in states().values() if len(s.code) == 2 and s.code != UNION]
    assert sum(bool(s.adjectives) for s in today) >= len(today) - 6
    assert sum(bool(s.demonyms) for s in today) >= len(today) - 7
    city_states = {"SG", "MC", "VA", "KW", "LU", "SM", "DJ", "HK", "NR", "KI", "EH", "ST"}
    assert {s.code for s in today if not s.capitals} <= city_states


def test_seats_are_capitals_and_states_of_the_table() -> None:
    for capital, state, *_ in table("seats"):
        assert state in states()
        assert state in by_capital(capital.split()) or capital in ("Brüssel", "Bonn")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Belarus", "BY"),
        ("Weißrussland", "BY"),
        ("Frankreichs", "FR"),
        ("Vereinigten Staaten", "US"),
        ("Vereinigte Staaten von Amerika", "US"),
        ("Niederlanden", "NL"),
        ("Vereinigten Arabischen Emiraten", "AE"),
        ("Birma", "MM"),
        ("Iran", "IR"),
        ("Europäischen Union", UNION),
        ("DDR", "DDDE"),
        ("Bayern", None),
        ("Kongo", None),  # there are two
        ("Korea", None),
    ],
)
def test_names(words: str, code: str | None) -> None:
    assert by_name(words.split()) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("belarussischen", "BY"),
        ("weißrussische", "BY"),
        ("Schweizer", "CH"),
        ("US-amerikanischer", "US"),
        ("Deutsche", "DE"),
        ("bayerische", None),
        ("europäische", None),  # Europe is more than the Union
        ("kongolesische", None),
    ],
)
def test_adjectives(word: str, code: str | None) -> None:
    assert by_adjective(word) == code


@pytest.mark.parametrize(
    ("word", "code", "many"),
    [
        ("Belarusse", "BY", False),
        ("Belarussen", "BY", True),
        ("Belarussin", "BY", False),
        ("Israelis", "IL", True),
        ("Schweizer", "CH", True),
        ("Amerikanern", "US", True),
        ("Berliner", None, False),
    ],
)
def test_demonyms(word: str, code: str | None, many: bool) -> None:
    assert by_demonym(word) == code
    assert is_demonym_plural(word) is many


def test_seats_of_governments() -> None:
    assert by_palace(["Kremls"]) == "RU"
    assert by_palace(["Weißen", "Hauses"]) == "US"
    assert by_capital(["Minsk"]) == {"BY"}
    assert by_capital(["Hamburg"]) == frozenset()


def test_first_words_of_names() -> None:
    assert {"vereinigte", "vereinigten", "burkina", "demokratischen"} <= first_words()
