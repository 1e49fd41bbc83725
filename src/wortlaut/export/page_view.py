"""What the HTML page shows of a document: blocks of text, each beside the statements in it.

A block begins with a paragraph in which statements begin, and goes on to the next such paragraph.
So a statement stands right beside its wording, on a narrow screen right below it, and is read out
right after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit

from wortlaut.document import Document, Statement, Type
from wortlaut.export.amounts import amounts
from wortlaut.export.claims import (
    ShownCondition,
    ShownRelation,
    chain,
    conditions,
    relations,
    times,
)
from wortlaut.export.segments import Role, Segment, in_text_order, segments
from wortlaut.export.wording import who

_ROLES: tuple[Role, ...] = ("speaker", "cue", "addressee")


@dataclass(frozen=True, slots=True)
class Reference:
    """A number in the text that leads to a statement; `first` is where its content begins."""

    number: int
    first: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Text with one look: its CSS classes and all statements (by number) that it belongs to.

    `references` are the statements of which a piece of content begins here, `relations` the
    relations (by number) whose wording does.
    """

    text: str
    classes: str
    numbers: tuple[int, ...]
    references: tuple[Reference, ...]
    relations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A statement as it stands beside the text. All strings are the words of the article."""

    number: int
    statement: Statement
    who: str
    cue: str
    addressee: str
    wording: str
    amounts: list[str]
    times: list[str]
    chain: str
    conditions: list[ShownCondition]
    within: int | None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, the statements that begin in it, and the paragraphs in which none begin."""

    opening: list[Piece]
    cards: list[Card] = field(default_factory=list)
    rest: list[list[Piece]] = field(default_factory=list)


@dataclass(frozen=True)
class PageView:
    """One document on a page. `number` tells it from the others on the same page, from 1.

    All strings are as they are in the document; to make them harmless is up to the page.
    """

    number: int
    document: Document

    @property
    def title(self) -> str:
        """The title, or what else names the article."""
        return self.document.title or self.document.id

    @property
    def outlet(self) -> str:
        """Who published it, or ""."""
        return self.document.outlet or ""

    @property
    def link(self) -> str:
        """The article's address if it is one of the web; other schemes could run scripts."""
        url = self.document.url or ""
        try:
            return url if urlsplit(url).scheme in ("http", "https") else ""
        except ValueError:  # no address at all
            return ""

    @property
    def site(self) -> str:
        """The site that the link leads to."""
        return urlsplit(self.link).netloc

    @property
    def relations(self) -> list[ShownRelation]:
        """What the article says of actors to each other; their places in the list are numbers."""
        return relations(self.document)

    @cached_property
    def blocks(self) -> list[Block]:
        """The article, block by block."""
        cards = {card.number: card for card in _cards(self.document)}
        blocks: list[Block] = []
        for paragraph in _paragraphs(self.document):
            begun = [r.number for piece in paragraph for r in piece.references if r.first]
            if begun or not blocks:
                blocks.append(Block(paragraph, [cards.pop(number) for number in sorted(begun)]))
            else:
                blocks[-1].rest.append(paragraph)
        if cards:  # statements without a content have no place in the text
            blocks.append(Block([], list(cards.values())))
        return blocks


def _cards(document: Document) -> Iterator[Card]:
    statements = in_text_order(document)
    numbers = {statement.id: number for number, statement in enumerate(statements, start=1)}
    counted, held, when = amounts(document), conditions(document), times(document)
    for number, statement in enumerate(statements, start=1):
        yield Card(
            number=number,
            statement=statement,
            who=who(document, statement),
            cue=document.text_of(statement.cue),
            addressee=document.text_of(statement.addressee),
            wording=document.wording(statement),
            amounts=counted[statement.id],
            times=when[statement.id],
            chain=chain(document, statement),
            conditions=held[statement.id],
            within=numbers.get(statement.within or ""),
        )


def _paragraphs(document: Document) -> Iterator[list[Piece]]:
    """The lines of the text without blank ones, nor a first one that only repeats the title."""
    title = (document.title or "").strip()
    for index, paragraph in enumerate(filter(_has_words, _lines(document))):
        wording = "".join(piece.text for piece in paragraph)
        marked = any(piece.numbers or piece.relations for piece in paragraph)
        if index or marked or wording.strip() != title:
            yield paragraph


def _has_words(paragraph: list[Piece]) -> bool:
    return any(p.references or p.relations or p.text.strip() for p in paragraph)


def _lines(document: Document) -> Iterator[list[Piece]]:
    types = [statement.type for statement in in_text_order(document)]
    line: list[Piece] = []
    told = _relations_by_start(document)
    begun: list[int] = []
    seen: set[int] = set()
    going_on: set[int] = set()
    for segment in segments(document):
        wording = document.text[segment.start : segment.end]
        contents = set(segment.numbers("content"))
        going_on &= contents
        begun += told.get(segment.start, [])
        if wording == "\n":
            yield line
            line = []
            continue
        references = tuple(Reference(n, n not in seen) for n in sorted(contents - going_on))
        seen |= contents
        going_on = contents
        numbers = tuple(sorted({mark.number for mark in segment.marks}))
        line.append(Piece(wording, _classes(segment, types), numbers, references, tuple(begun)))
        begun = []
    if begun:  # of what begins at the very last line feed
        line.append(Piece("", "", (), (), tuple(begun)))
    yield line


def _relations_by_start(document: Document) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for number, relation in enumerate(document.relations, start=1):
        found.setdefault(relation.span[0], []).append(number)
    return found


def _classes(segment: Segment, types: list[Type]) -> str:
    names: list[str] = [role for role in _ROLES if segment.numbers(role)]
    contents = segment.numbers("content")
    if contents:
        names += ["content", f"type-{types[contents[-1] - 1]}"]
    if len(contents) > 1:
        names += ["nested", f"outer-{types[contents[-2] - 1]}"]
    return " ".join(names)
