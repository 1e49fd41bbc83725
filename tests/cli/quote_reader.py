"""A reader without a model: what stands in „…“ is a statement. Enough to test the commands with.

`python -m tests.cli.quote_reader` is the command `wortlaut` with this reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from wortlaut.articles.article import Article
from wortlaut.articles.check import check_article
from wortlaut.cli.main import cli
from wortlaut.cli.tools import Tools
from wortlaut.document import Document, Model, Statement
from wortlaut.errors import InputError
from wortlaut.settings import Settings


class QuoteReader:
    """Reads articles like a `Reader`, and admits the same ones."""

    def __init__(self, settings: Settings, authority: Path | None = None) -> None:
        self._settings = settings

    def read_many(
        self, articles: Iterable[Article | str | InputError]
    ) -> Iterator[Document | InputError]:
        for article in articles:
            assert not isinstance(article, str), "the commands know what each article is called"
            yield self._read(article)

    def _read(self, article: Article | InputError) -> Document | InputError:
        if isinstance(article, InputError):
            return article
        try:
            check_article(article, self._settings)
        except InputError as error:
            return error
        spans = [m.span() for m in re.finditer("„[^“]*“", article.text)]
        return Document(
            id=article.id,
            title=article.title,
            outlet=article.outlet,
            url=article.url,
            published=article.published,
            text=article.text,
            model=Model("quotes", "1"),
            statements=tuple(
                Statement(id=f"s{n}", type="Direct", medium="Speech", content=(span,), score=0.5)
                for n, span in enumerate(spans, start=1)
            ),
        )


if __name__ == "__main__":
    cli(prog_name="wortlaut", obj=Tools(load_reader=QuoteReader))
