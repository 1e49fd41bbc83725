"""Who an actor is outside the article: only what text, date and the file of names allow."""

from __future__ import annotations

import time

import pytest

from tests.layers.identity.mentions_in import group
from wortlaut.layers.actors.actors import Group, Identity
from wortlaut.layers.identity.context import context_of
from wortlaut.layers.identity.identify import identities
from wortlaut.lexicon.authority import Authority
from wortlaut.lexicon.authority_file import parse

ROWS = """\
id,name,aliases,kind,role,state,since,until
wikidata:Q2866,Alexander Lukaschenko,,person,head of state,BY,1994-07-20,
wikidata:Q329,Nicolas Sarkozy,,person,head of state,FR,2007-05-16,2012-05-15
wikidata:Q567,Angela Merkel,,person,head of government,DE,2005-11-22,2021-12-08
wikidata:Q2530,Gerhard Schröder,,person,head of government,DE,1998-10-27,2005-11-22
wikidata:Q207,George W. Bush,,person,head of state,US,2001-01-20,2009-01-20
wikidata:Q23505,George H. W. Bush,,person,head of state,US,1989-01-20,1993-01-20
wikidata:Q1254,Kofi Annan,,person,un secretary-general,,1997-01-01,2006-12-31
wikidata:Q7184,NATO,Nordatlantikpakt,organisation,international organisation,,,
wikidata:Q49768,SPD,,organisation,party,DE,,
wikidata:Q40464,Agence France-Presse,AFP,medium,news agency,FR,,
x:welt,Die Welt,,medium,newspaper,DE,,
x:taz,die tageszeitung,taz,medium,newspaper,DE,,
x:time,Time (Magazin),,medium,magazine,US,,
x:rat,Bundesrat (Schweiz),,organisation,government,CH,,
x:kreml,Kreml,,organisation,authority,RU,,
"""


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority(parse(ROWS.encode(), "rows"))


def found(
    one: Group, text: str, authority: Authority, day: str | None = "2009-05-01"
) -> Identity | None:
    [identity] = identities([one], {0}, context_of(text, day), authority)
    return identity


@pytest.mark.parametrize(
    ("wordings", "text", "day", "id"),
    [
        # full names, in any spelling, whatever the date
        (["Alexander Lukaschenko"], "Alexander Lukaschenko sagte das.", None, "Q2866"),
        (["Aljaksandr Lukaschenka"], "Aljaksandr Lukaschenka sagte das.", None, "Q2866"),
        (
            ["Präsident Alexander Lukashenko"],
            "Präsident Alexander Lukashenko kam.",
            "2030",
            "Q2866",
        ),
        (["Viktor Lukaschenko"], "Viktor Lukaschenko, der Sohn, kam.", "2009", None),
        (["Trainer Gerhard Schröder"], "Trainer Gerhard Schröder kam.", "2004", None),
        (["Der Vertraute von Angela Merkel"], "Der Vertraute von Angela Merkel kam.", None, None),
        (["Merkel", "Angela Merkel"], "Merkel kam. Angela Merkel ging.", None, "Q567"),
        # namesakes are told apart by the date
        (["George Bush"], "George Bush kam.", "2003-03-20", "Q207"),
        (["George Bush"], "George Bush kam.", "1991-01-17", "Q23505"),
        (["George Bush"], "George Bush kam.", "2015", None),
        (["George W. Bush"], "George W. Bush kam.", "2015", "Q207"),
        # a surname with an office
        (["US-Präsident Bush"], "US-Präsident Bush kam.", "2003-03-20", "Q207"),
        (["Bundeskanzlerin Merkel"], "Bundeskanzlerin Merkel kam.", "2009", "Q567"),
        (["Bundeskanzlerin Merkel"], "Bundeskanzlerin Merkel kam.", "2022", None),
        (["Bundeskanzlerin Merkel"], "Bundeskanzlerin Merkel kam.", None, None),
        (["Staatssekretärin Merkel"], "Staatssekretärin Merkel kam.", "2009", None),
        (["Altkanzler Schröder"], "Altkanzler Schröder kam.", "2009", "Q2530"),
        (["Frau Merkel"], "Frau Merkel kam. Die deutsche Delegation auch.", "2009", "Q567"),
        # a surname alone: in office, the state named, nobody else of that name
        (["Merkel"], "Merkel kam. Deutschland freute sich.", "2015-09-01", "Q567"),
        (["Merkel"], "Merkel kam. Alle freuten sich.", "2015-09-01", None),
        (["Merkel"], "Merkel kam. Deutschland freute sich.", "2022-09-01", None),
        (["Merkel"], "Max Merkel kam. Merkel ging. Deutschland schwieg.", "2015-09-01", None),
        (["Merkels"], "Deutschland sagt: Merkels Rat war gut.", "2015-09-01", "Q567"),
        # an office alone
        (["Der französische Präsident"], "Der französische Präsident kam.", "2009-05-01", "Q329"),
        (["Der französische Präsident"], "Der französische Präsident kam.", "2005-05-01", None),
        (["Der französische Präsident"], "Der französische Präsident kam.", None, None),
        (["Der Präsident"], "Der Präsident kam. Frankreich jubelte.", "2009-05-01", None),
        (["Der belarussische Machthaber"], "Der belarussische Machthaber kam.", "2009", "Q2866"),
        (["Die Kanzlerin"], "Die Kanzlerin kam.", "2009", "Q567"),
        (["Der UN-Generalsekretär"], "Der UN-Generalsekretär kam.", "2003", "Q1254"),
        (
            ["Der französische Präsident Petit"],
            "Der französische Präsident Petit kam.",
            "2009",
            None,
        ),
        (
            ["Der frühere französische Präsident"],
            "Der frühere französische Präsident",
            "2013",
            None,
        ),
        # a group of two is nobody
        (["Angela Merkel", "Nicolas Sarkozy"], "Angela Merkel traf Nicolas Sarkozy.", "2009", None),
        (["Angela Merkel und Nicolas Sarkozy"], "Angela Merkel und Nicolas Sarkozy", "2009", None),
        (["Angela Merkel", "Petra Merkel"], "Angela Merkel und Petra Merkel kamen.", "2009", None),
    ],
)
def test_persons(
    authority: Authority, wordings: list[str], text: str, day: str | None, id: str | None
) -> None:
    expected = Identity((f"wikidata:{id}",), "person") if id else None
    assert found(group(text, *wordings), text, authority, day) == expected


@pytest.mark.parametrize(
    ("wordings", "text", "id"),
    [
        (["die NATO", "das Bündnis"], "So sagte die NATO. Auch das Bündnis.", "wikidata:Q7184"),
        (["die NATO", "die Fraktion"], "So sagte die NATO. So will es die Fraktion.", None),
        (["die NATO", "Greenpeace"], "So sagte die NATO. So sagt Greenpeace.", None),
        (["Die SPD"], "Die SPD stimmte zu.", "wikidata:Q49768"),
        (["Die bayerische SPD"], "Die bayerische SPD stimmte zu.", None),
        (["Die Berliner SPD", "Die SPD"], "Die Berliner SPD stimmte zu. Die SPD nicht.", None),
        (["der Agentur AFP"], "Das sagte er der Agentur AFP.", "wikidata:Q40464"),
        (["die französische Nachrichtenagentur AFP"], "die französische Nachrichtenagentur AFP",
         "wikidata:Q40464"),
        (["AFP-Angaben"], "AFP-Angaben zufolge ist es so.", None),
        (["die Zeitung „Times"], "Das schrieb die Zeitung „Times“ aus den USA.", None),
        (["Der Bundesrat"], "Der Bundesrat tagte in der Schweiz.", "x:rat"),
        (["Der Bundesrat"], "Der Bundesrat tagte.", None),
    ],
)  # fmt: skip
def test_organisations_and_papers(
    authority: Authority, wordings: list[str], text: str, id: str | None
) -> None:
    kind = "medium" if "AFP" in text or "Times" in text else "organisation"
    identity = found(group(text, *wordings, kind=kind), text, authority)
    assert (identity.ids[0] if identity else None) == id


def test_a_paper_that_is_also_a_word_must_look_like_one(authority: Authority) -> None:
    text = "Die Welt hält den Atem an."
    assert found(group(text, "Die Welt", kind="medium"), text, authority) is not None
    text = "Das meldete die Tageszeitung."
    assert found(group(text, "die Tageszeitung", kind="medium"), text, authority) is None


@pytest.mark.parametrize(
    ("wordings", "text", "ids", "kind"),
    [
        (["Minsk"], "Minsk wies das zurück.", ("iso3166:BY", "wikidata:Q184"), "state"),
        (["Der Kreml"], "Der Kreml wies das zurück.", ("iso3166:RU", "wikidata:Q159"), "state"),
        (
            ["Die russische Regierung", "Das Land"],
            "Die russische Regierung wies das zurück. Das Land wehre sich.",
            ("iso3166:RU", "wikidata:Q159"),
            "organisation",
        ),
        (["Die EU"], "Die EU wies das zurück.", ("wikidata:Q458",), "organisation"),
    ],
)
def test_states(
    authority: Authority, wordings: list[str], text: str, ids: tuple[str, ...], kind: str
) -> None:
    identity = found(group(text, *wordings, kind="organisation"), text, authority)
    assert identity is not None
    assert (identity.ids, identity.kind) == (ids, kind)


@pytest.mark.parametrize(
    "wordings",
    [
        ["Russland", "Frankreich"],
        ["Russland", "der Präsidentenrat"],
        ["Russland", "Der Botschafter"],
    ],
)
def test_a_group_that_means_more_than_the_state_stays_open(
    authority: Authority, wordings: list[str]
) -> None:
    text = "Russland sagt nein, Frankreich ja, so der Präsidentenrat. Der Botschafter schweigt."
    assert found(group(text, *wordings, kind="state"), text, authority) is None


def test_who_does_not_act_is_no_state_but_may_be_a_person(authority: Authority) -> None:
    text = "In Frankreich traf man Nicolas Sarkozy."
    groups = [group(text, "Frankreich"), group(text, "Nicolas Sarkozy")]
    state, person = identities(groups, set(), context_of(text, None), authority)
    assert state is None
    assert person == Identity(("wikidata:Q329",), "person")


def test_pronouns_say_nothing(authority: Authority) -> None:
    text = "Er sagte, sie komme."
    assert found(group(text, "Er"), text, authority) is None


def test_time_does_not_depend_on_the_size_of_the_file(authority: Authority) -> None:
    text = "Der französische Präsident traf Kanzlerin Merkel und Peter Meier. Frankreich schwieg."
    groups = [group(text, w) for w in ("Der französische Präsident", "Kanzlerin Merkel")]
    many = "".join(f"x:{n},Vorname{n} Nachname{n},,person,,,,\n" for n in range(5_000))
    large = Authority(parse((ROWS + many).encode(), "rows"))

    def seconds(which: Authority) -> float:
        start = time.perf_counter()
        for _ in range(50):
            identities(groups, {0, 1}, context_of(text, "2009-05-01"), which)
        return time.perf_counter() - start

    seconds(large)
    assert seconds(large) < 5 * seconds(authority) + 0.2
