"""From text to document, with the model that ships."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import wortlaut
from wortlaut import (
    Article,
    AuthorityError,
    Document,
    EmptyInput,
    InputError,
    ModelError,
    NotGerman,
    Reader,
    Settings,
)

ARTICLE = (
    "Der Umweltminister hat am Montag eine Kürzung der Mittel angekündigt. „Wir müssen sparen“, "
    "sagte Robert Brandt der Süddeutschen Zeitung. Nach Angaben der Nachrichtenagentur AFP "
    "erklärte die Opposition, sie werde das nicht hinnehmen."
)


@pytest.fixture(scope="module")
def document(reader: Reader) -> Document:
    return reader.read(Article(id="a", text=ARTICLE, published="2023-02-26", outlet="Blatt"))


def test_who_said_what(document: Document) -> None:
    direct = next(s for s in document.statements if s.type == "Direct")
    assert document.wording(direct) == "„Wir müssen sparen“"
    assert document.text_of(direct.speaker) == "Robert Brandt"
    assert document.text_of(direct.cue) == "sagte"
    indirect = next(s for s in document.statements if "hinnehmen" in document.wording(s))
    assert indirect.type == "Indirect"


def test_what_is_known_of_the_article_is_kept(document: Document) -> None:
    assert (document.id, document.published, document.outlet) == ("a", "2023-02-26", "Blatt")
    assert document.text == ARTICLE
    assert document.model.name.startswith("wortlaut")
    document.check()


def test_a_bare_text_can_be_read_in_one_call() -> None:
    document = wortlaut.read(ARTICLE, published="2023-02-26", id="x")
    assert document.id == "x"
    assert document.statements


@pytest.mark.parametrize("marks", ["„“", "»«", "«»", '""', "“”"])
def test_attribution_holds_for_every_style_of_quotation_marks(reader: Reader, marks: str) -> None:
    text = ARTICLE.translate(str.maketrans("„“", marks))
    document = reader.read(text)
    direct = next(s for s in document.statements if s.type == "Direct")
    assert document.wording(direct) == f"{marks[0]}Wir müssen sparen{marks[1]}"
    assert document.text_of(direct.speaker) == "Robert Brandt"


def test_many_are_read_in_order_and_lazily(reader: Reader) -> None:
    taken = []

    def articles() -> Iterator[Article]:
        for i in range(100):
            taken.append(i)
            yield Article(id=str(i), text=ARTICLE if i % 2 else ARTICLE * 3)

    outcomes = reader.read_many(articles())
    assert [next(outcomes).id for _ in range(3)] == ["0", "1", "2"]  # type: ignore[union-attr]
    assert len(taken) < 100


def test_reading_together_finds_what_reading_alone_finds(reader: Reader, sample: Any) -> None:
    texts = [a["originalText"] for a in sample[:6]]
    alone = [reader.read(text) for text in texts]
    for one, together in zip(alone, reader.read_many(texts), strict=True):
        assert isinstance(together, Document)
        assert [s.content for s in one.statements] == [s.content for s in together.statements]


def test_one_broken_article_does_not_stop_the_others(reader: Reader) -> None:
    earlier = InputError("b.txt", "is gone")
    outcomes = list(reader.read_many([ARTICLE, "", earlier, Article(id="c", text=ARTICLE)]))
    assert isinstance(outcomes[0], Document)
    assert isinstance(outcomes[1], EmptyInput)
    assert outcomes[2] is earlier
    assert isinstance(outcomes[3], Document)
    assert outcomes[3].statements


def test_a_text_that_cannot_be_read_raises(reader: Reader) -> None:
    with pytest.raises(EmptyInput):
        reader.read("  \n")
    with pytest.raises(NotGerman):
        reader.read("The minister said on Monday that he would resign from all of his offices.")


def test_a_lower_limit_for_scores(reader: Reader) -> None:
    everything = reader.read(ARTICLE).statements
    limit = sorted(s.score for s in everything)[-1]
    strict = Reader.load(Settings(threads=1, min_score=limit - 0.01)).read(ARTICLE).statements
    assert 0 < len(strict) <= len(everything)
    assert all(s.score >= limit - 0.01 for s in strict)


def test_a_long_article_is_read_to_its_end(reader: Reader) -> None:
    filler = "Das Wetter war an diesem Tag in der ganzen Stadt trocken und warm. " * 120
    document = reader.read(filler + ARTICLE)
    assert any("Wir müssen sparen" in document.wording(s) for s in document.statements)


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"config\.json"):
        Reader.load(folder=tmp_path)


INSERTED = st.text(alphabet='„“”"»«‚‘😀\u0308\u200d\r\n.,: aÄß0', max_size=12)


@settings(max_examples=25)
@given(pieces=st.lists(INSERTED, min_size=3, max_size=3))
def test_offsets_hold_whatever_stands_in_the_text(reader: Reader, pieces: list[str]) -> None:
    a, b, c = pieces
    text = f"{a}Der Minister {b} sagte, das „{c}Gesetz“ sei gut. {a} „Ja“, erklärte er.{b}"
    document = reader.read(text)
    document.check()
    for statement in document.statements:
        for start, end in (*statement.content, *statement.cue, *statement.frame):
            assert text[start:end].strip() == text[start:end] != ""


def test_settings_are_frozen() -> None:
    assert dataclasses.fields(Settings)
    with pytest.raises(dataclasses.FrozenInstanceError):
        Settings().min_words = 3  # type: ignore[misc]


class TestIdentities:
    """Who is meant outside the article."""

    def test_two_spellings_are_one_actor_with_an_id(self, reader: Reader) -> None:
        document = reader.read(
            "Alexander Lukaschenko drohte mit Krieg. Lukaschenka sagte: „Wir sind bereit.“ Später "
            "erklärte Lukashenko, er wolle Frieden. Minsk teilte mit, man werde zahlen."
        )
        names = {actor.name: actor.same_as for actor in document.actors}
        assert names == {
            "Alexander Lukaschenko": ("wikidata:Q2866",),
            "Minsk": ("iso3166:BY", "wikidata:Q184"),
        }

    def test_a_description_is_resolved_at_the_articles_date_only(self, reader: Reader) -> None:
        text = "Der französische Präsident sagte, er sei mit dem Ergebnis zufrieden."
        ids = [
            reader.read(Article(id="a", text=text, published=day)).actors[0].same_as
            for day in ("2009-05-01", "2013-05-01", None)
        ]
        assert ids[0] == ("wikidata:Q329",)
        assert ids[0] != ids[1]
        assert ids[2] == ()

    def test_names_of_ones_own(self, tmp_path: Path) -> None:
        file = tmp_path / "own.csv"
        file.write_text("id,name,aliases,kind\nbote:7,Robert Brandt,,person\n", encoding="utf-8")
        document = Reader.load(Settings(threads=1), authority=file).read(ARTICLE)
        assert ("bote:7",) in [actor.same_as for actor in document.actors]

    def test_a_file_that_cannot_be_used(self, tmp_path: Path) -> None:
        with pytest.raises(AuthorityError, match="cannot be read"):
            Reader.load(authority=tmp_path / "none.csv")
