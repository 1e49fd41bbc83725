"""JSONL: an article a line, {"id", "text", "published"?, "title"?, "outlet"?, "url"?}."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from wortlaut.articles.article import Article
from wortlaut.articles.dates import iso_date
from wortlaut.articles.decode import decode, refuse_utf16
from wortlaut.articles.format import Run
from wortlaut.articles.source import Source
from wortlaut.errors import BrokenInput, EmptyInput, InputError, TooLarge

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_LONE_SURROGATE = re.compile(
    r"\\u(?:d[89ab]..(?!\\ud[c-f])|(?<!\\ud[89ab]..\\u)d[c-f]..)", re.IGNORECASE
)
_EXAMPLE = 'write {"id": "1", "text": "...", "published": "2023-02-26"}'
_CHUNK = 1 << 16


class JsonlFormat:
    """Lines are read one by one, so that a file may be larger than the memory."""

    suffixes = (".jsonl", ".ndjson")

    def recognises(self, head: str) -> bool:
        return head.startswith("{")

    def articles(self, source: Source, run: Run) -> Iterator[Article | InputError]:
        stream, encoding = source.stream, run.options.encoding
        if encoding is None:
            refuse_utf16(source.head, source.name)
        else:
            stream = io.BufferedReader(_Recoded(stream, source.name, encoding), _CHUNK)
        found = False
        for number, line in _lines(stream, run.settings.max_bytes):
            name = f"{source.name}:{number}"
            if line is None or not line.isspace():
                found = True
                yield _article_or_error(line, name, run)
        if not found:
            raise EmptyInput(source.name, "holds no articles", "put one JSON object on each line")


class _Line(msgspec.Struct):
    text: str
    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None


def _lines(stream: io.BufferedReader, most: int) -> Iterator[tuple[int, bytes | None]]:
    """Number and bytes of each line; None for one of more than `most` bytes, which is skipped."""
    number = 0
    while line := stream.readline(most + 1):
        number += 1
        if len(line) <= most or line.endswith(b"\n"):
            yield number, line
        else:
            while (rest := stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
                pass
            yield number, None


def _article_or_error(line: bytes | None, name: str, run: Run) -> Article | InputError:
    if line is None:
        cause = f"the line is longer than {run.settings.max_bytes:,} bytes"
        return TooLarge(name, cause, "--setting max_bytes N allows more")
    try:
        return run.options.complete(_article(line, name))
    except InputError as error:
        return error


def _article(line: bytes, name: str) -> Article:
    text = decode(line, name).rstrip("\r\n")
    try:
        fields = msgspec.json.decode(text, type=_Line)
    except msgspec.ValidationError as error:
        raise BrokenInput(name, f"is no article: {error}", _EXAMPLE) from None
    except msgspec.DecodeError as error:
        if surrogate := _LONE_SURROGATE.search(text):
            cause = f"holds half a character (a lone surrogate, {surrogate[0]})"
            raise BrokenInput(name, cause, "write the text anew as UTF-8") from None
        advice = "put one whole JSON object on each line"
        cause = str(error).removeprefix("JSON is malformed: ")
        raise BrokenInput(name, f"is not valid JSON: {cause}", advice) from None
    except RecursionError:
        raise BrokenInput(name, "is nested too deeply", "remove the nested field") from None
    return Article(
        id=fields.id or name,
        text=fields.text,
        title=fields.title or None,
        outlet=fields.outlet or None,
        url=fields.url or None,
        published=_published(fields.published, name),
    )


def _published(value: str | None, name: str) -> str | None:
    try:
        return iso_date(value) if value else None
    except ValueError as error:
        raise BrokenInput(name, f"published: {error}", "correct or remove it") from None


class _Recoded(io.RawIOBase):
    """A stream in another encoding, as UTF-8: only there a line ends where the byte 0x0A is."""

    def __init__(self, stream: io.BufferedReader, name: str, encoding: str) -> None:
        self._stream, self._name, self._encoding = stream, name, encoding
        self._decoder = codecs.getincrementaldecoder(encoding)()
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        view = memoryview(buffer)
        at_end = False
        while not self._ready and not at_end:
            data = self._stream.read1(_CHUNK)
            at_end = not data
            self._ready = self._recode(data, at_end)
        taken, self._ready = self._ready[: len(view)], self._ready[len(view) :]
        view[: len(taken)] = taken
        return len(taken)

    def _recode(self, data: bytes, at_end: bool) -> bytes:
        try:
            return self._decoder.decode(data, at_end).encode("utf-8", "surrogatepass")
        except UnicodeError as error:
            cause = f"is not {self._encoding}: {error}"
            raise BrokenInput(self._name, cause, "try another --encoding") from None
