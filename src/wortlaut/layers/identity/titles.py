"""Words for offices, titles and governments: the tables offices.tsv and identity.tsv."""

from __future__ import annotations

from functools import cache

from wortlaut.lexicon.tables import table
from wortlaut.lexicon.tables import words as listed

Meanings = tuple[tuple[str, frozenset[str]], ...]
_ADDRESSES = frozenset({"herr", "herrn", "frau", "dr", "prof", "sir", "lady", "lord"})
_ALSO_IN_OTHER_WORDS = frozenset({"mann", "frau", "könig", "papst", "general", "oberst"})


def is_government(word: str) -> bool:
    """ "Regierung", "US-Regierung", "Bundesregierung", "Führung"; not "Landesregierung"."""
    low = word.lower()
    known = listed("identity", "government")
    return low in known or low == "bundesregierung" or low.partition("-")[2] in known


@cache
def offices() -> dict[str, Meanings]:
    """For each word the roles it may mean, each with the states that alone have it."""
    found: dict[str, Meanings] = {}
    for role, forms, states in table("offices"):
        alone: frozenset[str] = frozenset() if states == "-" else frozenset(states.split("|"))
        for form in forms.split("|"):
            found[form] = (*found.get(form, ()), (role, alone))
    return found


def office_word(low: str) -> Meanings | None:
    """The office of a word in any case: "Präsidenten", "Außenministers"."""
    known = offices()
    for ending in ("", "en", "s", "n", "es"):
        if low.endswith(ending) and (found := known.get(low[: len(low) - len(ending)])):
            return found
    return None


def is_address(word: str) -> bool:
    """ "Frau", "Dr.": polite, and says nothing about an office."""
    return word.lower().strip(".") in _ADDRESSES


def is_title(word: str) -> bool:
    """Can it stand between article and name: "Außenminister", "Fraktionschef", "Dr."?"""
    low = word.lower().rpartition("-")[2].strip(".")
    if is_address(word) or office_word(low):
        return True
    return any(low.removesuffix(e).endswith(_title_ends()) for e in ("", "s", "n", "en"))


@cache
def _title_ends() -> tuple[str, ...]:
    return tuple(sorted(listed("naming", "person") - _ALSO_IN_OTHER_WORDS))
