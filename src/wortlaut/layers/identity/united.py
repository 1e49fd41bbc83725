"""One actor for one identity: groups of mentions that were found to be the same are joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wortlaut.layers.actors.actors import Group, Identity
from wortlaut.layers.actors.sources import Sourced


@dataclass(frozen=True, slots=True)
class United:
    """Groups, the index that each had before to the one it has now, and the statements with the
    new ones."""

    groups: list[Group]
    to: list[int]
    sourced: list[Sourced]


def united(
    groups: Sequence[Group], found: Sequence[Identity | None], sourced: Sequence[Sourced]
) -> United:
    """Join the groups with the same ids; the first of them keeps its place, the others get empty.

    A chain in which one and the same would pass on to themselves is shortened.
    """
    first: dict[tuple[str, ...], int] = {}
    to: list[int] = []
    for i, identity in enumerate(found):
        to.append(first.setdefault(identity.ids, i) if identity else i)
    members: list[list[int]] = [[] for _ in groups]
    for i, target in enumerate(to):
        members[target].append(i)
    joined = [_joined([groups[i] for i in those]) for those in members]
    moved = [
        replace(
            one,
            speaker=None if one.speaker is None else to[one.speaker],
            chain=_shortened([to[i] for i in one.chain]),
        )
        for one in sourced
    ]
    return United(joined, to, moved)


def _joined(groups: Sequence[Group]) -> Group:
    if len(groups) == 1:
        return groups[0]
    mentions = tuple(sorted((m for g in groups for m in g.mentions), key=lambda m: m.span))
    return Group(mentions, next((g.called for g in groups if g.called), ""))


def _shortened(chain: Sequence[int]) -> tuple[int, ...]:
    """Each link once, where it stands last, so that the speaker stays at the end."""
    return tuple(link for i, link in enumerate(chain) if link not in chain[i + 1 :])
