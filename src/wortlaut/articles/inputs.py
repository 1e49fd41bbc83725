"""From the names that a user gives to articles; the only way in for the command and the API."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from wortlaut.articles.article import Article
from wortlaut.articles.decode import refuse_binary
from wortlaut.articles.files import expand
from wortlaut.articles.format import Run
from wortlaut.articles.formats import FORMATS, name_by_head, name_by_suffix
from wortlaut.articles.options import AUTO, InputOptions
from wortlaut.articles.pages import PageExtractor
from wortlaut.articles.source import STDIN, Source, open_source, shown
from wortlaut.errors import InputError
from wortlaut.settings import Settings

__all__ = ["InputOptions", "count_inputs", "open_inputs"]


def open_inputs(
    names: Sequence[str], options: InputOptions, settings: Settings, stdin: BinaryIO
) -> Iterator[Article | InputError]:
    """The articles in files, directories and, for the name "-", standard input, in that order.

    Lazy: an input is opened when its turn comes. What cannot be read is an InputError in the
    place of the article; nothing is raised. Whether a text is an article at all (long enough,
    German) is not looked at here but by `check_article`.
    """
    try:
        options.check()
        _check_format(options.format)
    except InputError as error:
        yield _without_traceback(error)
        return
    with PageExtractor(settings) as pages:
        run = Run(options, settings, pages)
        for name in names:
            for file in expand(name):
                for item in [file] if isinstance(file, InputError) else _read(file, run, stdin):
                    yield _without_traceback(item) if isinstance(item, InputError) else item


def count_inputs(names: Sequence[str]) -> int | None:
    """How many items `open_inputs` will yield; None if that takes reading the inputs."""
    count = 0
    for name in names:
        for file in expand(name):
            if isinstance(file, str) and name_by_suffix(file) not in ("text", "html"):
                return None
            count += 1
    return count


def _read(name: str, run: Run, stdin: BinaryIO) -> Iterator[Article | InputError]:
    try:
        with open_source(name, stdin, run.settings) as source:
            refuse_binary(source.head, source.name)
            yield from FORMATS[_format_of(name, source, run.options)].articles(source, run)
    except InputError as error:
        yield error
    except OSError as error:
        cause = f"cannot be read: {error.strerror or error}"
        yield InputError(shown(name), cause, "check it and its permissions")


def _check_format(name: str) -> None:
    if name not in (AUTO, *FORMATS):
        known = ", ".join((AUTO, *FORMATS))
        raise InputError("input format", f"{name!r} is not known", f"known: {known}")


def _format_of(name: str, source: Source, options: InputOptions) -> str:
    if options.format != AUTO:
        return options.format
    by_suffix = None if name == STDIN else name_by_suffix(name)
    return by_suffix or name_by_head(source.head, options.encoding)


def _without_traceback(error: InputError) -> InputError:
    """A traceback would keep the whole input in memory for as long as the error is kept."""
    error.__cause__ = error.__context__ = None
    return error.with_traceback(None)
