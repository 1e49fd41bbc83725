"""The command with a reader that needs no model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.cli.quote_reader import QuoteReader
from wortlaut.cli.main import cli
from wortlaut.cli.tools import Tools

Command = Callable[..., Result]

WEBER = "Ministerin Weber sagte am Montag in Kiel: „Das war absehbar.“ Danach reiste sie ab."
BROKEN = b"Der Pr\xe4sident der Beh\xf6rde sagte am Montag in Kiel, das sei so."


@pytest.fixture
def wortlaut() -> Command:
    """Runs the command: wortlaut("read", "file", input=b"...") -> click's Result."""

    def run(*args: str | Path, input: bytes = b"", tools: Tools | None = None) -> Result:
        return CliRunner().invoke(
            cli,
            [str(arg) for arg in args],
            input=input,
            obj=tools or Tools(load_reader=QuoteReader),
            prog_name="wortlaut",
            catch_exceptions=False,
        )

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles, and one that cannot be read."""
    (tmp_path / "1-weber.txt").write_text(WEBER, encoding="utf-8")
    (tmp_path / "2-broken.txt").write_bytes(BROKEN)
    (tmp_path / "3-weber.txt").write_text(WEBER, encoding="utf-8")
    return tmp_path
