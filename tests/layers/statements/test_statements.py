"""From probabilities of words to statements with spans."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np

from wortlaut.encoder.labels import MEDIA, PARTS, TYPES
from wortlaut.encoder.quotation_marks import quotations
from wortlaut.encoder.reading import Candidate, Reading
from wortlaut.encoder.words import WORD, Words
from wortlaut.layers.statements.statements import Rules, decide, to_statements

TEXT = "„Ich bin nur ein ‚Gast‘ hier“, sagte Meier gestern dem Blatt."

NO_ACTS = np.zeros(14, dtype=np.float32)
NOTHING = np.zeros((0, 0), dtype=np.float32)


def words_of(text: str) -> Words:
    spans = np.array([m.span() for m in WORD.finditer(text)], dtype=np.int32)
    count = len(spans)
    quoted = np.array(sorted(quotations(text)), dtype=np.int32).reshape(-1, 2)
    return Words(
        spans,
        np.arange(count + 1, dtype=np.int32),
        np.zeros(count, np.int32),
        np.zeros(count, np.int8),
        np.searchsorted(spans[:, 0], quoted).astype(np.int32),
    )


def candidate(text: str, kind: str, chance: float = 0.9, first: int = 0, **parts: str) -> Candidate:
    """A candidate whose parts are sure where the given wordings stand."""
    words = words_of(text)
    chances = np.full((len(words) - first, len(PARTS)), 0.01, dtype=np.float32)
    for part, wordings in parts.items():
        for wording in wordings.split(" | "):
            at = text.index(wording)
            for i, (start, end) in enumerate(words.spans.tolist()):
                if at <= start and end <= at + len(wording):
                    chances[i - first, PARTS.index(part)] = 0.99
    start = int(chances[:, 0].argmax()) + first
    media = np.eye(len(MEDIA), dtype=np.float32)[0]
    return Candidate(start, TYPES.index(kind), chance, chance, first, chances, media, NO_ACTS)


def statements(text: str, *candidates: Candidate) -> list[dict[str, object]]:
    found = decide(Reading(words_of(text), candidates, NOTHING, NOTHING), Rules())
    scored = [(one, 0.5) for one in found]

    def wording(spans: object) -> str:
        return " | ".join(text[a:b] for a, b in spans)  # type: ignore[attr-defined]

    return [
        {
            "id": s.id,
            "type": s.type,
            "content": wording(s.content),
            "speaker": wording(s.speaker.spans) if s.speaker else None,
            "cue": wording(s.cue),
            "within": s.within,
        }
        for s in to_statements(scored, words_of(text))
    ]


def test_parts_become_spans() -> None:
    direct = candidate(
        TEXT,
        "Direct",
        content="„Ich bin nur ein ‚Gast‘ hier“",
        speaker="Meier",
        cue="sagte",
        addressee="dem Blatt",
        frame=", sagte Meier gestern dem Blatt",
    )
    assert statements(TEXT, direct) == [
        {
            "id": "s1",
            "type": "Direct",
            "content": "„Ich bin nur ein ‚Gast‘ hier“",
            "speaker": "Meier",
            "cue": "sagte",
            "within": None,
        }
    ]


def test_a_content_cut_by_its_frame_stays_in_pieces() -> None:
    text = "„Ich komme“, sagte sie, „aber erst morgen“."
    direct = candidate(
        text, "Direct", content="„Ich komme“ | „aber erst morgen“", frame=", sagte sie,"
    )
    assert statements(text, direct)[0]["content"] == "„Ich komme“ | „aber erst morgen“"


def test_a_statement_inside_another_names_it() -> None:
    outer = candidate(TEXT, "Direct", content="„Ich bin nur ein ‚Gast‘ hier“")
    inner = candidate(TEXT, "Direct", content="‚Gast‘")
    assert [(s["id"], s["within"]) for s in statements(TEXT, outer, inner)] == [
        ("s1", None),
        ("s2", "s1"),
    ]


def test_of_two_with_the_same_content_the_surer_is_kept() -> None:
    sure = candidate(TEXT, "Direct", 0.9, content="Ich bin nur ein", speaker="Meier")
    weak = candidate(TEXT, "Indirect", 0.6, content="Ich bin nur ein", speaker="Meier")
    assert [s["type"] for s in statements(TEXT, sure, weak)] == ["Direct"]


def test_the_same_content_by_two_speakers_is_a_source_chain_and_both_are_kept() -> None:
    one = candidate(TEXT, "Direct", 0.9, content="Ich bin nur ein", speaker="Meier")
    other = candidate(TEXT, "Indirect", 0.6, content="Ich bin nur ein", speaker="dem Blatt")
    assert len(statements(TEXT, one, other)) == 2


def test_one_cue_introduces_one_statement_but_for_what_is_quoted_in_it() -> None:
    text = "Eigentlich habe man „nichts“ damit zu tun, so der Minister."

    def by_the_minister(kind: str, chance: float, content: str) -> Candidate:
        return candidate(text, kind, chance, content=content, cue="so", speaker="der Minister")

    whole = by_the_minister("Indirect", 0.9, "Eigentlich habe man „nichts“ damit zu tun")
    half = by_the_minister("Indirect", 0.8, "man „nichts“ damit zu tun")
    quoted = by_the_minister("Direct", 0.8, "„nichts“")
    assert [s["content"] for s in statements(text, whole, half, quoted)] == [
        "Eigentlich habe man „nichts“ damit zu tun",
        "„nichts“",
    ]


def test_what_is_quoted_in_an_indirect_statement_shares_its_frame() -> None:
    text = "Es sei „nichts“ bekannt, so der Minister."
    whole = candidate(
        text, "Indirect", content="Es sei „nichts“ bekannt", speaker="der Minister", cue="so"
    )
    quoted = candidate(text, "Direct", content="„nichts“", speaker="Es")
    unsure = quoted.parts.copy()
    unsure[:, 1:] = 0.3
    alone, inside = (
        statements(text, replace(quoted, parts=unsure)),
        statements(text, whole, replace(quoted, parts=unsure)),
    )
    assert alone[0]["speaker"] is None
    assert (inside[1]["speaker"], inside[1]["cue"]) == ("der Minister", "so")


def test_what_has_no_frame_goes_on_with_the_speaker_before() -> None:
    text = "Er sei krank, sagte Meier der Polizei. Er komme morgen."
    before = candidate(
        text, "Indirect", content="Er sei krank", speaker="Meier", frame=", sagte Meier der Polizei"
    )
    after = candidate(text, "IndirectFreeIndirect", content="Er komme morgen.", speaker="Polizei")
    possible = after.parts.copy()
    possible[words_of(text).spans[:, 0].tolist().index(text.index("Meier")), 1] = 0.4
    assert statements(text, before, after)[1]["speaker"] == "Polizei"
    assert statements(text, before, replace(after, parts=possible))[1]["speaker"] == "Meier"


def test_a_quotation_ends_at_its_closing_mark() -> None:
    text = "Von der „Umstellung der Wirtschaft auf Krieg“ war die Rede."
    short = candidate(text, "Direct", content="„Umstellung der Wirtschaft")
    long = candidate(text, "Direct", content="„Umstellung der Wirtschaft auf Krieg“ war die")
    for one in (short, long):
        assert statements(text, one)[0]["content"] == "„Umstellung der Wirtschaft auf Krieg“"
    unclosed = text.replace("“", "")
    lost = candidate(unclosed, "Direct", content="„Umstellung der Wirtschaft")
    assert statements(unclosed, lost)[0]["content"] == "„Umstellung der Wirtschaft"


def test_an_unlikely_start_is_no_statement() -> None:
    assert statements(TEXT, candidate(TEXT, "Direct", 0.3, content="Ich bin nur ein")) == []


def test_a_text_of_any_length_needs_one_pass() -> None:
    """Ten times the statements take about ten times as long, not a hundred."""

    def seconds(count: int) -> float:
        text = "„Ich komme morgen wieder zu Ihnen“, sagte sie. " * count
        words = words_of(text)
        parts = np.full((20, len(PARTS)), 0.01, dtype=np.float32)
        parts[:8, 0] = 0.99
        media = np.eye(len(MEDIA), dtype=np.float32)[0]
        candidates = tuple(
            Candidate(i * 12, 0, 0.9, 0.9, i * 12, parts, media, NO_ACTS) for i in range(count)
        )
        began = time.process_time()
        found = decide(Reading(words, candidates, NOTHING, NOTHING), Rules())
        to_statements([(one, 0.5) for one in found], words)
        assert len(found) == count
        return time.process_time() - began

    seconds(20)
    few, many = (min(seconds(count) for _ in range(3)) for count in (200, 2000))
    assert many < 40 * max(few, 0.01)
