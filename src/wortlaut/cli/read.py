"""`wortlaut read`: articles in, statements out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path, PurePath

import click

from wortlaut.articles.formats import FORMATS as INPUT_FORMATS
from wortlaut.articles.inputs import InputOptions, count_inputs, open_inputs
from wortlaut.articles.options import AUTO
from wortlaut.cli.messages import say, say_error
from wortlaut.cli.output import STDOUT, open_output
from wortlaut.cli.progress import no_progress_bar, progress_bar
from wortlaut.cli.tools import Tools
from wortlaut.document import Document
from wortlaut.errors import InputError, SettingError
from wortlaut.export import FORMATS, exporter
from wortlaut.settings import Settings

STDIN = "-"


@click.command(short_help="Show who said what in articles.")
@click.argument("inputs", nargs=-1, metavar="[FILE|DIRECTORY|-]...")
@click.option(
    "--format",
    type=click.Choice(FORMATS),
    help="How to write the result. Default: terminal on a terminal, otherwise by the ending of"
    " --output, otherwise jsonl.",
)
@click.option(
    "--output",
    metavar="FILE",
    default=STDOUT,
    help="Write to FILE, which is replaced only when all is read. Default: standard output.",
)
@click.option(
    "--published", metavar="DATE", help="When it was published: 2023-02-26, 2023-02 or 2023."
)
@click.option("--outlet", metavar="NAME", help="Who published it.")
@click.option("--title", metavar="TITLE", help="Its headline.")
@click.option(
    "--input-format",
    type=click.Choice((AUTO, *INPUT_FORMATS)),
    default=AUTO,
    show_default=True,
    help="What the inputs are, if their names and beginnings mislead.",
)
@click.option(
    "--encoding",
    metavar="NAME",
    help="The inputs' encoding. Default: UTF-8, and for HTML what the page declares.",
)
@click.option(
    "--authority",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Well-known names of your own, as CSV: id, name, aliases, kind.",
)
@click.option("--any-language", is_flag=True, help="Read texts that do not look German, too.")
@click.option(
    "--setting",
    "pairs",
    nargs=2,
    multiple=True,
    metavar="NAME VALUE",
    help="Change a setting, see `wortlaut settings`. Can be repeated.",
)
@click.pass_context
def read(
    ctx: click.Context,
    /,
    inputs: tuple[str, ...],
    format: str | None,
    output: str,
    input_format: str,
    authority: Path | None,
    any_language: bool,
    pairs: tuple[tuple[str, str], ...],
    **known: str | None,
) -> None:
    """Read articles and show every statement in them: who said what, in which words.

    Reads text, HTML and JSONL (one object with "id" and "text" a line) from files, from all files
    of a directory, or from standard input (-). What cannot be read gets a line on standard error;
    all else is still read, and the exit status is 1 at the end.

    --published, --outlet and --title are for articles that do not say it themselves. Who is meant
    outside the article is known from a list of states and of well-known names; --authority adds
    yours.

    \b
    Examples:
      wortlaut read article.txt
      wortlaut read --published 2023-02-26 --outlet dpa article.txt
      wortlaut read --authority council.csv --output page.html saved-pages/
      wortlaut read --format csv articles.jsonl > statements.csv
      curl -s https://example.org/article | wortlaut read --format terminal
      wortlaut read < articles.jsonl | jq -c '.statements[].type'
    """
    if not inputs and sys.stdin.isatty():
        click.echo(ctx.get_help())
        return
    names = inputs or (STDIN,)
    options = _options(InputOptions(format=input_format, **known))
    settings = _settings(pairs, any_language)
    write = exporter(format or _default_format(output))
    reader = ctx.ensure_object(Tools).load_reader(settings, authority)

    tally = _Tally()
    with open_output(output) as out, _progress(names, output) as advance:
        articles = open_inputs(names, options, settings, sys.stdin.buffer)
        write(tally.documents(reader.read_many(articles), advance), out)
        if not tally.read:
            tally.finish()  # inside, so that nothing does not replace the file of an earlier run
    tally.finish()


@dataclass
class _Tally:
    """How many articles were read so far, and how many could not be."""

    read: int = 0
    failed: int = 0

    def documents(
        self, outcomes: Iterable[Document | InputError], advance: Callable[[], None]
    ) -> Iterator[Document]:
        """What was read, as it comes; for the rest there is a line on standard error."""
        for outcome in outcomes:
            advance()
            if isinstance(outcome, InputError):
                self.failed += 1
                say_error(outcome)
            else:
                self.read += 1
                yield outcome

    def finish(self) -> None:
        """End with status 1 if anything failed; of several articles, say how many."""
        if self.failed:
            if self.read + self.failed > 1:
                say(f"{self.read} read, {self.failed} failed")
            raise click.exceptions.Exit(1)


def _options(options: InputOptions) -> InputOptions:
    try:
        options.check()
    except InputError as error:
        raise click.UsageError(str(error)) from error
    return options


def _settings(pairs: Iterable[tuple[str, str]], any_language: bool) -> Settings:
    shortcut = [("any_language", "yes")] if any_language else []
    try:
        return Settings().with_pairs([*pairs, *shortcut])
    except SettingError as error:
        raise click.UsageError(str(error)) from error


def _default_format(output: str) -> str:
    if output == STDOUT:
        return "terminal" if sys.stdout.isatty() else "jsonl"
    ending = PurePath(output).suffix.removeprefix(".").lower()
    return ending if ending in FORMATS else "jsonl"


def _progress(names: tuple[str, ...], output: str) -> AbstractContextManager[Callable[[], None]]:
    """A bar if somebody waits for more than one article and nothing else moves on the screen."""
    if not sys.stderr.isatty() or (output == STDOUT and sys.stdout.isatty()):
        return no_progress_bar()
    total = count_inputs(names)
    return no_progress_bar() if total == 1 else progress_bar(total)
