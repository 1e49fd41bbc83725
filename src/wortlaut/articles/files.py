"""Names that a user gives, to files: a directory stands for the articles in it."""

from __future__ import annotations

import os
from collections.abc import Iterator

from wortlaut.articles.formats import SUFFIXES, name_by_suffix
from wortlaut.articles.source import STDIN, shown
from wortlaut.errors import InputError, MissingInput


def expand(name: str) -> Iterator[str | InputError]:
    """The name itself, or for a directory the files of known suffix in and below it, sorted.

    Hidden files and directories are left out, links to directories are not followed. A directory
    that cannot be opened, or holds no articles, is an error in its place.
    """
    if name != STDIN and os.path.isdir(name):
        yield from _files_below(name)
    else:
        yield name


def _files_below(top: str) -> Iterator[str | InputError]:
    failures: list[OSError] = []
    found: list[str] = []
    for folder, subfolders, files in os.walk(top, onerror=failures.append):
        subfolders[:] = [name for name in subfolders if not name.startswith(".")]
        found += [os.path.join(folder, name) for name in files if _is_article(name)]
    for failure in failures:
        cause = f"cannot be opened: {failure.strerror}"
        yield InputError(shown(failure.filename), cause, "check its permissions")
    if not found and not failures:
        advice = f"articles end in {', '.join(SUFFIXES)}, or these with .gz"
        yield MissingInput(shown(top), "is a directory without articles", advice)
    yield from sorted(found, key=lambda path: path.split(os.sep))


def _is_article(name: str) -> bool:
    return not name.startswith(".") and name_by_suffix(name) is not None
