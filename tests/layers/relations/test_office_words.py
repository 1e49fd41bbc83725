"""Words for offices, and words that take them back."""

from __future__ import annotations

import pytest

from wortlaut.layers.relations.office_words import is_former, kinds_of


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("außenministerin", "state"),
        ("präsidenten", "state"),
        ("vorstandsvorsitzender", "body"),
        ("fraktionschefin", "party"),
        ("bundestagsabgeordnete", "member"),
    ],
)
def test_kinds(word: str, kind: str) -> None:
    assert kind in kinds_of(word)


def test_other_words_are_no_offices() -> None:
    assert not kinds_of("berlin")
    assert not kinds_of("präsidentschaft")


@pytest.mark.parametrize("word", ["ehemaliger", "früheren", "ex", "designierte", "einst"])
def test_former(word: str) -> None:
    assert is_former(word)


def test_not_former() -> None:
    assert not is_former("amtierende")
