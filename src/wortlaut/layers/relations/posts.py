"""Offices: the words for them, what they are held in, and whether they are held still."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wortlaut.layers.relations.bodies import body_after, is_adjective
from wortlaut.layers.relations.named import (
    Known,
    Named,
    by_adjective,
    capitals,
    is_abbreviation,
    is_city,
    key_of,
    known_names,
    name_at,
    named,
    party,
)
from wortlaut.layers.relations.office_words import is_former, kinds_of
from wortlaut.layers.tokens import Token
from wortlaut.lexicon.tables import words

_MOST_WORDS_BEFORE = 5
_GERMANY = "Deutschland"
MEMBER = "mitglied"


@dataclass(frozen=True, slots=True)
class Title:
    """Tokens [first, last) with the office at `office`; `body` is what it is held in.

    `relation` is holds_office or member_of. `body` may stand before the office, in it or after it.
    """

    first: int
    office: int
    last: int
    relation: str
    body: Named


def title_at(ts: Sequence[Token], o: int, germany: bool) -> Title | None:
    """The title whose office is the token `o`; None if nobody is told to hold it now.

    `germany`: whether "Bundes-" means Germany in this text.
    """
    *parts, last = ts[o].text.split("-")
    kinds = kinds_of(last.lower())
    if not kinds or not ts[o].is_name or any(is_former(part.lower()) for part in parts):
        return None
    first = _start(ts, o)
    if any(is_former(t.low) for t in ts[max(0, first - 1) : o]):
        return None
    belongs = last.lower().startswith(MEMBER)
    after = body_after(ts, o + 1) if kinds & {"state", "body"} or belongs else None
    if after and not (_is_bare(ts, o, after) and _speaks_for(last.lower())):
        relation = "member_of" if belongs else "holds_office"
        return Title(first, o, _after_brackets(ts, after.last), relation, after)
    compound = _in_compound(ts, o, parts, kinds)
    if compound and (compound[1].kind == "state" or "botschafter" not in last.lower()):
        return Title(o, o, o + 1, *compound)
    return _by_left(ts, first, o, kinds, parts) or (_federal(ts, o, kinds) if germany else None)


def _after_brackets(ts: Sequence[Token], i: int) -> int:
    """Past the short name of a body: "der Afrikanischen Union (AU)"."""
    short = i + 2 < len(ts) and ts[i].text == "(" and ts[i + 2].text == ")"
    return i + 3 if short and not ts[i + 1].is_digits and not party(ts[i + 1].text) else i


def _speaks_for(low: str) -> bool:
    """May it be the office of a person: "Sprecher von Meier"?"""
    return low.endswith(("sprecher", "sprecherin", "sekretär", "chef", "leiter", "leiterin"))


def _is_bare(ts: Sequence[Token], o: int, body: Named) -> bool:
    """ "von Meier", "von Siemens": nothing but "von" and a name that no table has."""
    return (
        ts[o + 1].low == "von"
        and body.first == o + 2
        and body.name not in known_names()
        and not is_abbreviation(body.name)
    )


def _start(ts: Sequence[Token], o: int) -> int:
    """The first of the adjectives before an office, and of another office joined by "und"."""
    i = o
    while i > 0 and o - i < _MOST_WORDS_BEFORE:
        if is_adjective(ts[i - 1]) or (ts[i - 1].is_name and by_adjective(ts, i - 1)):
            i -= 1
        elif ts[i - 1].low == "und" and i > 1 and kinds_of(ts[i - 2].low.split("-")[-1]):
            i -= 2
        else:
            break
    return i


def _in_compound(
    ts: Sequence[Token], o: int, parts: list[str], kinds: frozenset[str]
) -> tuple[str, Named] | None:
    """ "US-Präsident", "SPD-Chef", "IG-Metall-Chef", "CDU-Innenminister": relation and body."""
    found = _body_of_compound(parts)
    if found is None:
        return None
    shown, known = found
    if known is None and not is_abbreviation(shown) and _is_of_state(ts[o].low):
        return None  # "Verbraucher-Staatssekretär"
    if known is None and o > 0 and _may_belong_to_name(ts[o - 1], ts[o]):
        return None  # "Human Rights Watch-Sprecher"
    key, name, kind = known or (key_of(shown), shown, "organisation")
    start = ts[o].start
    body = Named(o, o + 1, (start, start + len(shown)), key, name, kind)
    of_party = party(shown) is not None
    belongs = ts[o].low.split("-")[-1].startswith(MEMBER)
    if belongs or (of_party and "party" not in kinds):
        return "member_of", body
    return ("holds_office", body) if kinds & {"state", "body", "party"} else None


def _is_of_state(low: str) -> bool:
    """A minister or the like, which no company has."""
    return low.removesuffix("in").endswith(tuple(words("relations", "state_office_end")))


def _may_belong_to_name(before: Token, office: Token) -> bool:
    if before.end == office.start and before.text in ".&":
        return True  # "E.ON-Chef"
    return before.is_name and before.low not in words("naming", "determiner") | words(
        "calendar", "weekday"
    )


def _body_of_compound(parts: list[str]) -> tuple[str, Known | None] | None:
    """The wording and, if a table has it, who it is."""
    wording = "-".join(parts)
    if wording in known_names():
        return wording, known_names()[wording]
    for first in parts[:1]:
        if first in known_names():
            return first, known_names()[first]
        if _is_proper(first):
            return wording, None
    return None


def _is_proper(part: str) -> bool:
    """Is the first part of a compound a name, as "Hamas", "DGB", "Airbus" are?"""
    return (
        part not in words("relations", "no_body")
        and part[:1].isupper()
        and len(part) > 1
        and not kinds_of(part.lower())
        and not is_former(part.lower())
    )


def _by_left(
    ts: Sequence[Token], first: int, o: int, kinds: frozenset[str], parts: list[str]
) -> Title | None:
    """ "Russlands Präsident", "der russische Präsident", "New Yorks Bürgermeister" """
    if "state" not in kinds or not all(part.isupper() for part in parts):
        return None
    mayor = "bürgermeister" in ts[o].low
    genitive = _genitive_before(ts, first, mayor)
    if genitive and (mayor or not is_city(genitive.key)):
        return Title(genitive.first, o, o + 1, "holds_office", genitive)
    found = [one for i in range(first, o) if (one := by_adjective(ts, i))]
    if len(found) != 1 or (is_city(found[0].key) and not mayor):
        return None
    return Title(found[0].first, o, o + 1, "holds_office", found[0])


def _genitive_before(ts: Sequence[Token], end: int, mayor: bool) -> Named | None:
    """The state or city that ends in "s" right before `end`."""
    if not end or not ts[end - 1].low.endswith(("s", "’", "'")):
        return None
    for first in range(max(0, end - 3), end):
        one = name_at(ts, first)
        if one and one.last == end and ts[end - 1].text != one.name.split()[-1]:
            return one
    bare = ts[end - 1].text[:-1]
    if mayor and ts[end - 1].is_name and bare.istitle() and len(bare) > 2:
        return named(ts, end - 1, end, (bare.lower(), bare, "organisation"))
    return named(ts, end - 1, end, capitals()[bare]) if bare in capitals() else None


def _federal(ts: Sequence[Token], o: int, kinds: frozenset[str]) -> Title | None:
    """ "Bundeskanzlerin": an office of Germany, where the text is not about its neighbours."""
    if "state" not in kinds or not ts[o].low.startswith("bundes"):
        return None
    start = ts[o].start
    body = Named(o, o + 1, (start, start + len("Bundes")), *known_names()[_GERMANY])
    return Title(o, o, o + 1, "holds_office", body)
