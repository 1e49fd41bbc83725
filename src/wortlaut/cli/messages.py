"""What the command says on standard error: always one line, safe for any terminal."""

from __future__ import annotations

import sys

from wortlaut.errors import WortlautError
from wortlaut.export.wording import visible


def say(message: str) -> None:
    """Write one line. Control characters, as in the name of a hostile file, are made visible."""
    print(f"wortlaut: {visible(message)}", file=sys.stderr, flush=True)


def say_error(error: WortlautError) -> None:
    """Write what failed, why, and what to do."""
    say(str(error))
