"""The benchmarks measure what they say: on programs whose cost is known, then on Wortlaut."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks import articles, inside
from benchmarks.__main__ import machine, main, plan
from benchmarks.figures import Figure, table
from benchmarks.measurements import linearity, starting, steady_state, streaming
from benchmarks.processes import ask_python, measure_python
from wortlaut import EmptyInput, Reader

TEXTS = ["Der Minister schwieg.", "Die Kanzlerin sagte nichts dazu."]


def test_the_sample_can_be_loaded() -> None:
    texts = articles.load(articles.SAMPLE)
    assert len(texts) == 20
    assert articles.count_words(texts) > 3000


def test_lines_with_text_can_be_loaded(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_text("".join(json.dumps({"text": text}) + "\n" for text in TEXTS), "utf8")
    assert articles.load(file) == TEXTS


def test_a_file_without_articles_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_text('{"text": " "}\n', encoding="utf8")
    with pytest.raises(ValueError, match=r"articles\.jsonl: no articles"):
        articles.load(file)


def test_articles_are_repeated_in_order() -> None:
    assert list(articles.repeated(TEXTS, 3)) == [TEXTS[0], TEXTS[1], TEXTS[0]]
    assert articles.until_words(TEXTS, 9) == [TEXTS[0], TEXTS[1], TEXTS[0]]


@pytest.mark.parametrize("characters", [1, 21, 22, 1000])
def test_a_long_article_has_exactly_the_length_asked_for(characters: int) -> None:
    text = articles.of_length(TEXTS, characters)
    assert len(text) == characters
    assert text.startswith(TEXTS[0][:characters])


MEASURE_MEMORY = """
from benchmarks.processes import measure_python
print(measure_python("-c", "b'x' * 200_000_000").peak_megabytes)
"""


def test_time_of_a_program_is_measured() -> None:
    idle = measure_python("-c", "import time; time.sleep(0.3)")
    assert idle.wall_seconds > 0.3 > idle.cpu_seconds
    busy = measure_python("-c", "import time\nwhile time.process_time() < 0.3: pass")
    assert busy.cpu_seconds > 0.3


def test_peak_memory_of_a_program_is_measured() -> None:
    assert 200 < ask_python("-c", MEASURE_MEMORY) < 250


def test_a_program_that_fails_is_not_measured() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        measure_python("-c", "raise SystemExit(3)")
    with pytest.raises(subprocess.CalledProcessError):
        ask_python("-c", "raise SystemExit(3)")


def test_standard_input_is_what_was_given(tmp_path: Path) -> None:
    file = tmp_path / "input"
    file.write_text("x" * 10, encoding="utf8")
    measure_python("-c", "import sys; sys.exit(len(sys.stdin.read()) - 10)", stdin=file)


def test_the_table_shows_values_promises_and_what_was_missed() -> None:
    figures = [
        Figure("Start", "import", 0.0412, "s", at_most=0.2),
        Figure("Start", "memory", 512.3, "MB", at_most=400),
        Figure("Speed", "words", 2710.4, "a second", at_least=2000),
        Figure("Speed", "model", 1.352, "ms"),
    ]
    assert table(figures).splitlines() == [
        "Start",
        "  import  0.0412 s         at most 0.2",
        "  memory     512 MB        at most 400: MISSED",
        "",
        "Speed",
        "  words    2,710 a second  at least 2,000",
        "  model     1.35 ms",
    ]


def test_the_machine_is_described() -> None:
    assert {"processor", "cores", "onnxruntime"} <= machine().keys()
    assert all(machine().values())


def test_the_long_run_is_longer_than_the_quick_one() -> None:
    quick = [name for name, _ in plan(articles.SAMPLE, quick=True)]
    full = [name for name, _ in plan(articles.SAMPLE, quick=False)]
    assert quick[-1] == "500 articles"
    assert full[-1] == "10,000 articles"


def test_an_article_that_is_refused_stops_the_measurement(reader: Reader) -> None:
    with pytest.raises(EmptyInput):
        inside.read_all(reader, [" "])


def test_wortlaut_is_measured() -> None:
    figures = [
        *starting(articles.EXAMPLE, runs=1),
        *steady_state(articles.SAMPLE, threads=1, words=200),
        *streaming(articles.load(articles.SAMPLE), count=3),
        *linearity(articles.SAMPLE, sizes=(1000, 2000)),
    ]
    assert len(figures) == 4 + 5 + 3 + 3
    assert all(figure.value > 0 for figure in figures)


def test_the_command_explains_itself() -> None:
    shown = CliRunner().invoke(main, ["--help"])
    assert shown.exit_code == 0
    for option in ("--articles", "--quick", "--json"):
        assert option in shown.output
