"""The command as a process of its own: pipes, terminals, signals, locales."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.cli.conftest import WEBER
from wortlaut.document import Document

COMMAND = [sys.executable, "-W", "error", "-m", "tests.cli.quote_reader"]
ROOT = Path(__file__).parents[2]
SLOW_TO_IMPORT = {"rich", "numpy", "onnxruntime", "tokenizers", "trafilatura", "lxml", "jinja2"}


def start(
    *args: str | Path,
    stdin: int = subprocess.DEVNULL,
    stdout: int = subprocess.DEVNULL,
    stderr: int = subprocess.PIPE,
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*COMMAND, *map(str, args)], cwd=ROOT, stdin=stdin, stdout=stdout, stderr=stderr
    )


def test_python_dash_m_is_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "wortlaut", "settings"], capture_output=True, check=True
    )
    assert b"min_words" in done.stdout


def test_help_imports_nothing_slow() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "wortlaut", "read", "--help"],
        capture_output=True,
        check=True,
        text=True,
    )
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "click" in imported
    assert not imported & SLOW_TO_IMPORT


def test_output_is_utf8_in_any_locale(folder: Path) -> None:
    done = subprocess.run(
        [*COMMAND, "read", "--format", "terminal", folder / "1-weber.txt"],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env=os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    )
    assert "[1 „Das war absehbar.“]".encode() in done.stdout


def test_a_closed_pipe_ends_it_quietly(tmp_path: Path) -> None:
    line = json.dumps({"id": "a", "text": WEBER}) + "\n"
    (tmp_path / "many.jsonl").write_text(line * 2_000)
    process = start("read", tmp_path / "many.jsonl", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    first = process.stdout.readline()
    process.stdout.close()
    assert Document.from_json(first).id == "a"
    assert process.stderr
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(10) == 1


def test_an_interrupt_leaves_the_earlier_file_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("of yesterday")
    process = start(*("read", "--output", out, "-"), stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    deadline = time.monotonic() + 20
    while len(list(tmp_path.iterdir())) == 1:  # until it has begun to write, and waits for input
        assert time.monotonic() < deadline
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=20)
    assert (process.returncode, told) == (130, b"wortlaut: interrupted\n")
    assert out.read_text() == "of yesterday"
    assert list(tmp_path.iterdir()) == [out]


def on_terminal(*args: str | Path, stdin: bool = False, stdout: bool = False) -> tuple[str, str]:
    """Run with standard error, and if told so the others, on a terminal. What it and stdout got."""
    ours, theirs = pty.openpty()
    process = start(
        *args,
        stdin=theirs if stdin else subprocess.DEVNULL,
        stdout=theirs if stdout else subprocess.PIPE,
        stderr=theirs,
    )
    os.close(theirs)
    screen = b""
    while chunk := _read_terminal(ours):
        screen += chunk
    os.close(ours)
    piped = process.stdout.read() if process.stdout else b""
    if process.stdout:
        process.stdout.close()
    process.wait(20)
    return screen.decode(), piped.decode()


def _read_terminal(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # Linux: the other end is closed
        return b""


def test_a_bar_shows_how_far_it_is(folder: Path) -> None:
    screen, piped = on_terminal("read", folder)
    assert "3/3" in screen
    assert "2-broken.txt" in screen
    assert "2 read, 1 failed" in screen
    assert len(piped.splitlines()) == 2


def test_without_knowing_how_many_the_bar_says_so(tmp_path: Path) -> None:
    line = json.dumps({"id": "a", "text": WEBER}) + "\n"
    (tmp_path / "articles.jsonl").write_text(line * 3, encoding="utf-8")
    screen, _ = on_terminal("read", tmp_path)
    assert "3/?" in screen


def test_one_article_has_no_bar(folder: Path) -> None:
    screen, piped = on_terminal("read", folder / "1-weber.txt")
    assert screen == ""
    assert len(piped.splitlines()) == 1


def test_on_a_terminal_the_articles_are_shown_and_no_bar(folder: Path) -> None:
    screen, _ = on_terminal("read", folder / "1-weber.txt", folder / "3-weber.txt", stdout=True)
    assert screen.count("absehbar") == 4
    assert "2/2" not in screen


def test_without_input_it_explains_itself() -> None:
    screen, _ = on_terminal("read", stdin=True, stdout=True)
    assert "Usage: wortlaut read" in screen
    assert "Examples:" in screen
