"""One input is opened as what it is: a file, packed or not, or standard input."""

from __future__ import annotations

import gzip
import io
import os
from pathlib import Path

import pytest

from wortlaut.articles.source import open_source, shown
from wortlaut.errors import BrokenInput, InputError, MissingInput, TooLarge
from wortlaut.settings import Settings

NO_STDIN = io.BytesIO()


def read(name: str | Path, stdin: io.BytesIO = NO_STDIN, settings: Settings | None = None) -> bytes:
    with open_source(str(name), stdin, settings or Settings()) as source:
        return source.read_all()


@pytest.mark.parametrize("size", [0, 1, 4095, 4096, 4097, 200_000])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_all_bytes_arrive(tmp_path: Path, size: int, pack: type[bytes]) -> None:
    data = os.urandom(size).replace(b"\x1f\x8b", b"..")
    file = tmp_path / "a.txt"
    file.write_bytes(pack(data))
    assert read(file) == data
    assert read("-", io.BytesIO(pack(data))) == data


def test_a_source_knows_how_it_starts() -> None:
    with open_source("-", io.BytesIO(gzip.compress(b"<html>" * 1000)), Settings()) as source:
        assert source.head == (b"<html>" * 1000)[:4096]
        assert source.stream.readline() == b"<html>" * 1000


def test_standard_input_stays_open() -> None:
    stdin = io.BytesIO(b"Guten Tag")
    with open_source("-", stdin, Settings()):
        pass
    assert not stdin.closed


def test_a_pipe_is_read_as_it_comes() -> None:
    """Whoever writes a line must not wait for more than the first look, 4,096 bytes."""
    reading, writing = os.pipe()
    with open(reading, "rb") as stdin, open(writing, "wb", buffering=0) as writer:
        writer.write(b"{}\n" * 1366)
        with open_source("-", stdin, Settings()) as source:
            assert [source.stream.readline() for _ in range(1366)] == [b"{}\n"] * 1366
            writer.write(b"one more\n")
            assert source.stream.readline() == b"one more\n"


def test_files_have_a_limit_that_is_a_setting(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"x" * 1000)
    assert len(read(file, settings=Settings(max_bytes=1000))) == 1000
    with pytest.raises(TooLarge, match=r"a.txt: is larger than 999 bytes; --setting max_bytes N"):
        read(file, settings=Settings(max_bytes=999))


def test_the_limit_of_a_packed_file_is_another(tmp_path: Path) -> None:
    file = tmp_path / "a.txt.gz"
    file.write_bytes(gzip.compress(b"x" * 1000))
    assert len(read(file, settings=Settings(max_bytes=10))) == 1000
    with pytest.raises(TooLarge, match="max_unpacked_bytes"):
        read(file, settings=Settings(max_unpacked_bytes=999))


def test_a_name_in_gz_promises_gzip(tmp_path: Path) -> None:
    file = tmp_path / "a.txt.gz"
    file.write_text("Das ist kein gzip.")
    with pytest.raises(BrokenInput, match=r"is not gzip, though its name ends in \.gz"):
        read(file)


@pytest.mark.parametrize("name", ["", "missing.txt", "a\0b.txt", "/etc/passwd/a.txt"])
def test_what_is_not_there_is_missing(name: str) -> None:
    with pytest.raises(MissingInput, match="there is no such file"):
        read(name)


def test_named_pipes_and_devices_are_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    with pytest.raises(InputError, match="is a named pipe, not a file; pass it on standard input"):
        read(pipe)
    with pytest.raises(InputError, match="is a device or a socket"):
        read("/dev/null")


def test_names_can_always_be_printed() -> None:
    assert shown("Müller.txt") == "Müller.txt"
    assert shown(os.fsdecode(b"M\xfcller.txt")) == "M\ufffdller.txt"
