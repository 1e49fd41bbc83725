"""The text of HTML pages, found in a process of its own that keeps limits of time and memory.

Pages are strangers' work: extraction may take minutes, gigabytes, or crash in C. So it happens in
a worker, page_worker.py, which serves many pages and is replaced when it dies. The worker is a
plain script started by its path: unlike multiprocessing this does not import the user's main
module again, and needs no `if __name__ == "__main__"` there.
"""

from __future__ import annotations

import os
import signal
import struct
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import IO

import msgspec

from wortlaut.articles.page_worker import OUT_OF_MEMORY
from wortlaut.errors import BrokenInput, EmptyInput, InputError, TooLarge
from wortlaut.settings import Settings

_WORKER = Path(__file__).with_name("page_worker.py")
_LENGTH = struct.Struct(">Q")
_SAVE_AS_TEXT = "save the article as plain text"


class Page(msgspec.Struct, frozen=True):
    """What was found in a page. Paragraphs of `text` are separated by line feeds."""

    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None


class _Answer(msgspec.Struct, frozen=True):
    """What the worker writes: a page, or nothing, or why there is none."""

    page: Page | None = None
    failure: str | None = None


class PageExtractor:
    """Extracts pages in a worker that is started when it is first needed. Close it after use."""

    def __init__(self, settings: Settings) -> None:
        self._seconds, self._megabytes = settings.html_seconds, settings.html_megabytes
        self._worker: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> PageExtractor:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def extract(self, html: str, name: str) -> Page:
        """The article in a page.

        Raises EmptyInput if there is none, TooLarge if that takes more time or memory than the
        settings `html_seconds` and `html_megabytes` allow, and BrokenInput if it is impossible.
        """
        reply = self._ask(html.encode("utf-8", "replace"))
        if reply is None:
            raise self._death(name)
        answer = msgspec.json.decode(reply, type=_Answer)
        if answer.failure is not None:
            raise BrokenInput(name, f"its HTML cannot be read: {answer.failure}", _SAVE_AS_TEXT)
        if answer.page is None:
            raise EmptyInput(name, "no article found in the HTML", _SAVE_AS_TEXT)
        return answer.page

    def close(self) -> None:
        """End the worker. A later page starts a new one."""
        if self._worker is not None:
            self._worker.kill()
            self._worker.communicate()
            self._worker = None

    def _ask(self, page: bytes) -> bytes | None:
        """The worker's reply; None if it died over the page."""
        if self._worker is None or self._worker.poll() is not None:
            self.close()
            self._worker = _start_worker(self._seconds, self._megabytes)
        to_worker, from_worker = _pipes(self._worker)
        try:
            to_worker.write(_LENGTH.pack(len(page)) + page)
            to_worker.flush()
        except BrokenPipeError:
            return None
        header = from_worker.read(_LENGTH.size)
        if len(header) < _LENGTH.size:
            return None
        (size,) = _LENGTH.unpack(header)
        reply = from_worker.read(size)
        return reply if len(reply) == size else None

    def _death(self, name: str) -> InputError:
        """Why the worker died over the page."""
        assert self._worker is not None
        status = self._worker.wait()
        self.close()
        doing = "finding the article in its HTML"
        if status == -signal.SIGALRM:
            cause = f"{doing} takes longer than {self._seconds} seconds"
            return TooLarge(name, cause, "--setting html_seconds N allows more")
        if status == OUT_OF_MEMORY:
            cause = f"{doing} takes more than {self._megabytes} MB of memory"
            return TooLarge(name, cause, "--setting html_megabytes N allows more")
        how = signal.Signals(-status).name if status < 0 else f"exit status {status}"
        return BrokenInput(name, f"{doing} broke down ({how})", _SAVE_AS_TEXT)


def _start_worker(seconds: float, megabytes: int) -> subprocess.Popen[bytes]:
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "OPENBLAS_NUM_THREADS": "1",  # its threads would use up the memory allowed
    }
    # -P: otherwise the standard library's `html` would be hidden by html.py beside the script.
    command = [sys.executable, "-P", str(_WORKER), str(seconds), str(megabytes)]
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    )


def _pipes(worker: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    assert worker.stdin is not None
    assert worker.stdout is not None
    return worker.stdin, worker.stdout
