"""Who is named in a sentence, as far as tables tell: states, parties and organisations.

A state is known by its name ("Russlands"), an adjective ("der russische Präsident") or the first
part of a compound ("US-Präsident"); a Land or a city alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from wortlaut.layers.tokens import Token
from wortlaut.lexicon.tables import table, words

if TYPE_CHECKING:
    from wortlaut.document import ActorKind, Span

LONGEST_NAME = 5  # tokens of a name in the tables
_NONE = "-"  # an empty cell

Known: TypeAlias = "tuple[str, str, ActorKind]"  # key, name and kind


@dataclass(frozen=True, slots=True)
class Named:
    """Tokens [first, last) of a sentence, or a part of one, that name somebody.

    `key` is the same for all that mean the same; `name` is the name in its first form.
    """

    first: int
    last: int
    span: Span
    key: str
    name: str
    kind: ActorKind


def named(ts: Sequence[Token], first: int, last: int, who: Known | None = None) -> Named:
    """The tokens [first, last) as a name; `who` is its key, name and kind, if a table has it."""
    name = " ".join(t.text for t in ts[first:last])
    key, name, kind = who or (key_of(name), name, "organisation")
    return Named(first, last, (ts[first].start, ts[last - 1].end), key, name, kind)


def key_of(name: str) -> str:
    """What stays the same if a name is written with and without the "s" of the genitive."""
    low = name.lower()
    return low[:-1] if len(low) > 3 and low.endswith(("s", "’", "'")) else low


_UNION = "EU"


@cache
def known_names() -> dict[str, Known]:
    """All names of the tables, as written, with their key, first name and kind."""
    found: dict[str, Known] = {}
    for code, names in _states():
        who: Known = (names[0].lower(), names[0], "organisation" if code == _UNION else "state")
        found.update((form, who) for name in names for form in _inflected(name))
    kinds: dict[str, ActorKind] = {
        "party": "organisation",
        "organisation": "organisation",
        "land": "state",
        "city": "organisation",
    }
    for kind, cell in table("relations"):
        if kind in kinds:
            names = cell.split("|")
            for name in names if kind in ("party", "organisation") else names[:1]:
                found.setdefault(name, (names[0].lower(), names[0], kinds[kind]))
    return found


def _states() -> Iterator[tuple[str, list[str]]]:
    """Codes and names."""
    return ((row[0], row[2].split("|")) for row in table("states"))


def _inflected(name: str) -> list[str]:
    """ "Vereinigte Staaten" and "Vereinigten Staaten", "Vereinigtes Königreich" as well."""
    first, *rest = name.split()
    if not rest or not first.endswith(("e", "es", "er")):
        return [name]
    stem = first.removesuffix("s").removesuffix("r").removesuffix("e")
    return [name, *(" ".join([stem + ending, *rest]) for ending in ("e", "en", "er"))]


@cache
def known_adjectives() -> dict[str, Known]:
    """Stems of adjectives ("russisch") and forms in "-er" ("Schweizer") of states and places."""
    known = known_names()
    found: dict[str, Known] = {}
    for row in table("states"):
        name = row[2].split("|")[0]
        forms = [*row[3].split("|"), *(d for d in row[4].split("|") if d.endswith("er"))]
        found.update(dict.fromkeys(forms, known[name]))
    found.pop(_NONE, None)
    for kind, cell in table("relations"):
        if kind in ("land", "city"):
            name, *forms = cell.split("|")
            found.update(dict.fromkeys(forms, known[name]))
    return found


@cache
def capitals() -> dict[str, Known]:
    """Capitals that may stand for their state: "Ankaras Außenminister"."""
    known = known_names()
    named_by = {
        capital: known[row[2].split("|")[0]]
        for row in table("states")
        for capital in row[5].split("|")
    }
    named_by.pop(_NONE, None)
    return named_by


@cache
def _cities() -> frozenset[str]:
    rows = table("relations")
    return frozenset(row[1].split("|")[0].lower() for row in rows if row[0] == "city")


def is_city(key: str) -> bool:
    return key in _cities()


def party(wording: str) -> Known | None:
    """The party of that name, as it stands in brackets or before a hyphen."""
    return known_names().get(wording) if wording in _parties() else None


@cache
def _parties() -> frozenset[str]:
    return words("relations", "party")


_ENDINGS = ("e", "er", "en", "em", "es")


def by_adjective(ts: Sequence[Token], i: int) -> Named | None:
    """The state or place that the adjective at `i` is of."""
    text = ts[i].text
    known = known_adjectives()
    if text in known and text[0].isupper():
        return named(ts, i, i + 1, known[text])
    for ending in _ENDINGS:
        stem = text.removesuffix(ending).lower()
        if text.endswith(ending) and stem in known:
            return named(ts, i, i + 1, known[stem])
    return None


def name_at(ts: Sequence[Token], i: int) -> Named | None:
    """The longest name of the tables that begins at `i`, also in the genitive."""
    if not (ts[i].text[0].isupper() or ts[i].text == "ver"):
        return None
    for last in range(min(i + LONGEST_NAME, len(ts)), i, -1):
        wording = " ".join(t.text for t in ts[i:last])
        for form in (wording, wording.removesuffix("s"), wording.rstrip("'’")):
            if form in known_names():
                return named(ts, i, last, known_names()[form])
    return None


def names_in(ts: Sequence[Token]) -> Iterator[Named]:
    """All names of the tables in a sentence, in order."""
    i = 0
    while i < len(ts):
        one = name_at(ts, i)
        if one:
            yield one
        i = one.last if one else i + 1


def is_abbreviation(word: str) -> bool:
    """ "DGB", "BVerwG": two capitals or more in a word that stands for an organisation."""
    return (
        2 <= len(word) <= 10
        and word.isalpha()
        and sum(c.isupper() for c in word) >= 2
        and (word[0].isupper())
    )
