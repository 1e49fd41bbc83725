"""Dates of publication: ISO dates that may be less precise than a day."""

from __future__ import annotations

import re
from datetime import date, datetime

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)([T ].+)?)?)?", re.ASCII)


def iso_date(value: str) -> str:
    """A date as YYYY, YYYY-MM or YYYY-MM-DD; the time of day is cut off.

    Raises ValueError if it is anything else, or no day of the calendar.
    """
    match = _DATE.fullmatch(value.strip())
    if match is None:
        raise ValueError(f"{value[:40]!r} is not a date like 2023-02-26, 2023-02 or 2023")
    year, month, day, time = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
        if time:
            datetime.fromisoformat(match[0])
    except ValueError as error:
        raise ValueError(f"{value[:40]!r} is not a date: {str(error)[:80]}") from None
    return "-".join(part for part in (year, month, day) if part)
