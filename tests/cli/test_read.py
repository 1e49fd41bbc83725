"""`wortlaut read`: every input is read or gets a line that says why not."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import Result

from tests.cli.conftest import WEBER, Command
from tests.cli.quote_reader import QuoteReader
from wortlaut.cli.tools import Tools
from wortlaut.document import Document
from wortlaut.errors import ModelError
from wortlaut.settings import Settings


def documents(result: Result) -> list[Document]:
    return [Document.from_json(line) for line in result.stdout.splitlines()]


def test_a_file_is_read(wortlaut: Command, folder: Path) -> None:
    result = wortlaut("read", folder / "1-weber.txt")
    [document] = documents(result)
    assert document.text == WEBER
    assert document.wording(document.statements[0]) == "„Das war absehbar.“"
    assert (result.exit_code, result.stderr) == (0, "")


def test_standard_input_is_read_when_no_file_is_named(wortlaut: Command) -> None:
    assert documents(wortlaut("read", input=WEBER.encode())) == documents(
        wortlaut("read", "-", input=WEBER.encode())
    )


def test_jsonl_keeps_order_and_ids(wortlaut: Command) -> None:
    lines = [json.dumps({"id": f"nr-{n}", "text": WEBER}) for n in range(40)]
    result = wortlaut("read", input="\n".join(lines).encode())
    assert [d.id for d in documents(result)] == [f"nr-{n}" for n in range(40)]


def test_what_is_known_about_an_article_is_kept(wortlaut: Command, folder: Path) -> None:
    [document] = documents(
        wortlaut(
            *("read", folder / "1-weber.txt", "--published", "2023-02-26"),
            *("--outlet", "NDA", "--title", "Kiel"),
        )
    )
    assert (document.published, document.outlet, document.title) == ("2023-02-26", "NDA", "Kiel")


def test_an_encoding_can_be_named(wortlaut: Command, folder: Path) -> None:
    [document] = documents(wortlaut("read", "--encoding", "cp1252", folder / "2-broken.txt"))
    assert document.text.startswith("Der Präsident der Behörde")


def test_an_input_format_can_be_named(wortlaut: Command) -> None:
    html = f"<!doctype html><p>{WEBER}</p>".encode()
    [document] = documents(wortlaut("read", "--input-format", "text", input=html))
    assert document.text.startswith("<!doctype html>")


class TestFormats:
    """How the result is written."""

    def test_jsonl_is_the_default_in_a_pipe(self, wortlaut: Command, folder: Path) -> None:
        by_default = wortlaut("read", folder / "1-weber.txt")
        assert (
            by_default.stdout
            == wortlaut("read", "--format", "jsonl", folder / "1-weber.txt").stdout
        )

    def test_json(self, wortlaut: Command, folder: Path) -> None:
        result = wortlaut("read", "--format", "json", folder / "1-weber.txt")
        assert json.loads(result.stdout)["text"] == WEBER

    def test_csv(self, wortlaut: Command, folder: Path) -> None:
        result = wortlaut("read", "--format", "csv", folder / "1-weber.txt")
        [row] = csv.DictReader(result.stdout.splitlines())
        assert row["wording"] == "„Das war absehbar.“"
        assert b"\r\n" in result.stdout_bytes

    def test_html(self, wortlaut: Command, folder: Path) -> None:
        result = wortlaut("read", "--format", "html", folder / "1-weber.txt")
        assert result.stdout.startswith("<!doctype html>")

    def test_terminal(self, wortlaut: Command, folder: Path) -> None:
        result = wortlaut("read", "--format", "terminal", folder / "1-weber.txt")
        assert "[1 „Das war absehbar.“]" in result.stdout


class TestErrors:
    """What cannot be read does not stop the rest."""

    def test_each_failure_is_a_line_and_all_else_is_read(
        self, wortlaut: Command, folder: Path
    ) -> None:
        result = wortlaut("read", folder, folder / "missing.txt")
        assert [Path(d.id).name for d in documents(result)] == ["1-weber.txt", "3-weber.txt"]
        broken, missing, summary = result.stderr.splitlines()
        assert broken.startswith(f"wortlaut: {folder / '2-broken.txt'}: ")
        assert missing.startswith(f"wortlaut: {folder / 'missing.txt'}: ")
        assert summary == "wortlaut: 2 read, 2 failed"
        assert result.exit_code == 1

    def test_a_single_failure_needs_no_summary(self, wortlaut: Command, folder: Path) -> None:
        result = wortlaut("read", folder / "2-broken.txt")
        assert (result.exit_code, result.stdout) == (1, "")
        assert len(result.stderr.splitlines()) == 1

    def test_several_failures_and_nothing_else_are_counted(
        self, wortlaut: Command, folder: Path
    ) -> None:
        result = wortlaut("read", folder / "2-broken.txt", folder / "missing.txt")
        assert result.stderr.splitlines()[-1] == "wortlaut: 0 read, 2 failed"

    def test_a_model_that_cannot_be_loaded_is_one_line(self, wortlaut: Command) -> None:
        def no_model(settings: Settings, authority: Path | None) -> QuoteReader:
            raise ModelError("config.json", "no such file", "install wortlaut again")

        result = wortlaut("read", input=WEBER.encode(), tools=Tools(load_reader=no_model))
        assert result.stderr == "wortlaut: config.json: no such file; install wortlaut again\n"
        assert result.exit_code == 1

    @pytest.mark.parametrize(
        ("args", "told"),
        [
            (["--published", "gestern"], "gestern"),
            (["--encoding", "utf-9"], "'utf-9' is not known"),
            (["--setting", "min_wrods", "3"], "min_wrods: no such setting; known: min_words"),
            (["--setting", "min_words", "few"], "min_words: 'few' is not a number"),
            (["--format", "xml"], "'xml' is not one of 'terminal', 'json'"),
            (["--input-format", "pdf"], "'pdf' is not one of"),
            (["--frobnicate"], "No such option"),
        ],
    )
    def test_wrong_usage_is_told_before_anything_is_read(
        self, wortlaut: Command, args: list[str], told: str
    ) -> None:
        result = wortlaut("read", *args, input=WEBER.encode())
        assert (result.exit_code, result.stdout) == (2, "")
        assert told in result.stderr


class TestOutputFile:
    """--output: as a whole or not at all."""

    @pytest.mark.parametrize(
        ("name", "start"),
        [
            ("page.html", "<!doctype html>"),
            ("page.HTML", "<!doctype html>"),
            ("rows.csv", "document,title"),
            ("one.json", "{\n"),
            ("one.jsonl", '{"schema"'),
            ("plain.terminal", "1-weber"),
            ("without-ending", '{"schema"'),
            ("notes.txt", '{"schema"'),
        ],
    )
    def test_the_ending_tells_the_format(
        self, wortlaut: Command, folder: Path, name: str, start: str
    ) -> None:
        article, out = folder / "1-weber.txt", folder / name
        result = wortlaut("read", "--output", out, article)
        assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
        assert start in out.read_text(encoding="utf-8").splitlines(keepends=True)[0]

    def test_a_named_format_goes_before_the_ending(self, wortlaut: Command, folder: Path) -> None:
        out = folder / "rows.txt"
        wortlaut("read", "--format", "csv", "--output", out, folder / "1-weber.txt")
        assert out.read_text(encoding="utf-8").startswith("document,")

    def test_what_was_read_is_kept_when_something_failed(
        self, wortlaut: Command, folder: Path
    ) -> None:
        out = folder / "out.jsonl"
        assert wortlaut("read", "--output", out, folder).exit_code == 1
        assert len(out.read_text(encoding="utf-8").splitlines()) == 2

    def test_nothing_does_not_replace_an_earlier_result(
        self, wortlaut: Command, folder: Path
    ) -> None:
        out = folder / "out.jsonl"
        out.write_text("of yesterday")
        assert wortlaut("read", "--output", out, folder / "2-broken.txt").exit_code == 1
        assert out.read_text() == "of yesterday"

    def test_a_folder_that_is_not_there_is_one_line(self, wortlaut: Command, folder: Path) -> None:
        out = folder / "nowhere" / "out.jsonl"
        result = wortlaut("read", "--output", out, folder / "1-weber.txt")
        assert result.stderr.startswith(f"wortlaut: {out}: cannot be written: No such file")
        assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)


class TestSettings:
    """--setting and its shortcut reach the reader."""

    def test_a_setting_reaches_the_reader(self, wortlaut: Command) -> None:
        assert wortlaut("read", input=b"Nur drei Worte.").exit_code == 1
        assert (
            wortlaut("read", "--setting", "min_words", "3", input=b"Nur drei Worte.").exit_code == 0
        )

    def test_a_file_of_names_reaches_the_reader(self, wortlaut: Command, tmp_path: Path) -> None:
        seen: list[Path | None] = []

        def load(settings: Settings, authority: Path | None) -> QuoteReader:
            seen.append(authority)
            return QuoteReader(settings, authority)

        for args in (["--authority", tmp_path / "own.csv"], []):
            wortlaut("read", *args, input=WEBER.encode(), tools=Tools(load_reader=load))
        assert seen == [tmp_path / "own.csv", None]

    def test_a_broken_file_of_names_is_one_line(self, wortlaut: Command, tmp_path: Path) -> None:
        file = tmp_path / "own.csv"
        file.write_text("id,name\n", encoding="utf-8")
        result = wortlaut("read", "--authority", file, input=WEBER.encode(), tools=Tools())
        assert result.exit_code == 1
        assert result.stderr.startswith(f"wortlaut: {file}:1: has no column 'aliases'; ")
        assert len(result.stderr.splitlines()) == 1

    def test_any_language_is_a_shortcut(self, wortlaut: Command) -> None:
        seen: list[Settings] = []

        def load(settings: Settings, authority: Path | None) -> QuoteReader:
            seen.append(settings)
            return QuoteReader(settings)

        for args in (["--any-language"], ["--setting", "any_language", "yes"], []):
            wortlaut("read", *args, input=WEBER.encode(), tools=Tools(load_reader=load))
        assert [settings.any_language for settings in seen] == [True, True, False]
