"""Newspapers, agencies, stations: where a text names one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wortlaut.lexicon.tables import words as listed

if TYPE_CHECKING:
    from wortlaut.document import Span

# Before whom a report relies on: "unter Berufung auf", "beruft sich dabei auf".
RELYING = (
    r"\b(?:unter (?:Berufung|Bezug\w*|Verweis) auf"
    r"|(?:beruft|beriefen|berief|berufen|stützt|stützen) sich (?:\w+ )?auf)"
)

_MEDIUM = re.compile(
    r"(?<![\w-])(?:(?:[Dd](?:er|ie|as|em|en|es)|[Ee]ine[rmns]?|[Ee]in) )?"
    r"(?:[a-zäöü][\w-]+(?:e|en|er|em|es) ){0,2}"
    r"([A-ZÄÖÜ][\w-]+)((?: [A-ZÄÖÜ][\w.-]+){1,3}| [„“\"»][^„“”\"«»\n]{2,40}[“”\"«])?"
)
_ARTICLE = re.compile(r" (?:den|die|das|der|einen|eine|ein) ")
_QUOTED = re.compile(r"[„“\"»]([^„“”\"«»\n]{2,32})[“”\"«]")
# A name in quotation marks that somebody speaks to is that of a paper or a station.
_SPOKEN_TO = re.compile(
    r"\b(?:gegenüber|[Ii]nterview mit|Gespräch mit)(?: de[rmn])? [„“\"»]([^„“”\"«»\n]{2,40})[“”\"«]"
)
_NAMED = re.compile(r"\b[A-ZÄÖÜ][\w.-]*(?: (?:(?:of|the|and|de|della|du) )?[A-ZÄÖÜ][\w.-]*){0,3}")


def media(text: str) -> list[Span]:
    """Newspapers, agencies and stations: by a word for such, or by a name of the table."""
    out: list[Span] = []
    for match in _MEDIUM.finditer(text):
        if match[1].lower() in listed("naming", "medium"):
            # "zitiert die Agentur Hans Meier": two, the one who quotes and the one quoted
            before = text[max(0, match.start() - 40) : match.start()].split()[-1:]
            quoted = bool(before) and before[0].lower() in listed("naming", "quoting")
            named = _is_outlet_name((match[2] or "").strip('„“”"»« '))
            whole = not quoted or named or bool(_ARTICLE.match(text, match.end()))
            out.append(match.span() if whole else (match.start(), match.end(1)))
    for match in _QUOTED.finditer(text):
        if _is_outlet_name(match[1]):
            out.append(match.span(1))
    for match in _NAMED.finditer(text):
        parts = match[0].split(" ")
        for first in range(len(parts)):
            for last in range(len(parts), first, -1):
                if _is_outlet_name(" ".join(parts[first:last])):
                    start = match.start() + len(" ".join(parts[:first])) + (first > 0)
                    out.append((start, start + len(" ".join(parts[first:last]))))
                    break
    out += [match.span(1) for match in _SPOKEN_TO.finditer(text)]
    return sorted(set(out))


def _is_outlet_name(name: str) -> bool:
    low = name.lower().rstrip(".")
    bare = low.split(" ", 1)[-1] if low.startswith(("der ", "die ", "das ")) else low
    return low in listed("naming", "outlet") and bare not in _ALSO_WORDS


# Names of papers that are words as well: only with a word for a paper before them, or in marks.
_ALSO_WORDS = frozenset(
    {
        "zeit",
        "welt",
        "bild",
        "standard",
        "blick",
        "focus",
        "times",
        "kurier",
        "fr",
        "sz",
        "br",
        "hr",
        "sf",
        "heise",
        "profil",
        "stern",
        "phoenix",
        "independent",
    }
)


def is_medium_name(wording: str) -> bool:
    """Written in quotation marks, or with a word for a paper, an agency or a station."""
    tokens = [token.strip('„“”"»«,.').lower() for token in wording.split()]
    return any(mark in wording for mark in '„“”"»«') or any(
        token in listed("naming", "medium") for token in tokens
    )
