"""The measure, on cases small enough to check by hand, and against the scorer of the data."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.measure import (
    EMPTY,
    Group,
    gold_groups,
    measure,
    measure_documents,
    pair,
    token_offsets,
)
from wortlaut import Document, Reader


def group(type: str, content: str, speaker: str = "", medium: str = "Speech") -> Group:
    """Tokens are letters."""
    parts = [frozenset(map(ord, x)) for x in (content, speaker, "", "", "")]
    return Group(type, medium, tuple(parts))


def test_perfect_agreement_is_one() -> None:
    groups = [group("Direct", "abc", "x"), group("Indirect", "def", "y")]
    figures = measure([(groups, groups)])
    assert set(figures.f1.values()) - {0.0} == {1.0}
    assert figures.f1["cue"] == 0.0  # nobody marked any


def test_halves_are_counted_by_token() -> None:
    figures = measure([([group("Direct", "abcd")], [group("Direct", "ab")])])
    assert figures.precision["message"] == 1.0
    assert figures.recall["message"] == 0.5


def test_what_was_missed_and_what_was_made_up_count_as_zero() -> None:
    missed = measure([([group("Direct", "ab"), group("Direct", "cd")], [group("Direct", "ab")])])
    assert missed.recall["message"] == 0.5
    assert missed.precision["message"] == 1.0
    assert missed.recall["type"] == 0.5


def test_pairs_are_chosen_for_the_whole_article() -> None:
    gold = [group("Direct", "abc"), group("Direct", "abcdef")]
    found = [group("Direct", "abcd"), group("Direct", "abc")]
    assert pair(gold, found) == [(found[1], gold[0]), (found[0], gold[1])]


def test_the_same_type_decides_between_equals() -> None:
    gold = [group("Direct", "abc"), group("Indirect", "abc")]
    found = [group("Indirect", "abc"), group("Direct", "abc")]
    assert pair(gold, found) == [(found[1], gold[0]), (found[0], gold[1])]


def test_an_article_without_statements() -> None:
    assert measure([([], [])]).f1["joint"] == 0.0
    assert pair([], [group("Direct", "a")]) == [(group("Direct", "a"), EMPTY)]


GROUPS = st.lists(
    st.builds(
        group, st.sampled_from(["Direct", "Reported"]), st.text("abcd", min_size=1, max_size=4)
    ),
    max_size=4,
)


@given(GROUPS, GROUPS)
def test_figures_are_between_zero_and_one(gold: list[Group], found: list[Group]) -> None:
    figures = measure([(gold, found)])
    assert all(0 <= v <= 1 for v in figures.f1.values())


def test_token_places_are_those_of_the_text(sample: list[dict[str, Any]]) -> None:
    for article in sample:
        tokens = [t for sentence in article["sentences"] for t in sentence["tokens"]]
        places = [article["originalText"][a:b] for a, b in token_offsets(article)]
        same = sum(t == p for t, p in zip(tokens, places, strict=True))
        assert same >= 0.99 * len(tokens)


def test_equal_to_the_scorer_of_the_data(
    repository: Path, sample: list[dict[str, Any]], reader: Reader
) -> None:
    file = repository.parent / "shared/score/quotes.py"
    if not file.is_file():
        pytest.skip("the scorer of the data is not beside the project")
    spec = importlib.util.spec_from_file_location("scorer", file)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    documents = []
    for article in sample:
        line = json.loads(reader.read(article["originalText"]).to_json())
        documents.append(Document.from_json(json.dumps(line | {"id": article["documentName"]})))
    ours = measure_documents(sample, documents)
    theirs, _ = scorer.score(sample, {d.id: json.loads(d.to_json()) for d in documents})
    for their_name, (precision, recall, f1) in theirs.items():
        name = "content" if their_name == "quote" else their_name
        assert ours.precision[name] == pytest.approx(precision)
        assert ours.recall[name] == pytest.approx(recall)
        assert ours.f1[name] == pytest.approx(f1)
    assert len(gold_groups(sample[0])) >= 3
