"""States by what German texts call them: names, adjectives, demonyms, capitals, palaces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from wortlaut.lexicon.tables import table

UNION = "EU"  # in the table, though no state
_ENDINGS = ("en", "er", "es", "em", "e", "")


@dataclass(frozen=True, slots=True)
class State:
    """A row of states.tsv."""

    code: str
    wikidata: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    palaces: tuple[str, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """As in `same_as`. The European Union has no ISO code of a country."""
        item = f"wikidata:{self.wikidata}"
        return (item,) if self.code == UNION else (f"iso3166:{self.code}", item)


@cache
def states() -> dict[str, State]:
    """All states, by code."""
    return {row[0]: State(row[0], row[1], *map(_cell, row[2:])) for row in table("states")}


def _cell(cell: str) -> tuple[str, ...]:
    return () if cell == "-" else tuple(cell.split("|"))


def by_name(words: Sequence[str]) -> str | None:
    """Code of the state of that name, in any case: "Vereinigten Staaten", "Frankreichs"."""
    return _names().get(phrase(words))


def by_capital(words: Sequence[str]) -> frozenset[str]:
    """Codes of the states whose capital that is."""
    return _capitals().get(phrase(words), frozenset())


def by_palace(words: Sequence[str]) -> str | None:
    """Code of the state whose government has its seat there: "Kreml", "Weißen Hauses"."""
    return _palaces().get(phrase(words))


@lru_cache(maxsize=8192)
def by_adjective(word: str) -> str | None:
    """Code of the state that an adjective stands for, in any form: "belarussischen"."""
    low = word.lower()
    for ending in _ENDINGS:
        if low.endswith(ending):
            code = _adjectives().get(low[: len(low) - len(ending)])
            if code:
                return code
    return None


def by_demonym(word: str) -> str | None:
    """Code of the state that somebody is from: "Belarusse", "Belarussin", "Belarussen"."""
    return _demonyms().get(word)


def is_demonym_plural(word: str) -> bool:
    """Can it mean more than one? "Belarussen", "Schweizer", "Israelis"; not women alone."""
    return word in _demonyms() and word.endswith(("en", "er", "is", "ern", "os", "ais"))


def phrase(words: Sequence[str]) -> str:
    """A name in small letters, the adjectives before its last word without their endings."""
    *first, last = words
    stems = [_stem(word) for word in first]
    return " ".join([*stems, last.lower()])


def _stem(word: str) -> str:
    low = word.lower()
    for ending in _ENDINGS:
        if ending and low.endswith(ending) and len(low) - len(ending) > 3:
            return low[: -len(ending)]
    return low


def inflected(names: Sequence[str]) -> Iterator[str]:
    """A name, its genitive and the dative of its plural, as `phrase` gives them."""
    for name in names:
        form = phrase(name.split())
        yield form
        yield from (form + ending for ending in ("s", "es", "’", "'"))
        if form.endswith("e"):
            yield form + "n"


@cache
def _names() -> dict[str, str]:
    return {form: s.code for s in states().values() for form in inflected(s.names)}


@cache
def _palaces() -> dict[str, str]:
    return {form: s.code for s in states().values() for form in inflected(s.palaces)}


@cache
def _capitals() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for state in states().values():
        for form in inflected(state.capitals):
            found[form] = found.get(form, frozenset()) | {state.code}
    return found


@cache
def _adjectives() -> dict[str, str]:
    return {adjective: s.code for s in states().values() for adjective in s.adjectives}


@cache
def _demonyms() -> dict[str, str]:
    forms = ((s.code, form) for s in states().values() for d in s.demonyms for form in _people(d))
    return {form: code for code, form in forms}


def _people(man: str) -> Iterator[str]:
    """A man's demonym in all cases and numbers, and a woman's."""
    if man == "Deutsche":  # the only one that is an adjective
        yield from ("Deutsche", "Deutscher", "Deutschen", "Deutschem")
        return
    yield man
    if man.endswith("e"):
        yield from (man + "n", man[:-1] + "in", man[:-1] + "innen")
    elif man.endswith("er") or man.endswith(("i", "o")):
        yield from (man + "s", man + "n", man + "in", man + "innen")
    else:
        yield from (man + "en", man + "in", man + "innen")


@cache
def first_words() -> frozenset[str]:
    """What names of several words begin with, in small letters and all cases."""
    firsts = {n.split()[0].lower() for s in states().values() for n in s.names if " " in n}
    return frozenset(stem + ending for f in firsts for stem in (f, _stem(f)) for ending in _ENDINGS)
