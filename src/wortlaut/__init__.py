"""Wortlaut reads German news articles and keeps who said what, and where exactly it stands.

    import wortlaut

    document = wortlaut.read(text, published="2023-02-26")
    for statement in document.statements:
        print(document.text_of(statement.speaker), statement.type, document.wording(statement))

`Reader` reads many articles with one model. `Document` and what it is made of is the vocabulary,
`Settings` has every limit, and all errors are a `WortlautError`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wortlaut.articles.article import Article
from wortlaut.document import (
    Actor,
    Condition,
    Document,
    Model,
    Quantity,
    Relation,
    Span,
    Speaker,
    Statement,
    Time,
)
from wortlaut.errors import (
    AuthorityError,
    BrokenInput,
    DocumentError,
    EmptyInput,
    InputError,
    MissingInput,
    ModelError,
    NotGerman,
    SettingError,
    TooLarge,
    WortlautError,
)
from wortlaut.settings import Settings

if TYPE_CHECKING:
    from wortlaut.reader import Reader, read

    __version__: str

__all__ = [
    "Actor",
    "Article",
    "AuthorityError",
    "BrokenInput",
    "Condition",
    "Document",
    "DocumentError",
    "EmptyInput",
    "InputError",
    "MissingInput",
    "Model",
    "ModelError",
    "NotGerman",
    "Quantity",
    "Reader",
    "Relation",
    "SettingError",
    "Settings",
    "Span",
    "Speaker",
    "Statement",
    "Time",
    "TooLarge",
    "WortlautError",
    "__version__",
    "read",
]

if not TYPE_CHECKING:  # so that type checkers still know which names there are

    def __getattr__(name: str) -> object:
        """`read` and `Reader` when first asked for: numpy and onnxruntime are slow to import."""
        if name in ("Reader", "read"):
            from wortlaut import reader

            return getattr(reader, name)
        if name == "__version__":
            from importlib.metadata import version

            return version("wortlaut")
        raise AttributeError(f"module 'wortlaut' has no attribute {name!r}")

    def __dir__() -> list[str]:
        return list(__all__)
