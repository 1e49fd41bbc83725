"""What actors do with each other, as far as a few verbs and nouns tell it surely.

"Merkel traf sich am Montag in Berlin mit Putin", "Russland unterstützt Syrien", "Polen gehört der
EU an". A clause with a word that denies it, or that tells it as planned or possible, is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wortlaut.layers.clauses import QUOTES, Sentence
from wortlaut.layers.relations.clause_actors import GENITIVE, ClauseActor, actors_of
from wortlaut.layers.relations.titled import Asserted, asserted
from wortlaut.layers.tokens import Token
from wortlaut.lexicon.tables import words

_MOST_ACTORS = 6  # of a clause; with more it is a list
_MOST_IN_BRACKETS = 3
_MOST_BETWEEN = 2  # words between a verb and its object
_VERBS = ("met", "together", "received", "support", "stand", "oppose", "allied", "depend", "belong")
_NOUNS = ("ally", "opponent")
_MARKS = QUOTES | frozenset(".!…")


_OPENERS = words("clauses", "subordinator") | words("clauses", "conjunction")


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens [first, last) of a sentence, the words in it in small letters, and its actors."""

    tokens: Sequence[Token]
    first: int
    last: int
    lows: frozenset[str]
    actors: list[ClauseActor]

    @property
    def subjects(self) -> list[ClauseActor]:
        return [one for one in self.actors if one.case == ""]

    def has(self, *kinds: str) -> bool:
        """Is there any word of these kinds?"""
        return any(self.lows & words("relations", kind) for kind in kinds)

    def with_case(self, *cases: str) -> list[ClauseActor]:
        return [one for one in self.actors if one.case in cases]

    def place_of(self, kind: str) -> int:
        """The first token of a kind; -1 if there is none."""
        for i in range(self.first, self.last):
            if self.tokens[i].low in words("relations", kind):
                return i
        return -1


def dealings(sentence: Sentence, surnames: Mapping[str, str]) -> Iterator[Asserted]:
    """All relations that the clauses of a sentence tell; `surnames`: last names of the text."""
    if sentence.is_question:
        return
    ts = sentence.tokens
    for first, end in _clauses(sentence):
        last = end
        while last > first and ts[last - 1].text in _MARKS:
            last -= 1
        lows = frozenset(t.low for t in ts[first:last])
        if any(lows & words("relations", kind) for kind in ("negative", "planned")):
            continue
        if not any(lows & words("relations", kind) for kind in (*_VERBS, *_NOUNS)):
            continue
        clause = Clause(ts, first, last, lows, actors_of(ts, first, last, surnames))
        if 0 < len(clause.actors) <= _MOST_ACTORS:
            for rule in _RULES:
                yield from rule(clause)


def _clauses(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The stretches between commas; a short bracket parts none: "Merkel (CDU) traf ..." """
    ts, open_first = sentence.tokens, -1
    stretches = list(sentence.stretches)
    for i, (first, last) in enumerate(stretches):
        start = first if open_first < 0 else open_first
        following = stretches[i + 1][0] if i + 1 < len(stretches) else len(ts)
        between = "".join(t.text for t in ts[last:following])
        in_brackets = between == ")" and last - first <= _MOST_IN_BRACKETS and first > 0
        if between == "(" or (in_brackets and ts[first - 1].text == "("):
            open_first = start
        else:
            open_first = -1
            yield start, last


def _meetings(clause: Clause) -> Iterator[Asserted]:
    """The whole clause is the wording, for it has place and time."""
    first = clause.first
    while clause.tokens[first].low in _OPENERS and first + 1 < clause.last:
        first += 1
    whole = clause.tokens[first].start, clause.tokens[clause.last - 1].end
    for a, b in _met(clause):
        # States meet on the pitch: "Deutschland und Spanien trafen sich im Finale".
        if a.who.key != b.who.key and a.who.kind == "person":
            yield asserted(a.who, "met", b.who, whole)


def _met(clause: Clause) -> list[tuple[ClauseActor, ClauseActor]]:
    if clause.has("no_meeting"):
        return []
    others = clause.with_case("mit")
    subjects = clause.subjects
    each_other = "sich" in clause.lows and clause.has("met")
    come_together = clause.has("together") and (
        "zusammen" in clause.lows or any(low.startswith("zusammenge") for low in clause.lows)
    )
    if each_other or come_together:
        if others:
            return [(subject, others[0]) for subject in subjects[:2]]
        return [(subjects[0], subjects[1])] if len(subjects) == 2 else []
    return _received(clause) if not others and "auf" not in clause.lows else []


def _received(clause: Clause) -> list[tuple[ClauseActor, ClauseActor]]:
    """ "X empfing Y", "Y wurde von X empfangen", "X traf Y" """
    if clause.has("received") and {"wurde", "wurden", "worden"} & clause.lows:
        hosts, guests = clause.with_case("von", "vom"), clause.subjects
        return [(hosts[0], guests[0])] if hosts and len(guests) == 1 else []
    people = [one for one in clause.with_case("", "den") if one.who.kind == "person"]
    if not clause.has("met", "received") or len(people) != 2 or people[0].case:
        return []
    return [] if _joined(clause, *people) else [(people[0], people[1])]


def _joined(clause: Clause, a: ClauseActor, b: ClauseActor) -> bool:
    return [t.low for t in clause.tokens[a.who.last : b.first]] in (["und"], ["sowie"])


def _sides(clause: Clause) -> Iterator[Asserted]:
    """ "X unterstützt Y", "X stellt sich hinter Y" """
    for kind, relation in (("support", "supports"), ("oppose", "opposes")):
        verb = clause.place_of(kind)
        if verb < 0:
            continue
        before = [one for one in clause.subjects if one.who.last == verb]
        before += [one for one in clause.subjects if before and _joined(clause, one, before[0])]
        after = [one for one in clause.with_case("", "den") if _follows(clause, verb, one)]
        for one in before:
            if after and one.who.key != after[0].who.key:
                yield asserted(one.who, relation, after[0].who)
    if clause.has("stand") and "sich" in clause.lows:
        behind = clause.with_case("hinter")
        if len(clause.subjects) == 1 and len(behind) == 1:
            yield asserted(clause.subjects[0].who, "supports", behind[0].who)


def _follows(clause: Clause, verb: int, one: ClauseActor) -> bool:
    """Is it the whole object: right after the verb, and without a noun that hangs on it?"""
    between = clause.tokens[verb + 1 : one.first]
    if one.first <= verb or len(between) > _MOST_BETWEEN or any(t.is_name for t in between):
        return False
    after = clause.tokens[one.who.last] if one.who.last < clause.last else None
    return after is None or not after.is_name


def _standing(clause: Clause) -> Iterator[Asserted]:
    """ "X ist mit Y verbündet", "X ist von Y abhängig", "X gehört der Y an" """
    if len(clause.subjects) < 1:
        return
    subject = clause.subjects[0]
    whole = clause.tokens[subject.who.first].start, clause.tokens[clause.last - 1].end
    if clause.has("being"):
        others: list[ClauseActor] = []
        relation = "ally_of" if clause.has("allied") else "depends_on"
        if clause.has("allied"):
            others = clause.with_case("mit")
        elif clause.has("depend"):
            others = clause.with_case("von" if "abhängig" in clause.lows else "auf")
        yield from (asserted(subject.who, relation, one.who, whole) for one in others[:1])
    ends = clause.tokens[clause.last - 1].low
    if clause.has("belong") and ends in ("an", "bei", "beigetreten", "angehört"):
        bodies = [one for one in clause.actors if one.who.kind == "organisation"]
        bodies = [one for one in bodies if one.first < one.who.first and one is not subject]
        yield from (asserted(subject.who, "member_of", one.who, whole) for one in bodies[:1])


def _nouns(clause: Clause) -> Iterator[Asserted]:
    """ "X ist ein Verbündeter Ys", "Ys Verbündeter X", "X, ein Gegner Ys" """
    for kind, relation in (("ally", "ally_of"), ("opponent", "opposes")):
        noun = clause.place_of(kind)
        if noun < 0 or (kind == "opponent" and not _is_firm(clause, noun)):
            continue
        of = [one for one in clause.with_case(GENITIVE, "von") if one.first - noun in (1, 2)]
        owner = [one for one in clause.with_case(GENITIVE) if 0 <= noun - one.who.last <= 2]
        right = [one for one in clause.actors if one.who.first == noun + 1 and one.case != GENITIVE]
        if owner and right:
            yield asserted(right[0].who, relation, owner[0].who)
        before = [one for one in clause.subjects if one.who.last <= noun]
        if not owner and of and before and clause.has("being"):
            yield asserted(before[0].who, relation, of[0].who)


def _is_firm(clause: Clause, noun: int) -> bool:
    """Without "politischer" before it, a "Gegner" may be one in sports."""
    before = clause.tokens[noun - 1].low if noun > clause.first else ""
    return not clause.tokens[noun].low.startswith("gegner") or before in words("relations", "firm")


_RULES: tuple[Callable[[Clause], Iterator[Asserted]], ...] = (
    _meetings,
    _sides,
    _standing,
    _nouns,
)
