"""Documents as hypothesis makes them up: any text, any spans, nested, crossing and touching."""

from __future__ import annotations

from hypothesis import strategies as st

from wortlaut.document import Actor, Document, Model, Relation, Spans, Speaker, Statement

# Short words of what is hard: line ends, emoji, flags, combining marks, signs with a meaning.
TEXTS = st.lists(
    st.sampled_from(
        ["ab", "ü", "u\u0308", "🚢", "🇩🇪", " ", "\n", "\r\n", "\t", "<&", "[1", "*", "\x1b"]
    ),
    max_size=20,
).map("".join)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document with up to four statements and two relations, whose parts may lie anywhere."""
    text = draw(TEXTS)
    count = draw(st.integers(0, 4)) if text else 0
    return Document(
        id="any",
        title=draw(st.sampled_from([None, "ab", "Titel"])),
        text=text,
        model=Model("hypothesis", "1"),
        actors=(Actor("a1", "ab", "person"), Actor("a2", "ü", "state")),
        statements=tuple(draw(_statement(f"s{n}", len(text))) for n in range(1, count + 1)),
        relations=draw(_relations(len(text))) if text else (),
    )


def _relations(size: int) -> st.SearchStrategy[tuple[Relation, ...]]:
    return _spans(size).map(lambda spans: tuple(Relation("a1", "met", "a2", s) for s in spans))


@st.composite
def _statement(draw: st.DrawFn, id: str, size: int) -> Statement:
    speaker = draw(_spans(size))
    return Statement(
        id=id,
        type=draw(st.sampled_from(["Direct", "Indirect", "Reported"])),
        medium="Speech",
        content=draw(_spans(size)),
        speaker=Speaker(None, speaker) if speaker else None,
        cue=draw(_spans(size)),
        addressee=draw(_spans(size)),
        score=draw(st.floats(0, 1)),
    )


def _spans(size: int) -> st.SearchStrategy[Spans]:
    edges = st.lists(st.integers(0, size), min_size=2, max_size=2, unique=True).map(sorted)
    return st.lists(edges.map(lambda e: (e[0], e[1])), max_size=2).map(tuple)
