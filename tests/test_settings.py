"""Every limit has a name, a default and a help text."""

from __future__ import annotations

from dataclasses import fields

import pytest

from wortlaut.errors import SettingError
from wortlaut.settings import Settings


@pytest.mark.parametrize("field", fields(Settings), ids=lambda f: f.name)
def test_every_setting_explains_itself(field: object) -> None:
    assert field.metadata["help"]  # type: ignore[attr-defined]


def test_settings_are_given_as_on_a_command_line() -> None:
    settings = Settings().with_pairs(
        [("min_words", "2"), ("any_language", "yes"), ("min_score", "0.5")]
    )
    assert (settings.min_words, settings.any_language, settings.min_score) == (2, True, 0.5)
    assert Settings().with_pairs([("any_language", "off")]).any_language is False


@pytest.mark.parametrize(
    ("name", "value", "cause"),
    [
        ("min_wrods", "2", "no such setting; known: min_words, "),
        ("min_words", "two", "'two' is not a number"),
        ("min_words", "-1", "-1 is negative"),
        ("any_language", "perhaps", "'perhaps' is neither yes nor no"),
    ],
)
def test_a_wrong_setting_says_what_is_wrong(name: str, value: str, cause: str) -> None:
    with pytest.raises(SettingError, match=cause):
        Settings().with_pairs([(name, value)])
