"""The characters of a page are found in the order of the HTML standard."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from wortlaut.articles.article import Article
from wortlaut.articles.format import Run
from wortlaut.articles.html import HtmlFormat, decode_page
from wortlaut.articles.options import InputOptions
from wortlaut.articles.source import open_source
from wortlaut.errors import BrokenInput

GERMAN = "„Größer“, sagte Özdemir – und schloß die Tür für 5 €."
PAGE = """<!DOCTYPE html>
<html lang="de"><head><title>Özdemir will Größe</title>
<meta property="og:title" content="Özdemir will Größe">
<meta property="og:site_name" content="Das Blatt">
<meta property="article:published_time" content="2023-02-26T10:00:00+01:00">
<link rel="canonical" href="https://blatt.example/politik/groesse">
</head><body>
<nav><ul><li><a href="/">Start</a></li><li><a href="/abo">Abo</a></li></ul></nav>
<article>
<p>„Wir müssen größer denken“, sagte der Minister Özdemir am Sonntag in Köln.</p>
<p>Die Opposition erwiderte, dafür fehle das Geld, und forderte seinen Rücktritt.</p>
</article>
<footer><p>Impressum Datenschutz Kontakt</p></footer>
</body></html>
"""


def read(data: bytes, run: Run) -> Article:
    with open_source("-", io.BytesIO(data), run.settings) as source:
        (article,) = HtmlFormat().articles(source, run)
    return article


def test_a_page_is_text_and_metadata(run: Run) -> None:
    assert read(PAGE.encode(), run) == Article(
        id="-",
        text="„Wir müssen größer denken“, sagte der Minister Özdemir am Sonntag in Köln.\n"
        "Die Opposition erwiderte, dafür fehle das Geld, und forderte seinen Rücktritt.",
        title="Özdemir will Größe",
        outlet="Das Blatt",
        url="https://blatt.example/politik/groesse",
        published="2023-02-26",
    )


def test_what_the_page_does_not_say_the_user_may(run: Run) -> None:
    options = InputOptions(published="2020", outlet="Anderes", title="Anderer")
    page = "".join(line for line in PAGE.splitlines(keepends=True) if "published" not in line)
    article = read(page.encode(), replace(run, options=options))
    assert (article.title, article.published) == ("Özdemir will Größe", "2020")
    assert article.outlet == "Das Blatt"


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("", "cp1252"),
        ('<meta charset="windows-1252">', "cp1252"),
        ("<META CHARSET=ISO-8859-1>", "cp1252"),
        ('<meta http-equiv="content-type" content="text/html; charset=iso-8859-15">', "iso8859-15"),
        ('<meta charset="macintosh">', "mac_roman"),
        ('<?xml version="1.0" encoding="windows-1252"?>', "cp1252"),
        ('<meta charset="utf-8">', "cp1252"),  # a lie
        ('<meta charset="utf-16">', "utf-8"),  # no page that says so in ASCII is
        ('<meta charset="punycode">', "utf-8"),  # no encoding of the Web
        ('<meta charset="utf-9">', "utf-8"),
        ('<meta charset="latin-99">', "utf-8"),
        ('<meta charset="iso-8859-99">', "cp1252"),
    ],
)
def test_the_encoding_is_found(head: str, encoding: str) -> None:
    page = f"<html><head>{head}</head><body>{GERMAN}</body></html>"
    if encoding == "iso8859-15":
        page = page.replace("„", '"').replace("“", '"').replace("–", "-")
    assert decode_page(page.encode(encoding), "-") == page


def test_single_broken_bytes_do_not_turn_the_page_to_another_encoding() -> None:
    page = f"<html>{GERMAN}</html>".encode() + b"\xff"
    assert decode_page(page, "-") == f"<html>{GERMAN}</html>\ufffd"


def test_the_encoding_that_the_user_names_goes_first() -> None:
    page = f'<html><meta charset="utf-8">{GERMAN}</html>'
    assert decode_page(page.encode("cp1252"), "-", "cp1252") == page
    with pytest.raises(BrokenInput, match="is not utf-8"):
        decode_page(page.encode("cp1252"), "-", "utf-8")
