"""gzip is unpacked as it is read, up to a limit."""

from __future__ import annotations

import gzip
import io
import tracemalloc
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.articles.unpack import Unpacked
from wortlaut.errors import BrokenInput, TooLarge

MOST = 1_000_000


def unpack(packed: bytes, most: int = MOST) -> bytes:
    return io.BufferedReader(Unpacked(io.BytesIO(packed), "a.txt.gz", most)).read()


@given(st.lists(st.binary()))
def test_files_may_have_several_members(parts: list[bytes]) -> None:
    packed = b"".join(gzip.compress(part) for part in parts)
    assert unpack(packed) == b"".join(parts)


@given(st.integers(min_value=2, max_value=60))
def test_a_file_that_is_cut_short_is_an_error(length: int) -> None:
    packed = gzip.compress(bytes(range(200)))
    with pytest.raises(BrokenInput, match=r"a.txt.gz: is cut short \(gzip\); fetch it again"):
        unpack(packed[:length])


def test_a_wrong_checksum_is_an_error() -> None:
    packed = bytearray(gzip.compress(b"Der Minister sagte nichts."))
    packed[-8] ^= 1
    with pytest.raises(BrokenInput, match="is damaged"):
        unpack(bytes(packed))


def test_damaged_data_is_an_error() -> None:
    packed = bytearray(gzip.compress(bytes(range(256)) * 4))
    packed[10:30] = b"\xff" * 20
    with pytest.raises(BrokenInput, match="is damaged"):
        unpack(bytes(packed))


def test_the_limit_itself_is_allowed() -> None:
    packed = gzip.compress(b"x" * 1000)
    assert len(unpack(packed, 1000)) == 1000
    with pytest.raises(TooLarge, match="unpacks to more than 999 bytes; --setting max_unpacked"):
        unpack(packed, 999)


def test_a_bomb_is_stopped_early(peak_memory: Callable[[], int]) -> None:
    bomb = gzip.compress(bytes(10_000_000)) * 100  # a gigabyte
    tracemalloc.reset_peak()
    with pytest.raises(TooLarge, match="max_unpacked_bytes"):
        unpack(bomb)
    assert peak_memory() < 4 * MOST
