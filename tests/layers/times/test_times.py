"""Time expressions of a whole text."""

from __future__ import annotations

import json
import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.layers.times.times import times
from wortlaut.lexicon.tables import table

PUBLISHED = "2023-02-26"  # a Sunday


def read(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str, str | None]]:
    return [(text[slice(*t.span)], t.type, t.value) for t in times(text, published)]


def test_an_article() -> None:
    text = (
        "Im vergangenen Jahr gestattete er Angriffe. In den vergangenen Monaten nahm die Sorge zu. "
        "Im September trafen sie sich, am 24. Februar um 18:30 Uhr kam es zu Gesprächen, die bis "
        "Dienstagabend dauerten. Vor zwei Wochen war er in Minsk, 2021 in Samarkand."
    )
    assert read(text) == [
        ("vergangenen Jahr", "DATE", "2022"),
        ("vergangenen Monaten", "DATE", "PAST_REF"),
        ("September", "DATE", "2022-09"),
        ("24. Februar um 18:30 Uhr", "TIME", "2023-02-24T18:30"),
        ("Dienstagabend", "TIME", "2023-02-21TEV"),
        ("zwei Wochen", "DATE", "2023-W06"),
        ("2021", "DATE", "2021"),
    ]


def test_the_hour_belongs_to_the_day_spoken_of() -> None:
    assert read("Am 3. Mai 2022 kam er. Um 20 Uhr ging er.")[1] == (
        "20 Uhr",
        "TIME",
        "2022-05-03T20:00",
    )


def test_an_announcement_is_over_with_its_sentence() -> None:
    text = "Morgen von 10-15 Uhr Flohmarkt. Konzert im Forum, 20 Uhr."
    assert [value for *_, value in read(text)] == [
        "2023-02-27",
        "2023-02-27T10:00",
        "2023-02-27T15:00",
        "2023-02-26T20:00",
    ]


def test_without_a_day_of_publication_only_what_the_text_says_is_known() -> None:
    assert read("Heute, am Montag, im Mai 2022, seit drei Tagen, im Juni", None) == [
        ("Heute", "DATE", None),
        ("Montag", "DATE", None),
        ("Mai 2022", "DATE", "2022-05"),
        ("drei Tagen", "DURATION", "P3D"),
        ("Juni", "DATE", "XXXX-06"),
    ]


@pytest.mark.parametrize(
    "text", ["Er zahlte 2000 Euro.", "Die Wahl ist frei.", "Flug 1635/10", "Er geht jetzt."]
)
def test_what_is_no_time(text: str) -> None:
    assert read(text) == []


@given(
    st.text(alphabet="0123456789.:, heutemorgnJajMontVr\n“", max_size=60),
    st.sampled_from([None, "2023", "2023-02", "2023-02-26", "0001-01-01", "9999-12-31"]),
)
def test_any_text_gives_spans_in_order(text: str, published: str | None) -> None:
    found = times(text, published)
    assert all(0 <= one.span[0] < one.span[1] <= len(text) for one in found)
    assert all(a.span[0] < b.span[0] for a, b in pairwise(found))


WORDS = [word for row in table("calendar") for word in row[1].split("|")]
MORE = ["1", "3", "31", "2008", ".", ",", "/", "-", "bis", "der", "des", "Uhr", "vom", "um", "zum"]
VALUE = re.compile(
    r"(XXXX|[0-9]{1,4})(-([0-9]{2}|W[0-9]{2}|SP|SU|FA|WI|[HQ][1-4]))?(-([0-9]{2}|WE))?"
    r"(T([0-9]{2}:[0-9]{2}|MO|MI|AF|EV|NI))?|(PAST|PRESENT|FUTURE)_REF|[0-9]{4}/[0-9]{4}"
)


@given(
    st.lists(st.sampled_from(WORDS + MORE)),
    st.booleans(),
    st.sampled_from([None, "2023", "2023-02", "2023-02-26", "0001-01-01", "9999-12-31", "2023-13"]),
)
def test_any_words_of_the_calendar_give_values_of_timex3(
    words: list[str], capital: bool, published: str | None
) -> None:
    text = " ".join(word.capitalize() if capital else word for word in words)
    for one in times(text, published):
        if one.type in ("DATE", "TIME") and one.value is not None:
            assert VALUE.fullmatch(one.value)
        elif one.value is not None:
            assert one.value.startswith(("P", "XXXX"))


@pytest.mark.parametrize(
    "hostile", ["Montag ", "vor zwei ", "im Mai ", "dreijährig", "20-", "1. und ", "am nach "]
)
def test_a_megabyte_takes_seconds_at_most(hostile: str) -> None:
    def seconds(size: int) -> float:
        text = hostile * (size // len(hostile))
        began = time.process_time()
        times(text, PUBLISHED)
        return time.process_time() - began

    assert seconds(1_000_000) < 20 * max(seconds(100_000), 0.05)


@pytest.mark.parametrize(
    ("file", "least_strict", "least_value"),
    [
        ("wikinews-dev", 0.95, 0.93),
        ("wikinews-train", 0.92, 0.88),
        ("times-krauts-tune", 0.83, 0.73),
    ],
)
def test_annotated_articles(
    repository: Path, file: str, least_strict: float, least_value: float
) -> None:
    """The floors of the grammar, a value counting only on the right span, where the data is."""
    dev = repository.parent / f"shared/data/meaning/{file}.jsonl"
    if not dev.is_file():
        pytest.skip("the data is not beside the project; the tests above stand in for it")
    strict = right = found = gold = 0
    for line in filter(None, dev.read_text(encoding="utf8").split("\n")):
        article = json.loads(line)
        times_of = [t for t in article["times"] if t["span"][0] < t["span"][1]]
        expected = {tuple(t["span"]): t for t in times_of if t.get("required", True)}
        ours = times(article["text"], article["published"])
        found, gold = found + len(ours), gold + len(expected)
        known = [(one, expected[one.span]) for one in ours if one.span in expected]
        strict += len(known)
        right += sum(one.value in theirs["value"] for one, theirs in known)
    assert 2 * strict / (found + gold) >= least_strict
    assert 2 * right / (found + gold) >= least_value
