"""`wortlaut settings`: the list of all limits and switches."""

from __future__ import annotations

from dataclasses import fields

import click

from wortlaut.settings import Settings


@click.command()
def settings() -> None:
    """Show all limits and switches with their defaults.

    \b
    Change one for a run like this:
      wortlaut read --setting max_characters 5000000 long.txt
    """
    formatter = click.HelpFormatter()
    formatter.write_dl(
        [(f"{f.name} = {_shown(f.default)}", f.metadata["help"]) for f in fields(Settings)],
        col_max=36,
    )
    click.echo(formatter.getvalue(), nl=False)


def _shown(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
