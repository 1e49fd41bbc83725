"""Mentions of states: by name, by palace or capital, by government, by demonym.

"Frankreich", "die russische Führung", "die Regierung in Minsk", "der Kreml", "Peking" are the state
as one who acts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from wortlaut.layers.actors.mentions import Mention
from wortlaut.layers.identity.context import Context, seat_of
from wortlaut.layers.identity.titles import is_government
from wortlaut.lexicon.states import (
    by_adjective,
    by_capital,
    by_demonym,
    by_name,
    by_palace,
    is_demonym_plural,
)
from wortlaut.lexicon.tables import words as listed

AFTER = 60  # characters after a mention that may say of which state it speaks
OF = re.compile(r"\s+(?:(?:von|der|des)\s+)?((?:[A-ZÄÖÜ][\w’-]*\s?){1,4})")
_IN = re.compile(r"\s+(?:in|im|von|der|des)\s+((?:[A-ZÄÖÜ][\w’-]*\s?){1,4})")
_LINKS = frozenset({"in", "im", "von", "der", "des"})
_MARKS = "„“”\"»«()’',.:;"


def words_of(mention: Mention) -> list[str]:
    """Its words without marks and quotation marks."""
    return [bare for token in mention.tokens if (bare := token.strip(_MARKS))]


def is_joint(words: Sequence[str]) -> bool:
    """More than one: "Paris und Berlin"."""
    return any(word.lower() in listed("identity", "joint") for word in words)


def state_of(mention: Mention, context: Context) -> str | None:
    """Code of the state that the mention is, names, or is the government of; None if open."""
    words = words_of(mention)
    closed = listed("identity", "former") | listed("identity", "joint")
    if not words or words[0].lower() in listed("identity", "place"):
        return None
    if any(word.lower() in closed for word in words):
        return None
    article = words[0].lower() if words[0].lower() in listed("naming", "determiner") else None
    rest = words[1:] if article else words
    while rest and rest[0][:1].islower():
        rest = rest[1:]
    if any(map(is_government, rest)):
        return _governed(words, mention, context)
    return (
        (_named(rest, article, context) or _seated(words, rest, mention, context)) if rest else None
    )


def _seated(
    words: Sequence[str], rest: Sequence[str], mention: Mention, context: Context
) -> str | None:
    """The state whose government has its seat there, unless the place is meant: "in Moskau"."""
    before = context.text[max(0, mention.span[0] - 30) : mention.span[0]].split()[-2:]
    if before and before[-1].lower() in listed("identity", "definite"):
        before = before[:-1]
    if before and before[-1].lower() in listed("identity", "place") and not _is_source(before):
        return None
    if code := by_palace(rest):
        return code
    states = by_capital(rest)
    bare = len(words) == len(rest) or words[-len(rest) - 1].lower() in ("offizielle", "offiziellen")
    return seat_of(" ".join(rest), states, context) if states and bare else None


def _is_source(before: Sequence[str]) -> bool:
    """ "nach Angaben aus Peking": whoever says it is no place."""
    return before[-1] == "aus" and before[0].lower() in listed("naming", "source")


def _named(rest: Sequence[str], article: str | None, context: Context) -> str | None:
    """The state of that name, or whose people are meant if the text speaks of the state as well."""
    plural = article in ("die", "den", "der")
    if len(rest) == 1 and plural and is_demonym_plural(rest[0]):
        code = by_demonym(rest[0])
        return code if code in context.acting else None
    code = by_name(rest)
    return None if code and context.sport else code


def _governed(words: Sequence[str], mention: Mention, context: Context) -> str | None:
    """Whose government: by adjective, by "US-", by what follows; "Bundesregierung" by the text."""
    at = next(i for i, word in enumerate(words) if is_government(word))
    head, tail = words[at], words[at + 1 :]
    before = [w for w in words[:at] if w.lower() not in listed("naming", "determiner")]
    codes = {code for word in before if (code := _owner(word))}
    if "-" in head and (code := by_name([head.partition("-")[0]])):
        codes.add(code)
    if tail:
        place = tail[1:] if tail[0].lower() in _LINKS else tail
        codes |= {by_name(place) or _only_capital(place) or "?"} if place else {"?"}
    elif not codes:
        follows = following(mention, context, _IN)
        codes = {follows} if follows else set()
    if not codes and head.lower() == "bundesregierung":
        codes = federal_states(context)
    if any(word[:1].isupper() and not _owner(word) for word in before):
        return None
    code = codes.pop() if len(codes) == 1 else "?"
    return None if code == "?" else code


def _owner(word: str) -> str | None:
    """The state of an adjective, or of a genitive: "Islands Regierung", "Moskauer Führung"."""
    genitive = by_name([word]) if word[:1].isupper() and word.endswith(("s", "’")) else None
    return by_adjective(word) or genitive or _of_capital(word)


def _only_capital(words: Sequence[str]) -> str | None:
    found = by_capital(words)
    return next(iter(found)) if len(found) == 1 else None


def names_government(mention: Mention) -> bool:
    """By a word for it, or nothing but a word for the country; not by the state's own name."""
    words = words_of(mention)
    last = words[-1].lower() if words else ""
    return any(map(is_government, words)) or last in listed("identity", "country")


def _of_capital(word: str) -> str | None:
    """ "Moskauer": the state, if all who sit in its capital are its government."""
    if not (word[:1].isupper() and word.endswith("er")):
        return None
    return _only_capital([word[:-2]]) if word != "Berliner" else None


def federal_states(context: Context) -> set[str]:
    """Germany if the text names neither Austria nor Switzerland; that one if it names it alone."""
    neighbours = {code for code in ("AT", "CH") if context.names(code)}
    if not neighbours:
        return {"DE"}
    return neighbours if not context.names("DE") else {"DE", *neighbours}


def following(mention: Mention, context: Context, pattern: re.Pattern[str]) -> str | None:
    """The state that the words after a mention name: "in Minsk", "von Belarus"."""
    end = mention.span[1]
    match = pattern.match(context.text, end, end + AFTER)
    if not match:
        return None
    words = match[1].split()
    genitive = len(match[0].split()) > len(words)
    for size in range(len(words), 0, -1):
        code = by_name(words[:size])
        if code and (genitive or words[size - 1].endswith(("s", "’"))):
            return code
        if pattern is _IN and (code := _only_capital(words[:size])):
            return code
    return None
