"""Articles as marked-up text, and back."""

from __future__ import annotations

from typing import Any

import pytest

from training.marked import LETTERS, parse_articles, parse_marked, to_marked

CHAIN = """\
<q1>Es seien <q2>„viele“</q2> abrufbar</q1><f1><f2>, <c1><c2>zitiert</c1></c2> die Agentur
<s1><s2>den Sekretär</s1></s2></f1></f2>.

1 Indirect SW
2 Direct Speech
"""


def wordings(article: dict[str, Any], statement: int, part: str) -> list[str]:
    spans = article["annotations"][statement][part]["spans"]
    return [article["originalText"][start:end] for start, end in spans]


def test_tags_become_spans_of_the_bare_text() -> None:
    article = parse_marked("chain", CHAIN)
    assert (
        article["originalText"] == "Es seien „viele“ abrufbar, zitiert die Agentur\nden Sekretär."
    )
    assert [(a["type"], a["medium"]) for a in article["annotations"]] == [
        ("Indirect", "SW"),
        ("Direct", "Speech"),
    ]
    assert wordings(article, 0, "quote") == ["Es seien „viele“ abrufbar"]
    assert wordings(article, 1, "quote") == ["„viele“"]
    assert wordings(article, 1, "frame") == [", zitiert die Agentur\nden Sekretär"]
    assert wordings(article, 1, "addressee") == []


def test_a_part_in_pieces_is_opened_again() -> None:
    marked = "Er <c1>teilte</c1> es <c1>mit</c1>: <q1>Ja</q1>.\n\n1 Indirect Speech"
    article = parse_marked("pieces", marked)
    assert wordings(article, 0, "cue") == ["teilte", "mit"]


@pytest.mark.parametrize(
    ("marked", "reason"),
    [
        ("<q1>Ja.", r"never closed: \[\('q', 1\)\]"),
        ("Ja</q1>.", "</q1> closes what is not open"),
        ("<q1><q1>Ja</q1>", "<q1> is opened twice"),
        ("<q1></q1>Ja", "nothing stands before </q1>"),
        ("<q1>Ja</q1>", r"statements \[1\] lack marks or a line below"),
        ("Ja\n\n1 Direct Speech", r"statements \[1\] lack marks or a line below"),
        ("<c1>Ja</c1>\n\n1 Direct Speech", "statement 1 has no content"),
        ("<q1>Ja</q1>\n\n1 Shouted Speech", "no such type: Shouted"),
        ("<q1>Ja</q1>\n\n1 Direct Speech joke + certain", "no such act: joke"),
        ("<q1>Ja</q1> <x2>\n\n1 Direct Speech", "<x2> is no tag"),
    ],
)
def test_what_is_wrong_is_named(marked: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"news-1: .*{reason}"):
        parse_articles("news", marked)


def test_annotated_articles_survive_the_way_to_text_and_back(sample: list[dict[str, Any]]) -> None:
    whole = [a for a in sample if a["originalText"] == a["originalText"].strip()]
    assert whole
    read = parse_articles("sample", "=====\n".join(to_marked(a) for a in whole))
    for before, after in zip(whole, read, strict=True):
        assert after["originalText"] == before["originalText"]
        for a, b in zip(before["annotations"], after["annotations"], strict=True):
            assert (a["type"], a["medium"]) == (b["type"], b["medium"])
            for part in LETTERS.values():
                assert sorted(a[part]["spans"]) == b[part]["spans"]


def test_acts_are_told_below_the_text_and_come_back() -> None:
    marked = "<q1>Er komme nicht</q1><f1>, <c1>sagte</c1> <s1>er</s1></f1>.\n\n1 Indirect Speech"
    article = parse_marked("acts", f"{marked} denial - certain")
    (one,) = article["annotations"]
    assert (one["act"], one["polarity"], one["certainty"]) == ("denial", "-", "certain")
    assert to_marked(article) == f"{marked} denial - certain\n"
    assert "act" not in parse_marked("acts", marked)["annotations"][0]
