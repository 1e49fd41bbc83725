"""HTML pages: the encoding is found here, text and metadata by trafilatura (see pages.py)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wortlaut.articles.article import Article
from wortlaut.articles.decode import decode, marked_encoding, mostly_utf8
from wortlaut.articles.format import Run
from wortlaut.articles.source import Source

_START = re.compile(
    r"(?>(?:<!--.*?-->|<\?xml\b[^>]*>|\s)*)<(?:!doctype\s+html|html|head|body|title|meta|article)\b",
    re.IGNORECASE | re.DOTALL,
)
# The page is somebody else's: only the plain encodings of the Web that hold German are believed.
_DECLARED = re.compile(
    rb"(?:charset|<\?xml[^>]*\sencoding)\s*=\s*[\"']?\s*"
    rb"(utf-?8|(?:windows-|cp)125\d|iso[-_]?8859[-_]\d\d?|latin-?\d|us-ascii|ascii|macintosh)\b",
    re.IGNORECASE,
)
_DECLARATION_WITHIN = 4096
# What the Web calls Latin-1 is read as windows-1252: https://encoding.spec.whatwg.org/#names-and-labels
_LATIN_1 = frozenset({"iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1"})
_ASCII = frozenset({"us-ascii", "ascii"})


class HtmlFormat:
    """One article a page."""

    suffixes = (".html", ".htm", ".xhtml")

    def recognises(self, head: str) -> bool:
        return _START.match(head) is not None

    def articles(self, source: Source, run: Run) -> Iterator[Article]:
        data = source.read_all()
        page = run.pages.extract(decode_page(data, source.name, run.options.encoding), source.name)
        yield run.options.complete(
            Article(
                id=source.name,
                text=page.text,
                title=page.title,
                outlet=page.outlet,
                url=page.url,
                published=page.published,
            )
        )


def decode_page(data: bytes, name: str, encoding: str | None = None) -> str:
    """The page's characters, in the order of the HTML standard: the encoding that the user names,
    the byte order mark, what the page declares, UTF-8 if it is that, else windows-1252.

    A page that declares nothing that fits is no error on the Web, and so it is none here; single
    broken bytes become U+FFFD. Raises BrokenInput if it is not in the encoding the user named.
    """
    if encoding is not None:
        return decode(data, name, encoding)
    for candidate in (marked_encoding(data), _declared(data), "utf-8"):
        if candidate is not None:
            try:
                return data.decode(candidate).removeprefix("\ufeff")
            except (UnicodeError, LookupError):  # LookupError: there is no Latin-99
                continue
    return data.decode("utf-8" if mostly_utf8(data) else "cp1252", "replace")


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_DECLARATION_WITHIN])
    if match is None:
        return None
    label = match[1].decode("ascii").lower()
    return "cp1252" if label in _LATIN_1 | _ASCII else label.replace("macintosh", "mac_roman")
