"""Mentions and groups made from a text by hand, for the layers that only look at their words."""

from __future__ import annotations

from wortlaut.encoder.labels import KINDS
from wortlaut.layers.actors.actors import Group
from wortlaut.layers.actors.mentions import Mention


def mention(text: str, wording: str, kind: str = "person") -> Mention:
    """The first place in the text with that wording."""
    start = text.index(wording)
    first = len(text[:start].split())
    kinds = tuple(0.9 if k == kind else 0.02 for k in KINDS)
    last = first + len(wording.split())
    return Mention(first, last, (start, start + len(wording)), wording, kinds)


def group(text: str, *wordings: str, kind: str = "person") -> Group:
    """The mentions with these wordings, as one actor."""
    return Group(tuple(mention(text, wording, kind) for wording in wordings))
