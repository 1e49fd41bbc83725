"""One identity, one actor."""

from __future__ import annotations

from tests.layers.identity.mentions_in import group
from wortlaut.document import Statement
from wortlaut.layers.actors.actors import Identity
from wortlaut.layers.actors.sources import Sourced
from wortlaut.layers.identity.united import united

TEXT = "Der französische Präsident kam. Sarkozy sagte der Zeitung, er komme gern."
SARKOZY = Identity(("wikidata:Q329",), "person")
STATEMENT = Statement(id="s1", type="Indirect", medium="Speech", content=((59, 72),))


def test_groups_with_one_identity_are_joined() -> None:
    groups = [
        group(TEXT, "Sarkozy", "er"),
        group(TEXT, "der Zeitung"),
        group(TEXT, "Der französische Präsident"),
    ]
    found = united(groups, [SARKOZY, None, SARKOZY], [Sourced(STATEMENT, 2, (1, 2))])
    texts = [[m.text for m in one.mentions] for one in found.groups]
    assert texts[0][0] == "Der französische Präsident"
    assert set(texts[0]) == {"Der französische Präsident", "Sarkozy", "er"}
    assert texts[1:] == [["der Zeitung"], []]
    assert (found.sourced[0].speaker, found.sourced[0].chain) == (0, (1, 0))


def test_nobody_passes_on_their_own_word() -> None:
    groups = [group(TEXT, "Sarkozy"), group(TEXT, "Der französische Präsident")]
    found = united(groups, [SARKOZY, SARKOZY], [Sourced(STATEMENT, 1, (0, 1))])
    assert found.sourced[0].chain == (0,)


def test_without_identities_nothing_changes() -> None:
    groups = [group(TEXT, "Sarkozy"), group(TEXT, "der Zeitung")]
    sourced = [Sourced(STATEMENT, None, (1, 0))]
    found = united(groups, [None, None], sourced)
    assert (found.groups, found.sourced) == (groups, sourced)
