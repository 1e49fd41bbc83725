"""What the commands work with. Tests hand in another reader here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
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


def _load_reader(settings: Settings) -> ReadsMany:
    from wortlaut.reader import Reader

    return Reader.load(settings)


@dataclass(frozen=True)
class Tools:
    """Kept in click's context: `load_reader` makes the reader that a command reads with."""

    load_reader: Callable[[Settings], ReadsMany] = _load_reader
