"""A progress bar on standard error, for people who wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress_bar(total: int | None) -> Iterator[Callable[[], None]]:
    """Show a bar; what it gives is to be called after each article. None: how many is unknown.

    Lines that are written to sys.stderr meanwhile appear above the bar.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn

    columns = (BarColumn(), MofNCompleteColumn(), "articles", TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.advance(task)


@contextmanager
def no_progress_bar() -> Iterator[Callable[[], None]]:
    """The same without a bar."""
    yield lambda: None
