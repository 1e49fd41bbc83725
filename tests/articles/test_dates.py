"""A date of publication may be as coarse as a year, and is never guessed."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.articles.dates import iso_date


@pytest.mark.parametrize(
    ("given_date", "kept"),
    [
        ("2023-02-26", "2023-02-26"),
        ("2023-02", "2023-02"),
        ("2023", "2023"),
        (" 2023-02-26\n", "2023-02-26"),
        ("2023-02-26T23:59:59+01:00", "2023-02-26"),
        ("2023-02-26T23:59:59.123Z", "2023-02-26"),
        ("2023-02-26 07:30", "2023-02-26"),
    ],
)
def test_iso_dates_keep_their_precision(given_date: str, kept: str) -> None:
    assert iso_date(given_date) == kept


@pytest.mark.parametrize(
    "text",
    [
        "",
        "gestern",
        "26.02.2023",
        "02/26/2023",
        "20230226",
        "2023-2-26",
        "2023-02-30",
        "2023-13",
        "0000",
        "2023-W08-7",
        "2023-02-26T",
        "2023-02-26T25:00",
        "2023-02-26 abends",
        "٢٠٢٣-02-26",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        iso_date(text)


@given(st.dates())
def test_every_day_is_a_date(day: date) -> None:
    assert iso_date(day.isoformat()) == day.isoformat()


@given(st.datetimes(timezones=st.none() | st.timezones()))
def test_of_a_point_in_time_the_day_is_kept(time: datetime) -> None:
    assert iso_date(time.isoformat()) == time.date().isoformat()
