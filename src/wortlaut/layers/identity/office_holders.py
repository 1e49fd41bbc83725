"""Mentions of offices of a state: "der französische Präsident", "US-Außenminister Kerry"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from wortlaut.layers.actors.mentions import Mention
from wortlaut.layers.identity.context import Context
from wortlaut.layers.identity.governments import (
    AFTER,
    OF,
    federal_states,
    following,
    is_joint,
    words_of,
)
from wortlaut.layers.identity.titles import Meanings, is_title, office_word
from wortlaut.lexicon.states import by_adjective, by_name
from wortlaut.lexicon.tables import words as listed

_OF_OTHERS = re.compile(r"\s+(?:der|des|von|vom|für|beim?|einer|eines)\s")
_FORMER = re.compile(r"(?:Ex-|Alt(?=bundes|kanzler))", re.IGNORECASE)
_OF_A_PLACE = re.compile(r"[a-zäöü][\w-]+ische[nrm]?")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SENTENCE = re.compile(r"[.?!]\s")
AROUND = 200  # characters of the sentence on either side in which another year may stand


@dataclass(frozen=True, slots=True)
class Office:
    """Roles that the word may mean, and the states that the text says; none if it says none.

    `holds`: on the day of the article, "former": no more, "other": a deputy, or not yet.
    """

    roles: frozenset[str]
    states: frozenset[str]
    holds: Literal["now", "former", "other"]


def office_of(mention: Mention, context: Context) -> Office | None:
    """The office that a mention names, with or without a name after it: "Präsident Bush"."""
    words = words_of(mention)
    if is_joint(words):
        return None
    for at, word in enumerate(words):
        if known := _office_at(word):
            return _office(words, at, known, mention, context)
    return None


def _office_at(word: str) -> Meanings | None:
    """The office of "Präsident", "US-Präsident", "Ex-Präsident"; not of "Vize-Präsident"."""
    low = _in_office(word).lower()
    state, _, bare = low.rpartition("-")
    return office_word(low) or (office_word(bare) if state and by_name([state]) else None)


def _in_office(word: str) -> str:
    """A word without what says that it is over."""
    return _FORMER.sub("", word, count=1)


def _office(
    words: Sequence[str], at: int, known: Meanings, mention: Mention, context: Context
) -> Office:
    said = frozenset(_states_said(words, at, mention, context))
    own = [(role, alone) for role, alone in known if alone and (not said or alone & said)]
    general = frozenset(role for role, alone in known if not alone)
    if own and (said or not general):
        roles = frozenset(role for role, _ in own)
        alone: frozenset[str] = frozenset().union(*(states for _, states in own))
        federal = _in_office(words[at]).lower() in listed("identity", "federal")
        states = alone & (said or (federal_states(context) if federal else alone))
    else:
        roles, states = general, said
    low = {word.lower() for word in words}
    if _FORMER.match(words[at]) or low & listed("identity", "former"):
        return Office(roles, states, "former")
    elsewhere = not said and any(map(_is_of_a_place, words[:at]))
    other = elsewhere or low & listed("identity", "other")
    return Office(roles, states, "other" if other else "now")


def _is_of_a_place(word: str) -> bool:
    """ "bayerische", "Bayerns": of something that is no state."""
    genitive = word[:1].isupper() and word.endswith("s") and not is_title(word)
    return bool(_OF_A_PLACE.fullmatch(word)) or (genitive and word.lower() != "des")


def _states_said(
    words: Sequence[str], at: int, mention: Mention, context: Context
) -> Iterator[str]:
    """By adjective or genitive before the office, by "US-", by a name after it."""
    for word in words[:at]:
        code = by_adjective(word)
        if code is None and word[:1].isupper() and word.endswith(("s", "’")):
            code = by_name([word])
        if code:
            yield code
    if "-" in words[at] and (code := by_name([_in_office(words[at]).rpartition("-")[0]])):
        yield code
    if code := _after(words, at, mention, context):
        yield code


def _after(words: Sequence[str], at: int, mention: Mention, context: Context) -> str | None:
    """ "Präsident Indonesiens", "Präsident von Belarus"; None if something else follows."""
    tail = [word for word in words[at + 1 :] if word.lower() not in ("der", "des", "von")]
    if at < len(words) - 1:
        return by_name(tail) if tail else None
    return following(mention, context, OF)


def describes_holder(mention: Mention, context: Context) -> bool:
    """One certain person who holds it and is not named: "der französische Präsident".

    Not "ein Präsident", "die Präsidenten", "sein Präsident", "der neue Präsident", "der Präsident
    der Nationalbank", and none that the text speaks of in another year.
    """
    words = words_of(mention)
    at = next((i for i, word in enumerate(words) if _office_at(word)), None)
    if at is None or {word.lower() for word in words} & listed("identity", "new"):
        return False
    if not _is_definite(words, at) or _in_another_year(mention, context):
        return False
    if any(word[:1].isupper() and not by_adjective(word) for word in words[1:at]):
        return False
    if _after(words, at, mention, context):
        return True
    end = mention.span[1]
    return at == len(words) - 1 and not _OF_OTHERS.match(context.text, end, end + AFTER)


def _is_definite(words: Sequence[str], at: int) -> bool:
    """With "der" and the like, or a genitive before it; "die" only before a woman's office."""
    first = words[0].lower()
    if first == "die" and not words[at].lower().endswith(("in", "queen")):
        return False  # more than one
    genitive = words[0][:1].isupper() and words[0].endswith(("s", "’")) and by_name([words[0]])
    return first in listed("identity", "definite") or bool(genitive)


def _in_another_year(mention: Mention, context: Context) -> bool:
    """Does the sentence name an earlier year than that of the article?"""
    start, end = mention.span
    before = _SENTENCE.split(context.text[max(0, start - AROUND) : start])[-1]
    after = _SENTENCE.split(context.text[end : end + AROUND])[0]
    published = (context.published or "")[:4]
    return any(year < published for year in _YEAR.findall(before + " " + after))
