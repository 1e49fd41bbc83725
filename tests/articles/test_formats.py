"""A format is known by the file's name, or by how the input starts."""

from __future__ import annotations

import pytest

from wortlaut.articles.formats import FORMATS, SUFFIXES, name_by_head, name_by_suffix


def test_every_suffix_belongs_to_one_format() -> None:
    assert sum(len(format.suffixes) for format in FORMATS.values()) == len(SUFFIXES)


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("a.txt", "text"),
        ("a.TEXT", "text"),
        ("a.md", "text"),
        ("a.htm", "html"),
        ("a.html.gz", "html"),
        ("A.XHTML.GZ", "html"),
        ("a.jsonl", "jsonl"),
        ("a.ndjson.gz", "jsonl"),
        ("a.json", None),
        ("a.gz", None),
        ("txt", None),
        ("", None),
    ],
)
def test_the_name_of_a_file_tells(file: str, name: str | None) -> None:
    assert name_by_suffix(file) == name


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b'{"text": "..."}', "jsonl"),
        (b'\n  \xef\xbb\xbf{"text": "..."}', "text"),
        (b'\xef\xbb\xbf\r\n {"text": "..."}', "jsonl"),
        (b"<!DOCTYPE html>\n<html>", "html"),
        (b"<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>", "html"),
        (b'<?xml version="1.0"?>\n<!-- saved -->\n<html lang="de">', "html"),
        (b"<!-- saved from https://example.org --><HTML>", "html"),
        (b"<head><title>Lage", "html"),
        (b"<html", "html"),
        (b"<3 sagen die einen", "text"),
        (b"<header of a mail>", "text"),
        (b'<?xml version="1.0"?><rss>', "text"),
        (b"Berlin (dpa) - <html> ist", "text"),
        (b"<!-- a -->" * 300, "text"),  # many ways to match, all in vain
        (b"", "text"),
        (b"\xff\xfe\x00", "text"),
    ],
)
def test_the_start_tells(head: bytes, name: str) -> None:
    assert name_by_head(head) == name


def test_the_start_is_read_in_the_encoding_named() -> None:
    assert name_by_head('{"text": "..."}'.encode("utf-16"), "utf-16") == "jsonl"
    assert name_by_head("<html>".encode("utf-16")[:-1], "utf-16") == "html"
