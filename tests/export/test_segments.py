"""A text cut at every edge: nothing lost, and every character knows what it is part of."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.export.strategies import documents
from wortlaut.document import Document, Model, Statement
from wortlaut.export.segments import Mark, in_text_order, segments, split


def test_nested_and_crossing_spans_are_cut_at_every_edge() -> None:
    outer, inner, crossing = Mark(1, "content"), Mark(2, "content"), Mark(3, "cue")
    cut = split(10, [((0, 6), outer), ((2, 4), inner), ((5, 8), crossing)])
    assert [(s.start, s.end, s.marks) for s in cut] == [
        (0, 2, (outer,)),
        (2, 4, (outer, inner)),
        (4, 5, (outer,)),
        (5, 6, (outer, crossing)),
        (6, 8, (crossing,)),
        (8, 10, ()),
    ]


def test_a_mark_goes_on_where_its_spans_overlap() -> None:
    mark = Mark(1, "content")
    cut = list(split(6, [((0, 4), mark), ((2, 6), mark)]))
    assert [s.marks for s in cut] == [(mark,)] * 3


def test_an_empty_text_has_no_segments() -> None:
    assert list(split(0, [])) == []


@given(documents())
def test_the_segments_are_the_text(document: Document) -> None:
    text = "".join(document.text[s.start : s.end] for s in segments(document))
    assert text == document.text
    assert all(s.start < s.end for s in segments(document))


@given(documents())
def test_every_character_has_the_marks_of_the_spans_around_it(document: Document) -> None:
    statements = in_text_order(document)
    for segment in segments(document):
        for place in range(segment.start, segment.end):
            expected = set()
            for number, s in enumerate(statements, start=1):
                parts = {
                    "content": s.content,
                    "speaker": s.speaker.spans if s.speaker else (),
                    "cue": s.cue,
                    "addressee": s.addressee,
                }
                for role, spans in parts.items():
                    if any(start <= place < end for start, end in spans):
                        expected.add((number, role))
            assert set(segment.marks) == expected


@given(documents())
def test_every_line_feed_stands_alone(document: Document) -> None:
    wordings = [document.text[s.start : s.end] for s in segments(document)]
    assert [w for w in wordings if "\n" in w] == ["\n"] * document.text.count("\n")


@given(st.permutations(["outer", "inner", "later"]))
def test_the_outer_statement_comes_first_whatever_the_order_it_is_given_in(
    order: list[str],
) -> None:
    spans = {"outer": ((0, 9),), "inner": ((0, 4),), "later": ((5, 9),)}
    statements = tuple(
        Statement(id=id, type="Direct", medium="none", content=spans[id]) for id in order
    )
    document = Document(id="d", text="x" * 9, model=Model("m", "1"), statements=statements)
    assert [s.id for s in in_text_order(document)] == ["outer", "inner", "later"]
