"""What the user says fills what the article does not say."""

from __future__ import annotations

import pytest

from wortlaut.articles.article import Article
from wortlaut.articles.options import InputOptions
from wortlaut.errors import InputError


def test_gaps_are_filled_and_nothing_is_overwritten() -> None:
    options = InputOptions(published="2023-02-26T10:00", outlet="Blatt", title="Titel")
    bare = Article(id="a", text="Text")
    assert options.complete(bare) == Article(
        id="a", text="Text", title="Titel", outlet="Blatt", published="2023-02-26"
    )
    full = Article(id="a", text="Text", title="T", outlet="B", url="u", published="2020")
    assert options.complete(full) == full
    assert InputOptions().complete(bare) == bare
    assert InputOptions(published="", outlet="", title="").complete(bare) == bare


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "UTF-16", "latin-1", "iso-8859-15"])
def test_text_encodings_are_known(encoding: str) -> None:
    InputOptions(encoding=encoding).check()


@pytest.mark.parametrize(
    "encoding", ["utf-9", "hex", "rot13", "zlib", "idna", "undefined", "ä", "a\0b"]
)
def test_other_encodings_are_not(encoding: str) -> None:
    with pytest.raises(InputError, match=r"encoding: .* is not known; often needed: utf-8"):
        InputOptions(encoding=encoding).check()


def test_a_date_must_be_one() -> None:
    InputOptions(published="2023-02").check()
    with pytest.raises(InputError, match=r"published: '26\.2\.2023' is not a date like 2023-02-26"):
        InputOptions(published="26.2.2023").check()
