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
from wortlaut.export.claims import chain, conditions, times
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
    "actor",
    "chain",
    "act",
    "polarity",
    "certainty",
    "conditions",
    "times",
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
        counted, held, when = amounts(document), conditions(document), times(document)
        for statement in document.statements:
            row = (
                *_row(document, statement),
                "; ".join(counted[statement.id]),
                *_claim(document, statement),
                "; ".join(f"{kind}: {condition}" for kind, condition, _ in held[statement.id]),
                "; ".join(when[statement.id]),
            )
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


def _claim(document: Document, statement: Statement) -> tuple[str | None, ...]:
    """Who is meant, through whom it came, and what kind of act it is."""
    names = {actor.id: actor.name for actor in document.actors}
    speaker = statement.speaker.actor if statement.speaker else None
    return (
        names.get(speaker or ""),
        chain(document, statement),
        statement.act,
        statement.polarity,
        statement.certainty,
    )


def _cell(value: str | int | float | None) -> str | int | float | None:
    if isinstance(value, str) and value.startswith(_FORMULA):
        return _TEXT + value
    return value
