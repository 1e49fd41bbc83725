"""The public names are a promise, and importing them is quick."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import version

import pytest

import wortlaut

PUBLIC = {
    # reading
    "read",
    "Reader",
    "Article",
    "Settings",
    # what was read
    "Document",
    "Model",
    "Actor",
    "Speaker",
    "Statement",
    "Condition",
    "Quantity",
    "Time",
    "Relation",
    "Span",
    # what can go wrong
    "WortlautError",
    "InputError",
    "EmptyInput",
    "NotGerman",
    "TooLarge",
    "BrokenInput",
    "MissingInput",
    "DocumentError",
    "ModelError",
    "SettingError",
    "AuthorityError",
    "__version__",
}

HEAVY = {"jinja2", "lxml", "numpy", "onnxruntime", "py3langid", "rich", "tokenizers", "trafilatura"}


def test_public_names_are_these_and_no_others() -> None:
    assert set(wortlaut.__all__) == PUBLIC
    assert sorted(dir(wortlaut)) == sorted(PUBLIC)


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_every_public_name_can_be_had(name: str) -> None:
    assert getattr(wortlaut, name) is not None


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'wortlaut' has no attribute 'Raeder'"):
        getattr(wortlaut, "Raeder")  # noqa: B009, a type checker would refuse the plain form


def test_version_is_that_of_the_installed_package() -> None:
    assert wortlaut.__version__ == version("wortlaut")


def test_importing_loads_nothing_heavy() -> None:
    assert HEAVY.isdisjoint(modules_after("import wortlaut"))


def test_asking_for_the_reader_loads_what_it_needs() -> None:
    assert {"numpy", "onnxruntime"} <= modules_after("from wortlaut import Reader")


def modules_after(statement: str) -> set[str]:
    """The top-level modules that a fresh Python has loaded after this statement."""
    program = f"{statement}; import json, sys; print(json.dumps(list(sys.modules)))"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in json.loads(done.stdout)}
