"""A directory stands for the articles in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from wortlaut.articles.files import expand
from wortlaut.errors import InputError, MissingInput


def fill(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()


def test_a_name_stands_for_itself() -> None:
    assert list(expand("-")) == ["-"]
    assert list(expand("missing.pdf")) == ["missing.pdf"]
    assert list(expand("a\0b")) == ["a\0b"]


def test_standard_input_goes_before_a_directory_of_that_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, "-/a.txt")
    monkeypatch.chdir(tmp_path)
    assert list(expand("-")) == ["-"]
    assert list(expand("./-")) == ["./-/a.txt"]


def test_directories_are_walked_in_order(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "a/z.HTML", "a/b/c.jsonl.gz", "a-b.md", "c/1.text", "c/10.text")
    fill(tmp_path, "notes.pdf", "README", ".hidden.txt", ".git/a.txt", "a/.cache/a.txt")
    expected = ["a/b/c.jsonl.gz", "a/z.HTML", "a-b.md", "b.txt", "c/1.text", "c/10.text"]
    assert list(expand(str(tmp_path))) == [str(tmp_path / name) for name in expected]


def test_names_begin_as_the_user_wrote_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, "artikel/a.txt")
    monkeypatch.chdir(tmp_path)
    assert list(expand("artikel")) == ["artikel/a.txt"]
    assert list(expand("./artikel/")) == ["./artikel/a.txt"]


def test_links_to_files_are_followed_and_loops_are_not(tmp_path: Path) -> None:
    fill(tmp_path, "in/a.txt", "b.txt")
    (tmp_path / "in/link.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "in/loop").symlink_to(tmp_path / "in")
    assert list(expand(str(tmp_path / "in"))) == [
        str(tmp_path / "in/a.txt"),
        str(tmp_path / "in/link.txt"),
    ]


def test_a_directory_without_articles_is_an_error(tmp_path: Path) -> None:
    fill(tmp_path, "notes.pdf", ".hidden.txt")
    (error,) = expand(str(tmp_path))
    assert isinstance(error, MissingInput)
    assert str(error).startswith(f"{tmp_path}: is a directory without articles; articles end in")
    assert ".jsonl" in error.advice


def test_a_directory_that_cannot_be_opened_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tests may run as root, for whom nothing is closed; so the system call is made to fail."""
    fill(tmp_path, "a.txt", "closed/b.txt")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    error, file = expand(str(tmp_path))
    assert isinstance(error, InputError)
    assert (
        str(error)
        == f"{tmp_path}/closed: cannot be opened: Permission denied; check its permissions"
    )
    assert file == str(tmp_path / "a.txt")
