"""One tree of errors, one line each."""

from __future__ import annotations

import inspect

import pytest

from wortlaut import errors
from wortlaut.errors import BrokenInput, InputError, WortlautError


def test_a_message_names_input_cause_and_advice_in_one_line() -> None:
    error = BrokenInput("a.txt", "not UTF-8\n at byte 7", "say --encoding cp1252")
    assert str(error) == "a.txt: not UTF-8 at byte 7; say --encoding cp1252"
    assert (error.source, error.advice) == ("a.txt", "say --encoding cp1252")


def test_without_advice_nothing_is_added() -> None:
    assert str(InputError("a.txt", "empty")) == "a.txt: empty"


@pytest.mark.parametrize(
    "name", [name for name, _ in inspect.getmembers(errors, inspect.isclass) if name[0] != "_"]
)
def test_all_are_of_one_tree_and_the_module_lists_them(name: str) -> None:
    assert issubclass(getattr(errors, name), WortlautError)
    assert name in (errors.__doc__ or "")
