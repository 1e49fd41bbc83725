"""Plain text: one article a file, and every character stays as it is."""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.articles.article import Article
from wortlaut.articles.decode import decode
from wortlaut.articles.format import Run
from wortlaut.articles.source import Source


class TextFormat:
    """Anything that is not known to be something else."""

    suffixes = (".txt", ".text", ".md")

    def recognises(self, head: str) -> bool:
        return True

    def articles(self, source: Source, run: Run) -> Iterator[Article]:
        text = decode(source.read_all(), source.name, run.options.encoding)
        yield run.options.complete(Article(id=source.name, text=text))
