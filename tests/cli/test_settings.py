"""`wortlaut settings` lists them all."""

from __future__ import annotations

from dataclasses import fields

from tests.cli.conftest import Command
from wortlaut.settings import Settings


def test_every_setting_is_listed_with_default_and_help(wortlaut: Command) -> None:
    result = wortlaut("settings")
    assert result.exit_code == 0
    text = " ".join(result.stdout.split())
    for field in fields(Settings):
        assert field.name in text
        assert field.metadata["help"] in text
    assert "min_words = 5 " in text
    assert "any_language = no " in text
    assert all(len(line) <= 80 for line in result.stdout.splitlines())
