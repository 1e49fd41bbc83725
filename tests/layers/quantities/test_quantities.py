"""Amounts: numbers with their bounds and what is counted."""

from __future__ import annotations

import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.layers.quantities.quantities import quantities

INFINITE = None


@pytest.mark.parametrize(
    ("text", "wording", "low", "high", "bound", "unit"),
    [
        ("Es seien bis zu 1,5 Millionen Personen abrufbar.", "bis zu 1,5 Millionen Personen",
         INFINITE, 1_500_000, "at_most", "Personen"),
        ("Es gibt mehr als eine Million freiwillige Soldaten.",
         "mehr als eine Million freiwillige Soldaten", 1_000_000, INFINITE, "more_than",
         "freiwillige Soldaten"),
        ("Es könne Hunderttausende Soldaten abrufen.", "Hunderttausende Soldaten", 200_000,
         INFINITE, "vague", "Soldaten"),
        ("Hunderte von Menschen kamen.", "Hunderte von Menschen", 200, INFINITE, "vague",
         "Menschen"),
        ("Es kostet 2,5 Mrd. Euro im Jahr.", "2,5 Mrd. Euro", 2.5e9, 2.5e9, "exact", "Euro"),
        ("Er zahlte 2.500 Euro.", "2.500 Euro", 2500, 2500, "exact", "Euro"),
        ("Anderthalb Millionen Menschen leben dort.", "Anderthalb Millionen Menschen",
         1_500_000, 1_500_000, "exact", "Menschen"),
        ("Es fehlen zwei Dutzend Lehrer.", "zwei Dutzend Lehrer", 24, 24, "exact", "Lehrer"),
        ("Betroffen ist jeder Dritte.", "jeder Dritte", 0.333, 0.333, "exact", None),
        ("Das sind 20 bis 30 Prozent.", "20 bis 30 Prozent", 20, 30, "range", "Prozent"),
        ("Es kommen zwischen 20 und 30 Gäste.", "zwischen 20 und 30 Gäste", 20, 30, "range",
         "Gäste"),
        ("Es kamen drei bis vier Millionen Gäste.", "drei bis vier Millionen Gäste", 3e6, 4e6,
         "range", "Gäste"),
        ("Knapp 400 Stellen fallen weg.", "Knapp 400 Stellen", INFINITE, 400, "less_than",
         "Stellen"),
        ("Mindestens zweihundert Soldaten fielen.", "Mindestens zweihundert Soldaten", 200,
         INFINITE, "at_least", "Soldaten"),
        ("Rund 15 Tonnen Lebensmittel kamen an.", "Rund 15 Tonnen Lebensmittel", 15, 15, "approx",
         "Tonnen Lebensmittel"),
        ("Er fuhr 80 Kilometer pro Stunde.", "80 Kilometer pro Stunde", 80, 80, "exact",
         "Kilometer pro Stunde"),
        ("Sechs Straßen- und Hallenmärkte öffnen.", "Sechs Straßen- und Hallenmärkte", 6, 6,
         "exact", "Straßen- und Hallenmärkte"),
        ("Er bekam sieben Jahre Haft.", "sieben Jahre Haft", 7, 7, "exact", "Jahre Haft"),
        ("Drei Viertel der Wähler stimmten zu.", "Drei Viertel", 0.75, 0.75, "exact", None),
        ("Es waren minus 20 Grad Celsius.", "minus 20 Grad Celsius", -20, -20, "exact",
         "Grad Celsius"),
        ("Eine 400-köpfige Kommission tagt.", "400-köpfige Kommission", 400, 400, "exact",
         "köpfige Kommission"),
        ("Zwei Menschen starben, drei verletzt.", "Zwei Menschen", 2, 2, "exact", "Menschen"),
    ],
)  # fmt: skip
def test_amounts(
    text: str, wording: str, low: float | None, high: float | None, bound: str, unit: str | None
) -> None:
    found = quantities(text)[0]
    assert text[slice(*found.span)] == wording
    assert (found.low, found.high, found.bound, found.unit) == (low, high, bound, unit)


@pytest.mark.parametrize(
    "text",
    [
        "Am 19. März 2008 um 14:30 Uhr begann es.",
        "Das war im Jahr 2007 so, und 2009 wieder.",
        "Ein 29-jähriger Mann und Karl Meier (43) kamen.",
        "Bayern gewann 3:2 gegen Köln.",
        "Der Airbus A380 und die „Falcon 9“ flogen.",
        "Er wohnt in Nr. 12.",
        "Sie feierte die 30. Preisverleihung.",
        "Er kam vor drei Jahren und blieb zwei Tage.",
        "Ein Minister sagte gegen vier Uhr eine Sitzung ab.",
        "1" * 500,
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert quantities(text) == ()


@given(st.text(alphabet="0123456789.,-–%€ zweihunderttausendbis\nMDEuro„“()", max_size=60))
def test_any_text_gives_spans_in_order_and_numbers_that_json_can_hold(text: str) -> None:
    found = quantities(text)
    assert all(0 <= one.span[0] < one.span[1] <= len(text) for one in found)
    assert all(a.span[1] <= b.span[0] for a, b in pairwise(found))
    for one in found:
        json.dumps([one.low, one.high], allow_nan=False)
        assert one.low is not None or one.high is not None


@pytest.mark.parametrize(
    "hostile", ["1", "1.111", "zwei ", "bis ", "ein ", "a-", "10 der ", "zwischen 1 und ", "„1“ "]
)
def test_a_megabyte_takes_seconds_at_most(hostile: str) -> None:
    def seconds(size: int) -> float:
        text = hostile * (size // len(hostile))
        began = time.process_time()
        quantities(text)
        return time.process_time() - began

    assert seconds(1_000_000) < 30 * max(seconds(100_000), 0.05)


def test_dev_articles(repository: Path) -> None:
    """The floors of the grammar on the annotated dev articles, where they are there."""
    dev = repository.parent / "shared/data/meaning/wikinews-dev.jsonl"
    if not dev.is_file():
        pytest.skip("the dev data is not beside the project; the table above stands in for it")
    strict = right = found = gold = 0
    for line in dev.read_text(encoding="utf8").split("\n"):
        if line:
            article = json.loads(line)
            expected = {tuple(q["span"]): q for q in article["quantities"] if q["required"]}
            ours = quantities(article["text"])
            found += len(ours)
            gold += len(expected)
            for one in ours:
                if (known := expected.get(one.span)) is not None:
                    strict += 1
                    reading = {"low": one.low, "high": one.high, "bound": one.bound}
                    right += reading in known["readings"]
    assert 2 * strict / (found + gold) >= 0.89
    assert 2 * right / (found + gold) >= 0.89
