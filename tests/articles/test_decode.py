"""UTF-8 is read as it is; everything else is refused with a word on what it looks like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.articles.decode import decode, marked_encoding, mostly_utf8, refuse_binary
from wortlaut.errors import BrokenInput

GERMAN = "„Wir müssen größer denken“, sagte Özdemir – und schloß die Tür.\r\n"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_utf8_is_read_character_by_character(text: str) -> None:
    assert decode(text.encode(), "a.txt") == text.removeprefix("\ufeff")


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text = decode(data, "a.txt")
    except BrokenInput:
        return
    assert text.encode() == data.removeprefix(b"\xef\xbb\xbf")


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode(GERMAN.encode("utf-8-sig"), "a.txt") == GERMAN


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_the_encoding_can_be_named(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding), "a.txt", encoding) == GERMAN


@pytest.mark.parametrize(
    ("data", "cause", "advice"),
    [
        (GERMAN.encode("cp1252"), "looks like cp1252", "try --encoding cp1252"),
        ("Grüße aus Köln".encode("latin-1"), "looks like cp1252", "try --encoding cp1252"),
        (GERMAN.encode("utf-16"), "looks like utf-16, not UTF-8", "try --encoding utf-16"),
        (GERMAN.encode("utf-16-le"), "looks like utf-16-le", "try --encoding utf-16-le"),
        (GERMAN.encode("utf-16-be"), "looks like utf-16-be", "try --encoding utf-16-be"),
        (GERMAN.encode("utf-32"), "looks like utf-32", "try --encoding utf-32"),
        (b"Der Text\0 geht weiter", "holds a NUL character (at offset 8)", "plain text"),
        (GERMAN.encode() * 9 + b"\xff" + GERMAN.encode(), "is damaged UTF-8", "anew as UTF-8"),
        (bytes(range(256)), "looks like a binary file (byte 0x80 at offset 128)", "plain text"),
    ],
)
def test_what_is_not_utf8_is_refused_and_named(data: bytes, cause: str, advice: str) -> None:
    with pytest.raises(BrokenInput) as caught:
        decode(data, "a.txt")
    assert caught.value.source == "a.txt"
    assert cause in caught.value.cause
    assert advice in caught.value.advice


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "utf-16"])
def test_a_named_encoding_that_does_not_fit_is_an_error(encoding: str) -> None:
    with pytest.raises(BrokenInput, match=f"is not {encoding} .*; try another --encoding"):
        decode("Tür!!".encode("cp1252"), "a.txt", encoding)


def test_text_that_ends_within_a_character_is_damaged() -> None:
    with pytest.raises(BrokenInput, match=r"is damaged UTF-8 \(byte 0xC3 at offset 6\)"):
        decode("Größü".encode()[:-1], "a.txt")


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF file"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG picture"),
        (b"PK\x03\x04\x14\0", "a ZIP file"),
        (b"{\\rtf1\\ansi", "an RTF file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file"),
        (b"SQLite format 3\0", "an SQLite database"),
    ],
)
def test_files_of_other_kinds_are_named(head: bytes, kind: str) -> None:
    with pytest.raises(BrokenInput, match=f"a.txt: looks like {kind}"):
        refuse_binary(head, "a.txt")


@given(st.text())
def test_text_is_no_file_of_another_kind(text: str) -> None:
    refuse_binary(f"Am {text}".encode("utf-8", "replace"), "a.txt")


def test_byte_order_marks_tell_the_encoding() -> None:
    for encoding in ("utf-16", "utf-32"):
        assert marked_encoding("Tür".encode(encoding)) == encoding
    assert marked_encoding("Tür".encode("utf-8-sig")) == "utf-8"
    assert marked_encoding("Tür".encode()) is None


def test_mostly_utf8() -> None:
    assert mostly_utf8(GERMAN.encode() + b"\xff")
    assert not mostly_utf8(GERMAN.encode("cp1252"))
    assert not mostly_utf8(b"no more than ASCII")
