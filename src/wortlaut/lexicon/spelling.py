"""One name in two spellings: "Lukaschenko" and "Lukashenko", "Selenskyj" and "Zelensky".

Names from Cyrillic come to German texts by the German, the English or the scientific way of writing
them. Each word is led back to the letters that it may stand for; two words are one name if they can
stand for the same. Which sound a letter has depends on the way of writing ("ch" is х in German and
ч in English, "z" ц and з), so that a word without any sign of its way has two readings.

The ways of writing: Duden (German), BGN/PCGN (English), ISO 9 and DIN 1460 (scientific).
Only words that look Slavic are led back; all others are equal by their plain letters alone.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from wortlaut.lexicon.tables import table

LONGEST = 60  # characters; what is longer is no name, and is not kept in memory
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "ł": "l", "đ": "d"})
_DROPPED = re.compile(r"[’'ʼ`´\"„“”.()]")

# Endings of names from Russian, Ukrainian, Belarusian, Georgian, Armenian, and letters that only
# names led over from Cyrillic have.
_SLAVIC = re.compile(
    r"(?:[oe](?:w|v|ff)(?:a|s)?|[iy]na?|sk(?:[iy]|ij|yj|iy|yy|yi|ii|aja|aya|a)|n(?:yj|yi|yy|ij|aja|aya)"
    r"|en?k[oa]|[tk]?sch?ko|[wv]i(?:tsch|ch|č)|[wv]y(?:tsch|ch|č)|i[ck]ki?|sch?uk|ch?uk|juk|yuk"
    r"|sch?wili|sh?vili|ds[ej]|dze|j[ae]n|yan|aj(?:ew|ev))$"
    r"|ny$|[^aeiou]yh|tsch|shch|kh|zh|[^aeiou]ts|sj[aou]"
)
_GERMAN = re.compile(r"sch|w|[^aeiou]j|^j|je|ja|jo|ju")
_ENGLISH = re.compile(r"(?<![sc])sh|zh|kh|y[aeou]|y$")

Letters = tuple[tuple[str, str], ...]

# Signs stand for one letter each: C ц, X х, S с and з, W ш and ж, Q ч, Y й before a, o, u.
_COMMON = (
    ("shch", "WQ"), ("schtsch", "WQ"), ("stsch", "WQ"), ("šč", "WQ"), ("tsch", "Q"), ("dsch", "dW"),
    ("sch", "W"), ("zh", "W"), ("sh", "W"), ("š", "W"), ("ž", "W"), ("č", "Q"), ("kh", "X"),
    ("tz", "C"), ("ts", "C"), ("x", "kS"), ("ck", "k"), ("ff", "v"), ("w", "v"),
)  # fmt: skip
_AS_GERMAN: Letters = (("ch", "X"), ("dz", "dS"), ("z", "C"), ("s", "S"), ("h", "X"))
_AS_ENGLISH: Letters = (("ch", "Q"), ("z", "S"), ("s", "S"), ("h", "X"))
_ENDINGS = (
    (re.compile(r"(?<=[sSkn])(?:[iy]+[jy]?|ij|yj)$"), "i"),  # -ski, -skij, -sky, -skyj; -ny, -nyj
    (re.compile(r"enka$"), "enko"),
    (re.compile(r"[ijy]*e"), "e"),  # -ajew, -ayev, -aev; Jelzin, Yeltsin, Eltsin
    (re.compile(r"[ijy]+(?=[aou])"), "Y"),
    (re.compile(r"[ijy]+"), "i"),
    (re.compile(r"(?<=[QW])o(?=v)"), "e"),  # Gorbatschow, Gorbachev
    (re.compile(r"(.)\1+"), r"\1"),
)


def keys(word: str) -> frozenset[str]:
    """What to look a word up by: `alike` words share one of these, though others may, too."""
    return frozenset({plain(word)}) | readings(word)


def plain(word: str) -> str:
    """A word without case, accents and apostrophes: "Erdoğan" is erdogan, "Müller" mueller."""
    return _plain(word) if len(word) <= LONGEST else word.lower()


@lru_cache(maxsize=8192)
def _plain(word: str) -> str:
    low = _DROPPED.sub("", unicodedata.normalize("NFC", word).lower()).translate(_UMLAUTS)
    marked = unicodedata.normalize("NFKD", low)
    return "".join(c for c in marked if not unicodedata.combining(c))


def readings(word: str) -> frozenset[str]:
    """What a word stands for if it is from Cyrillic, by each way of writing it may be in."""
    return _readings(word) if len(word) <= LONGEST else frozenset()


def alike(a: str, b: str) -> bool:
    """Are two words of names one word: the same letters, or two spellings of one Slavic name?

    It is enough that one looks Slavic: "Kutschma" does, "Kuchma" does not.
    """
    if plain(a) == plain(b):
        return True
    if max(len(a), len(b)) > LONGEST:
        return False
    if not (_SLAVIC.search(a.lower()) or _SLAVIC.search(b.lower())):
        return False
    return not readings(a).isdisjoint(readings(b))


def same_word(a: str, b: str) -> bool:
    """The same, also if either has a genitive s: "Selenskyjs" and "Zelensky"."""
    return any(alike(x, y) for x in _nominatives(a) for y in _nominatives(b))


def _nominatives(word: str) -> tuple[str, ...]:
    bare = word.rstrip("’'")
    return (bare, bare[:-1]) if len(bare) > 4 and bare.endswith("s") else (bare,)


def given_alike(a: str, b: str) -> bool:
    """The same for given names, which have forms in each language: "Wladimir", "Wolodymyr"."""
    if alike(a, b):
        return True
    return not _given(a).isdisjoint(_given(b))


def _given(word: str) -> frozenset[int]:
    """The numbers of the names in the table that it is a form of."""
    forms = _given_forms()
    return frozenset(n for key in keys(word) for n in forms.get(key, ()))


@lru_cache(maxsize=1)
def _given_forms() -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for number, (_, forms) in enumerate(table("given_names")):
        for form in forms.split("|"):
            for key in keys(form):
                found[key] = found.get(key, frozenset()) | {number}
    return found


@lru_cache(maxsize=8192)
def _readings(word: str) -> frozenset[str]:
    low = _DROPPED.sub("", unicodedata.normalize("NFC", word).lower())
    german, english = bool(_GERMAN.search(low)), bool(_ENGLISH.search(low))
    ways: list[Letters] = []
    if german or not english:
        ways.append(_AS_GERMAN)
    if english or not german:
        ways.append(_AS_ENGLISH)
    return frozenset(_read(low, way) for way in ways)


def _read(low: str, way: Letters) -> str:
    for written, sign in _COMMON + way:
        low = low.replace(written, sign)
    marked = unicodedata.normalize("NFKD", low.translate(_UMLAUTS))
    low = "".join(c for c in marked if not unicodedata.combining(c))
    for ending, sign in _ENDINGS:
        low = ending.sub(sign, low)
    return low
