"""Through whom a statement came."""

from __future__ import annotations

import pytest

from wortlaut import Speaker, Statement
from wortlaut.encoder.labels import KINDS
from wortlaut.layers.actors.actors import Group
from wortlaut.layers.actors.mentions import Mention
from wortlaut.layers.actors.sources import sources, with_sources


def group(text: str, kind: str, *wordings: str) -> Group:
    kinds = tuple(float(k == kind) for k in KINDS)
    mentions = []
    for wording in wordings:
        at = text.index(wording)
        first = len(text[:at].split())
        mentions.append(
            Mention(first, first + len(wording.split()), (at, at + len(wording)), wording, kinds)
        )
    return Group(tuple(mentions))


def statement(
    text: str, content: str, frame: str, speaker: str, id: str = "s1", **more: object
) -> Statement:
    def span(wording: str) -> tuple[tuple[int, int], ...]:
        return ((text.index(wording), text.index(wording) + len(wording)),) if wording else ()

    return Statement(
        id=id,
        type="Indirect",
        medium="Speech",
        content=span(content),
        frame=span(frame),
        speaker=Speaker(None, span(speaker)) if speaker else None,
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("Meier sagte der Zeitung „Blatt“, er komme.", "Meier sagte der Zeitung „Blatt“,"),
        ("Er komme, sagte Meier gegenüber der Zeitung.", ", sagte Meier gegenüber der Zeitung"),
    ],
)
def test_a_paper_that_was_spoken_to_is_a_link(text: str, frame: str) -> None:
    medium = "der Zeitung „Blatt“" if "Blatt" in text else "der Zeitung"
    groups = [group(text, "person", "Meier"), group(text, "medium", medium)]
    content = "er komme" if "er komme" in text else "Er komme"
    (one,) = sources(text, [statement(text, content, frame, "Meier")], groups)
    assert one.chain == (1, 0)
    (named,) = with_sources([one], {0: "a1", 1: "a2"})
    assert named.chain == ("a2", "a1")
    assert named.speaker is not None
    assert named.speaker.actor == "a1"


def test_whom_a_paper_relies_on_comes_last() -> None:
    text = "Das berichtet der Sender unter Berufung auf Diplomaten. Er komme."
    groups = [group(text, "medium", "der Sender"), group(text, "group", "Diplomaten")]
    said = statement(
        text, "Er komme", "Das berichtet der Sender unter Berufung auf Diplomaten", "der Sender"
    )
    (one,) = sources(text, [said], groups)
    assert one.chain == (0, 1)
    assert one.speaker == 1


def test_what_goes_on_keeps_the_chain() -> None:
    text = "Meier sagte der Zeitung, er komme. Er bleibe lange."
    groups = [group(text, "person", "Meier"), group(text, "medium", "der Zeitung")]
    first = statement(text, "er komme", "Meier sagte der Zeitung,", "Meier")
    second = statement(text, "Er bleibe lange", "", "Meier", id="s2")
    assert [one.chain for one in sources(text, [first, second], groups)] == [(1, 0), (1, 0)]


def test_nobody_speaks() -> None:
    text = "Ersten Angaben zufolge wurde niemand verletzt."
    said = statement(text, "wurde niemand verletzt", "Ersten Angaben zufolge", "Ersten Angaben")
    (one,) = sources(text, [said], [group(text, "medium", "Ersten Angaben")])
    assert (one.speaker, one.chain) == (None, ())


@pytest.mark.parametrize(("gap", "links"), [(" ", (1, 0)), ("\n\n", (0,))])
def test_he_goes_on_in_the_same_paragraph(gap: str, links: tuple[int, ...]) -> None:
    text = f"Meier sagte der Zeitung, er komme.{gap}Er betonte, es sei spät."
    groups = [
        group(text, "person", "Meier", "Er betonte"[:2]),
        group(text, "medium", "der Zeitung"),
    ]
    first = statement(text, "er komme", "Meier sagte der Zeitung,", "Meier")
    second = statement(text, "es sei spät", "Er betonte,", "Er", id="s2")
    assert [one.chain for one in sources(text, [first, second], groups)] == [(1, 0), links]
