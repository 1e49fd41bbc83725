"""gzip, unpacked bit by bit, so that a small file cannot fill the memory."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import TYPE_CHECKING, BinaryIO

from wortlaut.errors import BrokenInput, TooLarge

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

GZIP_MAGIC = b"\x1f\x8b"


class Unpacked(io.RawIOBase):
    """What is packed in `stream`. Reading raises BrokenInput if it is damaged or cut short, and
    TooLarge as soon as more than `most` bytes have come out."""

    def __init__(self, stream: BinaryIO | io.BufferedReader, name: str, most: int) -> None:
        self._gzip = gzip.GzipFile(fileobj=stream, mode="rb")
        self._name, self._most, self._count = name, most, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        view = memoryview(buffer)
        try:
            data = self._gzip.read1(len(view))
        except EOFError:
            raise BrokenInput(self._name, "is cut short (gzip)", "fetch it again") from None
        except (gzip.BadGzipFile, zlib.error):
            raise BrokenInput(self._name, "is damaged (gzip)", "fetch it again") from None
        self._count += len(data)
        if self._count > self._most:
            cause = f"unpacks to more than {self._most:,} bytes"
            raise TooLarge(self._name, cause, "--setting max_unpacked_bytes N allows more")
        view[: len(data)] = data
        return len(data)
