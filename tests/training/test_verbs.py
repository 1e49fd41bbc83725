"""The form table of verbs is what its script makes."""

from __future__ import annotations

import pytest

pytest.importorskip("ablaut", reason="made with ablaut: pip install 'wortlaut[train]'")

from training.verbs import TABLE, VERBS, verb_table


def test_the_table_is_made_from_the_list() -> None:
    infinitives = VERBS.read_text("utf8").split()
    assert infinitives == sorted(set(infinitives))
    assert TABLE.read_text("utf8") == verb_table(infinitives)


def test_moods_of_a_strong_verb() -> None:
    rows = dict(line.split("\t", 1) for line in verb_table(["geben"]).splitlines()[3:])
    assert rows["gibt"] == "i\t\t"
    assert rows["gäbe"] == "c\t\tc"
    assert rows["geben"] == "\tik\t"
