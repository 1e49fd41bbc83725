"""What the commands work with. Tests hand in another reader here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from wortlaut.articles.article import Article
    from wortlaut.document import Document
    from wortlaut.errors import InputError
    from wortlaut.settings import Settings


class ReadsMany(Protocol):
    """The part of a `Reader` that the commands need."""

    def read_many(
        self, articles: Iterable[Article | str | InputError]
    ) -> Iterator[Document | InputError]:
        """Read articles as they come; what cannot be read is an InputError in its place."""


def _load_reader(settings: Settings, authority: Path | None) -> ReadsMany:
    from wortlaut.reader import Reader

    return Reader.load(settings, authority=authority)


@dataclass(frozen=True)
class Tools:
    """Kept in click's context: `load_reader` makes the reader that a command reads with.

    It is given the settings and the file of well-known names, if the user has one.
    """

    load_reader: Callable[[Settings, Path | None], ReadsMany] = _load_reader
