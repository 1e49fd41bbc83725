"""Messages are one line each, whatever an input is called."""

from __future__ import annotations

import pytest

from wortlaut.cli.messages import say_error
from wortlaut.errors import EmptyInput


def test_an_error_is_one_harmless_line(capsys: pytest.CaptureFixture[str]) -> None:
    say_error(EmptyInput("a\n\x1b[2Jb.txt", "is empty", "check the file"))
    assert capsys.readouterr().err == "wortlaut: a ␛[2Jb.txt: is empty; check the file\n"
