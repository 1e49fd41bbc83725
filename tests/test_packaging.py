"""The wheel has everything that reading needs, the weights too, and nothing besides."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

LARGEST_MODEL = 45_000_000  # bytes, of all files in wortlaut/model
MODEL_FILES = {"config.json", "tokenizer.json", "MODEL_CARD.md", "LICENSE"}


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as pip builds it, but without fetching the build tool."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    subprocess.run([*command, "--directory", folder], cwd=repository, check=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def contents(wheel: Path) -> dict[str, int]:
    """Name and size of every file in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return {file.filename: file.file_size for file in archive.infolist()}


def test_the_wheel_is_the_package_and_its_metadata(
    repository: Path, contents: dict[str, int]
) -> None:
    source = repository / "src"
    expected = {
        str(file.relative_to(source))
        for file in (source / "wortlaut").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert {name for name in contents if ".dist-info/" not in name} == expected
    assert "wortlaut/py.typed" in contents


def test_the_weights_are_inside_and_small_enough(contents: dict[str, int]) -> None:
    model = {
        name.removeprefix("wortlaut/model/"): size
        for name, size in contents.items()
        if name.startswith("wortlaut/model/")
    }
    assert model.keys() >= MODEL_FILES
    assert any(name.endswith(".onnx") for name in model)
    assert sum(model.values()) <= LARGEST_MODEL


def test_both_licences_are_named_and_inside(wheel: Path, contents: dict[str, int]) -> None:
    info = f"{'-'.join(wheel.name.split('-')[:2])}.dist-info"
    with zipfile.ZipFile(wheel) as archive:
        metadata = Parser().parsestr(archive.read(f"{info}/METADATA").decode())
    assert metadata["License-Expression"] == "Apache-2.0 AND CC-BY-4.0"
    licences = metadata.get_all("License-File")
    assert licences == ["LICENSE", "src/wortlaut/model/LICENSE"]
    assert contents.keys() >= {f"{info}/licenses/{name}" for name in licences}


def test_an_article_is_read_with_the_wheel_alone(
    wheel: Path, example: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    done = subprocess.run(
        [sys.executable, "-m", "wortlaut", "read", "--format", "csv", example],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Milinkewitsch" in done.stdout


def test_every_requirement_is_pinned_to_one_version(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extras["dev"], *extras["train"]]
    lines = (repository / "constraints.txt").read_text(encoding="utf8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert all(line.count("==") == 1 and "/" not in line and "+" not in line for line in pins)
    pinned = {line.partition("==")[0].lower().replace("_", "-") for line in pins}
    names = {line.partition(">")[0].partition("=")[0].replace("_", "-") for line in wanted}
    assert names <= pinned
