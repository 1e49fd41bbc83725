"""For reading in a terminal: the article with its statements marked, then who said what.

The marks are characters, so that they survive a pipe, a log file and NO_COLOR; colours only add:

    [1 „Das war absehbar“], _sagte_ *Ministerin Weber*.

Everything else is the article's own wording, with control characters made visible.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from wortlaut.document import Document, Statement
from wortlaut.export.amounts import amounts
from wortlaut.export.claims import chain, conditions, relations, times
from wortlaut.export.labels import CERTAINTIES, CONDITIONS, RELATIONS
from wortlaut.export.segments import Role, Segment, in_text_order, segments
from wortlaut.export.wording import visible, who

# The eight basic colours follow the reader's theme; yellow, white, blue and black are left out
# since each is hard to read on either a light or a dark ground.
_CONTENT, _NESTED, _SPEAKER, _CUE = "cyan", "cyan underline", "bold magenta", "italic green"
_QUIET = "dim"
_SIGNS: dict[Role, str] = {"speaker": "*", "cue": "_"}
_WIDTH_WITHOUT_TERMINAL = 80
_TYPE_WIDTH = len("IndirectFreeIndirect")
_SCORE_WIDTH = len("score")
_MOST_CUE_WIDTH = 14
_LEAST_WHO_WIDTH = 12
_GAP = 2

# A word with the signs that open statements before it, and the space after it.
_WORD = re.compile(r"(?:\[\d+ )*\S+\s*|\s+")


def write(documents: Iterable[Document], out: TextIO) -> None:
    """Print the articles one after the other."""
    console = _console(out)
    for index, document in enumerate(documents):
        if index:
            console.print("\n")
        for part in _page(document, console.width):
            console.print(part)


def _console(out: TextIO) -> Console:
    known = out.isatty() or "COLUMNS" in os.environ
    return Console(
        file=out,
        width=None if known else _WIDTH_WITHOUT_TERMINAL,
        markup=False,
        highlight=False,
        emoji=False,
    )


def _page(document: Document, width: int) -> Iterator[RenderableType]:
    yield from _head(document)
    for line in _marked_lines(document):
        yield from _wrapped(line, width)
    yield Rule(style=_QUIET)
    if document.statements:
        yield from _table(document, width)
    else:
        yield Text("No statements found.", style=_QUIET)
    yield from _relations(document, width)


def _relations(document: Document, width: int) -> Iterator[RenderableType]:
    """A line for each: who, what to whom, and the words that say so."""
    if document.relations:
        yield Text("\nrelations", style=_QUIET)
    for subject, relation, object, wording, _ in relations(document):
        told = f"{subject} {RELATIONS[relation].en} {object}: {wording}"
        yield from _wrapped(Text(" ".join(visible(told).split())), width)


def _head(document: Document) -> Iterator[RenderableType]:
    title = document.title or document.id
    if not document.text.lstrip().startswith(title):
        yield Text(visible(title), style="bold")
    facts = [visible(f) for f in (document.outlet, document.published, document.url) if f]
    if facts:
        yield Text(" · ".join(facts), style=_QUIET)
    yield Rule(_key() if document.statements else "", align="right", style=_QUIET)


def _key() -> Text:
    return Text.assemble(
        ("[1 ", _QUIET),
        ("what was said", _CONTENT),
        ("]  *", _QUIET),
        ("who", _SPEAKER),
        ("*  _", _QUIET),
        ("cue", _CUE),
        ("_", _QUIET),
    )


def _marked_lines(document: Document) -> Iterator[Text]:
    """The lines of the article, with their marks."""
    line, marks = Text(), _OpenMarks()
    for segment in segments(document):
        wording = document.text[segment.start : segment.end]
        line.append(marks.close(segment), style=_QUIET)
        if wording == "\n":
            yield line
            line = Text()
        else:
            line.append(marks.open(segment), style=_QUIET)
            line.append(visible(wording), style=_style(segment))
    line.append(marks.close(Segment(0, 0, ())), style=_QUIET)
    yield line


class _OpenMarks:
    """The marks that stand open between two segments."""

    def __init__(self) -> None:
        self._contents: list[int] = []
        self._roles: list[Role] = []

    def close(self, segment: Segment) -> str:
        """The signs that end whatever does not go on in `segment`."""
        signs = ""
        for role in reversed(self._roles.copy()):
            if not segment.numbers(role):
                self._roles.remove(role)
                signs += _SIGNS[role]
        for number in reversed(self._contents.copy()):
            if number not in segment.numbers("content"):
                # What crosses a statement opened later needs its number to be told from it.
                signs += "]" if number == self._contents[-1] else f" {number}]"
                self._contents.remove(number)
        return signs

    def open(self, segment: Segment) -> str:
        """The signs that begin whatever is new in `segment`."""
        signs = ""
        for number in segment.numbers("content"):
            if number not in self._contents:
                self._contents.append(number)
                signs += f"[{number} "
        for role, sign in _SIGNS.items():
            if role not in self._roles and segment.numbers(role):
                self._roles.append(role)
                signs += sign
        return signs


def _wrapped(line: Text, width: int) -> Iterator[Text]:
    """The line in pieces that fit; rich alone would part "[1" from the word it stands before."""
    breaks, room = [], width
    for word in _WORD.finditer(line.plain):
        if word.start() and cell_len(word[0].rstrip()) > room:
            breaks.append(word.start())
            room = width
        room -= cell_len(word[0])
    for piece in line.divide(breaks):
        piece.rstrip()
        yield piece


def _style(segment: Segment) -> str:
    depth = len(segment.numbers("content"))
    styles = [
        _NESTED if depth > 1 else _CONTENT if depth else "",
        _SPEAKER if segment.numbers("speaker") else "",
        _CUE if segment.numbers("cue") else "",
    ]
    return " ".join(filter(None, styles))


def _table(document: Document, width: int) -> Iterator[RenderableType]:
    """A row of facts for each statement, and below it the wording in full width."""
    statements = in_text_order(document)
    numbers = {statement.id: number for number, statement in enumerate(statements, start=1)}
    facts_of = _Facts(document)
    widths = _widths(document, width)
    indent = " " * (widths[0] + _GAP)
    yield _row(widths, width, [Text(h, _QUIET) for h in ("#", "who", "cue", "type", "score")])
    for number, statement in enumerate(statements, start=1):
        inside = f" in {numbers[statement.within]}" if statement.within else ""
        facts = [
            Text(str(number)),
            _who(document, statement),
            Text(visible(document.text_of(statement.cue)) or "-", style=_CUE),
            Text(f"{statement.type}{inside}"),
            Text(f"{statement.score:.2f}"),
        ]
        yield ""
        yield _row(widths, width, facts)
        lines = [Text(visible(line), _CONTENT) for line in document.wording(statement).splitlines()]
        lines += [Text(visible(line), _QUIET) for line in facts_of.lines(statement)]
        for line in lines:
            if line.plain.strip():
                for piece in _wrapped(line, width - len(indent)):
                    yield Text(indent) + piece


class _Facts:
    """What is told of a statement below its wording."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._amounts = amounts(document)
        self._times = times(document)
        self._conditions = conditions(document)

    def lines(self, statement: Statement) -> Iterator[str]:
        """Act and chain; each condition; amounts and times."""
        act: list[str] = [statement.act or ""]
        act.append("negated" if statement.polarity == "-" else "")
        act.append(CERTAINTIES[statement.certainty].en if statement.certainty else "")
        named = chain(self._document, statement)
        behind = "" if named == who(self._document, statement) else named
        yield " · ".join(filter(None, [", ".join(filter(None, act)), behind]))
        for kind, condition, _ in self._conditions[statement.id]:
            yield f"{CONDITIONS[kind].en}: {condition}"
        yield "; ".join(self._amounts[statement.id] + self._times[statement.id])


def _widths(document: Document, width: int) -> list[int]:
    number = len(str(len(document.statements)))
    longest_cue = max(cell_len(document.text_of(s.cue)) for s in document.statements)
    cue = min(max(longest_cue, len("cue")), _MOST_CUE_WIDTH)
    others = number + cue + _TYPE_WIDTH + _SCORE_WIDTH
    return [
        number,
        max(width - others - 4 * _GAP, _LEAST_WHO_WIDTH),
        cue,
        _TYPE_WIDTH,
        _SCORE_WIDTH,
    ]


def _who(document: Document, statement: Statement) -> Text:
    speaker = Text(visible(who(document, statement)) or "-", style=_SPEAKER)
    if statement.addressee:
        addressee = Text(f" to {visible(document.text_of(statement.addressee))}")
        return Text.assemble(speaker, addressee)
    return speaker


def _row(widths: list[int], width: int, cells: list[Text]) -> RenderableType:
    if sum(widths) + (len(widths) - 1) * _GAP > width:  # too narrow for columns
        return Text(" · ").join(cells)
    row = Table.grid(padding=(0, _GAP, 0, 0))
    for column_width in widths:
        row.add_column(width=column_width, overflow="fold")
    row.columns[0].justify = row.columns[-1].justify = "right"
    row.add_row(*cells)
    return row
