"""Annotated articles as the network sees them."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from training.examples import (
    TUNE_SHARE,
    GoldMention,
    make_example,
    split,
    vary_quotation_marks,
    windows_of,
    with_actors,
    with_acts,
    words_in,
)
from training.tokenizer import build
from wortlaut.encoder.labels import PARTS
from wortlaut.encoder.model import MODEL_FOLDER


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return build(MODEL_FOLDER / "tokenizer.json")


def test_gold_parts_are_the_words_that_were_marked(
    tokenizer: Tokenizer, sample: list[dict[str, Any]]
) -> None:
    for article in sample:
        text = article["originalText"]
        example = make_example(article, text, tokenizer)
        assert len(example.statements) == len(article["annotations"])
        for gold, marked in zip(example.statements, article["annotations"], strict=True):
            content = gold.parts[PARTS.index("content")]
            first, last = example.words.spans[content[0], 0], example.words.spans[content[-1], 1]
            spans = marked["quote"]["spans"]
            assert text[first:last].strip() == text[spans[0][0] : spans[-1][1]].strip()


def test_a_word_counts_if_half_of_it_is_covered(tokenizer: Tokenizer) -> None:
    article = {"documentName": "a", "annotations": [], "originalText": "Kriegsrecht gilt"}
    words = make_example(article, article["originalText"], tokenizer).words  # type: ignore[arg-type]
    assert words_in(words, [[0, 6]]).tolist() == [0]
    assert words_in(words, [[0, 5]]).tolist() == []
    assert words_in(words, [[0, 3], [3, 6], [12, 16]]).tolist() == [0, 1]


def test_the_split_depends_on_names_alone() -> None:
    articles = [{"documentName": f"article {i}"} for i in range(600)]
    train, tune = split(articles)
    assert len(tune) == pytest.approx(len(articles) / TUNE_SHARE, rel=0.4)
    assert split(articles[::-1])[1] == tune[::-1]
    assert not {a["documentName"] for a in train} & {a["documentName"] for a in tune}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er rief: „Ja“ und „nein“.", "Er rief: »Ja« und »nein«."),
        ("Die „Nacht von ‚Köln‘“ kam.", "Die »Nacht von ‚Köln‘« kam."),
        ("„Nie zu\n„Doch“, sagte er.", "»Nie zu\n»Doch«, sagte er."),
    ],
)
def test_quotation_marks_are_rewritten_in_one_style(text: str, expected: str) -> None:
    styles = {vary_quotation_marks(text, random.Random(seed), share=1.0) for seed in range(60)}
    assert expected in styles
    assert vary_quotation_marks(text, random.Random(1), share=0.0) == text


@given(st.text(alphabet='„“”"»«‚‘ aä.\n😀'), st.integers(0, 50))
def test_the_length_stays_and_so_do_all_offsets(text: str, seed: int) -> None:
    varied = vary_quotation_marks(text, random.Random(seed), share=1.0)
    assert len(varied) == len(text)
    marks = '„“”"»«'
    kept = [(a, b) for a, b in zip(text, varied, strict=True) if a not in marks]
    assert all(a == b for a, b in kept)


def test_windows_cover_every_article(tokenizer: Tokenizer, sample: list[dict[str, Any]]) -> None:
    examples = [make_example(a, a["originalText"], tokenizer) for a in sample]
    owned = sum(w.window.owned_last - w.window.owned_first for w in windows_of(examples, 128, 32))
    assert owned == sum(len(e.words) for e in examples)


def test_acts_and_actors_of_other_files(tmp_path: Path) -> None:
    article = {"documentName": "x", "annotations": [{"id": 3}], "originalText": "Er kam."}
    table = tmp_path / "acts.tsv"
    table.write_text(
        "documentName\tid\tact\tpolarity\tcertainty\nx\t3\tdenial\t-\tcertain\n", encoding="utf8"
    )
    (labelled,) = with_acts([article], [table])
    assert labelled["annotations"] == [
        {"id": 3, "act": "denial", "polarity": "-", "certainty": "certain"}
    ]
    actors = tmp_path / "actors.jsonl"
    actors.write_text('{"id": "x", "actors": []}\n', encoding="utf8")
    assert with_actors([article, {"documentName": "y"}], actors) == [
        article | {"actors": []},
        {"documentName": "y"},
    ]


def test_mentions_become_words(tokenizer: Tokenizer) -> None:
    text = "Er kam. Sie kam mit ihm."
    places = [[0, 2], [20, 23]]
    actors = [{"kind": ["person"], "mentions": [{"span": span} for span in places]}]
    article = {"documentName": "x", "annotations": [], "originalText": text, "actors": actors}
    mentions = make_example(article, text, tokenizer).mentions
    assert mentions == (GoldMention(0, 1, 0, 0), GoldMention(6, 7, 0, 0))
