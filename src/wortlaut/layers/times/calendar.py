"""From a day of publication to the days, weeks and months that words mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS, _DAYS_OF_WEEK = 12, 7
_EARLIEST, _LATEST = 100, 9900  # years, so that those some way off have four digits too


@dataclass(frozen=True, slots=True)
class Day:
    """The day that a text speaks from; each part is known only as far as `published` tells it."""

    year: int | None
    month: int | None
    date: date | None

    @classmethod
    def of(cls, published: str | None) -> Day:
        """From 2023-02-26, 2023-02, 2023 or None; a year that cannot be counted from is unknown."""
        parts = [int(part) for part in (published or "")[:10].split("-") if part.isdecimal()]
        if not parts or not _EARLIEST <= parts[0] <= _LATEST:
            return cls(None, None, None)
        try:
            whole = date(*parts) if len(parts) == 3 else None
        except ValueError:  # no such day
            whole = None
        month = parts[1] if len(parts) > 1 and 1 <= parts[1] <= _MONTHS else None
        return cls(parts[0], month, whole)


def days_later(day: Day, days: int) -> str | None:
    """YYYY-MM-DD."""
    try:
        return (day.date + timedelta(days=days)).isoformat() if day.date else None
    except OverflowError:
        return None


def week_later(day: Day, weeks: int) -> str | None:
    """YYYY-Www."""
    if day.date is None:
        return None
    try:
        year, week, _ = (day.date + timedelta(weeks=weeks)).isocalendar()
    except OverflowError:
        return None
    return f"{year:04}-W{week:02}"


def month_later(day: Day, months: int) -> str | None:
    """YYYY-MM."""
    if day.year is None or day.month is None:
        return None
    years, month = divmod(day.month - 1 + months, _MONTHS)
    return f"{day.year + years:04}-{month + 1:02}" if 0 < day.year + years < 9999 else None


def year_later(day: Day, years: int) -> str | None:
    """YYYY."""
    if day.year is None or not 0 < day.year + years < 9999:
        return None
    return f"{day.year + years:04}"


def weekday(day: Day, number: int, ahead: bool) -> str | None:
    """The last such day of the week, today included; `ahead` the next one."""
    if day.date is None:
        return None
    back = (day.date.isoweekday() - number) % _DAYS_OF_WEEK
    return days_later(day, (-back) % _DAYS_OF_WEEK if ahead else -back)


def year_of_month(day: Day, month: int, ahead: bool | None = None) -> int | None:
    """The year in which that month is nearest to the day, the past before the future.

    With `ahead` it is the next one, or the last one if `ahead` is False; None: it may be either.
    """
    if day.year is None:
        return None
    if day.month is None:
        return day.year
    distance = month - day.month
    if ahead is None:
        back, on = distance > _MONTHS / 2, distance < -_MONTHS / 2
    else:
        back, on = not ahead and distance > 0, ahead and distance < 0
    return day.year - back + on


def nearest(day: Day, dates: Iterable[date]) -> date | None:
    """The date that is nearest to the day."""
    if day.date is None:
        return None
    today = day.date
    return min(dates, key=lambda one: abs(one - today), default=None)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Anonymous, Nature 1876; Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return date(year, month, day + 1)
