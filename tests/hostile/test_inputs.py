"""Bad input: each case is one clear error of one line, and all other inputs are still read."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wortlaut.articles import Article, InputOptions, check_article, open_inputs
from wortlaut.errors import (
    BrokenInput,
    EmptyInput,
    InputError,
    MissingInput,
    NotGerman,
    TooLarge,
)
from wortlaut.settings import Settings

GOOD = "Der Minister sagte am Montag in Köln, die Lage sei „ernst“ und bleibe es.\n"
LIMITS = Settings(max_bytes=10_000_000, max_unpacked_bytes=20_000_000, html_seconds=2)


def html(body: str) -> bytes:
    return f"<!DOCTYPE html><html><body>{body}</body></html>".encode()


def line(text: str) -> bytes:
    return json.dumps({"id": "x", "text": text}).encode() + b"\n"


def gigabytes(piece: bytes) -> bytes:
    """A small gzip file that unpacks to two hundred times ten megabytes."""
    return gzip.compress(piece * (10_000_000 // len(piece))) * 200


class Case(NamedTuple):
    """A file, what is in it, and what the error must be and say."""

    file: str
    content: bytes | Callable[[], bytes]
    error: type[InputError]
    cause: str
    advice: str


CASES = {
    "empty": Case("b.txt", b"", EmptyInput, "is empty", "check the file"),
    "white space": Case("b.txt", b" \r\n\t\n", EmptyInput, "is empty", "check the file"),
    "under five words": Case("b.txt", b"Er kam, sah, siegte.", EmptyInput, "4 words", "min_words"),
    "not German": Case(
        "b.txt",
        b"The minister said on Monday in Cologne that he would not resign.",
        NotGerman,
        "is not in German but in another language (en)",
        "--setting any_language yes",
    ),
    "picture": Case("b.txt", b"\x89PNG\r\n\x1a\n\0\0\0\r", BrokenInput, "PNG", "plain text"),
    "PDF as HTML": Case("b.html", b"%PDF-1.4\n%\xe2", BrokenInput, "a PDF file", "plain text"),
    "Word as JSONL": Case("b.jsonl", b"PK\x03\x04\x14\0", BrokenInput, "(also Word", "plain text"),
    "binary": Case("b.txt", bytes(range(256)) * 9, BrokenInput, "a binary file", "plain text"),
    "cp1252": Case("b.txt", GOOD.encode("cp1252"), BrokenInput, "cp1252", "--encoding cp1252"),
    "UTF-16": Case("b.txt", GOOD.encode("utf-16"), BrokenInput, "utf-16", "--encoding utf-16"),
    "UTF-16 without a mark": Case(
        "b.txt",
        GOOD.encode("utf-16-be"),
        BrokenInput,
        "looks like utf-16-be",
        "--encoding utf-16-be",
    ),
    "NUL": Case("b.txt", GOOD.encode() + b"\0", BrokenInput, "holds a NUL", "plain text"),
    "NUL in JSON": Case("b.jsonl", line("\0" + GOOD), BrokenInput, "holds a NUL", "remove it"),
    "damaged": Case("b.txt", GOOD.encode() + b"\xc3", BrokenInput, "damaged UTF-8", "as UTF-8"),
    "surrogates": Case("b.txt", b"Er \xed\xa0\xbd", BrokenInput, "not UTF-8", "--encoding"),
    "lone surrogate": Case("b.jsonl", line("\ud83d!"), BrokenInput, "a lone surrogate", "anew"),
    "50 MB in one line": Case(
        "b.txt",
        lambda: b"Wort " * 10_000_000,
        TooLarge,
        "is larger than 10,000,000 bytes",
        "--setting max_bytes N",
    ),
    "50 MB in one line of JSONL": Case(
        "b.jsonl",
        lambda: line("Wort " * 10_000_000),
        TooLarge,
        "the line is longer than 10,000,000 bytes",
        "--setting max_bytes N",
    ),
    "long article": Case(
        "b.txt",
        lambda: b"Wort " * 400_001,
        TooLarge,
        "has 2,000,005 characters, more than 2,000,000",
        "--setting max_characters N",
    ),
    "HTML with 100,000 paragraphs": Case(
        "b.html",
        lambda: html("<div><p>Er kam <b>heute</b>.</p></div>" * 100_000),
        TooLarge,
        "takes longer than 2 seconds",
        "--setting html_seconds N",
    ),
    "HTML nested 20,000 deep": Case(
        "b.html",
        html(f"{'<div>' * 20_000}<p>{GOOD * 9}</p>{'</div>' * 20_000}"),
        BrokenInput,
        "nested too deeply",
        "plain text",
    ),
    "HTML never closed": Case("b.htm", html("<b>" * 99_999), BrokenInput, "too deeply", "text"),
    "HTML without an article": Case("b.html", html("<hr>"), EmptyInput, "no article", "text"),
    "gzip of gigabytes": Case(
        "b.txt.gz",
        lambda: gigabytes(b"\0"),
        TooLarge,
        "unpacks to more than 20,000,000 bytes",
        "--setting max_unpacked_bytes N",
    ),
    "gzip of gigabytes in one line": Case(
        "b.jsonl.gz",
        lambda: gigabytes(b" "),
        TooLarge,
        "unpacks to more than 20,000,000 bytes",
        "--setting max_unpacked_bytes N",
    ),
    "gzip of gigabytes of HTML": Case(
        "b.html.gz",
        lambda: gigabytes(b"<p>Tag"),
        TooLarge,
        "unpacks to more than 20,000,000 bytes",
        "--setting max_unpacked_bytes N",
    ),
    "gzip in gzip": Case(
        "b.txt.gz",
        gzip.compress(gzip.compress(GOOD.encode())),
        BrokenInput,
        "looks like a gzip file",
        "plain text",
    ),
    "gzip cut short": Case("b.txt.gz", gzip.compress(b"x")[:15], BrokenInput, "short", "again"),
    "no gzip": Case("b.txt.gz", GOOD.encode(), BrokenInput, "is not gzip", "rename it"),
    "JSONL without a line": Case("b.jsonl", b"\n\n", EmptyInput, "no articles", "on each line"),
    "JSON list": Case("b.jsonl", b"[1, 2]", BrokenInput, "is no article", 'write {"id": "1"'),
    "nested JSON": Case("b.jsonl", b'{"a":' + b"[" * 99_999, BrokenInput, "too deeply", "remove"),
}


def read(name: str | Path, limits: Settings = LIMITS) -> list[Article | InputError]:
    """What comes of a file or folder, checked as the Reader does."""
    outcomes: list[Article | InputError] = []
    for item in open_inputs([str(name)], InputOptions(), limits, BytesIO()):
        try:
            if isinstance(item, Article):
                check_article(item, limits)
            outcomes.append(item)
        except InputError as error:
            outcomes.append(error)
    return outcomes


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_each_case_is_one_error_between_two_articles(tmp_path: Path, case: Case) -> None:
    content = case.content if isinstance(case.content, bytes) else case.content()
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / case.file).write_bytes(content)
    if ".htm" in case.file:
        (tmp_path / "c.html").write_bytes(html(f"<article><p>{GOOD}</p></article>"))
    else:
        (tmp_path / "c.txt").write_text(GOOD, encoding="utf-8")
    first, error, last = read(tmp_path)
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert type(error) is case.error
    assert error.source.startswith((str(tmp_path / case.file), "x"))
    assert case.cause in error.cause
    assert case.advice in error.advice
    assert len(str(error).splitlines()) == 1
    assert len(str(error)) < 300


def test_a_missing_file(tmp_path: Path) -> None:
    (error,) = read(tmp_path / "a.txt")
    assert isinstance(error, MissingInput)
    assert str(error) == f"{tmp_path}/a.txt: there is no such file; check the name"


def test_a_directory_without_articles(tmp_path: Path) -> None:
    (tmp_path / "notes.pdf").touch()
    (error,) = read(tmp_path)
    assert isinstance(error, MissingInput)
    assert str(error).startswith(f"{tmp_path}: is a directory without articles; articles end in")


def test_malformed_jsonl_in_line_7_of_9(tmp_path: Path) -> None:
    lines = [line(GOOD)] * 9
    lines[6] = b'{"id": "x", "text": "Der Minister sagte\n'
    (tmp_path / "a.jsonl").write_bytes(b"".join(lines))
    outcomes = read(tmp_path)
    assert [isinstance(outcome, Article) for outcome in outcomes] == [True] * 6 + [
        False,
        True,
        True,
    ]
    assert isinstance(outcomes[6], BrokenInput)
    assert str(outcomes[6]) == (
        f"{tmp_path}/a.jsonl:7: is not valid JSON: Input data was truncated; "
        "put one whole JSON object on each line"
    )


def test_a_byte_order_mark_is_no_harm(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(GOOD.encode("utf-8-sig"))
    assert read(tmp_path) == [Article(id=f"{tmp_path}/a.txt", text=GOOD)]


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(["b.txt", "b.jsonl", "b.txt.gz", "b"]), content=st.binary())
def test_any_bytes_are_articles_or_errors(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    outcomes = read(tmp_path / name)
    assert outcomes
    assert all(len(str(o).splitlines()) == 1 for o in outcomes if isinstance(o, InputError))
