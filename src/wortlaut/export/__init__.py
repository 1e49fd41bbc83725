"""Documents handed on: one format a module, registered by name.

An exporter is a function that takes documents as they come and writes them to a text stream:

    from wortlaut.export import exporter

    with open("statements.csv", "w", encoding="utf-8", newline="") as out:
        exporter("csv")(documents, out)

A new format is one more module with such a function, called `write`, and one more line here.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Protocol, TextIO

from wortlaut.document import Document
from wortlaut.errors import SettingError

_MODULES = {
    "terminal": "wortlaut.export.to_terminal",
    "json": "wortlaut.export.to_json",
    "jsonl": "wortlaut.export.to_jsonl",
    "html": "wortlaut.export.to_html",
    "csv": "wortlaut.export.to_csv",
}

FORMATS = tuple(_MODULES)


class Exporter(Protocol):
    """Writes documents one by one, and never holds more than one of them."""

    def __call__(self, documents: Iterable[Document], out: TextIO) -> None:
        """Write all `documents`. `out` should be UTF-8 and opened with newline=""."""


def exporter(format: str) -> Exporter:
    """The exporter of that name. Raises SettingError if there is none.

    Its module is imported only now: rich and Jinja2 take longer to load than most pages to write.
    """
    if format not in _MODULES:
        raise SettingError("format", f"no such format: {format!r}", f"known: {', '.join(FORMATS)}")
    write: Exporter = import_module(_MODULES[format]).write
    return write
