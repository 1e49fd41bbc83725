"""Articles that try to steer what shows them: terminals, browsers, spreadsheets."""

from __future__ import annotations

import csv
import io
import re
import time

import lxml.html
import pytest

from wortlaut.document import Document, Model, Speaker, Statement
from wortlaut.export import FORMATS, exporter

ATTACKS = (
    "</style><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "{{ 7 * 7 }}{% raw %}",
    "[red]rot[/red] [link=https://x.example]hier[/link] :smile:",
    "\x1b[2J\x1b]0;titel\x07\x9b31m",
    "=HYPERLINK(1)",
    "\u202egnp.exe",
)


def hostile(attack: str) -> Document:
    """A document in which every text that is shown is an attack."""
    text = f"{attack} {attack} {attack}"
    third = len(attack) + 1
    spans = [((start, start + len(attack)),) for start in (0, third, 2 * third)]
    return Document(
        id=attack,
        title=attack,
        outlet=attack,
        url=attack,
        published=attack,
        text=text,
        model=Model(attack, attack),
        statements=(
            Statement(
                id=attack,
                type="Direct",
                medium="none",
                content=spans[0],
                speaker=Speaker(None, spans[1]),
                cue=spans[2],
                addressee=spans[2],
                frame=spans[1],
            ),
        ),
    )


def exported(format: str, *documents: Document) -> str:
    out = io.StringIO(newline="")
    exporter(format)(documents, out)
    return out.getvalue()


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_page_shows_it_and_does_nothing(attack: str) -> None:
    html = exported("html", hostile(attack), hostile(attack))
    tree = lxml.html.fromstring(html)
    assert not list(tree.iter("script", "img"))
    assert not [name for e in tree.iter() for name in e.attrib if name.startswith("on")]
    assert all(a.get("href").startswith("#") for a in tree.iter("a"))
    assert html.count("<style>") == html.count("</style>") == 1
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", html)
    if attack.isprintable():
        assert attack in " ".join(tree.get_element_by_id("article-1").text_content().split("\n"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_terminal_is_not_steered(attack: str) -> None:
    text = exported("terminal", hostile(attack))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
    if attack.isprintable():
        assert " ".join(attack.split()) in " ".join(text.split())


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_cell_is_run(attack: str) -> None:
    [row] = csv.DictReader(io.StringIO(exported("csv", hostile(attack)), newline=""))
    assert not any(cell.startswith(tuple("=+-@\t\r\n")) for cell in row.values())
    assert row["wording"].removeprefix("'") == attack


def long_line(size: int) -> Document:
    """One line of so many characters with a statement every 200, and fifty nested at its end."""
    flat = [(n * 200, n * 200 + 150) for n in range(size // 200 - 50)]
    nested = [(size - 10_000 + n, size - n) for n in range(50)]
    return Document(
        id="long",
        text="Wörter und " * (size // 11) + "x" * (size % 11),
        model=Model("m", "1"),
        statements=tuple(
            Statement(id=f"s{n}", type="Indirect", medium="none", content=(span,))
            for n, span in enumerate(flat + nested, start=1)
        ),
    )


@pytest.mark.parametrize("format", FORMATS)
def test_the_cost_grows_with_the_article_not_with_its_square(format: str) -> None:
    def seconds(document: Document) -> float:
        started = time.process_time()
        exported(format, document)
        return time.process_time() - started

    seconds(long_line(20_000))  # imports
    short, long = seconds(long_line(50_000)), seconds(long_line(200_000))
    assert long < 8 * max(short, 0.05)  # four times as long; squared it would be sixteen
