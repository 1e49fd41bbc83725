"""The measure of the data set: how well statements found agree with statements annotated.

Petersen-Frey & Biemann 2024 ("Dataset of quotation attribution in German news articles"):
quotations of an article are paired one to one so that the token F1 of their contents is highest
(same type +0.01, same medium +0.001). For each pair and part, token precision and recall are
taken where they are defined, and averaged. `joint` averages over the five parts, `message` over
the content, `roles` over the other four; `type` and `medium` are micro F1.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from wortlaut.document import Document
from wortlaut.encoder.labels import PARTS

Tokens = frozenset[int]
NOTHING: Tokens = frozenset()
GOLD_NAMES = {"content": "quote"}  # the data set's word for our part


@dataclass(frozen=True, slots=True)
class Group:
    """One statement as sets of token numbers, in the order of PARTS."""

    type: str | None
    medium: str | None
    parts: tuple[Tokens, ...]

    @property
    def content(self) -> Tokens:
        return self.parts[0]


EMPTY = Group(None, None, (NOTHING,) * len(PARTS))


@dataclass(frozen=True, slots=True)
class Figures:
    """F1 by name: joint, message, roles, type, medium and every part alone."""

    f1: dict[str, float]
    precision: dict[str, float]
    recall: dict[str, float]

    def __str__(self) -> str:
        return "  ".join(f"{name} {value:.4f}" for name, value in self.f1.items())


def token_f1(a: Tokens, b: Tokens) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def pair(gold: Sequence[Group], found: Sequence[Group]) -> list[tuple[Group, Group]]:
    """(found, gold); EMPTY stands in where one side has no partner."""
    worth = np.zeros((len(gold), len(found)))
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            if f1 := token_f1(g.content, f.content):
                worth[i, j] = f1 + 0.01 * (g.type == f.type) + 0.001 * (g.medium == f.medium)
    rows, columns = linear_sum_assignment(worth, maximize=True)
    return [
        *((found[j], gold[i]) for i, j in zip(rows, columns, strict=True)),
        *((f, EMPTY) for j, f in enumerate(found) if j not in columns),
        *((EMPTY, g) for i, g in enumerate(gold) if i not in rows),
    ]


def measure(articles: Iterable[tuple[Sequence[Group], Sequence[Group]]]) -> Figures:
    """`articles`: (gold, found) of each. Token numbers only have to agree within an article."""
    precision: list[list[float]] = [[] for _ in PARTS]
    recall: list[list[float]] = [[] for _ in PARTS]
    labels = {"type": [0, 0, 0], "medium": [0, 0, 0]}  # right, found, in gold
    for gold_groups, found_groups in articles:
        for found, gold in pair(gold_groups, found_groups):
            for i in range(len(PARTS)):
                both = len(found.parts[i] & gold.parts[i])
                if found.parts[i]:
                    precision[i].append(both / len(found.parts[i]))
                if gold.parts[i]:
                    recall[i].append(both / len(gold.parts[i]))
            for name, count in labels.items():
                a, b = getattr(found, name), getattr(gold, name)
                count[0] += a == b and a is not None
                count[1] += a is not None
                count[2] += b is not None
    groups = {"joint": range(len(PARTS)), "message": [0], "roles": range(1, len(PARTS))}
    groups |= {name: [i] for i, name in enumerate(PARTS)}
    p = {name: _mean([precision[i] for i in parts]) for name, parts in groups.items()}
    r = {name: _mean([recall[i] for i in parts]) for name, parts in groups.items()}
    for name, (right, found_count, gold_count) in labels.items():
        p[name] = right / found_count if found_count else 0.0
        r[name] = right / gold_count if gold_count else 0.0
    f1 = {name: 2 * p[name] * r[name] / (p[name] + r[name] or 1.0) for name in p}
    return Figures(f1, p, r)


def _mean(lists: Sequence[Sequence[float]]) -> float:
    count = sum(map(len, lists))
    return sum(map(sum, lists)) / count if count else 0.0


def gold_groups(article: dict[str, Any]) -> list[Group]:
    """Annotated statements of an article in the data set's layout."""
    return [
        Group(
            a["type"],
            a["medium"],
            tuple(frozenset(a[GOLD_NAMES.get(part, part)]["tokenIds"]) for part in PARTS),
        )
        for a in article["annotations"]
        if a["quote"]["tokenIds"]
    ]


def found_groups(document: Document, tokens: Sequence[tuple[int, int]]) -> list[Group]:
    """Statements of a document as token sets: a token counts if covered by at least half."""
    groups = []
    for s in document.statements:
        speaker = s.speaker.spans if s.speaker else ()
        parts = (s.content, speaker, s.cue, s.addressee, s.frame)
        group = Group(s.type, s.medium, tuple(_covered(spans, tokens) for spans in parts))
        if group.content:
            groups.append(group)
    return groups


def _covered(spans: Sequence[tuple[int, int]], tokens: Sequence[tuple[int, int]]) -> Tokens:
    return frozenset(
        i
        for i, (a, b) in enumerate(tokens)
        if b > a and 2 * sum(max(0, min(b, e) - max(a, s)) for s, e in spans) >= b - a
    )


def token_offsets(article: dict[str, Any]) -> list[tuple[int, int]]:
    """Character span of every token, in order; the data set gives only those of sentences."""
    text, offsets = article["originalText"], []
    for sentence in article["sentences"]:
        at = sentence["charBegin"]
        for token in sentence["tokens"]:
            found = text.find(token, at, at + len(token) + 6)
            found = at if found < 0 else found
            at = found + len(token)
            offsets.append((found, at))
    return offsets


def measure_documents(articles: Sequence[dict[str, Any]], documents: Iterable[Document]) -> Figures:
    """Documents must carry the articles' documentName as their id; missing ones count as empty."""
    by_id = {d.id: d for d in documents}
    pairs = []
    for article in articles:
        document = by_id.get(article["documentName"])
        found = found_groups(document, token_offsets(article)) if document else []
        pairs.append((gold_groups(article), found))
    return measure(pairs)
