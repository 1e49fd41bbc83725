"""Where results go: standard output, or a file that is there as a whole or not at all."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from wortlaut.errors import WortlautError

STDOUT = "-"


@contextmanager
def open_output(name: str) -> Iterator[TextIO]:
    """A stream of UTF-8, whatever the locale, with line ends as they are written.

    A file replaces the one before when all went well; after any exception that one is still as it
    was. Raises WortlautError if the file cannot be written.
    """
    try:
        with _standard_output() if name == STDOUT else _replacing(Path(name)) as out:
            yield out
    except BrokenPipeError:
        raise
    except OSError as error:
        where = "standard output" if name == STDOUT else name
        cause = f"cannot be written: {error.strerror or error}"
        raise WortlautError(where, cause, "choose another file or make room") from error


@contextmanager
def _standard_output() -> Iterator[TextIO]:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="")
    yield sys.stdout
    sys.stdout.flush()


@contextmanager
def _replacing(path: Path) -> Iterator[TextIO]:
    if path.exists() and not path.is_file():  # a pipe or device cannot be replaced
        with path.open("w", encoding="utf-8", errors="replace", newline="") as out:
            yield out
        return
    target = path.resolve()  # a link stays a link
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with unfinished.open("x", encoding="utf-8", errors="replace", newline="") as out:
            yield out
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
