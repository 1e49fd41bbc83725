"""Reports tell time by the day, essays by the year."""

from __future__ import annotations

from wortlaut.layers.times.manner import is_essay
from wortlaut.layers.times.times import times
from wortlaut.layers.tokens import tokens_of

PUBLISHED = "2023-02-26"
FILLING = "Liberalität misst sich an dem, was die Gesellschaft dem Einzelnen lässt. " * 40


def test_a_long_text_that_hardly_names_a_day_is_an_essay() -> None:
    assert is_essay(tokens_of(FILLING))
    assert is_essay(tokens_of("Am Montag kam er. " + FILLING))
    assert not is_essay(tokens_of("Am Montag kam er, gestern ging er. " + FILLING))
    assert not is_essay(tokens_of("Liberalität misst sich daran, was sie lässt."))


def test_in_an_essay_heute_means_these_times() -> None:
    told = "Heute wird mehr gefragt."
    assert times(told, PUBLISHED)[0].value == "2023-02-26"
    assert times(told + FILLING, PUBLISHED)[0].value == "PRESENT_REF"


def test_in_an_essay_articles_are_part_of_the_span() -> None:
    """As in the one corpus of such texts that people annotated (KRAUTS)."""
    told = "In den vergangenen Jahren, in den zwanziger Jahren, am 3. Mai, die jährlichen Kosten. "
    spans = [(told + FILLING)[slice(*time.span)] for time in times(told + FILLING, PUBLISHED)]
    assert spans == ["den vergangenen Jahren", "den zwanziger Jahren", "3. Mai", "jährlichen"]
    assert told[slice(*times(told, PUBLISHED)[0].span)] == "vergangenen Jahren"
