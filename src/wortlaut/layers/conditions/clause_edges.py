"""Where a clause begins and ends within its sentence, and what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from wortlaut.document import Span
from wortlaut.layers.clauses import QUOTES, is_finite
from wortlaut.layers.tokens import Token
from wortlaut.lexicon.tables import words

STOPS = frozenset(".?!…;")
COMMAS = frozenset(",–—:")


def lows(ts: Sequence[Token], first: int, last: int) -> list[str]:
    return [token.low for token in ts[max(first, 0) : last]]


def low(ts: Sequence[Token], i: int) -> str:
    return ts[i].low if 0 <= i < len(ts) else ""


def start_of(ts: Sequence[Token], before: int) -> int:
    """Where the utterance that ends at `before` begins."""
    return place_of(ts, before)[0]


def place_of(ts: Sequence[Token], i: int) -> tuple[int, str]:
    """(start of the utterance, where in it the marker stands: first, inside or last)."""
    start = 0
    for j in range(i - 1, -1, -1):
        if ts[j].text in "„»" or (ts[j].text in QUOTES and _opens(ts, j)) or ts[j].text in ":;–—":
            start = j + 1
            break
    before = [
        token
        for token in ts[start:i]
        if token.low not in words("clauses", "only") | words("clauses", "conjunction") | _FILLERS
    ]
    if not before:
        return start, "first"
    if before[-1].low in ("dass", "daß", "weil", "da", "ob", "denn", "und"):
        return start, "inside"
    return start, "last"


_FILLERS = frozenset({",", "dann", "vor", "allem", "nämlich", "gerade", "besonders", "also", "ja"})


def _opens(ts: Sequence[Token], j: int) -> bool:
    """Does a straight or ambiguous quotation mark open? It does if a word follows at once."""
    return (
        j + 1 < len(ts) and ts[j + 1].start == ts[j].end and (j == 0 or ts[j - 1].end < ts[j].start)
    )


def end_of_clause(ts: Sequence[Token], first: int, place: str) -> int:
    """Index after the last token of the clause that begins at `first`."""
    borders = list(borders_of(ts, first))
    stop = borders.pop()
    if place == "first":
        for j in borders:
            if starts_main(ts, j + 1) or goes_on_with_if(ts, j):
                return j
    verb = next((j for j in range(first, stop) if is_finite(ts[j])), stop)
    for j in borders:
        if goes_on_with_if(ts, j):
            return j
        if verb >= j:
            continue
        following = low(ts, j + 1)
        if starts_main(ts, j + 1) or following not in words("clauses", "subordinator") | words(
            "clauses", "conjunction"
        ):
            return j
    return stop


def borders_of(ts: Sequence[Token], first: int) -> Iterator[int]:
    """Commas and the like after `first`; last of all where the utterance ends."""
    depth = 0
    for j in range(first, len(ts)):
        text = ts[j].text
        if text in QUOTES:
            if _opens(ts, j):
                depth += 1
            elif depth:
                depth -= 1
            else:
                yield j
                return
        elif (text in STOPS and j >= len(ts) - 2) or text in ";?!":
            yield j
            return
        elif text in COMMAS or (j > first and goes_on_with_if(ts, j)):
            yield j
    yield len(ts)


def goes_on_with_if(ts: Sequence[Token], j: int) -> bool:
    """Another condition beside this one: ", und wenn" """
    j += ts[j].text in COMMAS if j < len(ts) else 0
    return low(ts, j) in ("und", "oder") and low(ts, j + 1) in words("clauses", "if")


def starts_main(ts: Sequence[Token], j: int) -> bool:
    """A main clause after a subordinate one: its verb first, perhaps after "dann" or "so"."""
    while j < len(ts) and ts[j].text in QUOTES:
        j += 1
    if low(ts, j) in words("clauses", "then"):
        j += 1
    while j < len(ts) and ts[j].text in QUOTES:
        j += 1
    return j < len(ts) and is_finite(ts[j])


def clause_after(ts: Sequence[Token], end: int) -> range | None:
    """The main clause that follows the condition, without "dann" and what attributes it."""
    if not starts_main(ts, end + 1):
        later = (j for j in borders_of(ts, end + 1) if starts_main(ts, j + 1))
        end = next(later, end)
    first = end
    while first < len(ts) and (
        ts[first].text in COMMAS or ts[first].text in QUOTES or _is_then(ts, first)
    ):
        first += 1
    borders = list(borders_of(ts, first))
    last = borders[-1]
    subordinators = words("clauses", "subordinator")
    inner = next(
        (
            j
            for j in range(first + 1, last)
            if ts[j].low in subordinators and ts[j - 1].text in COMMAS
        ),
        last,
    )
    for j in borders[:-1]:
        if _is_over(ts, inner, j):
            last = j
            break
    return range(first, last) if last > first else None


_SUBJECTS = frozenset({"ich", "er", "sie", "es", "wir", "das", "dies", "man"})


def _is_over(ts: Sequence[Token], inner: int, j: int) -> bool:
    """Does what follows the comma at `j` no longer belong to the main clause before it? `inner` is
    where its first subordinate clause begins."""
    following = low(ts, j + 1)
    if following in ("weil", "denn") or following in words("clauses", "if"):
        return True
    if following in _SUBJECTS and j + 2 < len(ts) and is_finite(ts[j + 2]):
        return True
    return j <= inner and starts_main(ts, j + 1)


def _is_then(ts: Sequence[Token], j: int) -> bool:
    return low(ts, j) in words("clauses", "then") and j + 1 < len(ts) and is_finite(ts[j + 1])


def clause_before(ts: Sequence[Token], start: int, i: int, end: int) -> range | None:
    """The clause before the marker at `i`; all of it if the condition interrupts it."""
    last = i
    while last > start and (
        ts[last - 1].text in COMMAS
        or ts[last - 1].text in QUOTES
        or low(ts, last - 1) in words("clauses", "only") | {"dann", "nämlich", "außer"}
    ):
        last -= 1
    first = last
    interrupted = last > start and not _is_clause(ts, start_of_stretch(ts, start, last), last)
    resumed = False
    while first > start:
        first = start_of_stretch(ts, start, first)
        goes_on = first > 0 and ts[first - 1].text == "," and is_finite(ts[first])
        if resumed and first > start and low(ts, first) in words("clauses", "subordinator"):
            first -= 1
            continue
        resumed = resumed or goes_on
        if is_attribution(ts, first, last) and first > start:
            last = first = first - 1
        elif _is_clause(ts, first, last):
            break
        elif first > start:
            first -= 1
    rest = list(borders_of(ts, end))[-1]
    if interrupted and rest > end + 2 and not is_attribution(ts, end + 1, rest):
        last = rest
    while first < last and ts[first].low in LEFT_OUT:
        first += 1
    return range(first, last) if last > first else None


LEFT_OUT = frozenset(
    {"dass", "daß", "weil", "da", "ob", "und", "aber", "denn", "doch", ",", "dann"}
)


def is_attribution(ts: Sequence[Token], first: int, last: int) -> bool:
    """ "so Ute Bader", "sagte er" """
    if low(ts, first) == "so":
        return first + 1 < last and ts[first + 1].is_name
    return first > 0 and ts[first - 1].text == "," and low(ts, first) in words("clauses", "saying")


def start_of_stretch(ts: Sequence[Token], start: int, last: int) -> int:
    j = last - 1
    while j > start and ts[j - 1].text not in COMMAS:
        j -= 1
    return j


def _is_clause(ts: Sequence[Token], first: int, last: int) -> bool:
    """A verb is in it, and it does not go on a clause that another one interrupted."""
    if first < last and is_finite(ts[first]) and ts[first - 1].text == ",":
        return False
    return (
        any(_is_surely_finite(t) for t in ts[first:last])
        or any(a.low == "zu" and b.low.endswith("n") for a, b in pairwise(ts[first:last]))
        or any(
            "zu" in t.low[2:-4] and t.low.endswith("en") and t.text.islower()
            for t in ts[first:last]
        )
    )


def _is_surely_finite(token: Token) -> bool:
    """Not one that may be an infinitive as well."""
    plural = token.low in words("clauses", "plural_verb")
    return is_finite(token) and (plural or not token.low.endswith("n"))


def span_of(ts: Sequence[Token], where: range) -> Span | None:
    """Characters from the first to the last token, without marks at the edges."""
    first, last = where.start, where.stop
    edge = COMMAS | QUOTES | STOPS
    while first < last and ts[first].text in edge:
        first += 1
    while last > first and ts[last - 1].text in edge:
        last -= 1
    return (ts[first].start, ts[last - 1].end) if last > first else None
