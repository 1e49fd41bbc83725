"""Bytes to text, without guessing: what is not UTF-8 is refused, with a word on what it may be."""

from __future__ import annotations

from wortlaut.errors import BrokenInput

# What files of other kinds start with, in the order in which they are tried.
# Source: https://en.wikipedia.org/wiki/List_of_file_signatures
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP file (also Word, LibreOffice, EPUB)"),
    (b"PK\x05\x06", "an empty ZIP file"),
    (b"{\\rtf", "an RTF file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh9", "a bzip2 file"),
    (b"\xfd7zXZ\x00", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z file"),
    (b"Rar!\x1a\x07", "a RAR file"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
# The longer marks first: that of UTF-32-LE starts with that of UTF-16-LE.
_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SAVE_AS_TEXT = "save it as plain text (UTF-8) first"
_TEXT_CONTROLS = frozenset(b"\t\n\f\r")
_SAMPLE = 4096


def decode(data: bytes, name: str, encoding: str | None = None) -> str:
    """The text of `data` in `encoding`, or in UTF-8 if that is None; a byte order mark is removed.

    Nothing else is changed: line ends, for one, stay as they are. Raises BrokenInput, which names
    the input by `name`, if the bytes are not in that encoding or hold a NUL.
    """
    if encoding is None:
        refuse_utf16(data, name)
    try:
        text = data.decode(encoding or "utf-8")
    except UnicodeError as error:
        raise _broken(data, name, encoding, error) from None
    if "\0" in text:
        cause = f"holds a NUL character (at offset {text.index(chr(0)):,})"
        raise BrokenInput(name, cause, _SAVE_AS_TEXT)
    return text.removeprefix("\ufeff")


def refuse_binary(head: bytes, name: str) -> None:
    """Raise BrokenInput if the first bytes are those of a picture, a PDF, an archive ..."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            raise BrokenInput(name, f"looks like {kind}", _SAVE_AS_TEXT)


def refuse_utf16(data: bytes, name: str) -> None:
    """Raise BrokenInput that names the encoding if the bytes look like UTF-16 or UTF-32."""
    encoding = marked_encoding(data) or _unmarked_utf16(data[:_SAMPLE])
    if encoding not in (None, "utf-8"):
        raise BrokenInput(name, f"looks like {encoding}, not UTF-8", f"try --encoding {encoding}")


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark at the start tells, if there is one."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding
    return None


def mostly_utf8(data: bytes) -> bool:
    """Whether more of the characters beyond ASCII are right in UTF-8 than are broken."""
    text = data.decode("utf-8", "replace")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    return beyond_ascii > 2 * text.count("\ufffd")


def _unmarked_utf16(data: bytes) -> str | None:
    """In UTF-16, German and other Latin text has a NUL at nearly every second place."""
    half = len(data) // 2
    zeros_first, zeros_second = data[0::2].count(0), data[1::2].count(0)
    if zeros_second > 0.7 * half and zeros_first < 0.1 * half:
        return "utf-16-le"
    if zeros_first > 0.7 * half and zeros_second < 0.1 * half:
        return "utf-16-be"
    return None


def _broken(data: bytes, name: str, encoding: str | None, error: UnicodeError) -> BrokenInput:
    place = error.start if isinstance(error, UnicodeDecodeError) else 0
    byte = f"byte 0x{data[place]:02X} " if place < len(data) else ""
    where = f"{byte}at offset {place:,}"
    if encoding is not None:
        return BrokenInput(name, f"is not {encoding} ({where})", "try another --encoding")
    if _looks_binary(data[:_SAMPLE]):
        return BrokenInput(name, f"looks like a binary file ({where})", _SAVE_AS_TEXT)
    if mostly_utf8(data):
        return BrokenInput(name, f"is damaged UTF-8 ({where})", "save it anew as UTF-8")
    cause = f"is not UTF-8 ({where}) but looks like cp1252 (Windows, Latin-1)"
    return BrokenInput(name, cause, "try --encoding cp1252")


def _looks_binary(data: bytes) -> bool:
    controls = sum(byte < 0x20 and byte not in _TEXT_CONTROLS for byte in data)
    return controls > 0.01 * len(data)
