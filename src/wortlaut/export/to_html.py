"""One page that stands alone: no network, no script, nothing beside it.

The page is readable by anyone with a browser, on paper and by screen readers. Its texts are in
German, and in English at a switch that works by CSS alone. A Content-Security-Policy forbids
everything but the one style sheet inside, so that no article can smuggle anything in.
"""

from __future__ import annotations

import base64
import hashlib
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from typing import TextIO

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from wortlaut.document import Document
from wortlaut.export.labels import ACTS, CERTAINTIES, CONDITIONS, MEDIA, RELATIONS, TYPES
from wortlaut.export.page_view import PageView
from wortlaut.export.wording import visible

_MEMORY = 4_000_000  # of the page is kept in memory, in characters; more goes to a temporary file
_CHUNK = 100_000
_MOST_LINKED = 300  # statements of an article that light up together; each is a rule of the style


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the table of contents."""

    number: int
    title: str
    statements: int


def write(documents: Iterable[Document], out: TextIO) -> None:
    """Write one page for all documents; with several it begins with a table of contents.

    The articles wait in a temporary file until it is known how many there are.
    """
    environment = _environment()
    article = environment.get_template("article.html")
    contents: list[_Entry] = []
    with tempfile.SpooledTemporaryFile(_MEMORY, "w+", encoding="utf-8", newline="") as body:
        for number, document in enumerate(documents, start=1):
            view = PageView(number, document)
            body.writelines(article.generate(view=view))
            contents.append(_Entry(number, view.title, len(document.statements)))
        body.seek(0)
        style = _style(max((entry.statements for entry in contents), default=0))
        page = environment.get_template("page.html").generate(
            contents=contents,
            body=map(Markup, iter(partial(body.read, _CHUNK), "")),
            style=Markup(style),
            style_hash=_csp_hash(style),
        )
        out.writelines(page)


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("wortlaut.export", "assets"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        finalize=_finalize,
    )
    environment.globals.update(
        types=TYPES,
        media=MEDIA,
        acts=ACTS,
        certainties=CERTAINTIES,
        conditions=CONDITIONS,
        relations=RELATIONS,
    )
    return environment


def _finalize(value: object) -> object:
    """What every value goes through on its way into the page, before it is escaped."""
    return visible(value) if isinstance(value, str) else value


def _style(statements: int) -> str:
    """The style sheet, with a rule that lights up all places of a statement together."""
    css = files("wortlaut.export").joinpath("assets/page.css").read_text("utf-8")
    if not statements:
        return css
    places = [f'[data-s~="{number}"]' for number in range(1, min(statements, _MOST_LINKED) + 1)]
    selectors = [f".article:has({p}:is(:hover, :target, :focus-within)) {p}" for p in places]
    lit = "{ --strength: var(--strength-lit); --glow: var(--glow-lit); }"
    return f"{css}\n{', '.join(selectors)} {lit}\n"


def _csp_hash(style: str) -> str:
    """The source expression that allows exactly this style, see https://www.w3.org/TR/CSP3/."""
    digest = hashlib.sha256(style.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
