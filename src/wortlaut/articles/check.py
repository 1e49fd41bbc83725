"""Whether an article is one that can be read."""

from __future__ import annotations

import re
from itertools import islice

import msgspec

from wortlaut.articles.article import Article
from wortlaut.articles.language import other_language
from wortlaut.errors import BrokenInput, EmptyInput, NotGerman, TooLarge
from wortlaut.settings import Settings

_LONGEST_NAME = 200
_CHUNK = re.compile(r"\S+")


def check_article(article: Article, settings: Settings) -> None:
    """Raise the InputError that says why the article cannot be read; return if it can.

    EmptyInput: no text, only white space, or fewer than `min_words` words. TooLarge: more than
    `max_characters`. NotGerman: surely in another language, unless `any_language`. BrokenInput: a
    NUL character, or half a character (a lone surrogate) in the text or elsewhere.
    """
    name, text = printable(article.id), article.text
    if len(text) > settings.max_characters:
        cause = f"has {len(text):,} characters, more than {settings.max_characters:,}"
        raise TooLarge(name, cause, "--setting max_characters N allows more")
    _check_characters(article, name)
    if not text or text.isspace():
        raise EmptyInput(name, "is empty", "check the file")
    if (words := _count_words(text, settings.min_words)) < settings.min_words:
        cause = f"has {words} words, fewer than {settings.min_words}"
        raise EmptyInput(name, cause, "--setting min_words N reads shorter texts")
    if not settings.any_language and (language := other_language(text)):
        cause = f"is not in German but in another language ({language})"
        raise NotGerman(name, cause, "--setting any_language yes reads it all the same")


def printable(name: str) -> str:
    """A name as it can be printed: not too long, and every lone surrogate replaced."""
    return name[:_LONGEST_NAME].encode("utf-8", "replace").decode("utf-8")


def _check_characters(article: Article, name: str) -> None:
    if "\0" in article.text:
        cause = f"holds a NUL character (at offset {article.text.index(chr(0)):,})"
        raise BrokenInput(name, cause, "remove it from the text")
    for field, value in msgspec.structs.asdict(article).items():
        try:
            (value or "").encode()
        except UnicodeEncodeError as error:
            cause = f"holds half a character (a lone surrogate) in its {field}"
            where = f"at offset {error.start:,}"
            raise BrokenInput(name, f"{cause}, {where}", "decode the text anew") from None


def _count_words(text: str, most: int) -> int:
    """How many words there are, up to `most`; a word holds a letter."""
    chunks = (match[0] for match in _CHUNK.finditer(text))
    return sum(1 for _ in islice((c for c in chunks if any(map(str.isalpha, c))), most))
