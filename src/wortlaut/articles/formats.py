"""The formats that can be read, by name."""

from __future__ import annotations

from wortlaut.articles.format import Format
from wortlaut.articles.html import HtmlFormat
from wortlaut.articles.jsonl import JsonlFormat
from wortlaut.articles.text import TextFormat

# In the order in which they are asked whether they recognise an input; text takes everything.
FORMATS: dict[str, Format] = {
    "jsonl": JsonlFormat(),
    "html": HtmlFormat(),
    "text": TextFormat(),
}
SUFFIXES = {suffix: name for name, format in FORMATS.items() for suffix in format.suffixes}


def name_by_suffix(file: str) -> str | None:
    """The name of the format that a file's name tells, with or without .gz; None if it doesn't."""
    file = file.lower().removesuffix(".gz")
    return next((name for suffix, name in SUFFIXES.items() if file.endswith(suffix)), None)


def name_by_head(head: bytes, encoding: str | None = None) -> str:
    """The name of the format that an input of unknown name starts like."""
    start = head.decode(encoding or "utf-8", "replace").removeprefix("\ufeff").lstrip()
    return next(name for name, format in FORMATS.items() if format.recognises(start))
