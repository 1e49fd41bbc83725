"""The page stands alone, links text and statements both ways, and lets nothing in."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import get_args

import lxml.html
import msgspec
import pytest
from hypothesis import given, settings

from tests.export.strategies import documents
from wortlaut.document import Actor, Document, Medium, Relation, RelationName, Type
from wortlaut.export import labels
from wortlaut.export.to_html import write
from wortlaut.export.wording import visible


def page(*documents: Document) -> str:
    out = io.StringIO()
    write(documents, out)
    return out.getvalue()


def parsed(*documents: Document) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(page(*documents))


def words(elements: list[lxml.html.HtmlElement]) -> str:
    return " ".join(" ".join(e.text_content() for e in elements).split())


def test_what_is_highlighted_is_what_was_said(harbour: Document) -> None:
    tree = parsed(harbour)
    said = tree.cssselect('.text .content[data-s~="6"]')
    assert words(said) == (
        "die Kosten stiegen „voraussichtlich um 40 Prozent“ auf mehr als eine Milliarde Euro"
    )
    assert words(tree.cssselect('.text .content[data-s~="7"]')) == "„voraussichtlich um 40 Prozent“"
    assert words(tree.cssselect('.text .speaker[data-s~="4"]')) == "Oberbürgermeister Jörg Thomsen"
    assert words(tree.cssselect('.text .cue[data-s~="8"]')) == "forderte"
    assert words(tree.cssselect(".text .addressee")) == "der Nachrichtenagentur NDA"


def test_statements_and_text_are_linked_both_ways(harbour: Document) -> None:
    tree = parsed(harbour, harbour)
    targets = {element.get("id") for element in tree.cssselect("[id]")}
    links = [a.get("href") for a in tree.cssselect("a") if a.get("href").startswith("#")]
    assert all(link[1:] in targets for link in links)
    assert len(targets) == len(tree.cssselect("[id]"))
    for article in (1, 2):
        for number in range(1, 11):
            assert f"#text-{article}-{number}" in links
            assert f"#statement-{article}-{number}" in links


def with_relation(document: Document) -> Document:
    wording = "Behördenchefin Ute Brinkmann"
    start = document.text.index(wording)
    return msgspec.structs.replace(
        document,
        actors=(Actor("a1", "Ute Brinkmann", "person"), Actor("a2", "Behörde", "organisation")),
        relations=(Relation("a1", "holds_office", "a2", (start, start + len(wording))),),
    )


def test_relations_are_listed_and_linked_to_their_wording(harbour: Document) -> None:
    tree = parsed(with_relation(harbour))
    [line] = tree.cssselect(".relations li")
    assert words([line]) == (
        "Ute Brinkmann hat ein Amt inholds office in Behörde: Behördenchefin Ute Brinkmann"
    )
    [link] = line.cssselect("a")
    [place] = tree.cssselect(link.get("href"))
    following = place.getnext().text_content()
    assert following == "Behördenchefin Ute Brinkmann"


def test_an_article_without_relations_has_no_list_of_them(harbour: Document) -> None:
    assert not parsed(harbour).cssselect(".relations")


def test_every_relation_has_a_name() -> None:
    assert set(labels.RELATIONS) == set(get_args(RelationName))


def test_a_card_has_type_medium_and_score(harbour: Document) -> None:
    card = parsed(harbour).get_element_by_id("statement-1-7")
    assert words(card.cssselect(".facts [lang=de]")) == (
        "wörtlich gesprochen oder geschrieben in Aussage"
    )
    assert words(card.cssselect(".facts [lang=en]")) == "direct spoken or written inside"
    assert words(card.cssselect(".score")) == "88 %"
    assert card.get("data-id") == "s7"


def test_all_places_of_a_statement_light_up_together(harbour: Document) -> None:
    style = parsed(harbour).cssselect("style")[0].text
    rule = '.article:has([data-s~="10"]:is(:hover, :target, :focus-within)) [data-s~="10"]'
    assert rule in style
    assert '[data-s~="11"]' not in style


def test_one_article_has_no_table_of_contents(harbour: Document, silent: Document) -> None:
    assert not parsed(harbour).cssselect("nav")
    several = parsed(harbour, silent)
    assert [a.get("href") for a in several.cssselect("nav a")] == ["#article-1", "#article-2"]
    assert words(several.cssselect("nav li [lang=de]")[3:]) == "0 Aussagen"


def test_the_page_names_its_articles(harbour: Document, silent: Document) -> None:
    assert parsed(silent).findtext("head/title") == "weather.txt – Wortlaut"
    assert parsed(silent, harbour).findtext("head/title") == "Wortlaut"


def test_the_page_needs_nothing_but_itself(harbour: Document) -> None:
    tree = parsed(harbour)
    assert not tree.cssselect("script, link, img, iframe, object, embed, form, [src], [style]")
    assert "url(" not in page(harbour)
    assert "@import" not in page(harbour)


def test_the_policy_allows_this_style_sheet_only(harbour: Document) -> None:
    html = page(harbour)
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    [policy] = parsed(harbour).cssselect("meta[http-equiv=Content-Security-Policy]")
    assert policy.get("content") == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_screen_readers_find_their_way(harbour: Document) -> None:
    tree = parsed(harbour, harbour)
    for landmark in ("header", "nav", "main", "footer"):
        assert len(tree.cssselect(f"body > {landmark}")) == 1
    assert [article.get("lang") for article in tree.cssselect("article")] == ["de", "de"]
    levels = [int(h.tag[1]) for h in tree.cssselect("h1, h2, h3, h4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for named in tree.cssselect("[aria-labelledby]"):
        assert words([tree.get_element_by_id(named.get("aria-labelledby"))])
    for link in tree.cssselect("a"):
        assert words([link])


def test_every_text_of_the_page_is_in_both_languages(harbour: Document) -> None:
    tree = parsed(harbour, harbour)
    german, english = tree.cssselect(".t[lang=de]"), tree.cssselect(".t[lang=en]")
    assert len(german) == len(english) > 50
    for de, en in zip(german, english, strict=True):
        assert de.getnext() is en
        assert words([de])
        assert words([en])


def test_every_type_and_medium_has_a_name_and_a_colour(harbour: Document) -> None:
    style = parsed(harbour).cssselect("style")[0].text
    assert set(labels.TYPES) == set(get_args(Type))
    assert set(labels.MEDIA) == set(get_args(Medium))
    for type in labels.TYPES:
        assert f".type-{type} " in style
        assert f".outer-{type} " in style


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_everything_can_be_read(theme: str, silent: Document) -> None:
    """Contrast AA (4.5) of WCAG 2.2 for all text on all grounds, at rest and lit up."""
    colours = dict(theme_colours(parsed(silent).cssselect("style")[0].text, theme))
    paper = rgb(colours["paper"])
    for text in ("ink", "quiet", "accent", "cue"):
        assert contrast(rgb(colours[text]), paper) >= 4.5
    for hue in ("direct", "indirect", "indirect-free", "free-indirect", "reported"):
        for strength in ("strength", "strength-lit"):
            ground = mixed(rgb(colours[hue]), paper, colours[strength])
            for text in ("ink", "cue"):
                assert contrast(rgb(colours[text]), ground) >= 4.5, (text, hue, strength)
        card = mixed(rgb(colours[hue]), paper, colours["glow-lit"])
        for text in ("ink", "quiet", "accent", "cue"):
            assert contrast(rgb(colours[text]), card) >= 4.5, (text, hue)


def theme_colours(style: str, theme: str) -> Iterator[tuple[str, str]]:
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    for block in blocks[: 1 if theme == "light" else 2]:
        yield from re.findall(r"--([\w-]+): ([^;]+);", block)


def rgb(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))


def mixed(a: tuple[float, ...], b: tuple[float, ...], share: str) -> tuple[float, ...]:
    part = float(share.removesuffix("%")) / 100
    return tuple(x * part + y * (1 - part) for x, y in zip(a, b, strict=True))


def contrast(a: tuple[float, ...], b: tuple[float, ...]) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"""

    def luminance(colour: tuple[float, ...]) -> float:
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, light = sorted((luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def test_many_articles_wait_in_a_file_not_in_memory(silent: Document) -> None:
    text = "Ein langer Satz, der sich oft wiederholt. " * 5_000
    long = msgspec.structs.replace(silent, text=text)
    tree = parsed(*[long] * 25)  # more than what is kept in memory
    assert len(tree.cssselect("article")) == 25
    assert words(tree.cssselect("#article-25 .text")) == text.strip()


@settings(max_examples=30)
@given(documents())
def test_the_page_shows_the_words_of_any_article(document: Document) -> None:
    tree = parsed(document)
    for link in tree.cssselect('a[href^="#relation-"]'):
        assert len(tree.cssselect(link.get("href"))) == 1
    for link in tree.cssselect(".text .number"):
        link.drop_tree()
    lines = [line for line in visible(document.text).splitlines() if line.strip()]
    shown = words(tree.cssselect(".text"))
    expected = [" ".join(" ".join(part).split()) for part in (lines, lines[1:])]
    assert shown in expected
