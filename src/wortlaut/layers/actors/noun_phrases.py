"""Who is meant by the words that name a speaker: from the article to the head noun or the name."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from wortlaut.lexicon.tables import words as listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wortlaut.document import Span, Statement

OPENING, CLOSING = "„“\"»«('", "“”\"«»)'"


class Place(NamedTuple):
    """A word with its characters [start, end), marks and brackets included."""

    start: int
    end: int
    word: str

    @property
    def bare(self) -> str:
        """Without the marks around it."""
        return self.word.strip(OPENING + CLOSING + ",.")

    @property
    def low(self) -> str:
        return self.bare.lower()


def places_of(text: str, span: Span) -> list[Place]:
    """The words of a span that blanks part."""
    out, at = [], span[0]
    for word in text[span[0] : span[1]].split():
        at = text.index(word, at)
        out.append(Place(at, at + len(word), word))
        at += len(word)
    return out


def speaker_heads(text: str, statement: Statement) -> list[Span]:
    """Who speaks: of "zitiert die Agentur Hans Meier" the second, the agency passes it on."""
    spans = statement.speaker.spans if statement.speaker else ()
    if spans and is_quoted(text, statement):
        places = places_of(text, spans[0])
        medium = _medium_at_start(places)
        if medium and medium < len(places):
            return heads(text, [(places[medium].start, spans[0][1])])
    return heads(text, spans)


def is_quoted(text: str, statement: Statement) -> bool:
    """ "zitiert die Agentur": somebody quotes the speaker."""
    around = (*statement.cue, *statement.frame)
    quoting = listed("naming", "quoting")
    return any(place.low in quoting for span in around for place in places_of(text, span))


def refers_back(text: str, statement: Statement) -> bool:
    """ "demnach", "danach": said by whoever spoke before."""
    said = statement.speaker.spans if statement.speaker else ()
    return bool(said) and text[said[0][0] : said[0][1]].lower() in listed("naming", "again")


def appositions(text: str, statements: Sequence[Statement]) -> dict[Span, Span]:
    """Of "der Sprecher der Polizei, Karl Meier" the second that means the same as the first."""
    out = {}
    for statement in statements:
        named = speaker_heads(text, statement)
        if len(named) == 2 and text[named[0][1] : named[1][0]].rstrip().endswith(","):
            first, second = (places_of(text, span) for span in named)
            if _is_described(first) != _is_described(second) and (
                _is_name(first) or _is_name(second)
            ):
                out[named[1]] = named[0]
    return out


def _is_described(places: Sequence[Place]) -> bool:
    return places[0].low in listed("naming", "determiner")


def _is_name(places: Sequence[Place]) -> bool:
    return len(places) > 1 and all(_is_capital(place) for place in places)


def _medium_at_start(places: Sequence[Place]) -> int:
    """Number of words at the start that name a medium: "die Agentur", "der „Blick“", "die Agentur
    Interfax" before "den Minister"; 0 if none."""
    known = listed("naming", "medium") | listed("naming", "outlet")
    for i, place in enumerate(places[:4]):
        if place.low in known or place.word[0] in OPENING:
            end = i + 1
            while end < len(places) and places[end].low in known:
                end += 1
            end = _quoted_to(places, i) or _quoted_to(places, end) or end
            clause = takewhile(lambda k: places[k - 1].word[-1] != ",", range(end, len(places)))
            others = [k for k in clause if _is_described(places[k:])]
            return others[0] if others else end
    return 0


def _quoted_to(places: Sequence[Place], i: int) -> int:
    """The words [i, here) stand in quotation marks; 0 if not so, or if they are not closed."""
    if i < len(places) and places[i].word[0] in '„“"»«':
        for j in range(i, min(len(places), i + 8)):
            if places[j].word.rstrip(",.")[-1] in '“”"«»' and len(places[j].word) > 1:
                return j + 1
    return 0


def heads(text: str, spans: Sequence[Span]) -> list[Span]:
    """Who is meant by the words that name a speaker: without "Angaben", and a name after a comma
    for itself. At most two."""
    out = []
    for start, end in spans:
        at = start
        for piece in text[start:end].replace(" (", ", ").split(","):
            begin = at + len(piece) - len(piece.lstrip(" ('“”"))
            stop = at + len(piece.rstrip(" )('"))
            at += len(piece) + 1
            if stop > begin and any(c.isalnum() for c in piece):
                out.append(_head(text, (begin, stop)))
    return out[:2]


def _head(text: str, span: Span) -> Span:
    """Article to head noun, with title and name; genitives and what else hangs on it left out."""
    places = places_of(text, span)
    owner = _owner(places)
    if owner is not None:
        return owner
    first = _after_source(places)
    first += sum(1 for _ in takewhile(_is_lead, places[first:-1]))
    places = places[first:]
    if places[0].low in listed("naming", "pronoun"):
        return places[0][:2]
    i = sum(1 for _ in takewhile(lambda p: not _is_capital(p), places))
    end = _end_of_name(places, i)
    if end == i:
        return _unmarked(text, (places[0].start, places[-1].end))
    return _unmarked(text, (places[0].start, places[_with_name(places, end) - 1].end))


def _unmarked(text: str, span: Span) -> Span:
    """Without quotation marks around the whole of it, or a single one at an edge."""
    start, end = span
    while end - start > 1 and text[start] in OPENING and text[end - 1] in CLOSING:
        start, end = start + 1, end - 1
    inside = text[start:end]
    if inside[0] in OPENING and not any(mark in inside[1:] for mark in CLOSING):
        start += 1
    if inside[-1] in CLOSING and not any(mark in inside[:-1] for mark in OPENING):
        end -= 1
    return (start, end) if end > start else span


def _is_lead(place: Place) -> bool:
    return place.low in listed("naming", "lead")


def _owner(places: Sequence[Place]) -> Span | None:
    """Whose opinion: "seiner Meinung", "Grupps Meinung"; None where it does not stand before it."""
    start = sum(1 for _ in takewhile(_is_lead, places))
    rest = places[start:]
    for i, place in enumerate(rest[:4]):
        if i and place.low in listed("naming", "source") and i + 1 >= len(rest):
            before = rest[:i]
            if before[0].low in listed("naming", "possessive"):
                return before[0][:2]
            named = [p for p in before if _is_capital(p)]
            if named == list(before) and before[-1].bare.endswith(("s", "’", "'", "x", "z")):
                return before[0].start, before[-1].end
    return None


def _end_of_name(places: Sequence[Place], i: int) -> int:
    """After the nouns and names that begin at the place `i`, with the particles between them."""
    j = i
    while j < len(places):
        place = places[j]
        if closed := _quoted_to(places, j):
            j = closed
        elif _is_capital(place) or place.bare[:1].isdigit() or _is_outlet(place):
            j += 1
        elif not _is_particle(places, j):
            break
        else:
            j += 1
    return j


def _is_particle(places: Sequence[Place], j: int) -> bool:
    """The "van" of "Rutger van Oranje", not the "der" of "der Sprecher der Polizei"."""
    if places[j].low not in listed("naming", "particle") or j + 1 == len(places):
        return False
    if places[j].low == "von" and (_is_whole_name(places[:j]) or j + 2 == len(places)):
        return False
    follows = places[j + 1].low in listed("naming", "particle") or places[j].low != "von"
    named = any(p.bare[:1].isupper() for p in places[j + 1 : j + 3])
    return follows and named and places[0].low not in listed("naming", "determiner")


def _is_whole_name(places: Sequence[Place]) -> bool:
    """First and last name: "Mayra Veliz", not "Ministerin Ursula" """
    titles = listed("naming", "person")
    names = [p for p in places if not any(p.low.endswith(title) for title in titles)]
    return len(names) >= 2


def _is_outlet(place: Place) -> bool:
    return place.low in listed("naming", "outlet")


def _with_name(places: Sequence[Place], j: int) -> int:
    """Further than `j` if a second one is joined by "und", or a name ends the phrase."""
    if j + 1 < len(places) and places[j].word in ("und", "sowie"):
        k = j + 1
        while k < len(places) and not _is_capital(places[k]) and k - j < 4:
            k += not _is_outlet(places[k])
            if _is_outlet(places[min(k, len(places) - 1)]):
                break
        while k < len(places) and (_is_capital(places[k]) or _is_outlet(places[k])):
            k += 1
        return k
    tail = len(places)
    while tail > j and _is_capital(places[tail - 1]):
        tail -= 1
    genitive = j < len(places) and places[j].low in ("der", "des", "eines", "einer")
    return len(places) if genitive and len(places) - tail >= 3 else j


def _is_capital(place: Place) -> bool:
    """A noun or a name, not an article that begins a sentence."""
    return place.word.lstrip(OPENING)[:1].isupper() and (
        place.low not in listed("naming", "determiner")
        and place.low not in listed("naming", "particle")
    )


def _after_source(places: Sequence[Place]) -> int:
    """Index of the first word after "nach Angaben" and the like, if any word is left."""
    said = listed("naming", "source") | listed("naming", "document")
    for i, place in enumerate(places[:-1][:4]):
        if place.low in said:
            follows = places[i + 1].low
            if place.low in listed("naming", "document") and follows not in _GENITIVE:
                return 0
            return i + 2 if follows in ("von", "vom", "aus") and i + 2 < len(places) else i + 1
    return 0


_GENITIVE = frozenset({"der", "des", "eines", "einer", "von", "vom", "seines", "ihres"})


def names_nobody(text: str, span: Span) -> bool:
    """ "Berichten", "ersten Angaben", "dem Vernehmen": a source without anybody behind it."""
    places = places_of(text, span)
    nouns = [p for p in places[1:] if _is_capital(p)] or places[:1]
    return all(p.low in listed("naming", "source") for p in nouns)
