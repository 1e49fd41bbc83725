"""Plain text stays as it is."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wortlaut.articles.article import Article
from wortlaut.articles.format import Run
from wortlaut.articles.options import InputOptions
from wortlaut.articles.source import open_source
from wortlaut.articles.text import TextFormat
from wortlaut.errors import BrokenInput

PIECES = [
    "Ä",
    "A\u0308",
    "🤝🏽",
    "👩‍👩‍👧",
    "„",
    "“",
    "\r\n",
    "\n",
    "\r",
    "\u2028",
    "\u00ad",
    "\u200f",
    " ",
]


def read(data: bytes, run: Run) -> Article:
    with open_source("-", io.BytesIO(data), run.settings) as source:
        (article,) = TextFormat().articles(source, run)
    return article


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # `run` never changes
@given(words=st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), max_size=20))
def test_offsets_are_those_of_the_text_given(run: Run, words: list[str]) -> None:
    """Code points are never joined, split or replaced: emoji, accents and line ends neither."""
    text = "".join(word + PIECES[i % len(PIECES)] for i, word in enumerate(["Am ", *words]))
    article = read(text.encode(), run)
    assert article.text == text
    start = 0
    for i, word in enumerate(["Am ", *words]):
        assert article.text[start : start + len(word)] == word
        start += len(word) + len(PIECES[i % len(PIECES)])


def test_options_are_minded(run: Run) -> None:
    options = InputOptions(published="2023", outlet="Blatt", title="Titel", encoding="cp1252")
    assert read("Größe".encode("cp1252"), replace(run, options=options)) == Article(
        id="-", text="Größe", published="2023", outlet="Blatt", title="Titel"
    )


def test_other_encodings_are_refused(run: Run) -> None:
    with pytest.raises(BrokenInput, match="-: is not UTF-8"):
        read("Größe".encode("cp1252"), run)
