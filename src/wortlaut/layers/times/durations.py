"""Durations, and how long before or after another time something was."""

from __future__ import annotations

from wortlaut.layers.times.calendar import Day
from wortlaut.layers.times.tenses import looks_ahead
from wortlaut.layers.times.time_words import Context, Found, duration, moved, unit_of, words
from wortlaut.layers.tokens import number_of, tokens_of

_ONE = dict.fromkeys(("ein", "eine", "einen", "einem", "einer", "eines"), 1.0)
_AGES = {
    "jährig": "Y",
    "tägig": "D",
    "wöchig": "W",
    "monatig": "M",
    "stündig": "TH",
    "minütig": "TM",
}
_HYPHENATED = ("woche", "frist", "tag", "schicht")
_BETWEEN = frozenset(("bis", "oder", "-", "–", "und", "statt"))
_LIMITS = frozenset(("unter", "ab"))
_LASTING = ("strafe", "haft", "zeit", "frist", "dauer", "bestehen", "jubiläum", "krieg", "pause")
_PLURALS = frozenset(
    (
        *("jahren", "monaten", "wochen", "tagen", "stunden", "jahrzehnten", "jahrhunderten"),
        *("jahrtausenden", "minuten"),
    )
)
_ACCUSATIVES = frozenset(("jahre", "monate", "wochen", "tage", "stunden", "jahrzehnte"))
_LONGEST_BOUND = 2


def amount(context: Context, at: int) -> Found | None:
    """zwei Tage, vor drei Jahren, einige Monate, ein halbes Jahr, 17 lange Jahre."""
    word = context.low(at)
    number = _ONE.get(word) or number_of(context.tokens[at])
    vague = word in words("vague") or (word == "lange" and context.low(at + 1) == "jahre")
    few = word == "ein" and context.low(at + 1) == "paar"
    if number is None and not vague:
        return None
    half = context.low(at + 1) in ("halbes", "halben", "halbe") and word in _ONE
    name = at + 1 + (half or few or _is_adjective(context, at + 1))
    unit = unit_of(context.low(name))
    if unit is None:
        return _range(context, at) or _hyphenated(context, at)
    if half or few:
        number = 0.5 if half else None
    first = with_bound(context, at)
    before = context.low(first - 1)
    if before in _LIMITS and unit == "Y" and context.low(name) == "jahren":
        return None  # an age, as in "unter 20 Jahren"
    if before == "vor" and (first == at or context.low(at - 1) == "genau"):
        return _away(context, name + 1, unit, number, -1)
    if before == "in" and number is not None and looks_ahead(context, at):
        return _away(context, name + 1, unit, number, 1)
    return _from_another(context, name + 1, unit, number)


def _is_adjective(context: Context, at: int) -> bool:
    """One adjective may stand between the number and its unit."""
    word = context.low(at)
    fits = word.endswith(("e", "en", "es", "er")) and len(word) > 4 and not context.is_name(at)
    return fits and word not in words("vague") and unit_of(context.low(at + 1)) is not None


def _range(context: Context, at: int) -> Found | None:
    """drei bis fünf Stunden: how long is not said."""
    word = context.low(at + 1)
    if word not in _BETWEEN or at + 3 >= len(context.tokens):
        return None
    unit, first = unit_of(context.low(at + 3)), number_of(context.tokens[at])
    if unit is None or number_of(context.tokens[at + 2]) is None:
        return None
    if word in ("und", "statt"):  # two durations, the first without its unit
        return Found(at + 1, "DURATION", duration(first, unit)) if first else None
    return Found(at + 4, "DURATION", duration(None, unit))


def _hyphenated(context: Context, at: int) -> Found | None:
    """35-Stunden-Woche, 14-Tage-Frist."""
    if context.low(at + 1) != "-" or not context.tokens[at].is_digits:
        return None
    head, hyphen, _ = context.low(at + 2).partition("-")
    unit, number = unit_of(head), number_of(context.tokens[at])
    if not context.low(at + 2).endswith(_HYPHENATED):
        return None
    if unit is None or not hyphen or number is None:
        return None
    return Found(at + 3, "DURATION", duration(number, unit))


def _from_another(context: Context, last: int, unit: str, number: float | None) -> Found:
    """zwei Jahre (und) zehn Monate; drei Jahre zuvor and danach, told from the date before."""
    after = context.low(last)
    sign = (after in words("later")) - (after in words("earlier"))
    if sign and number is not None:
        return _at_distance(context, last + 1, unit, number, sign)
    if sign:
        return Found(last + 1, "DATE", "PAST_REF")
    value = duration(number, unit)
    second = number_of(context.tokens[last + 1]) if last + 2 < len(context.tokens) else None
    smaller = unit_of(context.low(last + 2))
    finer = smaller is not None and "YMWD".find(smaller) > "YMWD".find(unit) >= 0
    if after == "und" and second is not None and smaller and finer:
        return Found(last + 3, "DURATION", value + duration(second, smaller)[1:])
    return Found(last, "DURATION", value)


def _at_distance(context: Context, last: int, unit: str, number: float, sign: int) -> Found:
    """From the date last spoken of, if that is as fine as the unit; else from today."""
    if unit.startswith("T") or number % 1:
        return Found(last, "DURATION", duration(number, unit))
    spoken = Day.of(context.spoken)
    fine = {"Y": spoken.year, "M": spoken.month}.get(unit, spoken.date)
    base = spoken if fine is not None else context.day
    return Found(last, "DATE", moved(base, unit, sign * int(number)))


def _away(context: Context, last: int, unit: str, number: float | None, sign: int) -> Found:
    """vor drei Jahren, in zwei Wochen, vor einem halben Jahr."""
    if number is None:
        return Found(last, "DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    if unit == "Y" and number == 0.5:
        return Found(last, "DATE", moved(context.day, "M", 6 * sign))
    if unit.startswith("T") or number % 1:
        return Found(last, "DURATION", duration(number, unit))
    return Found(last, "DATE", moved(context.day, unit, sign * int(number)))


def indefinite(context: Context, at: int) -> Found | None:
    """seit Jahren, Monate später, über Monate, monatelang, mehrwöchig."""
    word, before = context.low(at), context.low(at - 1)
    unit = unit_of(word) or {"jahrtausenden": "L"}.get(word)
    if unit and word in _PLURALS and before in ("seit", "vor", "nach", "binnen"):
        return Found(at + 1, "DURATION", duration(None, unit))
    if unit and word in _ACCUSATIVES and context.low(at + 1) in words("later"):
        return Found(at + 2, "DATE", "PAST_REF")
    step = {"darauf": 1, "danach": 1, "zuvor": -1, "davor": -1}.get(context.low(at + 1))
    if step and unit in ("Y", "M", "W") and word not in _ACCUSATIVES | _PLURALS:
        return _at_distance(context, at + 2, unit, 1, step)
    if unit and word in _ACCUSATIVES and before == "über":
        return Found(at + 1, "DURATION", duration(None, unit))
    if word.startswith("mehr") and (several := _age_unit(word.removeprefix("mehr"))):
        return Found(at + 1, "DURATION", duration(None, several))
    long = next((u for stem, u in words("long").items() if word.startswith(stem)), None)
    return Found(at + 1, "DURATION", duration(None, long)) if long else None


def lasting(context: Context, at: int) -> Found | None:
    """dreitägiger, 15-jährige (Freiheitsstrafe)."""
    token = context.tokens[at]
    if token.is_digits and context.low(at + 1) == "-":
        unit = _age_unit(context.low(at + 2))
        glued = at + 2 < len(context.tokens) and context.tokens[at + 2].start == token.end + 1
        number = number_of(token)
        if unit and glued and number is not None and _is_no_age(context, at + 2):
            return Found(at + 3, "DURATION", duration(number, unit))
        return None
    for stem, unit in _AGES.items():
        head, found, _ = token.low.partition(stem)
        number = _cardinal(head) if found and head else None
        if number is not None and _is_no_age(context, at):
            return Found(at + 1, "DURATION", duration(number, unit))
    return None


def _is_no_age(context: Context, at: int) -> bool:
    """A sentence of fifteen years and not a person of that age."""
    return "jährig" not in context.low(at) or context.low(at + 1).endswith(_LASTING)


def with_bound(context: Context, at: int) -> int:
    """Where "mehr als zehn Jahre" begins."""
    for length in range(_LONGEST_BOUND, 0, -1):
        phrase = " ".join(token.low for token in context.tokens[max(at - length, 0) : at])
        if at >= length and phrase in words("bound"):
            return at - length
    return at


def _age_unit(word: str) -> str | None:
    return next((unit for stem, unit in _AGES.items() if word.startswith(stem)), None)


def _cardinal(word: str) -> float | None:
    tokens = tokens_of(word)
    return number_of(tokens[0]) if len(tokens) == 1 else None
