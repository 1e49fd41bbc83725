"""Actors: which mentions mean the same, and who they are.

Each mention is compared with the earlier ones by the model's vectors, by names, gender and number;
it goes on the best of them or is a new one. Only whoever speaks, passes on or stands in a relation
is an actor.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

import numpy as np

from wortlaut.document import Actor
from wortlaut.encoder.labels import KINDS
from wortlaut.layers.actors.agreement import ANY
from wortlaut.layers.actors.mentions import Mention, PairRule, kind_of
from wortlaut.lexicon.spelling import given_alike, same_word
from wortlaut.lexicon.tables import words as listed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wortlaut.document import ActorKind, Span
    from wortlaut.encoder.reading import Reading

FARTHEST = 200  # mentions back that are looked at, so that time stays linear
SAME_NAME, OTHER_NAME, NO_NAME = 6.0, -8.0, 0.0


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions that mean the same, in order; `called` is their name if a table has it."""

    mentions: tuple[Mention, ...]
    called: str = ""

    @property
    def name(self) -> str:
        """The fullest name; else the longest description."""
        if self.called:
            return self.called
        naming = [m for m in self.mentions if not m.is_pronoun] or list(self.mentions)
        named = [m for m in naming if not m.is_description] or naming
        return _plain(max(named, key=lambda m: (len(name_words(m)), len(m.text))).text)


@dataclass(frozen=True, slots=True)
class Identity:
    """What goes into `same_as`; `kind` is the actor's kind, if the identity settles it."""

    ids: tuple[str, ...]
    kind: ActorKind | None


_IN_MARKS = re.compile(r"[„“»\"]([^„“”«»\"]{2,})")


def _plain(name: str) -> str:
    """What stands in quotation marks is the name: "der Zeitung „Tagblatt“" """
    match = _IN_MARKS.search(name)
    return match[1].strip() if match else name.strip('”«“"’ ')


def groups_of(
    mentions: Sequence[Mention],
    reading: Reading,
    rule: PairRule,
    appositions: Mapping[Span, Span] = MappingProxyType({}),
) -> list[Group]:
    """The mentions grouped by whom they mean; `appositions`: spans that mean the same as one
    before ("der Sprecher, Karl Meier")."""
    if not mentions:
        return []
    compared = Compared(mentions, reading.pairs, rule)
    number = list(range(len(mentions)))
    place = {mention.span: i for i, mention in enumerate(mentions)}
    members: dict[int, list[Mention]] = {}
    for i, mention in enumerate(mentions):
        first = max(0, i - FARTHEST)
        best = _least(mention, compared.new(i))
        chosen = i
        for j, alike in enumerate(compared.with_earlier(i, first), start=first):
            score = alike + agreement(mention, mentions[j])
            if score > best and not conflict(mention, members[number[j]][-FARTHEST:]):
                best, chosen = score, j
        chosen = place.get(appositions.get(mention.span, (0, 0)), chosen)
        number[i] = number[chosen]
        members.setdefault(number[i], []).append(mention)
    grouped: dict[int, list[Mention]] = {}
    for i, mention in enumerate(mentions):
        grouped.setdefault(number[i], []).append(mention)
    return [Group(tuple(members)) for members in grouped.values()]


UNLIKELY = -15.0  # one mention within the other costs more


def _least(mention: Mention, new: float) -> float:
    """The score that an earlier mention must beat. "er" always means one of them, "es" and "wir"
    need not, and a noun phrase is new in doubt."""
    if mention.text.lower() in listed("naming", "anaphoric"):
        return UNLIKELY
    return new if mention.is_pronoun else max(new, 0.0)


def conflict(mention: Mention, group: Sequence[Mention]) -> bool:
    """Can the mention not mean the same as all of the group?

    Not if one stands within the other ("sein" in "sein Sprecher"), if both have names and they
    differ, if they are ministers of different things, or if one is a person and the other is not.
    """
    if any(mention.first < m.last and m.first < mention.last for m in group):
        return True
    if not mention.agrees & _agreement(group):
        return True
    if mention.is_pronoun:
        return False
    naming = [m for m in group if not m.is_pronoun]
    if any(
        _is_person(mention) is not None and _is_person(m) is (not _is_person(mention))
        for m in naming
    ):
        return True
    if any(_other_office(mention, m) for m in naming):
        return True
    mine = proper_name(mention)
    others = [name for m in naming if (name := proper_name(m))]
    return bool(mine) and bool(others) and not any(same_name(mine, name) for name in others)


def _agreement(group: Sequence[Mention]) -> frozenset[str]:
    """What those of the group allow together that are no pronouns."""
    return frozenset.intersection(ANY, *(m.agrees for m in group if not m.is_pronoun))


_MINISTER = re.compile(
    r"(?:bundes|landes)?(?:.*-)?(\w*)minister(?:in|s|n)?|(?:bundes)?(kanzler)\w*"
)


def _portfolio(mention: Mention) -> str | None:
    """ "Außen" of "Außenminister Fischer", "kanzler" of "Bundeskanzler Schröder"."""
    for token in mention.tokens:
        if match := _MINISTER.fullmatch(token.lower()):
            return match[1] or match[2]
    return None


def _other_office(a: Mention, b: Mention) -> bool:
    """ "Außenminister Fischer" and "Umweltminister Fischer" are two of one name."""
    mine, theirs = _portfolio(a), _portfolio(b)
    return bool(mine and theirs and mine != theirs)


def _is_person(mention: Mention) -> bool | None:
    """As far as a word of it or the model says so surely."""
    for token in mention.tokens:
        if token.lower() in listed("naming", "person"):
            return True
        if token.lower() in listed("naming", "medium") | listed("naming", "organisation"):
            return False
    sure = mention.kinds[PERSON]
    return True if sure > 0.9 else False if sure < 0.05 else None


PERSON = KINDS.index("person")


def proper_name(mention: Mention) -> list[str]:
    """Its name, without title; empty if it is a description: "der russische Präsident" """
    capital = name_words(mention)
    titled = any(t.lower() in listed("naming", "person") for t in mention.tokens)
    if mention.is_description and not titled and len(capital) < 2:
        return []
    return [w for w in capital if w.lower() not in _COMMON]


_COMMON = (
    listed("naming", "person")
    | listed("naming", "organisation")
    | listed("naming", "group")
    | (listed("naming", "medium"))
)


class Compared:
    """How alike mentions are by the model's vectors: training.network.MentionsHead.compare."""

    def __init__(
        self, mentions: Sequence[Mention], pairs: NDArray[np.float32], rule: PairRule
    ) -> None:
        self._width = width = (pairs.shape[1] - 2) // 4
        self._first = first = np.array([m.first for m in mentions])
        last = np.array([m.last - 1 for m in mentions])
        self._later = pairs[first, :width] + pairs[last, width : 2 * width]
        self._earlier = pairs[first, 2 * width : 3 * width] + pairs[last, 3 * width : 4 * width]
        self._new = pairs[first, -2] + pairs[last, -1]
        self._distance = np.array(rule.distance, dtype=np.float32)

    def new(self, i: int) -> float:
        """That mention `i` is a new one."""
        return float(self._new[i])

    def with_earlier(self, i: int, first: int) -> list[float]:
        """That it means the same as each of the mentions `first` .. `i`."""
        scores = self._earlier[first:i] @ self._later[i] / np.sqrt(self._width)
        if len(self._distance):
            gaps = bucket(self._first[i] - self._first[first:i], len(self._distance))
            scores = scores + self._distance[gaps]
        return [float(score) for score in scores]


def bucket(distance: NDArray[np.int64], buckets: int) -> NDArray[np.int64]:
    """Distances in words to buckets: exact up to 16, then by logarithm up to 512."""
    far = 16 + (np.log(np.maximum(distance, 16) / 16) / np.log(32) * 31).astype(np.int64)
    return np.where(distance < 16, distance, np.minimum(far, buckets - 1))


def agreement(later: Mention, earlier: Mention) -> float:
    """What names, gender and number say of two mentions, to be added to their score."""
    if later.first < earlier.last:
        return -20.0  # one within the other
    if later.is_pronoun:
        if not later.agrees & earlier.agrees:
            return -8.0
        if earlier.is_pronoun and _first_person(later) != _first_person(earlier):
            return -4.0
        return _prominence(earlier)
    if earlier.is_pronoun:
        return -1.0
    return _of_names(later, earlier)


PROMINENT = 1.5


def _prominence(earlier: Mention) -> float:
    """A pronoun means the one that its sentences are about rather than whose it was (centering
    theory, Grosz et al. 1995)."""
    genitive = earlier.tokens[0].lower() in ("des", "eines")
    return PROMINENT * (earlier.opens - genitive)


def _of_names(later: Mention, earlier: Mention) -> float:
    a, b = name_words(later), name_words(earlier)
    if later.text.lower() == earlier.text.lower():
        return SAME_NAME
    if not a or not b:
        return NO_NAME
    return SAME_NAME if same_name(a, b) else OTHER_NAME if _both_named(later, earlier) else -1.0


def _both_named(later: Mention, earlier: Mention) -> bool:
    return not later.is_description and not earlier.is_description


def _first_person(mention: Mention) -> bool:
    return mention.text.lower() in listed("naming", "first_person")


def name_words(mention: Mention) -> list[str]:
    """Its capital words; those of a name alone if titles stand before it."""
    capital = [w.strip("()„“\"'’.,:") for w in mention.tokens if w[:1].isupper() or w[:1].isdigit()]
    capital = [w for w in capital if w.lower() not in listed("naming", "determiner")]
    titles = listed("naming", "person") | listed("naming", "medium")
    named = [w for w in capital if w.lower() not in titles]
    return named or capital


def same_name(a: Sequence[str], b: Sequence[str]) -> bool:
    """Do the last words agree, in any spelling, and no first names speak against it?"""
    if not _alike(a[-1], b[-1]):
        short, long = sorted((a, b), key=len)
        return len(short) == 1 and len(short[0]) > 3 and any(_alike(short[0], w) for w in long)
    return (
        len(a) < 2
        or len(b) < 2
        or _alike(a[-2], b[-2])
        or given_alike(a[-2], b[-2])
        or len(a) != len(b)
    )


def _alike(a: str, b: str) -> bool:
    """ "Lukaschenko", "Lukaschenkos" and "Lukashenka" """
    return _stem(a) == _stem(b) or same_word(a, b)


def _stem(word: str) -> str:
    low = word.lower()
    return low[:-1] if len(low) > 3 and low.endswith(("s", "n", "’", "'")) else low


def to_actors(
    groups: Sequence[Group], wanted: Sequence[int], known: Sequence[Identity | None] = ()
) -> tuple[Actor, ...]:
    """The groups of the indices in `wanted` as actors a1, a2, … in the order of the text.

    `known`: for each group who it is outside the article, if that was found.
    """
    actors = []
    for number, i in enumerate(sorted(set(wanted)), start=1):
        group = groups[i]
        identity = known[i] if known else None
        kind = identity.kind if identity else None
        actors.append(
            Actor(
                id=f"a{number}",
                name=group.name,
                kind=kind or cast("ActorKind", KINDS[kind_of(group.mentions)]),
                same_as=identity.ids if identity else (),
                mentions=tuple(m.span for m in group.mentions),
            )
        )
    return tuple(actors)
