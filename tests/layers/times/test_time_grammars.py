"""The grammars of times, one pattern at a time: dates, days, times of day, durations."""

from __future__ import annotations

import pytest

from wortlaut.layers.times.times import times

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
        ("schon im Sommer sank sie", "Sommer", "2022-SU"),
        ("im Sommer soll sie sinken", "Sommer", "2023-SU"),
        ("Stand 2016-03-24", "2016-03-24", "2016-03-24"),
        ("an Weihnachten 2009", "Weihnachten 2009", "2009-12-25"),
        ("der Karfreitag ist", "Karfreitag", "2023-04-07"),
        ("am Dienstag kam er", "Dienstag", "2023-02-21"),
        ("am Dienstag soll er kommen", "Dienstag", "2023-02-28"),
        ("am kommenden Freitag", "kommenden Freitag", "2023-03-03"),
        ("vom 5. bis zum 9. Juni", "5.", "2023-06-05"),
        ("am Mittwoch (22.02)", "Mittwoch", "2023-02-22"),
        ("am 22.10.09 dort", "22.10.09", "2009-10-22"),
        ("am ersten Juli 2011", "ersten Juli 2011", "2011-07-01"),
        ("von Januar bis September 2010", "Januar", "2010-01"),
        ("vom 2. April bis zum 20. Juni 1943", "2. April", "1943-04-02"),
        ("im Februar des vergangenen Jahres", "Februar des vergangenen Jahres", "2022-02"),
        ("im Geschäftsjahr 2009", "Geschäftsjahr 2009", "2009"),
        ("in der Saison 2006/07", "2006/07", "2006/2007"),
        ("im Jahr 578 starb", "Jahr 578", "0578"),
        ("Freitag vergangener Woche", "Freitag vergangener Woche", "2023-02-17"),
        ("am vergangenen Samstag", "vergangenen Samstag", "2023-02-18"),
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
        ("vor einem halben Jahr", "einem halben Jahr", "2022-08"),
        ("Anfang der Woche kam", "Anfang der Woche", "2023-W08"),
        ("zum Jahresende", "Jahresende", "2023"),
        ("im Laufe der Woche", "Woche", "2023-W08"),
        ("in dieser Welt von heute", "heute", "PRESENT_REF"),
        ("bei ihrem heutigen Auftritt", "heutigen", "2023-02-26"),
        ("der heutige Zustand", "heutige", "PRESENT_REF"),
        ("in diesen Tagen", "diesen Tagen", "PRESENT_REF"),
        ("in naher Zukunft", "naher Zukunft", "FUTURE_REF"),
        ("erst vor kurzem", "vor kurzem", "PAST_REF"),
        ("in der Vergangenheit", "Vergangenheit", "PAST_REF"),
        ("zu dieser Zeit war", "dieser Zeit", "PAST_REF"),
        ("schon am Vortag", "Vortag", "2023-02-25"),
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
        (
            "am Samstag Abend um circa 19:20 Uhr",
            "Samstag Abend um circa 19:20 Uhr",
            "2023-02-25T19:20",
        ),
        ("von 14.30-18 Uhr", "14.30", "2023-02-26T14:30"),
        ("gegen vier Uhr morgens", "vier Uhr morgens", "2023-02-26T04:00"),
        ("um 10:46 Uhr MESZ", "10:46 Uhr MESZ", "2023-02-26T10:46"),
        ("um halb neun", "halb neun", "2023-02-26T08:30"),
        ("gestern am frühen Abend", "gestern am frühen Abend", "2023-02-25TEV"),
        ("in den frühen Morgenstunden", "frühen Morgenstunden", "2023-02-26TMO"),
        ("am Abend zuvor", "Abend zuvor", "2023-02-25TEV"),
        ("17 Uhr am Freitagnachmittag", "17 Uhr am Freitagnachmittag", "2023-02-24T17:00"),
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
        ("17 lange Jahre", "17 lange Jahre", "P17Y"),
        ("nach ein paar Jahren", "ein paar Jahren", "PXY"),
        ("drei bis fünf Stunden", "drei bis fünf Stunden", "PTXH"),
        ("zwölf und 24 Jahre", "zwölf", "P12Y"),
        ("die 35-Stunden-Woche", "35-Stunden-Woche", "PT35H"),
        ("nach mehrwöchiger Jagd", "mehrwöchiger", "PXW"),
        ("in den ersten neun Monaten", "ersten neun Monaten", "P9M"),
        ("vor gut fünf Jahren", "gut fünf Jahren", "P5Y"),  # in which year is not said
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
        ("die jährlichen Kosten", "jährlichen", "P1Y"),
        ("dreimal täglich", "dreimal täglich", "P1D"),
        ("einmal im Monat", "einmal im Monat", "P1M"),
        ("alle vier Jahre", "alle vier Jahre", "P4Y"),
        ("50 Millionen im Monat", "Monat", "P1M"),
        ("jeden Montag", "jeden Montag", "XXXX-WXX-1"),
        ("geöffnet montags", "montags", "XXXX-WXX-1"),
        ("im Mai jeden Jahres", "Mai jeden Jahres", "XXXX-05"),
        ("nur nachts", "nachts", "XXXX-XX-XXTNI"),
    ],
)
def test_sets(text: str, wording: str, value: str) -> None:
    assert first(text) == (wording, "SET", value)


@pytest.mark.parametrize(
    ("text", "wording", "value"),
    [
        ("in den zwanziger Jahren", "zwanziger Jahren", "192"),
        ("aus den 1950er Jahren", "1950er Jahren", "195"),
        ("in den 70er-Jahren", "70er-Jahren", "197"),
        ("seit Mitte der siebziger Jahre", "Mitte der siebziger Jahre", "197"),
        ("im 20. Jahrhundert", "20. Jahrhundert", "19"),
        ("Beginn des 19. Jahrhunderts", "Beginn des 19. Jahrhunderts", "18"),
        ("im ersten Halbjahr 2012", "ersten Halbjahr 2012", "2012-H1"),
        ("im letzten Quartal dieses Jahres", "letzten Quartal dieses Jahres", "2023-Q4"),
        ("im Herbst vergangenen Jahres", "Herbst vergangenen Jahres", "2022-FA"),
    ],
)
def test_periods(text: str, wording: str, value: str) -> None:
    assert first(text) == (wording, "DATE", value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Er kam Weihnachten", "2022-12-25"),
        ("Er soll Weihnachten kommen", "2023-12-25"),
        ("Pfingsten war er da", "2022-06-05"),
        ("an Ostern 2008", "2008-03-23"),
        ("am zweiten Weihnachtstag schneite es", "2022-12-26"),
    ],
)
def test_a_holiday_is_the_nearest_one_or_as_the_tense_tells(text: str, value: str) -> None:
    assert times(text, PUBLISHED)[0].value == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Am 3. Mai 2022 kam er. Am nächsten Tag ging er.", ["2022-05-03", "2022-05-04"]),
        ("Am 3. Mai 2022 kam er, zwei Tage zuvor war sie da.", ["2022-05-03", "2022-05-01"]),
        ("Am 1. Juli 2013 war Start, in der Woche darauf Ende.", ["2013-07-01", "2013-W28"]),
        ("Im Jahr 2009 stieg er, ein Jahr zuvor fiel er.", ["2009", "2008"]),
        ("Am 1. Oktober 2003 sprach sie. An diesem Tag kam er.", ["2003-10-01", "2003-10-01"]),
    ],
)
def test_told_from_the_date_last_spoken_of(text: str, values: list[str]) -> None:
    assert [time.value for time in times(text, PUBLISHED)] == values


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 1701 gilt. Version 4.2.2 auch. 1450 bis 1850 Mark.",
        "Rund 1700 Helfer kamen, 1600 Angriffe",
        "unser tägliches Brot, das tägliche Leben",
        "von heute auf morgen, früher oder später",
        "der Prager Frühling",
        "am letzten Tag vor der Wahl",
    ],
)
def test_looks_like_a_time(text: str) -> None:
    assert times(text, PUBLISHED) == ()


def test_the_age_of_a_person_is_no_duration() -> None:
    assert times("Der 45-jährige Mann und eine neunjährige Schülerin", PUBLISHED) == ()
