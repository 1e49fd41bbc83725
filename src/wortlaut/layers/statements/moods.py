"""The mood of a statement's main verb, by a table of forms and by agreement in number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from wortlaut.layers.clauses import VerbForm, finite_form, is_finite
from wortlaut.layers.tokens import Token, tokens_of
from wortlaut.lexicon.tables import words

if TYPE_CHECKING:
    from wortlaut.document import Mood, Span, Statement

_FIRST_PERSON = frozenset({"ich"})
_WE = frozenset({"wir"})


def with_moods(text: str, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, each with the mood of its main verb."""
    return tuple(
        msgspec.structs.replace(one, mood=mood_of(text, one.content)) for one in statements
    )


def mood_of(text: str, content: Sequence[Span]) -> Mood | None:
    """The mood of the first main clause in the content; None if no finite verb is known there.

    "haben" may be either mood; it is taken for the indicative, since German then uses the
    subjunctive II to be clear.
    """
    for start, end in content:
        tokens = tokens_of(text[start:end])
        verb = _main_verb(tokens)
        if verb is not None and (form := finite_form(tokens[verb].low)):
            return _mood(form, {token.low for token in tokens[max(0, verb - 3) : verb + 4]})
    return None


def _main_verb(tokens: Sequence[Token]) -> int | None:
    """The first finite verb; in a clause that "dass" or the like begins, its last one."""
    first = next((i for i, token in enumerate(tokens) if token.text[0].isalpha()), None)
    if first is None:
        return None
    end = next((i for i in range(first, len(tokens)) if tokens[i].text in ",.;:!?"), len(tokens))
    last_first = tokens[first].low in words("clauses", "clause_opener")
    if last_first:
        for i in range(end - 1, first, -1):
            if is_finite(tokens[i]):
                return i
    after = next((i + 1 for i in range(end, len(tokens) - 1) if tokens[i].text == ","), 0)
    if after and finite_form(tokens[first].low) and is_finite(tokens[after]):
        return after  # "Sollte es dazu kommen, seien ...": the verb of the main clause
    for i in range(first, len(tokens)):
        known = is_finite(tokens[i]) or (i == first and finite_form(tokens[i].low) is not None)
        infinitive = tokens[i].low.endswith("n") and tokens[i].low not in words(
            "clauses", "plural_verb"
        )
        if known and not infinitive:
            return i
    return None


def _mood(form: VerbForm, near: set[str]) -> Mood | None:
    if near & _FIRST_PERSON:
        letters = form.first or form.singular or form.plural
    elif near & _WE:
        letters = form.plural
    else:
        letters = form.singular or form.plural or form.first
    if set(letters) & {"i", "p"}:
        return "indicative"
    if "k" in letters:
        return "subjunctive I"
    return "subjunctive II" if "c" in letters else None
