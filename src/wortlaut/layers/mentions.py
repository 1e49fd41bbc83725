"""Mentions: the places that name, describe or point to somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from wortlaut.encoder.labels import EDGES, KINDS
from wortlaut.layers.media import RELYING, is_medium_name, media
from wortlaut.lexicon.tables import words as listed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wortlaut.document import Span, Statement
    from wortlaut.encoder.reading import Reading

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
    descriptions where a name follows. `kinds`: probabilities of labels.KINDS.
    """

    first: int
    last: int
    span: Span
    text: str
    kinds: tuple[float, ...]

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
        edges = reading.mentions[first, BEGIN] * reading.mentions[last - 1, END]
        found[first, last] = float(edges)
    spans = reading.words.spans
    for span in media(text):
        inside = np.flatnonzero((spans[:, 0] >= span[0]) & (spans[:, 1] <= span[1]))
        if len(inside):
            found[int(inside[0]), int(inside[-1]) + 1] = 1.5
    for statement in statements:
        named = speaker_heads(text, statement)
        for span in [*named, *_relied_on(text, statement), *_told(text, statement)]:
            inside = np.flatnonzero((spans[:, 0] >= span[0]) & (spans[:, 1] <= span[1]))
            if len(inside):
                found[int(inside[0]), int(inside[-1]) + 1] = 2.0
    out = []
    for first, last in _apart(text, spans, found):
        start, end = int(spans[first, 0]), int(spans[last - 1, 1])
        wording = text[start:end]
        if any(c.isalpha() for c in wording) and not set(wording) & set("\n;?"):
            kinds = tuple(reading.mentions[last - 1, len(EDGES) :].tolist())
            out.append(Mention(first, last, (start, end), wording, kinds))
    return out


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
    """Of mentions that overlap the surest; only "sein" may stand within "sein Sprecher"."""
    kept: dict[int, tuple[int, int]] = {}
    out = []
    for (first, last), _ in sorted(found.items(), key=lambda one: (-one[1], one[0])):
        wording = text[spans[first, 0] : spans[last - 1, 1]].lower()
        if wording in listed("naming", "possessive"):
            out.append((first, last))
        elif not any(word in kept for word in range(first, last)):
            out.append((first, last))
            kept.update((word, (first, last)) for word in range(first, last))
    return sorted(out)


def speaker_heads(text: str, statement: Statement) -> list[Span]:
    """Who speaks: of "zitiert die Agentur Hans Meier" the second, the agency passes it on."""
    found = heads(text, statement.speaker.spans if statement.speaker else ())
    quoting = any(text[a:b].lower() in listed("naming", "quoting") for a, b in statement.cue)
    if found and quoting:
        start, end = found[0]
        places = text[start:end].split()
        at = [i for i, w in enumerate(places) if w.lower() in listed("naming", "medium")]
        if at and at[0] + 1 < len(places):
            first = text.index(places[at[0] + 1], text.index(places[at[0]], start))
            return [(first, end), *found[1:]]
    return found


def heads(text: str, spans: Sequence[Span]) -> list[Span]:
    """Who is meant by the words that name a speaker: without "Angaben", and a name after a comma
    for itself."""
    out = []
    for start, end in spans:
        at = start
        for piece in text[start:end].replace(" (", ", ").split(","):
            begin = at + len(piece) - len(piece.lstrip(' „“"»«('))
            stop = at + len(piece.rstrip(' „“"»«)'))
            at += len(piece) + 1
            if stop > begin:
                out.append(_head(text, begin, stop))
    return out[:2] if out else []


def _head(text: str, start: int, end: int) -> Span:
    """Article to head noun, with title and name; genitives and what else hangs on it left out."""
    places, at = [], start
    for word in text[start:end].split():
        at = text.index(word, at)
        places.append((at, at + len(word), word))
        at += len(word)
    i = _after_source(places)
    while i + 1 < len(places) and places[i][2].lower() in listed("naming", "lead"):
        i += 1
    first = i
    while i < len(places) and not _is_capital(places[i][2]):
        i += 1
    j = i
    capitals = 0
    while j < len(places):
        word = places[j][2].lstrip('„“"»«')
        if _is_capital(word) or word[:1].isdigit():
            capitals += 1
        elif not (
            word.lower() in listed("naming", "particle")
            and j + 1 < len(places)
            and (places[j + 1][2].lower() in listed("naming", "particle") or word.lower() != "von")
            and any(w[:1].isupper() for _, _, w in places[j + 1 : j + 3])
            and places[first][2].lower() not in listed("naming", "determiner")
        ):
            break
        j += 1
    if j == i:
        return places[first][0], places[-1][1]
    return places[first][0], places[_with_name(places, j) - 1][1]


def _with_name(places: Sequence[tuple[int, int, str]], j: int) -> int:
    """Further than `j` if a second one is joined by "und", or a name ends the phrase."""
    if j + 1 < len(places) and places[j][2] in ("und", "sowie"):
        k = j + 1
        while k < len(places) and not _is_capital(places[k][2]) and k - j < 4:
            k += 1
        while k < len(places) and _is_capital(places[k][2]):
            k += 1
        return k
    tail = len(places)
    while tail > j and _is_capital(places[tail - 1][2]):
        tail -= 1
    genitive = j < len(places) and places[j][2].lower() in ("der", "des", "eines", "einer")
    return len(places) if genitive and len(places) - tail >= 3 else j


def _is_capital(word: str) -> bool:
    """A noun or a name, not an article that begins a sentence."""
    bare = word.lstrip('„“"»«(')
    return bare[:1].isupper() and (
        bare.lower() not in listed("naming", "determiner")
        and bare.lower() not in listed("naming", "particle")
    )


def _after_source(places: Sequence[tuple[int, int, str]]) -> int:
    """Index of the first word after "nach Angaben" and the like, if any word is left."""
    for i, (_, _, word) in enumerate(places[:4]):
        said = listed("naming", "source") | listed("naming", "document")
        if word.lower() in said and i + 1 < len(places):
            if word.lower() in listed("naming", "document") and not _is_genitive(places[i + 1][2]):
                return 0
            rest = places[i + 1][2].lower()
            return i + 2 if rest in ("von", "vom", "aus") and i + 2 < len(places) else i + 1
    return 0


def _is_genitive(word: str) -> bool:
    return word.lower() in ("der", "des", "eines", "einer", "von", "vom", "seines", "ihres")


def names_nobody(text: str, span: Span) -> bool:
    """ "Berichten", "ersten Angaben": a source without anybody behind it."""
    tokens = text[span[0] : span[1]].split()
    capital = [w for w in tokens[1:] if _is_capital(w)] or tokens[:1]
    return all(w.lower() in listed("naming", "source") for w in capital)


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
