"""Annotated articles as marked-up text that people can read, write and correct.

    <f1><c1>Laut</c1> <s1>Polizei</s1></f1> <q1>wurde niemand verletzt</q1>.

    1 Indirect SW assertion - certain

A letter says which part of a statement it is (q content, s speaker, c cue, a addressee, f frame),
the number which statement. A part in pieces is opened anew for each; spans may overlap in any way.
Below the text, after an empty line, stands a line a statement: number, type, medium; and act,
polarity and certainty, if those are annotated. A line of equals signs parts the articles of a file.
"""

from __future__ import annotations

import re
from typing import Any

from wortlaut.encoder.labels import ACTS, CERTAINTIES, MEDIA, POLARITIES, TYPES

LETTERS = {"q": "quote", "s": "speaker", "c": "cue", "a": "addressee", "f": "frame"}
_TAG = re.compile(r"<(/?)([qscaf])(\d+)>")
_LABELS = re.compile(r"^(\d+) (\w+) (\w+)(?: (\w+) ([+-]) (\w+))?$")
_SENSES = {"act": ACTS, "polarity": POLARITIES, "certainty": CERTAINTIES}
_BORDER = re.compile(r"^=+$\n", re.MULTILINE)
_ANGLE = re.compile(r"<[^<>]{0,12}>")


def parse_articles(name: str, marked: str) -> list[dict[str, Any]]:
    """All articles of one file, named NAME-1, NAME-2, … Raises ValueError as parse_marked."""
    parts = _BORDER.split(marked.strip())
    return [parse_marked(f"{name}-{i}", part) for i, part in enumerate(parts, start=1)]


def parse_marked(name: str, marked: str) -> dict[str, Any]:
    """One article in the layout of the quotation data, as training.examples reads it.

    Raises ValueError that names the article and what is wrong with its marks.
    """
    lines = marked.strip().split("\n")
    labels: dict[int, dict[str, str]] = {}
    while lines and (found := _LABELS.match(lines[-1].strip())):
        lines.pop()
        labels[int(found[1])] = _labels(name, found)
    text, spans = _take_out_tags(name, "\n".join(lines).strip())
    if unlabelled := {number for _, number in spans} ^ set(labels):
        raise ValueError(f"{name}: statements {sorted(unlabelled)} lack marks or a line below")
    annotations = []
    for number, given in sorted(labels.items()):
        if ("q", number) not in spans:
            raise ValueError(f"{name}: statement {number} has no content")
        parts = {part: {"spans": spans.get((at, number), [])} for at, part in LETTERS.items()}
        annotations.append(given | parts)
    return {"documentName": name, "originalText": text, "annotations": annotations}


def _labels(name: str, line: re.Match[str]) -> dict[str, str]:
    """What one line below the text says of its statement."""
    allowed = {"type": TYPES, "medium": MEDIA} | (_SENSES if line[4] else {})
    labels = dict(zip(allowed, line.groups()[1:], strict=False))
    for kind, label in labels.items():
        if label not in allowed[kind]:
            raise ValueError(f"{name}: statement {line[1]}: no such {kind}: {label}")
    return labels


def _take_out_tags(name: str, marked: str) -> tuple[str, dict[tuple[str, int], list[list[int]]]]:
    """The bare text, and the character spans of every letter and number."""
    text, at = "", 0
    still_open: dict[tuple[str, int], int] = {}
    spans: dict[tuple[str, int], list[list[int]]] = {}
    for tag in _TAG.finditer(marked):
        text += marked[at : tag.start()]
        at = tag.end()
        key = (tag[2], int(tag[3]))
        if tag[1]:
            if key not in still_open:
                raise ValueError(f"{name}: {tag[0]} closes what is not open")
            start = still_open.pop(key)
            if start == len(text):
                raise ValueError(f"{name}: nothing stands before {tag[0]}")
            spans.setdefault(key, []).append([start, len(text)])
        elif key in still_open:
            raise ValueError(f"{name}: {tag[0]} is opened twice")
        else:
            still_open[key] = len(text)
    if still_open:
        raise ValueError(f"{name}: never closed: {sorted(still_open)}")
    text += marked[at:]
    if stray := _ANGLE.search(text):
        raise ValueError(f"{name}: {stray[0]} is no tag")
    return text, spans


def to_marked(article: dict[str, Any]) -> str:
    """The other way round: an article of the quotation data as marked-up text."""
    edges: list[tuple[int, int, int, str]] = []
    labels = []
    for number, gold in enumerate(article["annotations"], start=1):
        known = [gold["type"], gold["medium"] or "none", *(gold[k] for k in _SENSES if k in gold)]
        labels.append(" ".join([str(number), *known]))
        for letter, part in LETTERS.items():
            for start, end in gold[part]["spans"]:
                # Closing tags before opening ones; the longer span outside.
                edges.append((start, 1, -end, f"<{letter}{number}>"))
                edges.append((end, 0, -start, f"</{letter}{number}>"))
    text, out, at = article["originalText"], "", 0
    for place, _, _, tag in sorted(edges):
        out += text[at:place] + tag
        at = place
    return out + text[at:] + "\n\n" + "\n".join(labels) + "\n"
