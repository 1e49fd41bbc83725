"""Mentions: the places that name, describe or point to somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from wortlaut.encoder.labels import EDGES, KINDS
from wortlaut.layers.actors.agreement import ANY, agreement_of
from wortlaut.layers.actors.media import RELYING, is_medium_name, media
from wortlaut.layers.actors.noun_phrases import heads, refers_back, speaker_heads
from wortlaut.layers.clauses import finite_form
from wortlaut.lexicon.tables import words as listed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wortlaut.document import Span, Statement
    from wortlaut.encoder.reading import Reading

_TITLES = listed("naming", "person")
BEGIN, END = EDGES.index("begin"), EDGES.index("end")
LONGEST = 14  # words


class PairRule(msgspec.Struct, frozen=True):
    """What two mentions are compared by, besides their vectors; shipped beside the weights.

    `edge` is the probability from which a word is taken for an edge of a mention. `distance` holds,
    for each bucket of distances in words, what is added to the score of a pair.
    """

    edge: float = 0.3
    distance: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Words [first, last) and their characters; `words` in small letters, `names` as written.

    `names` are those words that are written with a capital letter, without leading titles and
    descriptions where a name follows. `kinds`: probabilities of labels.KINDS. `agrees`: gender and
    number that the words allow. `opens`: it stands first in its sentence, as subjects like to.
    """

    first: int
    last: int
    span: Span
    text: str
    kinds: tuple[float, ...]
    agrees: frozenset[str] = ANY
    opens: bool = False

    @property
    def tokens(self) -> list[str]:
        return self.text.replace("„", "").replace("“", "").replace('"', "").split()

    @property
    def is_pronoun(self) -> bool:
        return self.text.lower() in listed("naming", "pronoun") | listed("naming", "possessive")

    @property
    def is_description(self) -> bool:
        """Begins with an article or a number word: "der Präsident" """
        return self.tokens[0].lower() in listed("naming", "determiner") and not self.is_pronoun


def mentions_of(
    text: str, reading: Reading, statements: Sequence[Statement], rule: PairRule
) -> list[Mention]:
    """All mentions, in order: where the model sees one, and whoever speaks."""
    found: dict[tuple[int, int], float] = {}
    for first, last in _by_edges(reading.mentions, rule.edge):
        if _has_verb(text, reading.words.spans, first, last):
            continue
        edges = reading.mentions[first, BEGIN] * reading.mentions[last - 1, END]
        found[first, last] = float(edges)
    spans = reading.words.spans
    for span in media(text):
        inside = np.flatnonzero((spans[:, 0] >= span[0]) & (spans[:, 1] <= span[1]))
        if len(inside):
            found[int(inside[0]), int(inside[-1]) + 1] = 1.5
    for statement in statements:
        named = [] if refers_back(text, statement) else speaker_heads(text, statement)
        for span in [*named, *_relied_on(text, statement), *_told(text, statement)]:
            inside = np.flatnonzero((spans[:, 0] >= span[0]) & (spans[:, 1] <= span[1]))
            if len(inside):
                found[int(inside[0]), int(inside[-1]) + 1] = 2.0
    for first, last in list(found):
        if last - first > 1 and _word(text, spans, first).lower() in listed("naming", "possessive"):
            found[first, first + 1] = found[first, last]  # whose they are is mentioned as well
    out = []
    for first, last in _apart(text, spans, found):
        start, end = int(spans[first, 0]), int(spans[last - 1, 1])
        wording = text[start:end]
        if any(c.isalpha() for c in wording) and not set(wording) & set("\n;?"):
            kinds = tuple(reading.mentions[last - 1, len(EDGES) :].tolist())
            around = (_word(text, spans, first - 1), _word(text, spans, last))
            agrees = agreement_of(wording.split(), *around)
            opens = _OPENS.search(text, max(0, start - 4), start) is not None or not start
            out.append(Mention(first, last, (start, end), wording, kinds, agrees, opens))
    full = [m.tokens for m in out if not m.is_description and len(m.tokens) > 1]
    surnames = {tokens[-1] for tokens in full if tokens[-1].lower() not in _TITLES}
    return [_first_of_two(mention, surnames) for mention in out]


def _first_of_two(mention: Mention, surnames: set[str]) -> Mention:
    """Of "gestattete Merkel Macron, ..." the first, if both are surnames that the text knows."""
    tokens = mention.text.split()
    if len(tokens) != 2 or tokens[0] not in surnames or not tokens[1][:1].isupper():
        return mention
    start, text = mention.span[0], tokens[0]
    return replace(mention, last=mention.first + 1, span=(start, start + len(text)), text=text)


_OPENS = re.compile(r"[.!?:“\"\n]\s*$")


def _word(text: str, spans: NDArray[np.int32], i: int) -> str:
    return text[spans[i, 0] : spans[i, 1]] if 0 <= i < len(spans) else ""


def _by_edges(chances: NDArray[np.float32], least: float) -> Iterator[tuple[int, int]]:
    """From each beginning to the next end, and to each end from the last beginning before it."""
    begins = np.flatnonzero(chances[:, BEGIN] >= least)
    ends = np.flatnonzero(chances[:, END] >= least)
    for begin in begins.tolist():
        at = int(np.searchsorted(ends, begin))
        if at < len(ends) and ends[at] - begin < LONGEST:
            yield begin, int(ends[at]) + 1
    for end in ends.tolist():
        at = int(np.searchsorted(begins, end, side="right")) - 1
        if at >= 0 and end - begins[at] < LONGEST:
            yield int(begins[at]), end + 1


def _has_verb(text: str, spans: NDArray[np.int32], first: int, last: int) -> bool:
    """ "China will Belarus" is no noun phrase."""
    inside = (_word(text, spans, i) for i in range(first + 1, last - 1))
    return any(
        word.islower() and not word.endswith(_ATTRIBUTIVE) and finite_form(word) is not None
        for word in inside
    )


_ATTRIBUTIVE = ("e", "en", "er", "es", "em")
_RELIED_ON = re.compile(RELYING + r"\s+([^,.;:\n]{3,80})")


def _relied_on(text: str, statement: Statement) -> list[Span]:
    """Whom a report relies on, close to the statement's frame."""
    out = []
    for start, end in statement.frame[:1] + statement.frame[-1:]:
        for match in _RELIED_ON.finditer(text, max(0, start - 120), min(len(text), end + 120)):
            out += heads(text, [match.span(1)])[:1]
    return out


def _told(text: str, statement: Statement) -> list[Span]:
    """The paper that was spoken to."""
    told = heads(text, statement.addressee)
    return [span for span in told if is_medium_name(text[max(0, span[0] - 1) : span[1] + 1])]


def _apart(
    text: str, spans: NDArray[np.int32], found: dict[tuple[int, int], float]
) -> list[tuple[int, int]]:
    """Of mentions that overlap the surest, then the longest; only "sein" may stand within "sein
    Sprecher"."""
    kept: dict[int, tuple[int, int]] = {}
    out = []
    by_rank = sorted(found.items(), key=lambda one: (-one[1], one[0][0] - one[0][1], one[0]))
    for (first, last), _ in by_rank:
        wording = text[spans[first, 0] : spans[last - 1, 1]].lower()
        if wording in listed("naming", "possessive"):
            out.append((first, last))
        elif not any(word in kept for word in range(first, last)):
            out.append((first, last))
            kept.update((word, (first, last)) for word in range(first, last))
    return sorted(out)


def kind_of(mentions: Sequence[Mention]) -> int:
    """Index in KINDS of what a group of mentions is: by a word of the tables, else by the model."""
    for mention in mentions:
        for token in reversed(mention.tokens):
            for kind in ("medium", "organisation", "group", "person"):
                named = kind == "person" or token[:1].isupper()
                if named and not mention.is_pronoun and token.lower() in listed("naming", kind):
                    return KINDS.index(kind)
    naming = [m for m in mentions if not m.is_pronoun] or list(mentions)
    return int(np.mean([m.kinds for m in naming], axis=0).argmax())
