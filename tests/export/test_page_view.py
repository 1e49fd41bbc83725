"""What the page shows: the whole text in order, and every statement once, where it begins."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.export.strategies import documents
from wortlaut.document import Document, Model, Statement
from wortlaut.export.page_view import PageView, Piece


def paragraphs(view: PageView) -> list[list[Piece]]:
    return [p for block in view.blocks for p in (block.opening, *block.rest)]


def texts(view: PageView) -> list[str]:
    return ["".join(piece.text for piece in p) for p in paragraphs(view)]


def test_statements_stand_beside_the_paragraph_in_which_they_begin(harbour: Document) -> None:
    blocks = PageView(1, harbour).blocks
    assert [[card.number for card in block.cards] for block in blocks] == [
        [1, 2],
        [3, 4, 5],
        [6, 7, 8, 9, 10],
    ]
    assert [len(block.rest) for block in blocks] == [0, 0, 1]


def test_a_card_says_who_how_and_what(harbour: Document) -> None:
    card = PageView(1, harbour).blocks[0].cards[1]
    assert (card.number, card.who, card.cue, card.addressee, card.within) == (
        2,
        "Behördenchefin Ute Brinkmann",
        "sagte",
        "der Nachrichtenagentur NDA",
        None,
    )
    assert card.wording.startswith("„Wir haben den Baugrund unterschätzt“ […] „und wir")


def test_nested_statements_know_each_other(harbour: Document) -> None:
    view = PageView(1, harbour)
    [inner] = [p for line in paragraphs(view) for p in line if p.text.startswith("„voraus")]
    assert inner.classes == "content type-Direct nested outer-Indirect"
    assert inner.numbers == (6, 7)
    assert [(r.number, r.first) for r in inner.references] == [(7, True)]
    assert [card.within for block in view.blocks for card in block.cards if card.number == 7] == [6]


def test_each_piece_of_a_content_has_its_number_and_the_first_is_its_place(
    harbour: Document,
) -> None:
    references = [
        r for line in paragraphs(PageView(1, harbour)) for p in line for r in p.references
    ]
    assert [(r.number, r.first) for r in references if r.number < 3] == [
        (1, True),
        (1, False),
        (2, True),
        (2, False),
    ]


def test_a_speaker_belongs_to_all_statements_that_share_it(harbour: Document) -> None:
    [speaker] = [
        piece
        for line in paragraphs(PageView(1, harbour))
        for piece in line
        if piece.text == "Oberbürgermeister Jörg Thomsen"
    ]
    assert (speaker.classes, speaker.numbers) == ("speaker", (3, 4, 5))


def test_a_title_that_the_text_repeats_is_shown_once(harbour: Document) -> None:
    view = PageView(1, harbour)
    assert view.title.startswith("🚢 Nordersiel")
    assert texts(view)[0].startswith("Der Ausbau")


def test_space_around_a_title_makes_no_second_one() -> None:
    document = Document(id="d", title=" Titel ", text="\nTitel\n\nText.", model=Model("m", "1"))
    assert texts(PageView(1, document)) == ["Text."]


def test_without_a_title_the_id_names_the_article(silent: Document) -> None:
    view = PageView(1, silent)
    assert view.title == "weather.txt"
    assert texts(view) == [silent.text]


def test_a_statement_without_content_has_a_card_all_the_same() -> None:
    statement = Statement(id="s1", type="Reported", medium="none", content=())
    document = Document(id="d", text="Text.", model=Model("m", "1"), statements=(statement,))
    blocks = PageView(1, document).blocks
    assert [card.number for block in blocks for card in block.cards] == [1]


@pytest.mark.parametrize(
    ("url", "link", "site"),
    [
        ("https://bote.example/a?b=1", "https://bote.example/a?b=1", "bote.example"),
        ("javascript:alert(1)", "", ""),
        ("data:text/html,x", "", ""),
        ("file:///etc/passwd", "", ""),
        ("https://[broken", "", ""),
        (None, "", ""),
    ],
)
def test_only_addresses_of_the_web_are_links(url: str | None, link: str, site: str) -> None:
    view = PageView(1, Document(id="d", text="x", url=url, model=Model("m", "1")))
    assert (view.link, view.site) == (link, site)


@given(documents())
def test_the_page_has_every_line_and_every_statement(document: Document) -> None:
    view = PageView(1, document)
    lines = [line for line in document.text.split("\n") if line.strip()]
    shown = [text for text in texts(view) if text.strip()]
    assert shown in (lines, lines[1:])
    numbers = [card.number for block in view.blocks for card in block.cards]
    assert sorted(numbers) == list(range(1, len(document.statements) + 1))
