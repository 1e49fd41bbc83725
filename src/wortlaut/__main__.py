"""`python -m wortlaut` is the command `wortlaut`."""

from __future__ import annotations

from wortlaut.cli.main import main

main()
