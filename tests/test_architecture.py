"""An article's way goes in one direction only, and no module grows without end.

The contracts are in pyproject.toml. To be sure that they hold, they are shown imports that break
them, in a copy of the project whose modules are otherwise empty.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGES = ("src/wortlaut", "training", "benchmarks")
LONGEST_MODULE = 400

DIRECTION = "Every part imports only parts below it"
VIOLATIONS = [
    ("src/wortlaut/errors.py", "wortlaut.settings", DIRECTION),
    ("src/wortlaut/document.py", "wortlaut.settings", DIRECTION),
    ("src/wortlaut/document.py", "wortlaut.layers", DIRECTION),
    ("src/wortlaut/articles/article.py", "wortlaut.encoder", DIRECTION),
    ("src/wortlaut/articles/article.py", "wortlaut.reader", DIRECTION),
    ("src/wortlaut/encoder/words.py", "wortlaut.layers", DIRECTION),
    ("src/wortlaut/encoder/words.py", "wortlaut.articles", "The encoder reads text"),
    ("src/wortlaut/layers/statements/statements.py", "wortlaut.reader", DIRECTION),
    ("src/wortlaut/reader.py", "wortlaut.export", DIRECTION),
    ("src/wortlaut/reader.py", "wortlaut.cli", DIRECTION),
    ("src/wortlaut/export/__init__.py", "wortlaut.cli", DIRECTION),
    ("src/wortlaut/export/__init__.py", "wortlaut.layers", "What is done with a document"),
    ("src/wortlaut/export/__init__.py", "wortlaut.encoder", "What is done with a document"),
    ("src/wortlaut/export/__init__.py", "wortlaut.articles", "What is done with a document"),
    ("src/wortlaut/export/__init__.py", "wortlaut.reader", "What is done with a document"),
    ("src/wortlaut/encoder/words.py", "torch", "The package needs neither the workshop"),
    ("src/wortlaut/reader.py", "training", "The package needs neither the workshop"),
    ("benchmarks/__init__.py", "training", "Training and benchmarks"),
    ("src/wortlaut/surprise.py", "wortlaut.errors", DIRECTION),  # a part without a place
]


def test_contracts_are_kept(repository: Path) -> None:
    done = lint_imports(repository)
    assert done.returncode == 0, done.stdout


@pytest.fixture
def skeleton(repository: Path, tmp_path: Path) -> Path:
    """A project with the same modules, all empty, and the same contracts."""
    for module in modules(repository):
        copy = tmp_path / module.relative_to(repository)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.touch()
    contracts = (repository / "pyproject.toml").read_text(encoding="utf8")
    (tmp_path / "pyproject.toml").write_text(contracts, encoding="utf8")
    return tmp_path


@pytest.mark.parametrize(("module", "imported", "contract"), VIOLATIONS)
def test_an_import_against_the_direction_is_found(
    skeleton: Path, module: str, imported: str, contract: str
) -> None:
    (skeleton / module).write_text(f"import {imported}\n", encoding="utf8")
    done = lint_imports(skeleton)
    assert done.returncode == 1, done.stdout
    broken = [line for line in done.stdout.splitlines() if line.endswith("BROKEN")]
    assert any(line.startswith(contract) for line in broken), done.stdout


def test_a_detour_is_found(skeleton: Path) -> None:
    """Not even the package's own front door is a way around."""
    door = "from wortlaut.reader import read\n"
    (skeleton / "src/wortlaut/__init__.py").write_text(door, encoding="utf8")
    (skeleton / "src/wortlaut/articles/article.py").write_text("import wortlaut\n", "utf8")
    assert lint_imports(skeleton).returncode == 1


def test_no_module_is_too_long(repository: Path) -> None:
    long = {
        str(module.relative_to(repository)): lines
        for module in modules(repository)
        if (lines := len(module.read_text(encoding="utf8").splitlines())) > LONGEST_MODULE
    }
    assert not long


def modules(repository: Path) -> list[Path]:
    found = [module for package in PACKAGES for module in (repository / package).rglob("*.py")]
    assert len(found) > 20
    return found


def lint_imports(project: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter over the packages in `project`, whatever else is installed."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    environment = {**os.environ, "PYTHONPATH": "src", "COLUMNS": "200"}
    return subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=False
    )
