"""From data to weights: the trunk, its branches, and their mean."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="training needs torch: pip install 'wortlaut[train]'")

from training.examples import load_articles  # noqa: E402  (after the check for torch)
from training.make import ORDERS, TRUNK_EPOCHS, Variant, train_variant, written_files  # noqa: E402
from training.recipe import Recipe  # noqa: E402


def test_the_branches_go_on_from_the_trunk(start: Path, repository: Path, tmp_path: Path) -> None:
    tiny = Recipe(layers=1, epochs=TRUNK_EPOCHS + 1, max_pieces=128, overlap=32, parts_width=16)
    variant = Variant("tiny", ("quotes-sample.jsonl",))
    written = written_files()[:1]
    weights = train_variant(variant, repository / "tests/data", start, tmp_path, tiny, written)
    assert weights == tmp_path / "tiny/weights.pt"

    def told(run: str, key: str) -> object:
        return json.loads((tmp_path / run / "recipe.json").read_text(encoding="utf8"))[key]

    assert (told("tiny-trunk", "stop"), told("tiny-trunk", "trunk")) == (TRUNK_EPOCHS, None)
    for order in ORDERS:
        run = f"tiny-branch-{order}"
        assert (told(run, "order"), told(run, "trunk")) == (order, "tiny-trunk")
        assert told(run, "files") == ["quotes-sample.jsonl", written[0].name]


def test_the_written_articles_are_well_marked() -> None:
    articles = load_articles(written_files())
    assert len(articles) == len({a["documentName"] for a in articles}) >= 50
    for article in articles:
        for statement in article["annotations"]:
            framed = statement["type"] in ("Direct", "Indirect")
            assert framed or not statement["frame"]["spans"], article["documentName"]
