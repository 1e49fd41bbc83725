"""A row a statement, for spreadsheets: RFC 4180, with a header.

An article without statements has no row. Offsets and the pieces of a wording that was cut are
simplified here (`start` and `end` are those of the whole content); JSONL has all of it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from wortlaut.document import Document, Statement
from wortlaut.export.amounts import amounts
from wortlaut.export.wording import who

COLUMNS = (
    "document",
    "title",
    "outlet",
    "url",
    "published",
    "statement",
    "type",
    "medium",
    "speaker",
    "cue",
    "addressee",
    "wording",
    "frame",
    "within",
    "score",
    "start",
    "end",
    "amounts",
)

# What makes a spreadsheet take a cell for a formula, and the prefix that keeps it from doing so:
# https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_TEXT = "'"


def write(documents: Iterable[Document], out: TextIO) -> None:
    """Write the header, and a row for every statement."""
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for document in documents:
        counted = amounts(document)
        for statement in document.statements:
            row = (*_row(document, statement), "; ".join(counted[statement.id]))
            rows.writerow([_cell(value) for value in row])


def _row(document: Document, statement: Statement) -> tuple[str | int | float | None, ...]:
    return (
        document.id,
        document.title,
        document.outlet,
        document.url,
        document.published,
        statement.id,
        statement.type,
        statement.medium,
        who(document, statement),
        document.text_of(statement.cue),
        document.text_of(statement.addressee),
        document.wording(statement),
        document.text_of(statement.frame),
        statement.within,
        round(statement.score, 4),
        min((start for start, _ in statement.content), default=None),
        max((end for _, end in statement.content), default=None),
    )


def _cell(value: str | int | float | None) -> str | int | float | None:
    if isinstance(value, str) and value.startswith(_FORMULA):
        return _TEXT + value
    return value
