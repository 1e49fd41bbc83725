"""Conditions: what holds only, or only not, if something else does.

A closed set of markers opens a condition ("wenn", "falls", a verb in the first place, "im Falle",
"es sei denn" ...). Where it ends, and where its consequence stands, is told by commas, quotation
marks and finite verbs: German puts the verb of a "wenn" clause last and that of the main clause
after it first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wortlaut.document import Condition, Span, Spans, Statement
from wortlaut.layers.clauses import QUOTES, Sentence, finite_form, is_finite, sentences_of
from wortlaut.layers.innermost import innermost
from wortlaut.layers.tokens import Token
from wortlaut.lexicon.tables import words

_STOPS = frozenset(".?!…;")
_COMMAS = frozenset(",–—:")
_CLOSING = frozenset("“”\"«’")
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
            if taken.isdisjoint(condition) and (span := _span(ts, condition)):
                taken.update(condition)
                then = None if consequence is None else _span(ts, consequence)
                spans.append((span, then, marker, only, unless))
    spans.sort(key=lambda one: one[0])
    holders = list(innermost([one[0] for one in spans], statements))
    contents = {statement.id: statement.content for statement in statements}
    return tuple(
        Condition(
            f"c{i}", span, _said(span, then, contents.get(holder or "")), marker, only, unless, holder
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


def _found(ts: Sequence[Token]) -> Iterator[Found]:
    for i, token in enumerate(ts):
        if _is_if(ts, i):
            yield from _subordinate(ts, i)
        elif token.low in words("clauses", "self"):
            yield range(i, i + 1), _around(ts, i, i + 1), token.text, False, False
        elif token.low in words("clauses", "otherwise"):
            yield from _otherwise(ts, i)
        elif token.low in words("clauses", "prerequisite"):
            yield from _prerequisite(ts, i)
        elif token.low in ("im", "in", "für", "bei"):
            yield from _nominal(ts, i)
        elif token.low == "sei" and _lows(ts, i - 1, i + 2) == ["es", "sei", "denn"]:
            yield from _unless(ts, i - 1, i + 2)
        elif finite_form(token.low):
            yield from _verb_first(ts, i)


def _is_if(ts: Sequence[Token], i: int) -> bool:
    """ "wenn" and the like, but not "des Falls" nor "ohne Wenn und Aber" nor "solange müssen" """
    token = ts[i]
    if token.low not in words("clauses", "if"):
        return False
    opens = not i or ts[i - 1].text in QUOTES | _COMMAS | _STOPS
    if token.is_name and not opens and _low(ts, i - 1) not in words("clauses", "only"):
        return False
    if _low(ts, i + 1) == "und" and _low(ts, i + 2) == "aber":
        return False
    if token.low in ("solange", "insofern"):
        j = next(_borders(ts, i + 1))
        return is_finite(ts[j - 1]) and not is_finite(ts[i + 1]) if j > i + 1 else False
    return True


def _lows(ts: Sequence[Token], first: int, last: int) -> list[str]:
    return [token.low for token in ts[max(first, 0) : last]]


def _low(ts: Sequence[Token], i: int) -> str:
    return ts[i].low if 0 <= i < len(ts) else ""


def _subordinate(ts: Sequence[Token], i: int) -> Iterator[Found]:
    before = i - 1 - (_low(ts, i - 1) == ",")
    concessive = "auch" in _lows(ts, i + 1, i + 3) and "nur" not in _lows(ts, i + 2, i + 4)
    if _low(ts, i - 1) in words("clauses", "although") or concessive:
        return
    if {_low(ts, i - 1), _low(ts, before)} & words("clauses", "always"):
        return
    start, place = _place(ts, i)
    end = _end_of_clause(ts, i + 1, place)
    if end <= i + 1:
        return
    condition = range(i + 1, end)
    only = _is_only(ts, start, i)
    unless = _low(ts, i - 1) in ("außer", "ausser")
    if place == "first" or place == "inside":
        consequence = _after(ts, end)
        if consequence is None and start and ts[start - 1].text == ":":
            # "nur in einem Fall bereit: Wenn ..."
            consequence = range(_start(ts, start - 1), start - 1)
            only = only or _holds_only(ts, consequence)
        if consequence is None:
            return  # a wish, or cut short
    else:
        consequence = _before(ts, start, i, end)
        only = only or _holds_only(ts, consequence)
    if _is_past(ts, condition, consequence):
        return
    yield condition, consequence, ts[i].text, only and not unless, unless


def _start(ts: Sequence[Token], before: int) -> int:
    """Where the utterance that ends at `before` begins."""
    return _place(ts, before)[0]


def _is_only(ts: Sequence[Token], start: int, i: int) -> bool:
    """ "nur wenn", "erst dann, wenn" """
    near = [low for low in _lows(ts, max(start, i - 4), i) if low not in (",", "dann", "in")]
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


def _place(ts: Sequence[Token], i: int) -> tuple[int, str]:
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
    return j + 1 < len(ts) and ts[j + 1].start == ts[j].end and (
        j == 0 or ts[j - 1].end < ts[j].start
    )


def _end_of_clause(ts: Sequence[Token], first: int, place: str) -> int:
    """Index after the last token of the clause that begins at `first`."""
    borders = list(_borders(ts, first))
    stop = borders.pop()
    if place == "first":
        for j in borders:
            if _starts_main(ts, j + 1) or _goes_on_with_if(ts, j):
                return j
    for j in borders:
        if _goes_on_with_if(ts, j):
            return j
        if not _is_complete(ts, first, j):
            continue
        following = _low(ts, j + 1)
        if _starts_main(ts, j + 1) or not (
            following in words("clauses", "subordinator") | words("clauses", "conjunction")
        ):
            return j
    return stop


def _borders(ts: Sequence[Token], first: int) -> Iterator[int]:
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
        elif (text in _STOPS and j >= len(ts) - 2) or text in ";?!":
            yield j
            return
        elif text in _COMMAS or (j > first and _goes_on_with_if(ts, j)):
            yield j
    yield len(ts)


def _goes_on_with_if(ts: Sequence[Token], j: int) -> bool:
    """Another condition beside this one: ", und wenn" """
    j += ts[j].text in _COMMAS if j < len(ts) else 0
    return _low(ts, j) in ("und", "oder") and _low(ts, j + 1) in words("clauses", "if")


def _starts_main(ts: Sequence[Token], j: int) -> bool:
    """A main clause after a subordinate one: its verb first, perhaps after "dann" or "so"."""
    while j < len(ts) and ts[j].text in QUOTES:
        j += 1
    if _low(ts, j) in words("clauses", "then"):
        j += 1
    while j < len(ts) and ts[j].text in QUOTES:
        j += 1
    return j < len(ts) and is_finite(ts[j])


def _is_complete(ts: Sequence[Token], first: int, j: int) -> bool:
    """Does a finite verb stand right before `j`, or one of its clause further to the front?"""
    while j > first and ts[j - 1].text in QUOTES:
        j -= 1
    return j > first and (is_finite(ts[j - 1]) or any(is_finite(t) for t in ts[first : j - 1]))


def _after(ts: Sequence[Token], end: int) -> range | None:
    """The main clause that follows the condition, without "dann" and what attributes it."""
    if not _starts_main(ts, end + 1):
        later = (j for j in _borders(ts, end + 1) if _starts_main(ts, j + 1))
        end = next(later, end)
    first = end
    while first < len(ts) and (
        ts[first].text in _COMMAS or ts[first].text in QUOTES or _is_then(ts, first)
    ):
        first += 1
    borders = list(_borders(ts, first))
    last = borders[-1]
    for j in borders[:-1]:
        if _is_over(ts, first, j):
            last = j
            break
    return range(first, last) if last > first else None


_SUBJECTS = frozenset({"ich", "er", "sie", "es", "wir", "das", "dies", "man"})


def _is_over(ts: Sequence[Token], first: int, j: int) -> bool:
    """Does what follows the comma at `j` no longer belong to the main clause before it?"""
    following = _low(ts, j + 1)
    if following in ("weil", "denn") or following in words("clauses", "if"):
        return True
    if following in _SUBJECTS and j + 2 < len(ts) and is_finite(ts[j + 2]):
        return True
    inner = any(
        ts[k].low in words("clauses", "subordinator") and ts[k - 1].text in _COMMAS
        for k in range(first + 1, j)
    )
    return not inner and _starts_main(ts, j + 1)


def _is_then(ts: Sequence[Token], j: int) -> bool:
    return _low(ts, j) in words("clauses", "then") and j + 1 < len(ts) and is_finite(ts[j + 1])


def _before(ts: Sequence[Token], start: int, i: int, end: int) -> range | None:
    """The clause before the marker at `i`; all of it if the condition interrupts it."""
    last = i
    while last > start and (
        ts[last - 1].text in _COMMAS
        or ts[last - 1].text in QUOTES
        or _low(ts, last - 1) in words("clauses", "only") | {"dann", "nämlich", "außer"}
    ):
        last -= 1
    first = last
    interrupted = last > start and not _is_clause(ts, _start_of_stretch(ts, start, last), last)
    while first > start:
        first = _start_of_stretch(ts, start, first)
        if _is_attribution(ts, first, last) and first > start:
            last = first = first - 1
        elif _is_clause(ts, first, last):
            break
        elif first > start:
            first -= 1
    rest = list(_borders(ts, end))[-1]
    if interrupted and rest > end + 2 and not _is_attribution(ts, end + 1, rest):
        last = rest
    while first < last and ts[first].low in _LEFT_OUT:
        first += 1
    return range(first, last) if last > first else None


_LEFT_OUT = frozenset({"dass", "daß", "weil", "da", "ob", "und", "aber", "denn", "doch", ",", "dann"})


def _is_attribution(ts: Sequence[Token], first: int, last: int) -> bool:
    """ "so Ute Bader", "sagte er" """
    if _low(ts, first) == "so":
        return first + 1 < last and ts[first + 1].is_name
    short = last - first <= 5 or _low(ts, first) in ("sagte", "erklärte", "betonte", "hieß")
    return short and first < last and is_finite(ts[first]) and first > 0 and (
        ts[first - 1].text == ","
    )


def _start_of_stretch(ts: Sequence[Token], start: int, last: int) -> int:
    j = last - 1
    while j > start and ts[j - 1].text not in _COMMAS:
        j -= 1
    return j


def _is_clause(ts: Sequence[Token], first: int, last: int) -> bool:
    """A verb is in it, and it does not go on a clause that another one interrupted."""
    if first < last and is_finite(ts[first]) and ts[first - 1].text == ",":
        return False
    return any(_is_surely_finite(t) for t in ts[first:last]) or any(
        a.low == "zu" and b.low.endswith("n") for a, b in zip(ts[first:last], ts[first + 1 : last])
    ) or any("zu" in t.low[2:-4] and t.low.endswith("en") and t.text.islower() for t in ts[first:last])


def _is_surely_finite(token: Token) -> bool:
    """Not one that may be an infinitive as well."""
    plural = token.low in words("clauses", "plural_verb")
    return is_finite(token) and (plural or not token.low.endswith("n"))


def _verb_first(ts: Sequence[Token], i: int) -> Iterator[Found]:
    """ "Sollte es dazu kommen, würde ..."; "..., sollte es dazu kommen." """
    start, place = _place(ts, i)
    if place == "first":
        if any(t.low not in words("clauses", "conjunction") for t in ts[start:i]):
            return
        borders = list(_borders(ts, i + 1))
        for j in borders[:-1]:
            if _starts_main(ts, j + 1) or _goes_on_with_if(ts, j):
                if not _is_attribution(ts, j + 1, borders[-1]):
                    yield range(i, j), _after(ts, j), "V1", False, False
                return
    elif ts[i].low in ("sollte", "sollten") and _low(ts, i - 1) == "," and i > 1:
        end = next((j for j in _borders(ts, i + 1) if _is_infinitive(ts[j - 1])), 0)
        if end - i > 3 and not is_finite(ts[i - 2]):
            yield range(i, end), _before(ts, start, i, end), "V1", False, False


def _is_infinitive(token: Token) -> bool:
    return token.text.islower() and token.low.endswith(("en", "ern", "eln", "sein", "tun"))


def _nominal(ts: Sequence[Token], i: int) -> Iterator[Found]:
    """ "im Falle eines Angriffs", "im Angriffsfall", "für den Fall, dass", "bei Verstößen" """
    low, second, third = ts[i].low, _low(ts, i + 1), _low(ts, i + 2)
    marker_end = condition_end = i
    if low in ("im", "in") and second in ("falle", "fall"):
        if third == "der" and _low(ts, i + 3) == "fälle":
            marker_end, condition_end = i + 1, i + 4
        elif third in words("clauses", "genitive"):
            marker_end, condition_end = i + 2, _end_of_phrase(ts, i + 2)
    elif low == "im" and second in words("clauses", "case"):
        marker_end, condition_end = i + 1, i + 2
    elif low == "für" and second == "den" and third == "fall":
        if _low(ts, i + 3) == ",":
            skip = 4 + (_low(ts, i + 4) in ("dass", "daß"))
            marker_end, condition_end = i + skip, _end_of_clause(ts, i + skip, "first")
        elif _low(ts, i + 3) == "der" and _low(ts, i + 4) == "fälle":
            marker_end, condition_end = i + 2, i + 5
        else:
            marker_end, condition_end = i + 3, _end_of_phrase(ts, i + 3)
    elif low == "bei" and _low(ts, i - 1) in ("nur", "erst") and not ts[i + 1].is_digits:
        marker_end, condition_end = i + 1, _end_of_phrase(ts, i + 1)
    elif low == "bei" and {second, third} & words("clauses", "hypothetical"):
        marker_end, condition_end = i + 1, _end_of_phrase(ts, i + 1)
    if condition_end <= marker_end:
        return
    only = _low(ts, i - 1) in words("clauses", "only")
    marker = " ".join(t.text for t in ts[i : min(marker_end, i + 3)] if t.text != ",")
    condition = range(marker_end, condition_end)
    yield condition, _around(ts, i, condition_end), marker, only, False


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
        if _low(ts, j) not in words("clauses", "genitive") | {"gegen"}:
            return j
    return max(j, first)


def _is_attribute(token: Token) -> bool:
    return token.text in "()" or token.low.endswith(("en", "er", "es", "em", "e"))


def _around(ts: Sequence[Token], first: int, last: int) -> range | None:
    """The clause that a phrase stands in; only what follows it if the phrase opens it."""
    start, _ = _place(ts, first)
    begin = _start_of_stretch(ts, start, first + 1)
    end = next(_borders(ts, last))
    while begin > start and begin < end and is_finite(ts[begin]):
        begin = _start_of_stretch(ts, start, begin - 1)
    if _low(ts, first - 1) in ("und", "oder"):
        begin = first
    while begin < first and ts[begin].low in _LEFT_OUT:
        begin += 1
    if begin >= first - 1 or all(t.low in words("clauses", "only") for t in ts[begin:first]):
        begin = last
        while begin < end and ts[begin].text in _COMMAS:
            begin += 1
    elif end <= last:
        end = first - (_low(ts, first - 1) in words("clauses", "only"))
    return range(begin, end) if end > begin else None


def _otherwise(ts: Sequence[Token], i: int) -> Iterator[Found]:
    """ "..., weil sonst X": X holds if what stands before does not."""
    start, _ = _place(ts, i)
    begin = _start_of_stretch(ts, start, i + 1)
    leading = [low for low in _lows(ts, begin, i) if low not in words("clauses", "conjunction")]
    opens = not leading or ts[begin].low in words("clauses", "because")
    if begin <= start or not opens:
        return
    end = list(_borders(ts, i + 1))[-1]
    condition = _before(ts, start, begin, begin)
    if condition is None:
        return
    while begin < i and ts[begin].low in _LEFT_OUT:
        begin += 1
    yield condition, range(begin, end), ts[i].text, False, True


def _unless(ts: Sequence[Token], i: int, first: int) -> Iterator[Found]:
    first += _low(ts, first) == ","
    first += _low(ts, first) in ("dass", "daß")
    end = _end_of_clause(ts, first, "last")
    start, _ = _place(ts, i)
    if end > first:
        yield range(first, end), _before(ts, start, i, end), "es sei denn", False, True


def _prerequisite(ts: Sequence[Token], i: int) -> Iterator[Found]:
    """ "unter der Bedingung, dass X"; "Voraussetzung für Y ist, dass X" """
    comma = next((j for j in _borders(ts, i + 1)), len(ts))
    if _low(ts, comma) != "," or _low(ts, comma + 1) not in ("dass", "daß") or comma - i > 14:
        return
    end = _end_of_clause(ts, comma + 2, "last")
    start, _ = _place(ts, i)
    consequence = None
    if "unter" in _lows(ts, i - 2, i):
        at = i - 1 - (_low(ts, i - 2) == "unter")
        consequence = _before(ts, start, at, end)
    elif _low(ts, i + 1) in ("für", "dafür"):
        last = next((j for j in range(i + 2, comma) if is_finite(ts[j])), comma)
        consequence = range(i + 2, last) if last > i + 2 else None
    yield range(comma + 2, end), consequence, ts[i].text, True, False


def _span(ts: Sequence[Token], where: range) -> Span | None:
    """Characters from the first to the last token, without marks at the edges."""
    first, last = where.start, where.stop
    edge = _COMMAS | QUOTES | _STOPS
    while first < last and ts[first].text in edge:
        first += 1
    while last > first and ts[last - 1].text in edge:
        last -= 1
    return (ts[first].start, ts[last - 1].end) if last > first else None
