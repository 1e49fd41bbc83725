"""The grammars of times, one pattern at a time: dates, days, times of day, durations."""

from __future__ import annotations

import pytest

from wortlaut.layers.times import times

PUBLISHED = "2023-02-26"  # a Sunday


def first(text: str) -> tuple[str, str, str | None]:
    found = times(text, PUBLISHED)[0]
    return text[slice(*found.span)], found.type, found.value


@pytest.mark.parametrize(
    ("text", "wording", "value"),
    [
        ("am 19. März 2008", "19. März 2008", "2008-03-19"),
        ("am 26.06. dort", "26.06.", "2023-06-26"),
        ("am Montag, dem 3. November, dort", "Montag, dem 3. November", "2022-11-03"),
        ("Ende Februar kam", "Ende Februar", "2023-02"),
        ("im Mai dieses Jahres", "Mai dieses Jahres", "2023-05"),
        ("im Mai vergangenen Jahres", "Mai vergangenen Jahres", "2022-05"),
        ("im Jahr 2009 war", "Jahr 2009", "2009"),
        ("Ende 2010 war", "Ende 2010", "2010"),
        ("im Sommer 2009 war", "Sommer 2009", "2009-SU"),
        ("an Weihnachten 2009", "Weihnachten 2009", "2009-12-25"),
        ("am Karfreitag war", "Karfreitag", "2023-04-07"),
        ("am Dienstag kam er", "Dienstag", "2023-02-21"),
        ("am Dienstag soll er kommen", "Dienstag", "2023-02-28"),
        ("am kommenden Freitag", "kommenden Freitag", "2023-03-03"),
    ],
)
def test_dates(text: str, wording: str, value: str) -> None:
    assert first(text) == (wording, "DATE", value)


@pytest.mark.parametrize(
    ("text", "wording", "value"),
    [
        ("vorgestern war", "vorgestern", "2023-02-24"),
        ("am gestrigen Samstag", "gestrigen Samstag", "2023-02-25"),
        ("bis heute ist", "heute", "PRESENT_REF"),
        ("in dieser Woche", "dieser Woche", "2023-W08"),
        ("im kommenden Jahr", "kommenden Jahr", "2024"),
        ("gegenüber dem Vorjahr", "Vorjahr", "2022"),
        ("vor 20 Jahren war", "20 Jahren", "2003"),
        ("vor wenigen Tagen war", "wenigen Tagen", "PAST_REF"),
        ("in drei Monaten soll er", "drei Monaten", "2023-05"),
        ("drei Jahre zuvor war", "drei Jahre zuvor", "2020"),
        ("kürzlich war", "kürzlich", "PAST_REF"),
    ],
)
def test_dates_told_from_the_day_of_publication(text: str, wording: str, value: str) -> None:
    assert first(text) == (wording, "DATE", value)


@pytest.mark.parametrize(
    ("text", "wording", "value"),
    [
        ("um 20:30 Uhr", "20:30 Uhr", "2023-02-26T20:30"),
        ("um fünf Uhr", "fünf Uhr", "2023-02-26T05:00"),
        ("um 14.30 Uhr", "14.30 Uhr", "2023-02-26T14:30"),
        ("am Samstagabend", "Samstagabend", "2023-02-25TEV"),
        ("gestern Abend war", "gestern Abend", "2023-02-25TEV"),
        ("in der Nacht zum Samstag", "Nacht zum Samstag", "2023-02-24TNI"),
        ("am Morgen des 22. Februar 2023", "Morgen des 22. Februar 2023", "2023-02-22TMO"),
    ],
)
def test_times_of_day(text: str, wording: str, value: str) -> None:
    assert first(text) == (wording, "TIME", value)


@pytest.mark.parametrize(
    ("text", "wording", "value"),
    [
        ("seit zwei Tagen", "zwei Tagen", "P2D"),
        ("fünf Minuten lang", "fünf Minuten", "PT5M"),
        ("ein halbes Jahr", "ein halbes Jahr", "P0.5Y"),
        ("mehr als zehn Jahre", "mehr als zehn Jahre", "P10Y"),
        ("zwei Jahre und zehn Monate", "zwei Jahre und zehn Monate", "P2Y10M"),
        ("seit Jahren", "Jahren", "PXY"),
        ("nach monatelangem Streit", "monatelangem", "PXM"),
        ("in den letzten drei Jahren", "letzten drei Jahren", "P3Y"),
        ("ein dreitägiger Besuch", "dreitägiger", "P3D"),
        ("die 15-jährige Freiheitsstrafe", "15-jährige", "P15Y"),
    ],
)
def test_durations(text: str, wording: str, value: str) -> None:
    assert first(text) == (wording, "DURATION", value)


@pytest.mark.parametrize(
    ("text", "wording", "value"),
    [
        ("jedes Jahr kommt", "jedes Jahr", "P1Y"),
        ("pro Monat kostet", "pro Monat", "P1M"),
        ("täglich kommt", "täglich", "P1D"),
    ],
)
def test_sets(text: str, wording: str, value: str) -> None:
    assert first(text) == (wording, "SET", value)


def test_the_age_of_a_person_is_no_duration() -> None:
    assert times("Der 45-jährige Mann und eine neunjährige Schülerin", PUBLISHED) == ()
