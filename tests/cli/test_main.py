"""The command itself."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from tests.cli.conftest import Command
from tests.cli.quote_reader import QuoteReader
from wortlaut.cli.tools import Tools
from wortlaut.settings import Settings


def test_help_names_the_commands(wortlaut: Command) -> None:
    result = wortlaut("--help")
    assert result.exit_code == 0
    assert "who said what" in result.stdout
    assert "  read      Show who said what in articles." in result.stdout
    assert "  settings  " in result.stdout


def test_the_version_is_that_of_the_package(wortlaut: Command) -> None:
    assert wortlaut("--version").stdout == f"wortlaut {version('wortlaut')}\n"


def test_an_unknown_command_is_wrong_usage(wortlaut: Command) -> None:
    result = wortlaut("raed")
    assert result.exit_code == 2
    assert "No such command 'raed'" in result.stderr


def test_an_interrupt_is_one_line(wortlaut: Command) -> None:
    def interrupt(settings: Settings, authority: Path | None) -> QuoteReader:
        raise KeyboardInterrupt

    result = wortlaut("read", tools=Tools(load_reader=interrupt))
    assert (result.exit_code, result.stderr) == (130, "wortlaut: interrupted\n")
