"""One opened input: its name and its bytes, unpacked, with a look at the first of them."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from wortlaut.articles.unpack import GZIP_MAGIC, Unpacked
from wortlaut.errors import BrokenInput, InputError, MissingInput, TooLarge
from wortlaut.settings import Settings

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

STDIN = "-"
_HEAD = 4096
_BUFFER = 1 << 16


@dataclass(frozen=True, slots=True)
class Source:
    """`head` is what `stream` starts with; `limit` is the most that `read_all` takes."""

    name: str
    head: bytes
    stream: io.BufferedReader
    limit: int

    def read_all(self) -> bytes:
        """All bytes. Raises TooLarge if there are more than the limit."""
        data = self.stream.read(self.limit + 1)
        if len(data) > self.limit:
            cause = f"is larger than {self.limit:,} bytes"
            raise TooLarge(self.name, cause, "--setting max_bytes N allows more")
        return data


@contextmanager
def open_source(name: str, stdin: BinaryIO, settings: Settings) -> Iterator[Source]:
    """Open a file, or standard input if `name` is "-", and unpack it if it is gzip.

    Raises InputError or OSError, also while the source is read.
    """
    if name == STDIN:
        yield _source(name, stdin, settings)
        return
    _check_regular(name)
    with open(name, "rb", buffering=0) as file:
        yield _source(name, file, settings)


def shown(name: str) -> str:
    """A file's name as it can be printed: bytes that are not UTF-8 are replaced."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _source(name: str, raw: BinaryIO | io.FileIO, settings: Settings) -> Source:
    head, stream = _look(raw)
    limit = settings.max_bytes
    if head.startswith(GZIP_MAGIC):
        limit = settings.max_unpacked_bytes
        head, stream = _look(Unpacked(stream, shown(name), limit))
    elif name.lower().endswith(".gz"):
        raise BrokenInput(shown(name), "is not gzip, though its name ends in .gz", "rename it")
    return Source(shown(name), head, stream, limit)


def _check_regular(name: str) -> None:
    """Opening a named pipe would wait for its writer for ever."""
    try:
        mode = os.stat(name).st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: NUL in the name
        raise MissingInput(shown(name), "there is no such file", "check the name") from None
    if not stat.S_ISREG(mode):
        kind = "a named pipe" if stat.S_ISFIFO(mode) else "a device or a socket"
        raise InputError(shown(name), f"is {kind}, not a file", "pass it on standard input, as -")


def _look(raw: BinaryIO | io.RawIOBase) -> tuple[bytes, io.BufferedReader]:
    head = b""
    while len(head) < _HEAD and (more := _some(raw, _HEAD - len(head))):
        head += more
    return head, io.BufferedReader(_Rejoined(head, raw), _BUFFER)


def _some(raw: BinaryIO | io.RawIOBase, size: int) -> bytes:
    """What is there by now, at least one byte; none at the end."""
    read = getattr(raw, "read1", raw.read)  # read() of a buffered pipe would wait for all of them
    data: bytes | None = read(size)
    return data or b""


class _Rejoined(io.RawIOBase):
    """First the bytes that were looked at, then the rest."""

    def __init__(self, head: bytes, rest: BinaryIO | io.RawIOBase) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        view = memoryview(buffer)
        data = self._head[: len(view)] or _some(self._rest, len(view))
        self._head = self._head[len(view) :]
        view[: len(data)] = data
        return len(data)
