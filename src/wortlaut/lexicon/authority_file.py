"""The file of well-known names: reading and checking the CSV, the one that ships and a user's own.

docs/authority.md describes the columns. Bytes in, entries out; every error names file and line.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import get_args

from wortlaut.document import ActorKind
from wortlaut.errors import AuthorityError
from wortlaut.lexicon.states import states

NEEDED = ("id", "name", "aliases", "kind")
# Codes of two letters that states which are no more once had.
_NO_MORE = {"YU": "YUCS", "SU": "SUHH", "DD": "DDDE", "CS": "CSXX"}
LARGEST = 64_000_000  # bytes; far more than all heads of state there ever were
LONGEST_CELL = 100_000  # characters
_ID = re.compile(r"[A-Za-z][\w.-]*:[^\s|]+")
_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Term:
    """An office and when it was held: ISO dates, also of a month or a year; None is open."""

    role: str
    state: str | None
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody well known, with all names and the offices that are known of them."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: ActorKind
    terms: tuple[Term, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All that they are called; what stands in brackets only tells namesakes apart."""
        return tuple(_BRACKETS.sub("", name) for name in (self.name, *self.aliases))

    @property
    def is_ambiguous(self) -> bool:
        """Do others have that name, or is it a word: "Bild (Zeitung)"?"""
        return _BRACKETS.search(self.name) is not None

    @property
    def states(self) -> frozenset[str]:
        return frozenset(term.state for term in self.terms if term.state)


@cache
def shipped() -> tuple[Entry, ...]:
    """The entries that come with the package. A package may be built without the file."""
    file = files("wortlaut.lexicon").joinpath("authority.csv")
    if not file.is_file():
        return ()
    return parse(file.read_bytes(), "authority.csv")


def read_file(path: Path) -> tuple[Entry, ...]:
    """The entries of a user's file. Raises AuthorityError if it cannot be used."""
    name = str(path)
    try:
        with path.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except OSError as error:
        cause = f"cannot be read: {error.strerror or error}"
        raise AuthorityError(name, cause, "check the name after --authority") from error
    if len(data) > LARGEST:
        raise AuthorityError(
            name, f"is larger than {LARGEST:,} bytes", "leave out what is not used"
        )
    return parse(data, name)


def parse(data: bytes, name: str) -> tuple[Entry, ...]:
    """The entries of a CSV file, in order; `name` is what errors call it.

    UTF-8 with or without a byte order mark, parted by commas or, as German Excel does, semicolons;
    any line ends; empty lines are skipped. Raises AuthorityError.
    """
    text = _decoded(data, name)
    rows = _rows(text, name)
    found: dict[str, Entry] = {}
    first_line: dict[str, int] = {}
    try:
        header = [cell.strip().lower() for cell in next(rows)[1]]
    except StopIteration:
        raise AuthorityError(name, "is empty", f"begin with the line {','.join(NEEDED)}") from None
    _check_header(header, name)
    for line, row in rows:
        entry = _entry(header, row, f"{name}:{line}")
        if entry.id in found:
            entry = _joined(found[entry.id], entry, f"{name}:{line}", first_line[entry.id])
        found[entry.id] = entry
        first_line.setdefault(entry.id, line)
    return tuple(found.values())


def _decoded(data: bytes, name: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        cause = f"is not UTF-8 (byte 0x{data[error.start]:02X})"
        raise AuthorityError(
            f"{name}:{line}", cause, "save it as UTF-8; in Excel as “CSV UTF-8”"
        ) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise AuthorityError(f"{name}:{line}", "holds a NUL character", "is it a text file?")
    return text


def _rows(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not empty, each with its line."""
    first = text.lstrip("\r\n").split("\n", 1)[0]
    parted_by = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=parted_by, strict=True)
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                if max(map(len, row)) > LONGEST_CELL:
                    cause = f"a cell has more than {LONGEST_CELL:,} characters"
                    advice = "is a quotation mark missing?"
                    raise AuthorityError(f"{name}:{reader.line_num}", cause, advice)
                yield reader.line_num, row
    except csv.Error as error:
        advice = 'put cells with commas in "..." and write " in them twice'
        raise AuthorityError(f"{name}:{reader.line_num}", f"is no CSV: {error}", advice) from None


def _check_header(header: Sequence[str], name: str) -> None:
    advice = f"the first line names the columns: {','.join(NEEDED)}"
    for column in NEEDED:
        if column not in header:
            raise AuthorityError(f"{name}:1", f"has no column {column!r}", advice)
    for column in header:
        if column and header.count(column) > 1:
            raise AuthorityError(f"{name}:1", f"has two columns {column!r}", "rename one")


def _entry(header: Sequence[str], row: Sequence[str], where: str) -> Entry:
    if len(row) > len(header) and any(cell.strip() for cell in row[len(header) :]):
        cause = f"has {len(row)} cells, the first line {len(header)}"
        raise AuthorityError(where, cause, 'put names with commas in "..."')
    cells = {c: " ".join(v.split()) for c, v in zip(header, row, strict=False)}
    if not _ID.fullmatch(cells["id"]):
        cause = f"{cells['id']!r} is no id"
        raise AuthorityError(
            where, cause, "write it as wikidata:Q2866 or with a prefix of your own"
        )
    if not any(c.isalpha() for c in cells.get("name", "")):
        raise AuthorityError(where, "has no name", "give it one")
    kind = cells.get("kind", "")
    if kind not in get_args(ActorKind):
        known = ", ".join(get_args(ActorKind))
        raise AuthorityError(where, f"{kind!r} is no kind", f"known: {known}")
    aliases = tuple(a.strip() for a in cells.get("aliases", "").split("|") if a.strip())
    return Entry(cells["id"], cells["name"], aliases, kind, _terms(cells, where))  # type: ignore[arg-type]


def _terms(cells: dict[str, str], where: str) -> tuple[Term, ...]:
    since, until = (_date(cells.get(column, ""), where) for column in ("since", "until"))
    if since and until and until[: len(since)] < since[: len(until)]:
        raise AuthorityError(where, f"ends ({until}) before it begins ({since})", "correct it")
    state = cells.get("state", "").upper() or None
    state = _NO_MORE.get(state or "", state)
    if state and state not in states():
        cause = f"{state!r} is no state"
        raise AuthorityError(where, cause, "write its ISO 3166 code, as DE, or nothing")
    roles = [role.strip() for role in cells.get("role", "").split("|")]
    wanted = [role for role in roles if role] or ([""] if since or until or state else [])
    return tuple(Term(role, state, since, until) for role in wanted)


def _date(cell: str, where: str) -> str | None:
    if not cell:
        return None
    try:
        if not _DATE.fullmatch(cell):
            raise ValueError
        date.fromisoformat(cell + "-01-01"[len(cell) - 4 :] if len(cell) < 10 else cell)
    except ValueError:
        advice = "write 2005, 2005-11 or 2005-11-22"
        raise AuthorityError(where, f"{cell!r} is not a date", advice) from None
    return cell


def _joined(earlier: Entry, later: Entry, where: str, line: int) -> Entry:
    """One entry of two rows with the same id: somebody who held several offices."""
    if (earlier.name, earlier.kind) != (later.name, later.kind):
        cause = f"{later.id} is {later.name!r} here and {earlier.name!r} in line {line}"
        raise AuthorityError(where, cause, "give each their own id, or both the same name and kind")
    if not later.terms or set(later.terms) <= set(earlier.terms):
        cause = f"{later.id} is already in line {line}"
        raise AuthorityError(where, cause, "leave one out, or give it another office or time")
    aliases = tuple(dict.fromkeys(earlier.aliases + later.aliases))
    return replace(earlier, aliases=aliases, terms=earlier.terms + later.terms)
