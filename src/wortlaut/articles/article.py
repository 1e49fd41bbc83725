"""One article, before anything was read out of it."""

from __future__ import annotations

import msgspec


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """Text and what is known about it. `published` is an ISO date, "2023-02-26", or None."""

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
