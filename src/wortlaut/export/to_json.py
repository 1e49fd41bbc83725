"""The same as JSONL, indented: one document is an object, several (or none) are an array."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

import msgspec

from wortlaut.document import Document


def write(documents: Iterable[Document], out: TextIO) -> None:
    """Write one object, or an array of objects."""
    items = (msgspec.json.format(document.to_json(), indent=2) for document in documents)
    first, second = next(items, None), next(items, None)
    if first is None:
        out.write("[]\n")
    elif second is None:
        out.write(f"{first}\n")
    else:
        out.write(f"[\n{first},\n{second}")
        for item in items:
            out.write(f",\n{item}")
        out.write("\n]\n")
