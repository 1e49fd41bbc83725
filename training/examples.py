"""Annotated articles as the network sees them: windows of word pieces with gold statements."""

from __future__ import annotations

import csv
import json
import random
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from training.marked import parse_articles
from wortlaut.encoder.labels import ACTS, CERTAINTIES, KINDS, MEDIA, PARTS, POLARITIES, TYPES
from wortlaut.encoder.windows import Window, cut
from wortlaut.encoder.words import Words, read_words

GOLD_NAMES = {"content": "quote"}  # the data set's word for our part
TUNE_SHARE = 12  # one article in so many is kept from training, to tune thresholds on


@dataclass(frozen=True)
class GoldStatement:
    """Word indices of every part, in the order of PARTS; the start is the content's first word."""

    type: int
    medium: int
    parts: tuple[NDArray[np.int64], ...]
    acts: tuple[int, int, int] = (-1, -1, -1)  # act, polarity, certainty; -1 is not annotated

    @property
    def start(self) -> int:
        return int(self.parts[0][0])


@dataclass(frozen=True)
class GoldMention:
    """Words [first, last) that mean an actor, numbered within the article, of some kind."""

    first: int
    last: int
    actor: int
    kind: int


@dataclass(frozen=True)
class Example:
    """`mentions` in order of their places; None where nobody has annotated them."""

    name: str
    words: Words
    statements: tuple[GoldStatement, ...]
    mentions: tuple[GoldMention, ...] | None = None


def load_articles(files: Iterable[Path]) -> list[dict[str, Any]]:
    """Annotated articles in the files' order: JSONL as in the quotation data, or marked-up text."""
    return [article for file in files for article in _load_file(file)]


def _load_file(file: Path) -> list[dict[str, Any]]:
    text = file.read_text(encoding="utf8")
    if file.suffix == ".txt":
        return parse_articles(file.stem, text)
    # Not splitlines(): texts hold U+2028 and others that are no line ends in JSON.
    return [json.loads(line) for line in text.split("\n") if line]


def with_actors(articles: Iterable[dict[str, Any]], file: Path) -> list[dict[str, Any]]:
    """The articles, with the actors that `file` has for some of them (wikinews-train.jsonl)."""
    actors = {a["id"]: a["actors"] for a in _load_file(file)}
    return [
        article | {"actors": actors[article["documentName"]]}
        if article["documentName"] in actors
        else article
        for article in articles
    ]


def with_acts(articles: Iterable[dict[str, Any]], files: Iterable[Path]) -> list[dict[str, Any]]:
    """The articles, with the acts that `files` have for their statements: tables of documentName,
    id, act, polarity and certainty."""
    acts = {}
    for file in files:
        with file.open(encoding="utf8", newline="") as table:
            for row in csv.DictReader(table, delimiter="\t"):
                key = row["documentName"], int(row["id"])
                acts[key] = {name: row[name] for name in ("act", "polarity", "certainty")}
    return [
        article
        | {
            "annotations": [
                gold | acts.get((article["documentName"], gold.get("id", -1)), {})
                for gold in article["annotations"]
            ]
        }
        for article in articles
    ]


def split(articles: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """(train, tune): by a hash of the name, so that neither order nor number of files matters."""
    tune = [zlib.crc32(a["documentName"].encode()) % TUNE_SHARE == 0 for a in articles]
    return (
        [a for a, t in zip(articles, tune, strict=True) if not t],
        [a for a, t in zip(articles, tune, strict=True) if t],
    )


def make_example(article: dict[str, Any], text: str, tokenizer: Tokenizer) -> Example:
    """Map gold character spans to words. `text` is as long as the article's own text."""
    words = read_words(text, tokenizer)
    statements = []
    for gold in article["annotations"]:
        parts = tuple(words_in(words, gold[GOLD_NAMES.get(part, part)]["spans"]) for part in PARTS)
        if len(parts[0]):
            medium = MEDIA.index(gold["medium"] or "none")
            kind = TYPES.index(gold["type"])
            statements.append(GoldStatement(kind, medium, parts, _acts(gold)))
    return Example(article["documentName"], words, tuple(statements), _mentions(article, words))


def _acts(gold: dict[str, Any]) -> tuple[int, int, int]:
    if "act" not in gold:
        return -1, -1, -1
    return (
        ACTS.index(gold["act"]),
        POLARITIES.index(gold["polarity"]),
        CERTAINTIES.index(gold["certainty"]),
    )


def _mentions(article: dict[str, Any], words: Words) -> tuple[GoldMention, ...] | None:
    if "actors" not in article:
        return None
    found = {}
    for number, actor in enumerate(article["actors"]):
        for mention in actor["mentions"]:
            inside = words_in(words, [mention["span"]])
            if len(inside):
                place = int(inside[0]), int(inside[-1]) + 1
                found[place] = GoldMention(*place, number, KINDS.index(actor["kind"][0]))
    return tuple(found[place] for place in sorted(found))


def words_in(words: Words, spans: list[list[int]]) -> NDArray[np.int64]:
    """Indices of the words that the character spans cover by at least half."""
    covered = np.zeros(len(words), dtype=np.int64)
    starts, ends = words.spans[:, 0], words.spans[:, 1]
    for start, end in spans:
        covered += np.clip(np.minimum(ends, end) - np.maximum(starts, start), 0, None)
    return np.flatnonzero(2 * covered >= ends - starts)


QUOTATION_STYLES = ('""', "»«", "«»", "„“", "„”", "“”", "  ")
STYLE_WEIGHTS = (4, 2, 1, 3, 1, 1, 1)


def vary_quotation_marks(text: str, rng: random.Random, share: float) -> str:
    """With probability `share`, rewrite all marks in another style; the length stays.

    One style is a blank: web pages lose their quotation marks.
    """
    if rng.random() >= share:
        return text
    style = rng.choices(QUOTATION_STYLES, STYLE_WEIGHTS)[0]
    opening, closing = style[0], style[1]
    out, depth = list(text), 0
    for i, character in enumerate(text):
        if character == "\n":
            depth = 0
        elif character in '„“”"»«':
            closes = depth > 0 and character != "„"
            out[i] = closing if closes else opening
            depth += -1 if closes else 1
    return "".join(out)


@dataclass(frozen=True)
class Piece:
    """One window of one example."""

    example: Example
    window: Window

    @property
    def pieces(self) -> int:
        at = self.example.words.pieces
        return int(at[self.window.last] - at[self.window.first])


def windows_of(examples: Iterable[Example], max_pieces: int, overlap: int) -> Iterator[Piece]:
    for example in examples:
        for window in cut(example.words, max_pieces, overlap):
            yield Piece(example, window)
