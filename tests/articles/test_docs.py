"""docs/inputs.md tells what can be read, with the limits as they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wortlaut.articles.formats import FORMATS, SUFFIXES
from wortlaut.settings import Settings

LIMITS = (
    "min_words",
    "max_characters",
    "max_bytes",
    "max_unpacked_bytes",
    "html_seconds",
    "html_megabytes",
)


@pytest.fixture(scope="module")
def page(repository: Path) -> str:
    return (repository / "docs/inputs.md").read_text(encoding="utf8")


@pytest.mark.parametrize("name", [*FORMATS, *SUFFIXES])
def test_formats_and_suffixes_are_told(page: str, name: str) -> None:
    assert f"`{name}`" in page


@pytest.mark.parametrize("name", LIMITS)
def test_limits_are_told_with_their_defaults(page: str, name: str) -> None:
    (default,) = re.findall(rf"^\| `{name}` \| ([\d,]+) \|", page, re.MULTILINE)
    assert int(default.replace(",", "")) == getattr(Settings(), name)
