"""Whom a name means: one of the model's groups of mentions, or somebody new."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from wortlaut.document import Span
from wortlaut.encoder.labels import KINDS
from wortlaut.layers.actors.actors import Group, proper_name, same_name
from wortlaut.layers.actors.mentions import Mention, kind_of
from wortlaut.layers.clauses import Sentence
from wortlaut.layers.relations.named import Named, key_of, known_names, names_in
from wortlaut.layers.relations.office_words import kinds_of
from wortlaut.layers.relations.persons import person_key
from wortlaut.lexicon.tables import words

PERSON, MEDIUM = KINDS.index("person"), KINDS.index("medium")
_MOST_ALIKE = 10  # groups of one last name that are compared
_FARTHEST = 8  # mentions that may begin before a name and still hold it


class Whos:
    """The groups of a text, to be asked by name; whoever is asked for and is none becomes one."""

    def __init__(self, groups: Sequence[Group], sentences: Sequence[Sentence]) -> None:
        self._groups = list(groups)
        self._sentences = sentences
        mentions = [(m.span, m, i) for i, group in enumerate(groups) for m in group.mentions]
        self._mentions = sorted(mentions, key=lambda one: one[0])
        self._starts = [span[0] for span, _, _ in self._mentions]
        self._by_key: dict[str, list[int]] = {}
        self._new: dict[int, dict[Span, Named]] = {}
        self._added: dict[int, dict[Span, Named]] = {}  # to groups that are there
        self._names = [_clean_name(group) for group in groups]
        self._is_person = [is_person(group) for group in groups]
        for i, group in enumerate(groups):
            for mention in group.mentions:
                if key := _key(mention, self._is_person[i]):
                    self._remember(key, i)

    def index_of(self, who: Named) -> int:
        """The group that is meant: of the mention there, of the same name, or a new one."""
        i = self._at(who)
        if i is not None and self._fits(i, who):
            return i
        for i in self._by_key.get(who.key, ()):
            if i in self._new:
                self._new[i][who.span] = who
                return i
            if self._fits(i, who):
                if not self._is_taken(who.span):
                    self._added.setdefault(i, {})[who.span] = who
                return i
        i = len(self._groups)
        self._groups.append(Group(()))
        self._new[i] = {who.span: who}
        self._remember(who.key, i)
        return i

    def groups(self) -> list[Group]:
        """All groups, the new ones with every place where a table has their name."""
        keys = {next(iter(found.values())).key: i for i, found in self._new.items()}
        for sentence in self._sentences if keys else ():
            for who in names_in(sentence.tokens):
                if who.key in keys and not self._is_taken(who.span):
                    self._new[keys[who.key]].setdefault(who.span, who)
        for i, found in self._new.items():
            self._groups[i] = _as_group([found[span] for span in sorted(found)])
        for i, found in self._added.items():
            mentions = (*self._groups[i].mentions, *map(_as_mention, found.values()))
            self._groups[i] = Group(tuple(sorted(mentions, key=lambda m: m.span)))
        return self._groups

    def _remember(self, key: str, i: int) -> None:
        known = self._by_key.setdefault(key, [])
        if i not in known and len(known) < _MOST_ALIKE:
            known.append(i)

    def _around(self, span: Span) -> list[tuple[Mention, int]]:
        """Mentions that share a character with the span."""
        last = bisect_left(self._starts, span[1])
        near = self._mentions[max(0, last - _FARTHEST) : last]
        return [(m, i) for (_, end), m, i in near if end > span[0]]

    def _is_taken(self, span: Span) -> bool:
        return bool(self._around(span))

    def _at(self, who: Named) -> int | None:
        """The group of the mention that ends with the name, if that means nobody else."""
        for mention, i in self._around(who.span):
            if mention.span[1] != who.span[1] or mention.is_pronoun:
                continue
            if who.kind == "person":
                return None if _names_another(mention, who) else i
            before = mention.text[: max(0, who.span[0] - mention.span[0])].split()
            if all(w.islower() or w.lower() in words("naming", "determiner") for w in before):
                return i
        return None

    def _fits(self, i: int, who: Named) -> bool:
        """Does the name of a group allow that it is meant?"""
        if self._is_person[i] != (who.kind == "person"):
            return False
        if not self._is_person[i]:
            medium = kind_of(self._groups[i].mentions[:_MOST_ALIKE]) == MEDIUM
            return not (medium and who.kind == "state")  # "Radio Vatikan"
        # The group may hold mentions of two persons; then it is the one that it is called by.
        own = self._names[i]
        return person_key(who.name) in {person_key(word) for word in own} and same_name(
            who.name.split(), own
        )


def _clean_name(group: Group) -> list[str]:
    """Its words; none if it is more than a name: "er von Meier", "Zypries und Schäuble".

    A group may be empty, too, if another one took its mentions over.
    """
    own = group.name.split() if group.mentions else []
    commas = [i for i, word in enumerate(own) if word[-1] in ",;"]
    unclean = (
        _is_joined(own)
        or any("(" in word for word in own[:-1])
        or any(kinds_of(word.lower().split("-")[-1]) for i in commas for word in own[i + 1 :])
        or any(a == "von" and kinds_of(b.lower()) for a, b in pairwise(own))
        or bool(own and (own[0].lower() in words("naming", "pronoun") or not own[0][0].isalnum()))
    )
    return [] if unclean else own


def _is_joined(own: Sequence[str]) -> bool:
    """ "Zypries und Schäuble", "Frage in", but not "Vizekanzler und Minister Müller" """
    if any(word in words("relations", "preposition") and word != "von" for word in own):
        return True
    joins = [i for i, word in enumerate(own) if word in ("und", "sowie")]
    return any(
        word in words("naming", "pronoun")
        or (
            word[0].isupper()
            and word.lower() not in words("naming", "determiner")
            and not kinds_of(word.lower().split("-")[-1])
        )
        for word in own[: joins[-1] if joins else 0]
    )


def is_person(group: Group) -> bool:
    return bool(group.mentions) and kind_of(group.mentions) == PERSON


def _key(mention: Mention, of_person: bool) -> str | None:
    if mention.is_pronoun:
        return None
    if of_person:
        last = proper_name(mention)[-1:]
        return person_key(last[0]) if last else None
    tokens = mention.tokens
    with_article = len(tokens) > 1 and tokens[0].lower() in words("naming", "determiner")
    name = " ".join(tokens[with_article:])
    known = known_names().get(name) or known_names().get(name.removesuffix("s"))
    return known[0] if known else key_of(name)


def _names_another(mention: Mention, who: Named) -> bool:
    """Does anything before the name speak against its being the mention's?"""
    before = mention.text[: max(0, who.span[0] - mention.span[0])].split()
    return "von" in before or _is_joined(before)


def _as_group(found: Sequence[Named]) -> Group:
    called = max((one.name for one in found), key=len)
    return Group(tuple(map(_as_mention, found)), called)


def _as_mention(who: Named) -> Mention:
    # Its words are not asked for any more: mentions are compared before relations are read.
    kinds = tuple(float(kind == who.kind) for kind in KINDS)
    return Mention(0, 0, who.span, who.name, kinds)
