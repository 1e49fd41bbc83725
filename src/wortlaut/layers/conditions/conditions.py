"""Conditions: what holds only, or only not, if something else does.

A closed set of markers opens a condition ("wenn", "falls", a verb in the first place, "im Falle",
"es sei denn" ...). Where it ends, and where its consequence stands, is told by commas, quotation
marks and finite verbs: German puts the verb of a "wenn" clause last and that of the main clause
after it first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from wortlaut.document import Condition, Span, Spans, Statement
from wortlaut.layers.clauses import QUOTES, finite_form, is_finite, sentences_of
from wortlaut.layers.conditions.clause_edges import (
    COMMAS,
    LEFT_OUT,
    STOPS,
    borders_of,
    clause_after,
    clause_before,
    end_of_clause,
    goes_on_with_if,
    is_attribution,
    low,
    lows,
    place_of,
    span_of,
    start_of,
    start_of_stretch,
    starts_main,
)
from wortlaut.layers.statements.innermost import innermost
from wortlaut.layers.tokens import Token
from wortlaut.lexicon.tables import words

Found = tuple[range, range | None, str, bool, bool]  # condition, consequence, marker, only, unless


def conditions(text: str, statements: Sequence[Statement] = ()) -> tuple[Condition, ...]:
    """All conditions of a text, in order, each tied to the innermost statement that it stands in.

    Linear in the length of the text, since sentences are cut at clauses.LONGEST tokens.
    """
    spans = []
    for sentence in sentences_of(text):
        ts = sentence.tokens
        taken: set[int] = set()
        for condition, consequence, marker, only, unless in sorted(_found(ts), key=_order):
            if taken.isdisjoint(condition) and (span := span_of(ts, condition)):
                taken.update(condition)
                then = None if consequence is None else span_of(ts, consequence)
                spans.append((span, then, marker, only, unless))
    spans.sort(key=lambda one: one[0])
    holders = list(innermost([one[0] for one in spans], statements))
    contents = {statement.id: statement.content for statement in statements}
    return tuple(
        Condition(
            f"c{i}",
            span,
            _said(span, then, contents.get(holder or "")),
            marker,
            only,
            unless,
            holder,
        )
        for i, ((span, then, marker, only, unless), holder) in enumerate(
            zip(spans, holders, strict=True), start=1
        )
    )


def _said(condition: Span, consequence: Span | None, content: Spans | None) -> Span | None:
    """The consequence as far as it is part of the statement: without "Ihm zufolge", "so X"."""
    if not content:
        return consequence
    if consequence is None:
        others = [piece for piece in content if not _meet(piece, condition)]
        return others[0] if len(others) == 1 and others[0][0] > condition[1] else None
    inside = [(max(a, consequence[0]), min(b, consequence[1])) for a, b in content]
    inside = [piece for piece in inside if piece[1] > piece[0]]
    return max(inside, key=lambda piece: piece[1] - piece[0], default=consequence)


def _meet(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _order(found: Found) -> tuple[int, int]:
    return found[0].start, -len(found[0])


MOST_MARKERS = 10  # a sentence; with more it is a list, and time would grow with their square


def _found(ts: Sequence[Token]) -> Iterator[Found]:
    markers = (i for i in range(len(ts)) if _may_open(ts, i))
    for i in islice(markers, MOST_MARKERS):
        token = ts[i].low
        if token in words("clauses", "if"):
            yield from _subordinate(ts, i)
        elif token in words("clauses", "self"):
            yield range(i, i + 1), _around(ts, i, i + 1), ts[i].text, False, False
        elif token in words("clauses", "otherwise"):
            yield from _otherwise(ts, i)
        elif token in words("clauses", "prerequisite"):
            yield from _prerequisite(ts, i)
        elif token in _PREPOSITIONS:
            yield from _nominal(ts, i)
        elif token == "sei" and lows(ts, i - 1, i + 2) == ["es", "sei", "denn"]:
            yield from _unless(ts, i - 1, i + 2)
        else:
            yield from _verb_first(ts, i)


_PREPOSITIONS = frozenset({"im", "in", "für", "bei"})


def _may_open(ts: Sequence[Token], i: int) -> bool:
    """Is a look at the rest of the sentence worth it?"""
    token = ts[i].low
    if token in words("clauses", "if"):
        return _is_if(ts, i)
    if token in _PREPOSITIONS:
        first, end = _case(ts, i) if token != "bei" else _hypothetical(ts, i)
        return end > first
    if token == "sei" and lows(ts, i - 1, i + 2) == ["es", "sei", "denn"]:
        return True
    if any(token in words("clauses", kind) for kind in ("self", "otherwise", "prerequisite")):
        return True
    opens = not i or ts[i - 1].text in COMMAS | QUOTES
    after_conjunction = low(ts, i - 1) in words("clauses", "conjunction")
    return (opens or after_conjunction) and finite_form(token) is not None


def _is_if(ts: Sequence[Token], i: int) -> bool:
    """ "wenn" and the like, but not "des Falls" nor "ohne Wenn und Aber" nor "solange müssen" """
    token = ts[i]
    if token.low not in words("clauses", "if"):
        return False
    opens = not i or ts[i - 1].text in QUOTES | COMMAS | STOPS
    if token.is_name and not opens and low(ts, i - 1) not in words("clauses", "only"):
        return False
    if low(ts, i + 1) == "und" and low(ts, i + 2) == "aber":
        return False
    if token.low in ("solange", "insofern"):
        j = next(borders_of(ts, i + 1))
        return is_finite(ts[j - 1]) and not is_finite(ts[i + 1]) if j > i + 1 else False
    return True


def _subordinate(ts: Sequence[Token], i: int) -> Iterator[Found]:
    before = i - 1 - (low(ts, i - 1) == ",")
    concessive = "auch" in lows(ts, i + 1, i + 3) and "nur" not in lows(ts, i + 2, i + 4)
    if low(ts, i - 1) in words("clauses", "although") or concessive:
        return
    if {low(ts, i - 1), low(ts, before)} & words("clauses", "always"):
        return
    start, place = place_of(ts, i)
    end = end_of_clause(ts, i + 1, place)
    if end <= i + 1:
        return
    condition = range(i + 1, end)
    only = _is_only(ts, start, i)
    unless = low(ts, i - 1) in ("außer", "ausser")
    if place in {"first", "inside"}:
        consequence = clause_after(ts, end)
        after_colon = start > 0 and ts[start - 1].text == ":"
        if consequence and after_colon and is_attribution(ts, consequence.start, consequence.stop):
            consequence = None  # "Wenn X kommt“, sagte Y"
        if consequence is None and after_colon:
            # "nur in einem Fall bereit: Wenn ..."
            consequence = range(start_of(ts, start - 1), start - 1)
            only = only or _holds_only(ts, consequence)
        if consequence is None:
            return  # a wish, or cut short
    else:
        consequence = clause_before(ts, start, i, end)
        only = only or _holds_only(ts, consequence)
    if _is_past(ts, condition, consequence):
        return
    yield condition, consequence, ts[i].text, only and not unless, unless


def _is_only(ts: Sequence[Token], start: int, i: int) -> bool:
    """ "nur wenn", "erst dann, wenn" """
    near = [low for low in lows(ts, max(start, i - 4), i) if low not in (",", "dann", "in")]
    return bool(near) and near[-1] in words("clauses", "only")


def _holds_only(ts: Sequence[Token], where: range | None) -> bool:
    lows = [ts[j].low for j in where or ()]
    return any(
        low in ("nur", "ausschließlich", "erst") and (not j or lows[j - 1] not in ("nicht", "wenn"))
        for j, low in enumerate(lows)
    )


def _is_past(ts: Sequence[Token], condition: range, consequence: range | None) -> bool:
    """Both in the past tense: "wenn" then means whenever or when."""
    return _tense(ts, condition) == "p" and _tense(ts, consequence or range(0)) == "p"


def _tense(ts: Sequence[Token], where: range) -> str:
    forms = [finite_form(ts[j].low) for j in where if is_finite(ts[j])]
    letters = {letter for form in forms if form for letter in form.singular + form.plural}
    return "p" if letters and letters <= {"p", "c"} and "p" in letters else ""


def _verb_first(ts: Sequence[Token], i: int) -> Iterator[Found]:
    """ "Sollte es dazu kommen, würde ..."; "..., sollte es dazu kommen." """
    start, place = place_of(ts, i)
    if place == "first":
        if any(t.low not in words("clauses", "conjunction") for t in ts[start:i]):
            return
        borders = list(borders_of(ts, i + 1))
        for j in borders[:-1]:
            if starts_main(ts, j + 1) or goes_on_with_if(ts, j):
                if not is_attribution(ts, j + 1, borders[-1]):
                    yield range(i, j), clause_after(ts, j), "V1", False, False
                return
    elif ts[i].low in ("sollte", "sollten") and low(ts, i - 1) == "," and i > 1:
        end = next((j for j in borders_of(ts, i + 1) if _is_infinitive(ts[j - 1])), 0)
        if end - i > 3 and not is_finite(ts[i - 2]):
            yield range(i, end), clause_before(ts, start, i, end), "V1", False, False


def _is_infinitive(token: Token) -> bool:
    return token.text.islower() and token.low.endswith(("en", "ern", "eln", "sein", "tun"))


def _nominal(ts: Sequence[Token], i: int) -> Iterator[Found]:
    """ "im Falle eines Angriffs", "im Angriffsfall", "für den Fall, dass", "bei Verstößen" """
    first, end = _case(ts, i) if ts[i].low != "bei" else _hypothetical(ts, i)
    if end > first:
        marker = " ".join(t.text for t in ts[i : min(first, i + 3)] if t.text != ",")
        only = low(ts, i - 1) in words("clauses", "only")
        yield range(first, end), _around(ts, i, end), marker, only, False


def _case(ts: Sequence[Token], i: int) -> tuple[int, int]:
    """Tokens of the condition after "im Falle", "für den Fall" or in "im Angriffsfall"."""
    marker = lows(ts, i, i + 3)
    if marker[:2] == ["im", "fall"] and lows(ts, i + 2, i + 4) == ["der", "fälle"]:
        return i + 1, i + 4
    if marker[:2] in (["im", "falle"], ["im", "fall"], ["in", "falle"]):
        hangs_on = low(ts, i + 2) in words("clauses", "genitive")
        return (i + 2, _end_of_phrase(ts, i + 2)) if hangs_on else (i, i)
    if marker[0] == "im" and low(ts, i + 1) in words("clauses", "case"):
        return i + 1, i + 2
    return _for_the_case(ts, i) if marker == ["für", "den", "fall"] else (i, i)


def _for_the_case(ts: Sequence[Token], i: int) -> tuple[int, int]:
    if lows(ts, i + 3, i + 5) == ["der", "fälle"]:
        return i + 2, i + 5
    if low(ts, i + 3) == ",":
        first = i + 4 + (low(ts, i + 4) in ("dass", "daß"))
        return first, end_of_clause(ts, first, "first")
    return i + 3, _end_of_phrase(ts, i + 3)


def _hypothetical(ts: Sequence[Token], i: int) -> tuple[int, int]:
    """Tokens of the condition after "bei": "bei Verstößen", "nur bei gutem Wetter"."""
    named = {low(ts, i + 1), low(ts, i + 2)} & words("clauses", "hypothetical")
    only = low(ts, i - 1) in ("nur", "erst") and i + 1 < len(ts) and not ts[i + 1].is_digits
    return (i + 1, _end_of_phrase(ts, i + 1)) if named or only else (i, i)


def _end_of_phrase(ts: Sequence[Token], first: int) -> int:
    """After a noun phrase with the genitives that hang on it."""
    j = first
    while j < len(ts):
        if ts[j].low in words("clauses", "determiner") | {"von", "vom", "gegen", "auf", "an"}:
            j += 1
        while j < len(ts) and not ts[j].is_name and _is_attribute(ts[j]):
            j += 1
        if j >= len(ts) or not ts[j].is_name:
            break
        while j < len(ts) and ts[j].is_name:
            j += 1
        if low(ts, j) not in words("clauses", "genitive") | {"gegen"}:
            return j
    return max(j, first)


def _is_attribute(token: Token) -> bool:
    return token.text in "()" or token.low.endswith(("en", "er", "es", "em", "e"))


def _around(ts: Sequence[Token], first: int, last: int) -> range | None:
    """The clause that a phrase stands in; only what follows it if the phrase opens it."""
    start, _ = place_of(ts, first)
    begin = start_of_stretch(ts, start, first + 1)
    end = next(borders_of(ts, last))
    while begin > start and begin < end and is_finite(ts[begin]):
        begin = start_of_stretch(ts, start, begin - 1)
    if low(ts, first - 1) in ("und", "oder"):
        begin = first
    while begin < first and ts[begin].low in LEFT_OUT:
        begin += 1
    if begin >= first - 1 or all(t.low in words("clauses", "only") for t in ts[begin:first]):
        begin = last
        while begin < end and ts[begin].text in COMMAS:
            begin += 1
    elif end <= last:
        end = first - (low(ts, first - 1) in words("clauses", "only"))
    return range(begin, end) if end > begin else None


def _otherwise(ts: Sequence[Token], i: int) -> Iterator[Found]:
    """ "..., weil sonst X": X holds if what stands before does not."""
    start, _ = place_of(ts, i)
    begin = start_of_stretch(ts, start, i + 1)
    leading = [low for low in lows(ts, begin, i) if low not in words("clauses", "conjunction")]
    opens = not leading or ts[begin].low in words("clauses", "because")
    if begin <= start or not opens:
        return
    end = list(borders_of(ts, i + 1))[-1]
    condition = clause_before(ts, start, begin, begin)
    if condition is None:
        return
    while begin < i and ts[begin].low in LEFT_OUT:
        begin += 1
    yield condition, range(begin, end), ts[i].text, False, True


def _unless(ts: Sequence[Token], i: int, first: int) -> Iterator[Found]:
    first += low(ts, first) == ","
    first += low(ts, first) in ("dass", "daß")
    end = end_of_clause(ts, first, "last")
    start, _ = place_of(ts, i)
    if end > first:
        yield range(first, end), clause_before(ts, start, i, end), "es sei denn", False, True


def _prerequisite(ts: Sequence[Token], i: int) -> Iterator[Found]:
    """ "unter der Bedingung, dass X"; "Voraussetzung für Y ist, dass X" """
    comma = next((j for j in borders_of(ts, i + 1)), len(ts))
    if low(ts, comma) != "," or low(ts, comma + 1) not in ("dass", "daß") or comma - i > 14:
        return
    end = end_of_clause(ts, comma + 2, "last")
    start, _ = place_of(ts, i)
    consequence = None
    if "unter" in lows(ts, i - 2, i):
        at = i - 1 - (low(ts, i - 2) == "unter")
        consequence = clause_before(ts, start, at, end)
    elif low(ts, i + 1) in ("für", "dafür"):
        last = next((j for j in range(i + 2, comma) if is_finite(ts[j])), comma)
        consequence = range(i + 2, last) if last > i + 2 else None
    yield range(comma + 2, end), consequence, ts[i].text, True, False
