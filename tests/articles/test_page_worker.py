"""What the worker does, here without a process of its own."""

from __future__ import annotations

import io
import json
import struct
from typing import Any

import pytest

from wortlaut.articles import page_worker

SENTENCE = "Der Minister sagte am Montag in Köln, die Lage sei ernst und werde sich nicht bessern."
ANSWER = "Die Opposition erwiderte, dafür fehle das Geld, und forderte wieder seinen Rücktritt."
PAGE = f"<html><body><article><p>{SENTENCE}</p><p>{ANSWER}</p></article></body></html>"


def ask(*pages: str) -> list[dict[str, Any]]:
    """What the worker answers to some pages, one after the other."""
    asked = b"".join(struct.pack(">Q", len(p.encode())) + p.encode() for p in pages)
    written = io.BytesIO()
    page_worker.main(60, io.BytesIO(asked), written)
    answers, rest = [], written.getvalue()
    while rest:
        (size,) = struct.unpack(">Q", rest[:8])
        answers.append(json.loads(rest[8 : 8 + size]))
        rest = rest[8 + size :]
    return answers


def test_pages_are_answered_in_order() -> None:
    first, second = ask(PAGE, PAGE.replace("Minister", "König"))
    assert first["page"]["text"].startswith("Der Minister sagte")
    assert second["page"]["text"].startswith("Der König sagte")


def test_it_ends_with_its_input() -> None:
    assert ask() == []


def test_unknown_is_null() -> None:
    (answer,) = ask(PAGE)
    assert answer["page"] == {
        "text": f"{SENTENCE}\n{ANSWER}",
        "title": None,
        "outlet": None,
        "url": None,
        "published": None,
    }


def test_dates_in_the_text_are_not_taken_for_that_of_the_article() -> None:
    (answer,) = ask(PAGE.replace("am Montag", "am 3. Mai 2021"))
    assert answer["page"]["published"] is None


def test_an_answer_can_always_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half characters would make it no valid JSON."""
    monkeypatch.setattr(page_worker, "extract", lambda html: {"page": {"text": "A\ud83d"}})
    assert ask(PAGE) == [{"page": {"text": "A?"}}]


def test_comments_of_readers_are_left_out() -> None:
    comment = '<div id="comments"><p>Das glaube ich nicht, schrieb ein Leser dazu.</p></div>'
    (answer,) = ask(PAGE.replace("</article>", f"</article>{comment}"))
    assert "Leser" not in answer["page"]["text"]


@pytest.mark.parametrize("page", ["", "   ", "<html></html>", "<html><body></body></html>"])
def test_a_page_without_text_is_nothing(page: str) -> None:
    assert ask(page) == [{"page": None}]


def test_where_libxml2_would_drop_the_rest_is_a_failure() -> None:
    deep = f"<html><body>{'<b>' * 20_000}<p>{SENTENCE}</p></body></html>"
    long = f"<html><body><p>{'x' * 11_000_000}</p></body></html>"
    assert ask(deep, long, PAGE)[:2] == [
        {"failure": "it is nested too deeply"},
        {"failure": "it has more than 10 MB without a tag"},
    ]


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (RecursionError(), "it is nested too deeply"),
        (ValueError("unforeseen"), "ValueError: unforeseen"),
    ],
)
def test_exceptions_are_failures(
    error: Exception, failure: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def extract(html: str) -> dict[str, Any]:
        raise error

    monkeypatch.setattr(page_worker, "extract", extract)
    assert ask(PAGE) == [{"failure": failure}]


def test_without_memory_there_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def extract(html: str) -> dict[str, Any]:
        raise MemoryError

    monkeypatch.setattr(page_worker, "extract", extract)
    with pytest.raises(MemoryError):
        ask(PAGE)
