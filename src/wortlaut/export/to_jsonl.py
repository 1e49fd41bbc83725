"""One `wortlaut/1` object a line: complete, for other programs. docs/format.md explains it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from wortlaut.document import Document


def write(documents: Iterable[Document], out: TextIO) -> None:
    """Write every document as one line of JSON."""
    for document in documents:
        out.write(document.to_json() + "\n")
