"""From probabilities of words to statements with spans."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.encoder.labels import MEDIA, PARTS, TYPES
from wortlaut.encoder.reading import Candidate, Reading
from wortlaut.encoder.words import WORD, Words
from wortlaut.layers.statements import (
    PartRule,
    Rules,
    best_runs,
    decide,
    overlap,
    part_runs,
    to_statements,
)

TEXT = "„Ich bin nur ein ‚Gast‘ hier“, sagte Meier gestern dem Blatt."


def words_of(text: str) -> Words:
    spans = np.array([m.span() for m in WORD.finditer(text)], dtype=np.int32)
    count = len(spans)
    return Words(
        spans,
        np.arange(count + 1, dtype=np.int32),
        np.zeros(count, np.int32),
        np.zeros(count, np.int8),
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
    return Candidate(start, TYPES.index(kind), chance, first, chances, media)


def statements(text: str, *candidates: Candidate) -> list[dict[str, object]]:
    found = decide(Reading(words_of(text), candidates), Rules())
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
    direct = candidate(text, "Direct", content="„Ich komme“ | „aber erst morgen“", cue="sagte")
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


def test_an_unlikely_start_is_no_statement() -> None:
    assert statements(TEXT, candidate(TEXT, "Direct", 0.3, content="Ich bin nur ein")) == []


def test_a_stray_word_far_away_does_not_pay_for_a_run() -> None:
    odds = np.array([3, 3, 3, -4, -4, -4, -4, 1.5, -4], dtype=np.float32)
    assert part_runs(odds, PartRule(run_cost=2.0)) == [(0, 3)]


def test_a_doubtful_word_inside_a_run_does_not_break_it() -> None:
    odds = np.array([3, 3, -1, 3, -4], dtype=np.float32)
    assert part_runs(odds, PartRule(run_cost=2.0)) == [(0, 4)]


def test_a_part_below_the_line_takes_its_best_words_if_they_are_likely_enough() -> None:
    odds = np.log(np.array([0.02, 0.3, 0.25, 0.02]) / (1 - np.array([0.02, 0.3, 0.25, 0.02])))
    assert part_runs(odds.astype(np.float32), PartRule(least=0.2, share=0.5)) == [(1, 3)]
    assert part_runs(odds.astype(np.float32), PartRule(least=0.4)) == []


@given(st.lists(st.integers(-4, 4), min_size=1, max_size=9), st.sampled_from([0.0, 1.0, 2.5]))
def test_best_runs_are_the_best(gains: list[int], cost: float) -> None:
    """Against trying every set of words."""

    def worth(chosen: int) -> float:
        bits = [chosen >> i & 1 for i in range(len(gains))]
        runs = sum(b and not a for a, b in zip([0, *bits], bits, strict=False))
        return sum(g for g, b in zip(gains, bits, strict=True) if b) - cost * runs

    runs = best_runs(np.array(gains, dtype=np.float32), cost)
    value = sum(sum(gains[a:b]) - cost for a, b in runs)
    assert value == max(worth(chosen) for chosen in range(1 << len(gains)))
    assert all(a[1] < b[0] for a, b in pairwise(runs))


def test_overlap_is_the_share_of_common_words() -> None:
    assert overlap([(0, 4)], [(2, 6)]) == 2 / 6
    assert overlap([(0, 2), (4, 6)], [(0, 2), (4, 6)]) == 1.0
    assert overlap([], []) == 0.0
