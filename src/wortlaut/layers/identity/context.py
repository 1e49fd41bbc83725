"""What a text as a whole says: which states it names, and which words stand before a surname.

Made in one pass over the text; identifying asks it of every actor.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from wortlaut.layers.identity.titles import is_government, office_word
from wortlaut.lexicon.spelling import plain
from wortlaut.lexicon.states import by_adjective, by_demonym, by_name, first_words
from wortlaut.lexicon.tables import table
from wortlaut.lexicon.tables import words as listed

_WORD = re.compile(r"\w[\w’'-]*")
SPORT = 3  # words of sport from which on a text is about teams


@dataclass(frozen=True, slots=True)
class Context:
    """`states`: how often each is named, by name, adjective or demonym, capitals left out.

    `before`: for each word with a capital letter, as spelling.plain writes it, the capital words
    directly before it. `acting`: states whose government or office holders are named with an
    adjective. `sport`: the text is about teams.
    """

    text: str
    published: str | None
    states: Counter[str]
    before: dict[str, frozenset[str]]
    acting: frozenset[str]
    sport: bool

    def names(self, code: str) -> bool:
        return self.states[code] > 0

    def has_word(self, begins: str) -> bool:
        """Does a word, or do several, begin so?"""
        return re.search(rf"(?<![\w-]){begins}", self.text) is not None


def context_of(text: str, published: str | None) -> Context:
    """Look through a text; `published` is an ISO date, also of a month or a year."""
    states: Counter[str] = Counter()
    before: defaultdict[str, set[str]] = defaultdict(set)
    acting: set[str] = set()
    sport: set[str] = set()
    found = list(_WORD.finditer(text))
    for i, match in enumerate(found):
        word = match[0].rstrip("’'")
        if not word[:1].isupper():
            if code := by_adjective(word):
                states[code] += 1
                following = found[i + 1][0] if i + 1 < len(found) else ""
                if is_government(following) or office_word(following.lower()):
                    acting.add(code)
            continue
        if code := _state(found, i):
            states[code] += 1
        low = word.lower()
        if low in listed("identity", "sport"):
            sport.add(low)
        if i and found[i - 1][0][:1].isupper() and text[found[i - 1].end() : match.start()] == " ":
            for key in {plain(word), plain(word.removesuffix("s"))}:
                before[key].add(found[i - 1][0])
    return Context(
        text=text,
        published=published,
        states=states,
        before={key: frozenset(words) for key, words in before.items()},
        acting=frozenset(acting),
        sport=len(sport) >= SPORT,
    )


def _state(found: Sequence[re.Match[str]], i: int) -> str | None:
    """The state that a capital word, or a name that it begins, is of; also "US-Präsident"."""
    word = found[i][0].rstrip("’'")
    if word.lower() in first_words():
        following = [match[0] for match in found[i : i + 4]]
        for size in (4, 3, 2):
            if code := by_name(following[:size]):
                return code
    head = word.partition("-")[0]
    return by_name([word]) or by_demonym(word) or by_adjective(word) or by_name([head])


@cache
def seat_rules() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """For a capital the states it may mean, and which words speak for and against each."""
    found: dict[str, tuple[tuple[str, str, str], ...]] = {}
    for capital, state, needs, bars in table("seats"):
        found[capital] = (*found.get(capital, ()), (state, needs, bars))
    return found


def seat_of(capital: str, states: frozenset[str], context: Context) -> str | None:
    """The state whose government a capital stands for in this text; None if that is open."""
    rules = seat_rules().get(capital)
    if rules is None:
        return next(iter(states)) if len(states) == 1 else None
    meant = {state for state, needs, bars in rules if _holds(needs, bars, context)}
    return meant.pop() if len(meant) == 1 else None


def _holds(needs: str, bars: str, context: Context) -> bool:
    return (needs == "-" or any(map(context.has_word, needs.split("|")))) and (
        bars == "-" or not any(map(context.has_word, bars.split("|")))
    )
