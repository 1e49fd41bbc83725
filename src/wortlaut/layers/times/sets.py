"""Sets: what comes again and again."""

from __future__ import annotations

from wortlaut.layers.times.time_words import (
    Context,
    Found,
    duration,
    inflected,
    unit_of,
    weekday_and_part,
    words,
)
from wortlaut.layers.tokens import number_of

_EVERY = frozenset(("jede", "jeden", "jedes", "jeder", "jedem"))
_DAYPARTS = {"morgens": "MO", "vormittags": "MO", "mittags": "MI", "nachmittags": "AF"}
_DAYPARTS |= {"abends": "EV", "nachts": "NI"}
_DAILY = frozenset(("leben", "lebens", "brot", "bedarf"))  # no time in "tägliches Brot"
_NEAR = 3  # tokens before "im Jahr" in which its amount stands


def regular(context: Context, at: int) -> Found | None:
    """jedes Jahr, alle vier Jahre, pro Monat, jährlich, zweimal täglich, jeden Montag."""
    word, after = context.low(at), context.low(at + 1)
    if word.endswith(("mal", "mals")) and after in words("set"):
        return Found(at + 2, "SET", words("set")[after])
    if (
        word.endswith(("mal", "mals"))
        and after in ("im", "pro", "am")
        and _is_unit(context, at + 2)
    ):
        return Found(at + 3, "SET", duration(1, unit_of(context.low(at + 2)) or ""))
    if value := words("set").get(word) or inflected("set").get(word):
        return None if after in _DAILY else Found(at + 1, "SET", value)
    if word == "alle":
        return _every_few(context, at)
    return _every(context, at)


def _every(context: Context, at: int) -> Found | None:
    """jedes Jahr, jeden Montag, pro Monat; a rate by the hour is part of a quantity."""
    word, after = context.low(at), context.low(at + 1)
    if word in _EVERY and context.is_name(at + 1) and weekday_and_part(after)[0] == after:
        return Found(at + 2, "SET", f"XXXX-WXX-{words('weekday')[after]}")
    if word in _EVERY and context.is_name(at + 1) and (part := words("daypart").get(after)):
        return Found(at + 2, "SET", f"XXXX-XX-XXT{part}")
    nth = word in _EVERY and after in words("nth") and context.low(at + 2) in words("weekday")
    if nth:
        return Found(at + 3, "SET", f"XXXX-WXX-{words('weekday')[context.low(at + 2)]}")
    unit = unit_of(after)
    rate = word == "pro" and unit is not None and not unit.startswith("T")
    return Found(at + 2, "SET", duration(1, unit)) if unit and (rate or word in _EVERY) else None


def _is_unit(context: Context, at: int) -> bool:
    return unit_of(context.low(at)) in ("Y", "M", "W", "D") and not context.year_at(at + 1)


def _every_few(context: Context, at: int) -> Found | None:
    unit = unit_of(context.low(at + 2))
    if unit is None:
        return None
    number = number_of(context.tokens[at + 1])
    if number is None and context.low(at + 1) not in words("vague"):
        return None
    return Found(at + 3, "SET", duration(number, unit))


def rate(context: Context, at: int) -> Found | None:
    """The Monat of "50 Millionen im Monat"."""
    unit = unit_of(context.low(at))
    if context.low(at) not in ("jahr", "monat") or context.low(at - 1) != "im":
        return None
    if unit is None or context.low(at + 1)[:1].isdecimal():
        return None
    counted = any(
        number_of(context.tokens[place]) is not None
        for place in range(max(at - 1 - _NEAR, 0), at - 1)
    )
    return Found(at + 1, "SET", duration(1, unit)) if counted else None


def habitual(context: Context, at: int) -> Found | None:
    """nachts, morgens, montags: whenever it is night, or Monday."""
    word = context.low(at)
    if word in words("weekday") and word.endswith("tags") and not context.is_name(at):
        return Found(at + 1, "SET", f"XXXX-WXX-{words('weekday')[word]}")
    part = _DAYPARTS.get(context.low(at))
    return Found(at + 1, "SET", f"XXXX-XX-XXT{part}") if part else None
