"""What tests of articles need."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator

import pytest

from wortlaut.articles.format import Run
from wortlaut.articles.options import InputOptions
from wortlaut.articles.pages import PageExtractor
from wortlaut.settings import Settings


@pytest.fixture(scope="session")
def pages() -> Iterator[PageExtractor]:
    """One worker for all pages, as in use."""
    with PageExtractor(Settings()) as extractor:
        yield extractor


@pytest.fixture
def peak_memory() -> Iterator[Callable[[], int]]:
    """How many bytes Python's objects took at most, since the test began or reset the peak."""
    tracemalloc.start()
    yield lambda: tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()


@pytest.fixture
def run(pages: PageExtractor) -> Run:
    return Run(InputOptions(), Settings(), pages)
