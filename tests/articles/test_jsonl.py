"""JSONL: an article a line, and an error a broken line."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wortlaut.articles.article import Article
from wortlaut.articles.format import Run
from wortlaut.articles.jsonl import JsonlFormat
from wortlaut.articles.options import InputOptions
from wortlaut.articles.source import open_source
from wortlaut.errors import BrokenInput, EmptyInput, InputError, TooLarge
from wortlaut.settings import Settings

GOOD = '{"id": "a", "text": "Der Minister sagte nichts."}'
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


def read(data: bytes, run: Run) -> list[Article | InputError]:
    with open_source("-", io.BytesIO(data), run.settings) as source:
        return list(JsonlFormat().articles(source, run))


def only_error(line: str, run: Run) -> InputError:
    """The error of a line between two good ones, which are read."""
    first, error, last = read(f"{GOOD}\n{line}\n{GOOD}".encode(), run)
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(error, InputError)
    assert error.source == "-:2"
    return error


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # `run` never changes
@given(texts=st.lists(TEXTS, min_size=1), ascii=st.booleans(), end=st.sampled_from(["\n", "\r\n"]))
def test_any_text_arrives_as_it_is(run: Run, texts: list[str], ascii: bool, end: str) -> None:
    """Escaped or not; a line separator (U+2028) inside a string ends no line."""
    lines = [json.dumps({"text": text}, ensure_ascii=ascii) for text in texts]
    articles = read(end.join(lines).encode(), run)
    assert [a.text for a in articles if isinstance(a, Article)] == texts


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # `run` never changes
@given(text=TEXTS, encoding=st.sampled_from(["utf-16", "utf-16-le", "utf-32", "utf-8-sig"]))
def test_other_encodings_arrive_as_well(run: Run, text: str, encoding: str) -> None:
    """Where each byte of a character, one that looks like a line end too, belongs to it."""
    line = json.dumps({"text": text + "Ċ\u0a0a"}, ensure_ascii=False)
    named = replace(run, options=InputOptions(encoding=encoding))
    articles = read(f"{line}\n{line}\n".encode(encoding), named)
    assert [a.text for a in articles if isinstance(a, Article)] == [text + "Ċ\u0a0a"] * 2


def test_all_fields_are_kept_and_others_ignored(run: Run) -> None:
    fields = {
        "id": "dpa-1",
        "text": "Text",
        "title": "Titel",
        "outlet": "dpa",
        "url": "https://example.org/1",
        "published": "2023-02-26T10:00:00Z",
        "keywords": ["a", {"b": None}],
    }
    assert read(json.dumps(fields).encode(), run) == [
        Article(
            id="dpa-1",
            text="Text",
            title="Titel",
            outlet="dpa",
            url="https://example.org/1",
            published="2023-02-26",
        )
    ]


def test_what_is_null_or_empty_is_unknown(run: Run) -> None:
    line = b'{"text": "Text", "id": "", "title": null, "outlet": "", "published": ""}\n'
    options = InputOptions(title="Titel", published="2023")
    articles = read(b"\xef\xbb\xbf\n" + line, replace(run, options=options))
    assert articles[1:] == [Article(id="-:2", text="Text", title="Titel", published="2023")]


def test_empty_lines_count_but_are_nothing(run: Run) -> None:
    articles = read(b'\n  \n{"text": "eins"}\r\n\r\n{"text": "zwei"}', run)
    assert articles == [Article(id="-:3", text="eins"), Article(id="-:5", text="zwei")]


@pytest.mark.parametrize("data", [b"", b"\n", b" \r\n\n"])
def test_a_file_without_lines_is_empty(data: bytes, run: Run) -> None:
    with pytest.raises(EmptyInput, match="-: holds no articles; put one JSON object on each line"):
        read(data, run)


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ('{"text": "abgeschnitten', "is not valid JSON: Input data was truncated"),
        ('{"text": "a"} {"text": "b"}', "is not valid JSON: trailing"),
        ("{text: 'a'}", "is not valid JSON"),
        ("[]", "is no article: Expected `object`, got `array`"),
        ('"nur Text"', "is no article: Expected `object`, got `str`"),
        ("{}", "is no article: Object missing required field `text`"),
        ('{"text": null}', "is no article: Expected `str`, got `null` - at `$.text`"),
        ('{"text": "a", "id": 7}', "is no article: Expected `str | null`, got `int` - at `$.id`"),
        ('{"text": "a", "published": "26.2.2023"}', "published: '26.2.2023' is not a date"),
        ('{"text": "a", "published": "' + "x" * 999 + '"}', f"published: '{'x' * 40}' is not"),
        ('{"text": "\\ud83d!"}', "holds half a character (a lone surrogate, \\ud83d)"),
        ('{"text": "\\uDE00!"}', "holds half a character (a lone surrogate, \\uDE00)"),
        ('{"text": "a", "more": ' + "[" * 9999 + "]" * 9999 + "}", "is nested too deeply"),
    ],
)
def test_a_broken_line_is_one_error(line: str, cause: str, run: Run) -> None:
    error = only_error(line, run)
    assert isinstance(error, BrokenInput)
    assert error.cause.startswith(cause)
    assert error.advice


def test_a_line_in_another_encoding_is_one_error(run: Run) -> None:
    line = '{"text": "Größe"}'.encode("cp1252")
    _, error = read(GOOD.encode() + b"\n" + line, run)
    assert str(error).startswith("-:2: is not UTF-8 (byte 0xF6 at offset 12) but looks like cp1252")


def test_utf16_is_refused_once_and_not_line_by_line(run: Run) -> None:
    with pytest.raises(BrokenInput, match="-: looks like utf-16, not UTF-8; try --encoding utf-16"):
        read(f"{GOOD}\n{GOOD}\n".encode("utf-16"), run)


def test_a_wrong_encoding_ends_the_file(run: Run) -> None:
    named = replace(run, options=InputOptions(encoding="utf-16"))
    with pytest.raises(BrokenInput, match=r"-: is not utf-16: .*; try another --encoding"):
        read(GOOD.encode(), named)


def test_a_long_line_is_skipped(run: Run) -> None:
    most = len(GOOD) + 1
    short = replace(run, settings=Settings(max_bytes=most))
    long_line = '{"text": "' + "x" * 200_000 + '"}'
    for end in ("", "\n"):
        first, error, last = read(f"{GOOD}\n{long_line}\n{GOOD}{end}".encode(), short)
        assert isinstance(first, Article)
        assert isinstance(last, Article)
        assert isinstance(error, TooLarge)
        assert str(error) == (
            f"-:2: the line is longer than {most} bytes; --setting max_bytes N allows more"
        )
    _, error = read(f"{GOOD}\n{long_line}".encode(), short)
    assert isinstance(error, TooLarge)


def test_memory_does_not_grow_with_the_number_of_articles(
    run: Run, peak_memory: Callable[[], int]
) -> None:
    line = b'{"text": "' + b"Wort " * 2000 + b'"}\n'

    class Lines(io.RawIOBase):
        """A hundred megabytes that are never all there."""

        left = 10_000 * len(line)

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any, /) -> int:
            start = -self.left % len(line)
            piece = line[start : start + min(len(buffer), self.left)]
            buffer[: len(piece)] = piece
            self.left -= len(piece)
            return len(piece)

    def articles() -> Iterator[Article | InputError]:
        stdin = io.BufferedReader(Lines())
        with open_source("-", stdin, run.settings) as source:
            yield from JsonlFormat().articles(source, run)

    count = sum(isinstance(article, Article) for article in articles())
    assert count == 10_000
    assert peak_memory() < 2_000_000
