"""Which words are offices, and which take an office back."""

from __future__ import annotations

from functools import cache

from wortlaut.lexicon.tables import words

_KINDS = ("state_office", "body_office", "party_office", "member")


@cache
def kinds_of(low: str) -> frozenset[str]:
    """Which kinds of office, or member, a word is: of state, body, party, member."""
    forms = {low}
    for ending in ("innen", "in", "en", "s", "es", "n"):
        if low.endswith(ending) and len(low) > len(ending) + 2:
            forms.add(low.removesuffix(ending))
    found = set()
    for kind in _KINDS:
        ends = words("relations", f"{kind}_end")
        whole = bool(forms & words("relations", kind))
        if whole or any(form[i:] in ends for form in forms for i in range(len(form))):
            found.add(kind.removesuffix("_office"))
    return frozenset(found)


@cache
def is_former(low: str) -> bool:
    """Does the word say that an office is not held, no longer or not yet?"""
    known = words("relations", "former")
    return any(low.removesuffix(ending) in known for ending in ("", "e", "er", "en", "em", "es"))
