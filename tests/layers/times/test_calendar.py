"""The arithmetic of days, weeks, months and years."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.layers.times.calendar import (
    Day,
    days_later,
    easter,
    month_later,
    week_later,
    weekday,
    year_later,
    year_of_month,
)

SUNDAY = Day.of("2023-02-26")


def test_what_is_known_of_a_day() -> None:
    assert Day.of(None) == Day(None, None, None)
    assert Day.of("2023-02") == Day(2023, 2, None)
    assert Day.of("2023-02-31").date is None  # there is no such day
    assert Day.of("2023-13") == Day(2023, None, None)
    assert Day.of("0000-00-00") == Day.of("99999-01-01") == Day.of(None)
    assert days_later(Day.of("2023-02"), 1) is week_later(Day.of("2023"), 1) is None


def test_steps() -> None:
    assert days_later(SUNDAY, 3) == "2023-03-01"
    assert week_later(SUNDAY, 1) == "2023-W09"
    assert month_later(SUNDAY, -2) == "2022-12"
    assert year_later(SUNDAY, -1) == "2022"


@pytest.mark.parametrize(
    ("number", "ahead", "value"),
    [(2, False, "2023-02-21"), (2, True, "2023-02-28"), (7, False, "2023-02-26")],
)
def test_days_of_the_week(number: int, ahead: bool, value: str) -> None:
    assert weekday(SUNDAY, number, ahead) == value


@pytest.mark.parametrize(("month", "year"), [(1, 2023), (9, 2022), (8, 2023), (12, 2022)])
def test_a_month_is_the_nearest_one(month: int, year: int) -> None:
    assert year_of_month(SUNDAY, month) == year


@pytest.mark.parametrize(
    ("year", "day"), [(2008, "2008-03-23"), (2011, "2011-04-24"), (2024, "2024-03-31")]
)
def test_easter(year: int, day: str) -> None:
    assert easter(year).isoformat() == day


@given(st.integers(-(10**7), 10**7))
def test_no_step_is_too_far_to_be_answered(steps: int) -> None:
    for step in (days_later, week_later, month_later, year_later):
        value = step(SUNDAY, steps)
        assert value is None or len(value) >= 4
