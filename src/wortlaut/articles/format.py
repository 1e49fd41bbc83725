"""What every format of article does; text.py, html.py and jsonl.py each are one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from wortlaut.articles.article import Article
from wortlaut.articles.options import InputOptions
from wortlaut.articles.pages import PageExtractor
from wortlaut.articles.source import Source
from wortlaut.errors import InputError
from wortlaut.settings import Settings


@dataclass(frozen=True, slots=True)
class Run:
    """What is the same for all inputs that are read together."""

    options: InputOptions
    settings: Settings
    pages: PageExtractor


class Format(Protocol):
    """One way to write articles down."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of file names by which it is known."""
        ...

    def recognises(self, head: str) -> bool:
        """Whether an input that starts like this, blank space left out, is of this format."""
        ...

    def articles(self, source: Source, run: Run) -> Iterator[Article | InputError]:
        """The articles in the source, one after the other; an error stands for one article.

        Raises InputError or OSError if nothing more can be read from the source.
        """
        ...
