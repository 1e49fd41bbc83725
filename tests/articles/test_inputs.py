"""From names to articles: order kept, errors in their place, nothing raised."""

from __future__ import annotations

import gzip
import io
import os
import sys
from pathlib import Path

import pytest

from wortlaut.articles import count_inputs, open_inputs
from wortlaut.articles.article import Article
from wortlaut.articles.inputs import InputOptions
from wortlaut.articles.source import Source
from wortlaut.errors import BrokenInput, EmptyInput, InputError, MissingInput
from wortlaut.settings import Settings

SENTENCE = "Der Minister sagte am Montag in Köln, die Lage sei ernst und werde sich nicht bessern."
ANSWER = "Die Opposition erwiderte, dafür fehle das Geld, und forderte wieder seinen Rücktritt."
PAGE = f"<html><body><article><p>{SENTENCE}</p><p>{ANSWER}</p></article></body></html>"
LINE = '{"id": "dpa-1", "text": "' + SENTENCE + '"}\n'


def read(
    *names: str | Path, options: InputOptions | None = None, stdin: bytes = b""
) -> list[Article | InputError]:
    texts = [str(name) for name in names]
    return list(open_inputs(texts, options or InputOptions(), Settings(), io.BytesIO(stdin)))


def ids(items: list[Article | InputError]) -> list[str]:
    return [item.id if isinstance(item, Article) else item.source for item in items]


def test_files_directories_and_standard_input_in_the_order_given(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    (tmp_path / "d/b.html").write_text(PAGE)
    (tmp_path / "d/c.txt.gz").write_bytes(gzip.compress(SENTENCE.encode()))
    (tmp_path / "d/a.jsonl").write_text(LINE + LINE.replace('"id": "dpa-1", ', ""))
    (tmp_path / "z.txt").write_text(SENTENCE)
    items = read(tmp_path / "z.txt", "-", tmp_path / "missing.txt", tmp_path / "d", stdin=b"Text")
    assert ids(items) == [
        f"{tmp_path}/z.txt",
        "-",
        f"{tmp_path}/missing.txt",
        "dpa-1",
        f"{tmp_path}/d/a.jsonl:2",
        f"{tmp_path}/d/b.html",
        f"{tmp_path}/d/c.txt.gz",
    ]
    assert isinstance(items[2], MissingInput)
    articles = [item for item in items if isinstance(item, Article)]
    assert len(articles) == len(items) - 1
    assert {a.text.partition("\n")[0] for a in articles} == {SENTENCE, "Text"}


@pytest.mark.parametrize(
    ("data", "id"),
    [(SENTENCE, "-"), (PAGE, "-"), (LINE, "dpa-1"), ("\n\n  " + PAGE, "-"), ("\n" + LINE, "dpa-1")],
)
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_standard_input_is_recognised(data: str, id: str, pack: type[bytes]) -> None:
    (article,) = read("-", stdin=pack(data.encode()))
    assert isinstance(article, Article)
    assert article.id == id
    assert article.text.startswith(SENTENCE)


def test_files_of_unknown_suffix_are_recognised(tmp_path: Path) -> None:
    for name, data in (("a.json", LINE), ("b", PAGE), ("c.log", SENTENCE)):
        (tmp_path / name).write_text(data)
    a, b, c = read(tmp_path / "a.json", tmp_path / "b", tmp_path / "c.log")
    assert isinstance(a, Article)
    assert a.id == "dpa-1"
    assert isinstance(b, Article)
    assert b.text == f"{SENTENCE}\n{ANSWER}"
    assert isinstance(c, Article)
    assert c.text == SENTENCE


def test_the_format_can_be_named() -> None:
    (article,) = read("-", stdin=LINE.encode(), options=InputOptions(format="text"))
    assert isinstance(article, Article)
    assert article.text == LINE


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (InputOptions(format="pdf"), "input format: 'pdf' is not known; known: auto, jsonl, html"),
        (InputOptions(published="gestern"), "published: 'gestern' is not a date like 2023-02-26"),
        (InputOptions(encoding="hex"), "encoding: 'hex' is not known"),
    ],
)
def test_options_that_make_no_sense_are_one_error(options: InputOptions, message: str) -> None:
    (error,) = read("-", "missing.txt", options=options)
    assert isinstance(error, InputError)
    assert str(error).startswith(message)


def test_inputs_are_opened_when_their_turn_comes(tmp_path: Path) -> None:
    late = tmp_path / "late.txt"
    names = ["-", str(late)]
    items = open_inputs(names, InputOptions(), Settings(), io.BytesIO(SENTENCE.encode()))
    assert isinstance(next(items), Article)
    late.write_text(SENTENCE)
    assert isinstance(next(items), Article)


def test_what_follows_a_broken_stream_is_still_read(tmp_path: Path) -> None:
    lines = "".join(LINE.replace("dpa-1", str(i)) for i in range(2000)).encode()
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines)[:-3000])
    (tmp_path / "b.txt").write_text(SENTENCE)
    items = read(tmp_path)
    errors = [item for item in items if isinstance(item, InputError)]
    assert [str(error) for error in errors] == [
        f"{tmp_path}/a.jsonl.gz: is cut short (gzip); fetch it again"
    ]
    assert len(items) > 100
    assert items[-2:] == [errors[0], Article(id=f"{tmp_path}/b.txt", text=SENTENCE)]


def test_system_errors_are_errors_of_the_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tests may run as root, who may read everything; so the system call is made to fail."""

    def refuse(source: Source) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Source, "read_all", refuse)
    (tmp_path / "a.txt").write_text(SENTENCE)
    (error,) = read(tmp_path / "a.txt")
    assert isinstance(error, InputError)
    assert (
        str(error)
        == f"{tmp_path}/a.txt: cannot be read: Permission denied; check it and its permissions"
    )


def test_file_names_need_not_be_utf8(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/M\xfcller.txt")
    Path(name).write_text(SENTENCE)
    (article,) = read(name)
    assert isinstance(article, Article)
    assert article.id == f"{tmp_path}/M\ufffdller.txt"


def test_an_error_does_not_keep_its_input_in_memory() -> None:
    (error,) = read("-", stdin=b"\xff" * 1_000_000)
    assert isinstance(error, BrokenInput)
    assert (error.__traceback__, error.__cause__, error.__context__) == (None, None, None)
    assert sys.getsizeof(str(error)) < 1000


def test_empty_files_are_left_to_the_reader_and_empty_jsonl_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").touch()
    (tmp_path / "b.txt").touch()
    error, article = read(tmp_path)
    assert isinstance(error, EmptyInput)
    assert article == Article(id=f"{tmp_path}/b.txt", text="")


def test_inputs_can_be_counted_unless_they_must_be_read(tmp_path: Path) -> None:
    for name in ("a.txt", "d/b.html", "d/c.md.gz"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "empty").mkdir()
    plain = [str(tmp_path / "a.txt"), str(tmp_path / "d"), "missing.txt", str(tmp_path / "empty")]
    assert count_inputs(plain) == 5
    assert count_inputs([]) == 0
    assert count_inputs([*plain, "-"]) is None
    assert count_inputs(["lines.jsonl"]) is None
    assert count_inputs(["unknown.suffix"]) is None
