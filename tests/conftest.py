"""What tests of several parts need."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from wortlaut import Reader

# No deadline: how long one example takes says more about the machine than about the code. In CI
# the same examples each time, so that it fails for what was changed and nothing else.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder of the project."""
    return Path(__file__).parent.parent


@pytest.fixture(scope="session")
def example(repository: Path) -> Path:
    """The article that the README reads."""
    return repository / "examples/festnahme-weissrussischer-oppositioneller.txt"


@pytest.fixture(scope="session")
def sample(repository: Path) -> list[dict[str, Any]]:
    """Twenty articles with what people marked in them; see tests/data/README.md."""
    lines = (repository / "tests/data/quotes-sample.jsonl").read_text(encoding="utf8")
    return [json.loads(line) for line in lines.splitlines()]


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The model that comes with the package, loaded once for all tests, on one thread."""
    from wortlaut import Reader, Settings

    return Reader.load(Settings(threads=1))
