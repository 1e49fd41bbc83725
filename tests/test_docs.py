"""Every command, option, setting, format and field is documented, and the examples are true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import Field, fields
from pathlib import Path
from typing import get_args

import click
import msgspec
import pytest

from wortlaut import document as vocabulary
from wortlaut.articles.formats import FORMATS as INPUT_FORMATS
from wortlaut.cli.main import cli
from wortlaut.document import Document
from wortlaut.export import FORMATS
from wortlaut.settings import Settings

DOCS = Path(__file__).parents[1] / "docs"
READING = (DOCS / "reading.md").read_text("utf-8")
FORMAT = (DOCS / "format.md").read_text("utf-8")

STRUCTS = [
    vocabulary.Document,
    vocabulary.Statement,
    vocabulary.Actor,
    vocabulary.Condition,
    vocabulary.Quantity,
    vocabulary.Time,
    vocabulary.Relation,
]
CHOICES = [
    vocabulary.Type,
    vocabulary.Medium,
    vocabulary.ActorKind,
    vocabulary.Act,
    vocabulary.Polarity,
    vocabulary.Certainty,
    vocabulary.Mood,
    vocabulary.Bound,
    vocabulary.TimeType,
    vocabulary.RelationName,
]


def options() -> Iterator[str]:
    for command in (cli, *cli.commands.values()):
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                yield parameter.opts[-1]


@pytest.mark.parametrize("command", cli.commands.values(), ids=str)
def test_every_command_is_documented_and_has_help(command: click.Command) -> None:
    assert f"wortlaut {command.name}" in READING
    assert command.help


@pytest.mark.parametrize("option", [*options(), "--help"])
def test_every_option_is_documented(option: str) -> None:
    assert re.search(rf"`(wortlaut )?{option}[ `]", READING)


def test_no_option_is_documented_that_is_none() -> None:
    documented = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", READING))
    assert documented <= {*options(), "--help"}


@pytest.mark.parametrize("setting", fields(Settings), ids=lambda f: f.name)
def test_every_setting_is_documented_with_its_default(setting: Field[object]) -> None:
    default = {"True": "yes", "False": "no"}.get(str(setting.default), setting.default)
    assert f"| `{setting.name}` | {default} |" in READING


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_is_documented(format: str) -> None:
    assert f"| `{format}` | " in READING


@pytest.mark.parametrize("format", INPUT_FORMATS)
def test_every_input_format_is_documented(format: str) -> None:
    [row] = [line for line in READING.splitlines() if line.startswith("| `--input-format")]
    assert f"`{format}`" in row


@pytest.mark.parametrize("struct", STRUCTS, ids=lambda s: s.__name__)
def test_every_field_is_documented(struct: type[msgspec.Struct]) -> None:
    lists = {"actors", "statements", "conditions", "quantities", "times", "relations"}
    for field in msgspec.structs.fields(struct):
        if field.name in lists:
            assert re.search(rf"^##+ {field.name}$", FORMAT, re.IGNORECASE | re.MULTILINE)
        else:
            assert f"| `{field.name}` | " in FORMAT


@pytest.mark.parametrize("choice", [value for choice in CHOICES for value in get_args(choice)])
def test_every_value_is_documented(choice: str) -> None:
    assert f"`{choice}`" in FORMAT


def test_the_example_of_the_format_is_right() -> None:
    [example] = re.findall(r"```json\n(.*?)```", FORMAT, re.DOTALL)
    document = Document.from_json(example)
    assert [document.wording(s) for s in document.statements] == [
        "Der Ausbau verzögere sich „um Jahre“",
        "„um Jahre“",
        "Man habe den Baugrund unterschätzt.",
    ]
    for statement in document.statements:
        assert document.text_of(statement.speaker) == "Hafenchefin Ute Brinkmann"
    first = document.statements[0]
    assert document.text_of(first.cue) == "sagte"
    assert document.text_of(first.addressee) == "der Nachrichtenagentur NDA"
    assert document.text_of(first.frame) == (
        ", sagte Hafenchefin Ute Brinkmann am Dienstag der Nachrichtenagentur NDA"
    )


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda p: p.name)
def test_links_between_the_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]*)#?([^)]*)\)", page.read_text("utf-8"))
    for target, anchor in links:
        linked = page.parent / target if target else page
        assert linked.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.*)$", linked.read_text("utf-8"), re.MULTILINE)
            slugs = {re.sub(r"[^\w -]", "", h.lower()).replace(" ", "-") for h in headings}
            assert anchor in slugs


@pytest.mark.parametrize("name", ["reading.md", "format.md"])
def test_python_examples_are_python(name: str) -> None:
    for code in re.findall(r"```python\n(.*?)```", (DOCS / name).read_text("utf-8"), re.DOTALL):
        compile(code, name, "exec")
