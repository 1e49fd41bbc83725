"""What is no article is told before it is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.articles.article import Article
from wortlaut.articles.check import check_article
from wortlaut.errors import BrokenInput, EmptyInput, InputError, NotGerman, TooLarge
from wortlaut.settings import Settings

GERMAN = "Der Minister sagte am Montag, er wisse von nichts."
ENGLISH = "The minister said on Monday that he did not know anything about it."


def check(text: str, settings: Settings | None = None) -> None:
    check_article(Article(id="a.txt", text=text), settings or Settings())


def test_an_article_is_let_through() -> None:
    check(GERMAN)
    check("Er kam, sah und siegte.")


@pytest.mark.parametrize("text", ["", " ", "\r\n\t", "\u00a0\u2003\u3000", "\u2028"])
def test_white_space_is_empty(text: str) -> None:
    with pytest.raises(EmptyInput, match=r"a\.txt: is empty"):
        check(text)
    with pytest.raises(EmptyInput, match="is empty"):
        check(text, Settings(min_words=0))


@pytest.mark.parametrize("text", ["Er kam und sah.", "1 2 3 4 5 6 7", "- - - - -", "Wort " * 4])
def test_few_words_are_no_article(text: str) -> None:
    with pytest.raises(EmptyInput, match=r"a\.txt: has [04] words, fewer than 5; --setting min_w"):
        check(text)


def test_how_many_words_is_a_setting() -> None:
    check("Er kam und sah.", Settings(min_words=4))
    with pytest.raises(EmptyInput, match="has 9 words, fewer than 10"):
        check(GERMAN, Settings(min_words=10))


def test_how_many_characters_is_a_setting() -> None:
    check(GERMAN, Settings(max_characters=len(GERMAN)))
    with pytest.raises(TooLarge, match="has 50 characters, more than 49; --setting max_characters"):
        check(GERMAN, Settings(max_characters=len(GERMAN) - 1))


def test_other_languages_only_on_request() -> None:
    with pytest.raises(NotGerman, match=r"another language \(en\); --setting any_language yes"):
        check(ENGLISH)
    check(ENGLISH, Settings(any_language=True))


def test_nul_is_no_character() -> None:
    with pytest.raises(BrokenInput, match=r"holds a NUL character \(at offset 12\)"):
        check(GERMAN.replace(" sagte", "\0sagte"))


def test_half_characters_are_refused_wherever_they_are() -> None:
    with pytest.raises(BrokenInput, match=r"lone surrogate.* in its text, at offset 10"):
        check("Gute Nacht\ud83d" + GERMAN)
    for field in ("title", "outlet", "url", "published"):
        article = Article(**{"id": "a.txt", "text": GERMAN, field: "\udc80"})
        with pytest.raises(BrokenInput, match=f"in its {field}, at offset 0"):
            check_article(article, Settings())
    with pytest.raises(BrokenInput) as caught:
        check_article(Article(id="\udce4.txt", text=GERMAN), Settings())
    assert str(caught.value).startswith("?.txt: ")


@given(st.text(st.characters()), st.sampled_from([Settings(), Settings(min_words=0)]))
def test_any_text_is_let_through_or_refused_in_one_line(text: str, settings: Settings) -> None:
    refused = None
    try:
        check(text, settings)
    except InputError as error:
        refused = str(error)
    shown = text if refused is None else refused
    assert refused is None or refused.startswith("a.txt: ")
    assert refused is None or len(refused.splitlines()) == 1
    shown.encode()  # fails for half characters


def test_long_texts_are_counted_in_no_time() -> None:
    with pytest.raises(EmptyInput):
        check("1" * 1_999_999)
    with pytest.raises(EmptyInput):
        check("1 " * 999_999)
