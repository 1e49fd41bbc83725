"""What is shown of an article cannot steer a terminal, and loses no character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.document import Actor, Document, Model, Speaker, Statement
from wortlaut.export.wording import visible, who


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mrot", "␛[31mrot"),
        ("a\x00b\x07c\x7f", "a␀b␇c␡"),
        ("Windows\r\n", "Windows \n"),
        ("\x9b31m", "�31m"),
        ("a\u202egnp.exe", "a�gnp.exe"),
        ("\ud83d", "�"),
        (
            "Zeile\n\tZeile – „Zitat“ 🚢 u\u0308 \u00ad",
            "Zeile\n\tZeile – „Zitat“ 🚢 u\u0308 \u00ad",
        ),
    ],
)
def test_only_what_steers_is_replaced(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_offsets_stay_right(text: str) -> None:
    assert len(visible(text)) == len(text)
    visible(text).encode()  # no lone surrogate is left


def test_who_speaks_is_told_in_the_words_of_the_article() -> None:
    document = Document(
        id="d",
        text="Er sagte: Ja.",
        model=Model("m", "1"),
        actors=(Actor(id="a1", name="Erika Muster", kind="person"),),
    )

    def said_by(speaker: Speaker | None) -> str:
        statement = Statement(
            id="s1", type="Direct", medium="none", content=((10, 12),), speaker=speaker
        )
        return who(document, statement)

    assert said_by(Speaker("a1", ((0, 2),))) == "Er"
    assert said_by(Speaker("a1", ())) == "Erika Muster"
    assert said_by(Speaker("a9", ())) == ""
    assert said_by(None) == ""
