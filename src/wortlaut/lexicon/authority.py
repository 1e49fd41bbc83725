"""Well-known names, indexed: who is called so, who held that office on that day.

>>> authority = Authority.load()
>>> authority.holders("FR", {"head of state"}, "2009-05-01")  # doctest: +SKIP
[Entry(id='wikidata:Q329', name='Nicolas Sarkozy', ...)]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from pathlib import Path

from wortlaut.lexicon.authority_file import Entry, Term, read_file, shipped
from wortlaut.lexicon.spelling import given_alike, keys, same_word
from wortlaut.lexicon.states import inflected, phrase

NO_STATE = "0"  # where the state of an office would stand
LONGEST_SHORT = 6  # characters
LONGEST_NAME = 8  # words
_NOT_IN_NAMES = '()„“”"«»,.:;'


class Authority:
    """Entries by name, surname and office. Built once; looking up does not depend on its size."""

    def __init__(self, entries: Iterable[Entry], as_of: str | None = None) -> None:
        """Index entries. `as_of`: the date after which a term without an end may have ended."""
        self.entries = tuple(entries)
        self._as_of = as_of
        self._full: dict[str, list[tuple[tuple[str, ...], Entry]]] = defaultdict(list)
        self._surnames: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
        self._others: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
        self._offices: dict[tuple[str, str], list[tuple[Term, Entry]]] = defaultdict(list)
        for entry in self.entries:
            for name in dict.fromkeys(entry.names):
                self._add(name, entry)
            for term in entry.terms:
                if entry.kind == "person":
                    self._offices[term.state or NO_STATE, term.role].append((term, entry))

    @classmethod
    def load(cls, file: Path | None = None) -> Authority:
        """The names that ship; rows of `file` are added, and replace those with the same id.

        Raises AuthorityError if the file is missing or not as it should be.
        """
        if file is None:
            return _shipped()
        own = read_file(file)
        theirs = {entry.id for entry in own}
        kept = [entry for entry in shipped() if entry.id not in theirs]
        return cls([*kept, *own], newest(shipped()))

    def _add(self, name: str, entry: Entry) -> None:
        words = name_of(name.split())
        if not words:
            return
        if entry.kind != "person":
            for form in inflected([" ".join(words)]):
                self._others[form].append((name, entry))
            return
        if len(words) > 1:
            for key in keys(words[-1]):
                self._full[key].append((words, entry))
        for key in keys(words[-1]):
            if (words[-1], entry) not in self._surnames[key]:
                self._surnames[key].append((words[-1], entry))

    def persons(self, words: Sequence[str]) -> set[tuple[Entry, int]]:
        """Those whose full name ends `words`, each with the number of words that it takes."""
        plain = name_of(words)
        if not plain:
            return set()
        return {
            (entry, _taken(words, len(name)))
            for key in _keys_of(plain[-1])
            for name, entry in self._full.get(key, ())
            if len(name) <= len(plain) and _is_name(plain[-len(name) :], name)
        }

    def by_surname(self, word: str) -> set[Entry]:
        """Persons of that surname, or known by that single name."""
        return {
            entry
            for key in _keys_of(word)
            for surname, entry in self._surnames.get(key, ())
            if same_word(word, surname)
        }

    def others(self, words: Sequence[str], genitive: bool = False) -> set[Entry]:
        """Organisations, papers and other entries that are called exactly so.

        Only if `genitive`, a last "s" may be that of the case: "die Times" is not Time.

        Short names of one word must be written as they are in the file: "BUND" is not "Bund".
        """
        if not words or len(words) > LONGEST_NAME:
            return set()
        written = " ".join(words)
        return {
            entry
            for name, entry in self._others.get(phrase(words), ())
            if _same_case(written, name, genitive)
        }

    def holders(self, state: str, roles: Collection[str], day: str | None) -> set[Entry]:
        """Who may have held one of these offices in that state on that day, month or year.

        `state` is NO_STATE for the offices of organisations.
        """
        return {
            entry
            for role in roles
            for term, entry in self._offices.get((state, role), ())
            if day and in_term(term, day) and not self._is_stale(term, day)
        }

    def _is_stale(self, term: Term, day: str) -> bool:
        """May somebody else hold the office by now, who came after the file was made?"""
        return self._as_of is not None and not term.until and day > self._as_of


@cache
def _shipped() -> Authority:
    return Authority(shipped(), newest(shipped()))


def newest(entries: Iterable[Entry]) -> str | None:
    """The last day on which somebody in `entries` came into office: so new is the file."""
    return max((t.since for e in entries for t in e.terms if t.since), default=None)


def in_term(term: Term, day: str) -> bool:
    """May the day, month or year lie in the term?"""
    begun = not term.since or term.since[: len(day)] <= day[: len(term.since)]
    return begun and (not term.until or day[: len(term.until)] <= term.until[: len(day)])


def name_of(words: Sequence[str]) -> tuple[str, ...]:
    """A name without marks and initials: "George W. Bush" is George Bush."""
    bare = [word.strip(_NOT_IN_NAMES) for word in words if not is_initial(word)]
    return tuple(word for word in bare if word)


def _same_case(written: str, name: str, genitive: bool) -> bool:
    """Is the name written as in the file, but for case if it is long, and the genitive's s?"""
    bare = written.rstrip("’'")
    if not genitive and bare[-1:] == "s" and not name.endswith("s"):
        return False
    if len(name) > LONGEST_SHORT:
        return " " in name or written[0].isupper() is name[0].isupper()
    return name in (bare, bare.removesuffix("s"))


def _taken(words: Sequence[str], size: int) -> int:
    """How many of the last `words` are a name of that size, initials counted."""
    taken = 0
    for word in reversed(words):
        if size == 0 and not is_initial(word):
            break
        taken += 1
        size -= not is_initial(word)
    return taken


def is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1 and word[0].isupper()


def _keys_of(word: str) -> set[str]:
    """The keys of a word that may have a genitive s."""
    bare = word.rstrip("’'")
    return set(keys(bare)) | (set(keys(bare[:-1])) if bare.endswith("s") else set())


def _is_name(words: Sequence[str], name: Sequence[str]) -> bool:
    *given, last = words
    *others, surname = name
    return same_word(last, surname) and all(map(given_alike, given, others))
