"""What actors do with each other, as clauses tell it."""

from __future__ import annotations

import pytest

from wortlaut.layers.clauses import sentences_of
from wortlaut.layers.relations.dealings import dealings
from wortlaut.layers.relations.named import Named

KNOWN = {
    "Merkel": "Angela Merkel",
    "Putin": "Wladimir Putin",
    "Lukaschenko": "Alexander Lukaschenko",
}


def told(text: str) -> list[tuple[str, str, str, str]]:
    return [
        (_last(one.subject), one.relation, _last(one.object), text[slice(*one.span)])
        for sentence in sentences_of(text)
        for one in dealings(sentence, KNOWN)
    ]


def _last(who: Named) -> str:
    return who.name.split()[-1]


@pytest.mark.parametrize(
    ("text", "subject", "object", "wording"),
    [
        (
            "Angela Merkel traf sich am Montag in Minsk mit Präsident Lukaschenko, um zu reden.",
            *("Merkel", "Lukaschenko"),
            "Angela Merkel traf sich am Montag in Minsk mit Präsident Lukaschenko",
        ),
        (
            "Gestern kam Merkel in Sotschi mit dem russischen Präsidenten Wladimir Putin zusammen.",
            *("Merkel", "Putin"),
            "Gestern kam Merkel in Sotschi mit dem russischen Präsidenten Wladimir Putin zusammen",
        ),
        (
            "Nachdem sich Putin mit Lukaschenko getroffen hatte, reiste er ab.",
            *("Putin", "Lukaschenko", "sich Putin mit Lukaschenko getroffen hatte"),
        ),
        (
            "Merkel und Putin trafen sich in Paris.",
            *("Merkel", "Putin", "Merkel und Putin trafen sich in Paris"),
        ),
        (
            "Merkel empfing am Dienstag den belarussischen Präsidenten Lukaschenko.",
            *("Merkel", "Lukaschenko"),
            "Merkel empfing am Dienstag den belarussischen Präsidenten Lukaschenko",
        ),
        (
            "Angela Merkel (CDU) traf sich mit Putin (57) in Minsk.",
            *("Merkel", "Putin", "Angela Merkel (CDU) traf sich mit Putin (57) in Minsk"),
        ),
        (
            "Am Dienstag traf Merkel Putin zu Gesprächen.",
            *("Merkel", "Putin", "Am Dienstag traf Merkel Putin zu Gesprächen"),
        ),
        (
            "Lukaschenko wurde von Putin in Sotschi empfangen.",
            *("Putin", "Lukaschenko", "Lukaschenko wurde von Putin in Sotschi empfangen"),
        ),
    ],
)
def test_meetings_with_place_and_time(text: str, subject: str, object: str, wording: str) -> None:
    assert told(text) == [(subject, "met", object, wording)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "„Der IWF unterstützt Griechenland dabei, Schulden abzubauen.“",
            ("IWF", "supports", "Griechenland", "IWF unterstützt Griechenland"),
        ),
        (
            "Merkel stellte sich hinter Putin.",
            ("Merkel", "supports", "Putin", "Merkel stellte sich hinter Putin"),
        ),
        (
            "Der Iran bekämpft die Hamas.",
            ("Iran", "opposes", "Hamas", "Iran bekämpft die Hamas"),
        ),
        (
            "Putins erbitterter Gegner Lukaschenko schwieg.",
            ("Lukaschenko", "opposes", "Putin", "Putins erbitterter Gegner Lukaschenko"),
        ),
        (
            "Syrien ist ein enger Verbündeter Russlands.",
            ("Syrien", "ally_of", "Russland", "Syrien ist ein enger Verbündeter Russlands"),
        ),
        (
            "Der Iran ist mit Syrien verbündet.",
            ("Iran", "ally_of", "Syrien", "Iran ist mit Syrien verbündet"),
        ),
        (
            "Belarus ist wirtschaftlich von Russland abhängig.",
            (
                *("Belarus", "depends_on", "Russland"),
                "Belarus ist wirtschaftlich von Russland abhängig",
            ),
        ),
        (
            "Armenien ist auf Russland angewiesen.",
            ("Armenien", "depends_on", "Russland", "Armenien ist auf Russland angewiesen"),
        ),
        ("Polen gehört der EU an.", ("Polen", "member_of", "Union", "Polen gehört der EU an")),
        (
            "Polen ist 2004 der EU beigetreten.",
            ("Polen", "member_of", "Union", "Polen ist 2004 der EU beigetreten"),
        ),
    ],
)
def test_other_relations(text: str, expected: tuple[str, str, str, str]) -> None:
    assert told(text) == [expected]


def test_both_of_two_subjects() -> None:
    found = told("Syrien und der Iran unterstützen offen die Hamas.")
    assert {one[0] for one in found} == {"Syrien", "Iran"}
    assert {one[1:3] for one in found} == {("supports", "Hamas")}


@pytest.mark.parametrize(
    "text",
    [
        "Merkel will sich mit Putin treffen.",
        "Merkel wird sich am Montag mit Putin treffen.",
        "Merkel traf sich nicht mit Putin.",
        "Traf sich Merkel mit Putin?",
        "Merkel soll sich mit Putin getroffen haben.",
        "Die Ukraine sollte der NATO beitreten.",
        "Polen gehört nicht der EU an.",
        "Russland unterstützt Syriens Vorschlag.",  # a thing, not an actor
        "Russland unterstützt den Vorschlag Syriens.",
        "Russland würde Syrien unterstützen.",
        "Merkel stellte sich hinter Putins Vorschlag.",
        "Armenien ist auf Hilfe der EU angewiesen.",
        "Merkel und Putin haben sich geeinigt und Maßnahmen getroffen.",
        "Deutschland und Spanien trafen sich im Finale.",
        "Deutschlands Gegner Spanien war besser.",
        "Borussia Dortmund empfing den Hamburger Sport-Verein.",
    ],
)
def test_what_is_denied_planned_or_not_of_actors_is_left_out(text: str) -> None:
    assert told(text) == []
