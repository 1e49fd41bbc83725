"""Run a program and measure what it took, from outside: as its user feels it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.articles import ROOT

_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024  # in bytes


@dataclass(frozen=True, slots=True)
class Usage:
    """Seconds on the clock, seconds on the processor of all threads, MB at the peak."""

    wall_seconds: float
    cpu_seconds: float
    peak_megabytes: float


def measure_python(*arguments: str, stdin: Path | None = None) -> Usage:
    """Run this Python in the project's folder; what it prints is thrown away.

    Call it from a small process: Linux counts the memory of the caller as the child's until the
    child has begun. Raises CalledProcessError if the child fails.
    """
    command = [sys.executable, *arguments]
    with (stdin or Path(os.devnull)).open("rb") as source:
        began = time.perf_counter()
        child = subprocess.Popen(command, stdin=source, stdout=subprocess.DEVNULL, cwd=ROOT)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - began
    child.returncode = os.waitstatus_to_exitcode(status)  # or Popen waits for it once more
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    peak = usage.ru_maxrss * _MAXRSS_UNIT / 1e6
    return Usage(wall, usage.ru_utime + usage.ru_stime, peak)


def ask_python(*arguments: str) -> Any:
    """Run this Python in the project's folder and return the JSON that it prints.

    Raises CalledProcessError if it fails.
    """
    command = [sys.executable, *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, cwd=ROOT, check=True)
    return json.loads(done.stdout)
