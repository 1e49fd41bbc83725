"""Whether a clause tells what was or what is to come, as far as its verbs say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wortlaut.layers.clauses import finite_form, is_finite
from wortlaut.layers.times.time_words import daypart, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wortlaut.layers.times.time_words import Context
    from wortlaut.layers.tokens import Token

_NEAR = 9  # tokens before, in which "nach" may begin the phrase of a day
_SHORTEST_PARTICIPLE = len("gesagt")
_FAR = 25  # tokens to each side: what stands farther off is hardly of the same clause
_EDGES = frozenset(',;:!?–„“”"»«()')
_PERFECT = frozenset(("hat", "haben", "habe", "habt"))
_TO_BE = frozenset(("ist", "sind", "sei", "seien", "bin"))
_JOINING = frozenset(("und", "oder", "aber", "sowie"))
_DETERMINERS = frozenset(("der", "die", "das", "den", "dem", "des", "ein", "eine", "einen"))
_PARTICIPLE_STARTS = ("ge", "be", "ver", "er", "ent", "zer", "miss")
_MODAL = frozenset(("sollte", "sollten"))  # of the past as well as of what is to come


def looks_ahead(context: Context, at: int, present: bool = True) -> bool | None:
    """Is the clause of what is to come (True), or of what was (False)? None: it does not say.

    A present tense looks ahead only if `present` is true.
    """
    if _is_aim(context, at):
        return True
    return False if _is_attribute(context, at) else _by_verbs(context, at, present)


def _by_verbs(context: Context, at: int, present: bool) -> bool | None:
    tokens = [token for token in clause_around(context, at) if token.text[0].isalpha()]
    small = {token.low for token in tokens if token.text[0].islower() or token is tokens[0]}
    tenses = {low: _tenses(low) for low in small}
    if any("p" in kinds for kinds in tenses.values()) or _PERFECT & small:
        return False
    if words("planned").keys() & small:
        return True
    if _TO_BE & small and any(_is_participle(low) for low in small):
        return False
    if (words("future").keys() - (() if present else _MODAL)) & small:
        return True
    telling = any(kinds and low not in words("said") for low, kinds in tenses.items())
    return True if telling and present else None


def _is_aim(context: Context, at: int) -> bool:
    """für Montag angekündigt, auf den 3. Mai verschoben; but not Nacht auf Montag."""
    before = at - 1 - (context.low(at - 1) in _DETERMINERS)
    return context.low(before) in ("für", "auf") and daypart(context.low(before - 1)) is None


def _is_attribute(context: Context, at: int) -> bool:
    """die Wahl vom Sonntag, nach dem Unfall am Sonntag, das am Sonntag gesunkene Schiff."""
    before = context.low(at - 1)
    if before == "vom":
        return True
    if before == "am" and context.low(at - 2) in _DETERMINERS and context.low(at - 3) != ",":
        return True
    for place in range(at - 2, max(at - _NEAR, 0) - 1, -1):
        token = context.tokens[place]
        if token.low == "nach":
            return True
        if token.text in _EDGES or token.text == "." or is_finite(token):
            return False
    return False


def clause_around(context: Context, at: int) -> Iterator[Token]:
    """The tokens between the commas and stops around the place, in order."""
    first = at
    while first > max(at - _FAR, 0) and not _is_edge(context, first - 1):
        first -= 1
    last = at + 1
    while last < min(at + _FAR, len(context.tokens)) and not _is_edge(context, last):
        last += 1
    return iter(context.tokens[first:last])


def _is_edge(context: Context, at: int) -> bool:
    token = context.tokens[at]
    if token.low in _JOINING and at + 1 < len(context.tokens):
        return is_finite(context.tokens[at + 1])
    ends = token.text == "." and not context.low(at - 1).isdecimal()
    return ends or token.text in _EDGES


def _tenses(low: str) -> str:
    """Letters of the tenses and moods that the word may be; a modal verb is no past."""
    form = finite_form(low)
    if form is None or low in _MODAL:
        return "c" if form else ""
    if not form.singular and _is_participle(low):
        return ""  # "verschoben" may be one; alone it tells no tense
    return form.singular or form.plural


def _is_participle(low: str) -> bool:
    if len(low) < _SHORTEST_PARTICIPLE or low in words("nth"):
        return False
    if low in ("worden", "gewesen") or low.endswith("iert"):
        return True
    return low.endswith(("t", "en")) and (low.startswith(_PARTICIPLE_STARTS) or "ge" in low[2:-2])
