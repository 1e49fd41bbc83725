"""Output files appear as a whole, and standard output is UTF-8."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from wortlaut.cli.output import open_output
from wortlaut.errors import WortlautError


def test_a_file_appears_when_all_is_written(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    with open_output(str(target)) as out:
        out.write("Größe\r\n🚢\n")
        assert not target.exists()
    assert target.read_bytes() == "Größe\r\n🚢\n".encode()
    assert list(tmp_path.iterdir()) == [target]


def test_after_an_error_the_earlier_file_is_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("before")

    def fail() -> None:
        with open_output(str(target)) as out:
            out.write("half of")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert target.read_text() == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "real.txt", tmp_path / "link.txt"
    target.write_text("before")
    link.symlink_to(target)
    with open_output(str(link)) as out:
        out.write("after")
    assert link.is_symlink()
    assert target.read_text() == "after"


def test_the_file_may_be_read_by_whom_the_umask_says(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").touch()
    with open_output(str(tmp_path / "out.txt")):
        pass
    modes = {path.stat().st_mode for path in tmp_path.iterdir()}
    assert len(modes) == 1


def test_a_device_is_written_to_not_replaced() -> None:
    with open_output(os.devnull) as out:
        out.write("gone")
    assert not Path(os.devnull).is_file()


def test_a_folder_cannot_be_written(tmp_path: Path) -> None:
    with (
        pytest.raises(WortlautError, match=r"cannot be written: Is a directory"),
        open_output(str(tmp_path)),
    ):
        pass
