"""Gender and number: what of them the words of a mention allow.

A set of letters: m, f and n for one, p for several. "Sie sagte" is a woman or a thing of feminine
gender, "die russischen Behörden" are several; what is not told stays open.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from wortlaut.layers.clauses import finite_form
from wortlaut.lexicon.tables import table
from wortlaut.lexicon.tables import words as listed

if TYPE_CHECKING:
    from collections.abc import Sequence

ANY = frozenset("mfnp")
ONE = frozenset("mfn")


@cache
def _letters(kind: str) -> dict[str, frozenset[str]]:
    rows = [row for row in table("agreement") if row[0] == kind]
    return {word: frozenset(row[2]) for row in rows for word in row[1].split("|")}


def agreement_of(tokens: Sequence[str], before: str, after: str) -> frozenset[str]:
    """What the words of a mention allow; `before` and `after` are the words beside it or ""."""
    low = [token.lower() for token in tokens]
    if len(low) == 1 and low[0] in _letters("pronoun"):
        return _of_pronoun(low[0], before, after)
    if _are_several(tokens):
        return frozenset("p")
    return _of_determiner(low) & _of_noun(tokens) or ANY


def _of_pronoun(low: str, before: str, after: str) -> frozenset[str]:
    """ "sie" is one or several as the verb beside it says."""
    allowed = _letters("pronoun")[low]
    if low not in ("sie", "diese", "jene"):
        return allowed
    for word in (after, before):
        form = finite_form(word) if word[:1].islower() else None
        if form is not None and bool(form.singular) != bool(form.plural):
            return allowed & (ONE if form.singular else {"p"})
    return allowed


def _are_several(tokens: Sequence[str]) -> bool:
    """ "Merkel und Putin", not "der Minister für Wirtschaft und Arbeit" """
    low = [token.lower() for token in tokens]
    joined = [i for i in range(1, len(low) - 1) if low[i] in ("und", "sowie")]
    return bool(joined) and not {"für", "der", "des"} & set(low[1 : joined[0]])


def _of_determiner(low: Sequence[str]) -> frozenset[str]:
    allowed = _letters("determiner").get(low[0], ANY)
    if len(low) > 2 and low[1][:1].islower():
        for ending, kind in (("e", "weak_e"), ("en", "weak_en")):
            if low[1].endswith(ending):
                allowed = _letters(kind).get(low[0], allowed)
    return allowed


def _of_noun(tokens: Sequence[str]) -> frozenset[str]:
    """By a noun of the tables, or two capital words that are a name."""
    for token in tokens:
        low = token.lower().strip('„“”"»«(),.')
        if not token[:1].isupper():
            continue
        if low in listed("naming", "group") or low.endswith("innen"):
            return frozenset("p")
        if low in listed("naming", "organisation") | listed("naming", "medium"):
            return ONE if not low.endswith("en") else ANY
        if _ends_in_person(low) and not low.endswith(("e", "en")):
            return frozenset("f") if low.endswith("in") else frozenset("mp")
    capital = [token for token in tokens if token[:1].isupper()]
    return ONE if len(capital) == len(tokens) and len(capital) == 2 else ANY


def _ends_in_person(low: str) -> bool:
    """ "polizeisprecherin" ends in a word for a person."""
    persons = listed("naming", "person")
    return low in persons or any(low[-n:] in persons for n in range(5, min(len(low), 18)))
