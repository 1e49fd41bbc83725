"""Where articles come from: text, HTML and JSONL, in files, directories and standard input."""

from __future__ import annotations

from wortlaut.articles.article import Article
from wortlaut.articles.check import check_article
from wortlaut.articles.dates import iso_date
from wortlaut.articles.inputs import InputOptions, count_inputs, open_inputs

__all__ = [
    "Article",
    "InputOptions",
    "check_article",
    "count_inputs",
    "iso_date",
    "open_inputs",
]
