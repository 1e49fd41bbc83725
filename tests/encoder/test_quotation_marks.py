"""Every style of quotation marks, nested, unbalanced and over paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.encoder.quotation_marks import quotations


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quotations(text)]


@pytest.mark.parametrize(
    "marks", ["„“", "„”", '""', "»«", "«»", "“”", "‚‘", "''", "›‹", "‹›", '„"'], ids=str
)
def test_every_style(marks: str) -> None:
    opening, closing = marks[0], marks[1]
    text = f"Er sagte: {opening}Ich komme.{closing} Dann ging er."
    assert quoted(text) == [f"{opening}Ich komme.{closing}"]


def test_nested_quotations_close_inside_out() -> None:
    text = "Sie rief: „Er sagte ‚nein‘ zu mir“, und ging."
    assert quoted(text) == ["‚nein‘", "„Er sagte ‚nein‘ zu mir“"]


def test_the_same_straight_marks_open_and_close() -> None:
    text = 'Die "Aktuelle Kamera" und der "Stern" berichten.'
    assert quoted(text) == ['"Aktuelle Kamera"', '"Stern"']


def test_an_apostrophe_is_no_mark() -> None:
    assert quoted("Das ist Peter's Haus, sagt O'Neill, und so geht's weiter.") == []


def test_a_lost_closing_mark_does_not_reach_the_next_paragraph() -> None:
    text = "„Das war so.\n\nDer Minister ging. „Ja“, sagte er."
    assert quoted(text) == ["„Ja“"]


def test_a_lost_opening_mark_is_forgotten() -> None:
    assert quoted("Das war so“, sagte er. Ein „Erfolg“ sei es.") == ["„Erfolg“"]


@given(st.text(alphabet="„“”\"»«‚‘'›‹ aä.\n😀"))
def test_nothing_raises_and_spans_are_in_the_text(text: str) -> None:
    for start, end in quotations(text):
        assert 0 <= start < end <= len(text)
