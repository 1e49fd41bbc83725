"""The worker of pages.py: reads HTML pages from standard input, writes what trafilatura finds.

Run as a script: `python -P page_worker.py SECONDS MEGABYTES`. A page and an answer each are eight
bytes of length (big endian) and then that many bytes; a page is UTF-8, an answer JSON:
{"page": {...}}, {"page": null} if there is no article, or {"failure": "why"}.

It needs nobody to stop it: a timer of the kernel ends it when a page takes too long, also while C
code runs and even when the parent is gone; when a page takes too much memory it exits with status
OUT_OF_MEMORY; and at the end of its input it is done.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import resource
import signal
import struct
import sys
from typing import TYPE_CHECKING, Any, BinaryIO, cast

if TYPE_CHECKING:
    from trafilatura.settings import Document

OUT_OF_MEMORY = 3
_LENGTH = struct.Struct(">Q")
_TOO_DEEP = "it is nested too deeply"


def main(seconds: float, pages: BinaryIO, answers: BinaryIO) -> None:
    """Answer page after page, until there are no more."""
    importlib.import_module("trafilatura")  # takes half a second that no page is to blame for
    while len(header := pages.read(_LENGTH.size)) == _LENGTH.size:
        page = pages.read(_LENGTH.unpack(header)[0])
        signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            reply = json.dumps(answer(page), ensure_ascii=False).encode("utf-8", "replace")
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        answers.write(_LENGTH.pack(len(reply)) + reply)
        answers.flush()


def answer(page: bytes) -> dict[str, Any]:
    """What there is to say of a page, as JSON. Raises MemoryError."""
    try:
        return extract(page.decode())
    except MemoryError:
        raise
    except RecursionError:
        return {"failure": _TOO_DEEP}
    except Exception as error:
        # Whatever else trafilatura trips over is said of this page, and the next one is read.
        return {"failure": f"{type(error).__name__}: {error}"[:200]}


def extract(html: str) -> dict[str, Any]:
    """Text and metadata of the article in a page."""
    import trafilatura
    from trafilatura.utils import HTML_PARSER

    tree = trafilatura.load_html(html)
    for entry in HTML_PARSER.error_log.filter_from_fatals():
        # What trafilatura does not tell: here libxml2 gave up, and dropped the rest of the page.
        if entry.type_name == "ERR_NO_MEMORY":
            raise MemoryError
        if entry.type_name == "ERR_RESOURCE_LIMIT":
            deep = "depth" in entry.message
            return {"failure": _TOO_DEEP if deep else "it has more than 10 MB without a tag"}
    if tree is None or len(tree) == 0:
        return {"page": None}
    found = cast(
        "Document | None",  # it would be a dict if asked for as one
        trafilatura.bare_extraction(
            tree,
            with_metadata=True,
            include_comments=False,
            # Only dates that the page states; an extensive search would guess.
            date_extraction_params={"original_date": True, "extensive_search": False},
        ),
    )
    if found is None or not (found.text or "").strip():
        return {"page": None}
    return {
        "page": {
            "text": found.text,
            "title": found.title or None,
            "outlet": found.sitename or None,
            "url": found.url or None,
            "published": found.date or None,
        }
    }


def limit_memory(megabytes: int) -> None:
    """Let allocations beyond that fail. A system without such a limit has that of time alone."""
    most = megabytes * 1_000_000
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when all is over
    # A parent that ignores or blocks alarms would pass that on, and the timer would be for nothing.
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGALRM})
    with contextlib.suppress(ImportError):  # the first page will tell
        import trafilatura  # noqa: F401, before memory is limited to what pages take
    limit_memory(int(sys.argv[2]))
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not get among the answers
    try:
        main(float(sys.argv[1]), sys.stdin.buffer, answers)
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)
