"""The command `wortlaut` itself, and what becomes of errors."""

from __future__ import annotations

import sys
from typing import Any

import click

from wortlaut.cli.messages import say, say_error
from wortlaut.cli.read import read
from wortlaut.cli.settings import settings
from wortlaut.cli.tools import Tools
from wortlaut.errors import WortlautError

INTERRUPTED = 128 + 2  # as shells report a program that SIGINT ended


class _Group(click.Group):
    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what ends it early is one line on standard error, not a traceback.

        A broken pipe (`| head`) is left to click, which ends quietly.
        """
        try:
            return super().invoke(ctx)
        except WortlautError as error:
            say_error(error)
            ctx.exit(1)
        except KeyboardInterrupt:
            say("interrupted")
            ctx.exit(INTERRUPTED)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="wortlaut", message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Read German news articles and show who said what, and where exactly it stands.

    \b
    Examples:
      wortlaut read article.txt
      wortlaut read --format html articles/ > page.html
      wortlaut read --help
    """
    ctx.ensure_object(Tools)


cli.add_command(read)
cli.add_command(settings)


def main() -> None:
    """Run the command with the arguments of this process."""
    sys.exit(cli(prog_name="wortlaut"))
