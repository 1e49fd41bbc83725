"""Pages are extracted in a worker that keeps limits, is replaced when it dies, and never stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from wortlaut.articles.pages import PageExtractor
from wortlaut.errors import BrokenInput, EmptyInput, TooLarge
from wortlaut.settings import Settings

SENTENCE = "Der Minister sagte am Montag in Köln, die Lage sei ernst und werde sich nicht bessern."
ANSWER = "Die Opposition erwiderte, dafür fehle das Geld, und forderte wieder seinen Rücktritt."
PAGE = f"<html><body><article><p>{SENTENCE}</p><p>{ANSWER}</p></article></body></html>"
SLOW = f"<html><body>{'<div><p>Er kam <b>heute</b>.</p></div>' * 100_000}</body></html>"
LARGE = f"<html><body>{f'<p>{SENTENCE}</p>' * 100_000}</body></html>"


def worker_of(pages: PageExtractor) -> subprocess.Popen[bytes]:
    assert pages._worker is not None
    return pages._worker


def is_running(process: int) -> bool:
    """Whether there is such a process; a zombie has ended."""
    try:
        status = Path(f"/proc/{process}/stat").read_text()
    except FileNotFoundError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


def wait_until_gone(process: int) -> bool:
    deadline = time.monotonic() + 10
    while is_running(process) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not is_running(process)


def test_one_worker_serves_many_pages(pages: PageExtractor) -> None:
    assert pages.extract(PAGE, "a.html").text == f"{SENTENCE}\n{ANSWER}"
    worker = worker_of(pages)
    assert pages.extract(PAGE.replace("Minister", "König"), "b.html").text.startswith("Der König")
    assert worker_of(pages) is worker


def test_lone_surrogates_in_a_page_are_replaced(pages: PageExtractor) -> None:
    assert "K?ln" in pages.extract(PAGE.replace("ö", "\ud83d"), "a.html").text


def test_a_page_without_article_is_empty(pages: PageExtractor) -> None:
    with pytest.raises(EmptyInput, match=r"a\.html: no article found in the HTML"):
        pages.extract("<html><body></body></html>", "a.html")


def test_no_worker_is_started_without_need() -> None:
    with PageExtractor(Settings()) as pages:
        assert pages._worker is None


def test_too_much_time() -> None:
    with PageExtractor(Settings(html_seconds=1)) as pages:
        began = time.monotonic()
        with pytest.raises(TooLarge, match=r"a\.html: .* takes longer than 1 seconds; --setting"):
            pages.extract(SLOW, "a.html")
        assert time.monotonic() - began < 10
        assert pages.extract(PAGE, "b.html").text


def test_a_program_that_ignores_alarms_changes_nothing() -> None:
    handler = signal.signal(signal.SIGALRM, signal.SIG_IGN)
    try:
        with (
            PageExtractor(Settings(html_seconds=1)) as pages,
            pytest.raises(TooLarge, match="html_seconds"),
        ):
            pages.extract(SLOW, "a.html")
    finally:
        signal.signal(signal.SIGALRM, handler)


def test_too_much_memory() -> None:
    with PageExtractor(Settings(html_megabytes=300)) as pages:
        with pytest.raises(TooLarge, match=r"takes more than 300 MB of memory; --setting html_meg"):
            pages.extract(LARGE, "a.html")
        assert pages.extract(PAGE, "b.html").text


def test_no_memory_at_all() -> None:
    with (
        PageExtractor(Settings(html_megabytes=1)) as pages,
        pytest.raises(TooLarge, match="html_megabytes"),
    ):
        pages.extract(LARGE, "a.html")


def test_a_worker_that_died_between_two_pages_is_replaced() -> None:
    with PageExtractor(Settings()) as pages:
        pages.extract(PAGE, "a.html")
        worker_of(pages).kill()
        worker_of(pages).wait()
        assert pages.extract(PAGE, "b.html").text


def test_a_crash_is_an_error_of_that_page_only() -> None:
    """A worker that stands still is killed as soon as it is asked, as if by a fault in C."""
    with PageExtractor(Settings()) as pages:
        pages.extract(PAGE, "a.html")
        os.kill(worker_of(pages).pid, signal.SIGSTOP)
        os.kill(worker_of(pages).pid, signal.SIGSEGV)
        os.kill(worker_of(pages).pid, signal.SIGCONT)
        with pytest.raises(BrokenInput, match=r"b\.html: .* broke down \(SIGSEGV\)"):
            pages.extract(PAGE, "b.html")
        assert pages.extract(PAGE, "c.html").text


def test_no_process_stays_after_use() -> None:
    with PageExtractor(Settings()) as pages:
        pages.extract(PAGE, "a.html")
        worker = worker_of(pages).pid
        assert is_running(worker)
    assert not is_running(worker)


SCRIPT = """
import sys
from wortlaut.articles.pages import PageExtractor
from wortlaut.settings import Settings

pages = PageExtractor(Settings(html_seconds=2))
print(pages.extract({page!r}, "a.html").text[:12], flush=True)
print(pages._worker.pid, flush=True)
{then}
"""


def start_script(folder: Path, then: str) -> subprocess.Popen[str]:
    """A user's script, with no `if __name__ == "__main__"` and modules named as Python's own."""
    script = folder / "script.py"
    script.write_text(SCRIPT.format(page=PAGE, then=then), encoding="utf8")
    (folder / "html").mkdir()
    return subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True)


def test_scripts_need_no_main_guard_and_leave_no_process(tmp_path: Path) -> None:
    with start_script(tmp_path, "sys.exit()") as script:
        out, _ = script.communicate(timeout=30)
    text, worker = out.splitlines()
    assert text == "Der Minister"
    assert wait_until_gone(int(worker))


def test_a_worker_ends_even_if_its_parent_is_killed_over_a_slow_page(tmp_path: Path) -> None:
    slow = "pages.extract('<div><p>Er kam <b>heute</b>.</p></div>' * 100_000, 'b.html')"
    with start_script(tmp_path, slow) as script:
        assert script.stdout is not None
        assert script.stdout.readline() == "Der Minister\n"
        worker = int(script.stdout.readline())
        time.sleep(0.2)
        script.kill()
    assert wait_until_gone(worker)
