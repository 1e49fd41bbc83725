"""What the user says about the inputs that the inputs may not say themselves."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from wortlaut.articles.article import Article
from wortlaut.articles.dates import iso_date
from wortlaut.errors import BrokenInput, InputError

AUTO = "auto"


@dataclass(frozen=True)
class InputOptions:
    """How to read the inputs. What an article says itself goes before what is said here.

    `published` is an ISO date (2023, 2023-02 or 2023-02-26), `format` is "auto" or one of FORMATS,
    `encoding` the name of one of Python's text encodings; None is UTF-8, and for HTML what the
    page declares.
    """

    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    format: str = AUTO
    encoding: str | None = None

    def check(self) -> None:
        """Raise InputError if the date or the encoding cannot be used."""
        if self.published:
            try:
                iso_date(self.published)
            except ValueError as error:
                raise BrokenInput("published", str(error)) from None
        if self.encoding and not _is_text_encoding(self.encoding):
            advice = "often needed: utf-8, cp1252, utf-16"
            raise InputError("encoding", f"{self.encoding!r} is not known", advice)

    def complete(self, article: Article) -> Article:
        """The article with title, outlet and date filled in where it lacks them."""
        published = iso_date(self.published) if self.published else None
        return msgspec.structs.replace(
            article,
            title=article.title or self.title or None,
            outlet=article.outlet or self.outlet or None,
            published=article.published or published,
        )


def _is_text_encoding(name: str) -> bool:
    try:
        b"a".decode(name, "replace")
    except (LookupError, ValueError):  # ValueError: it does not decode, or NUL is in its name
        return False
    return True
