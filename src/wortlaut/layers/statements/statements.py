"""Statements out of the model's reading: which candidates hold, and where their parts stand.

Spans come out of layers.spans; here is decided which candidates are statements, and what stands
within what.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

import msgspec
import numpy as np

from wortlaut.document import Medium, Span, Speaker, Statement, Type
from wortlaut.encoder.labels import MEDIA, PARTS, TYPES
from wortlaut.layers.statements.acts import read_act
from wortlaut.layers.statements.spans import (
    PartRule,
    Run,
    bridged,
    holds,
    overlap,
    part_runs,
    size,
    without,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wortlaut.encoder.reading import Candidate, Reading
    from wortlaut.encoder.words import Words

CONTENT, SPEAKER, CUE, FRAME = (
    PARTS.index(part) for part in ("content", "speaker", "cue", "frame")
)
DIRECT, REPORTED = TYPES.index("Direct"), TYPES.index("Reported")
INDIRECT = [i for i, name in enumerate(TYPES) if name.endswith("Indirect")]


class Rules(msgspec.Struct, frozen=True):
    """Thresholds tuned on a part of the training data; shipped beside the weights."""

    starts: tuple[float, ...] = (0.5,) * len(TYPES)
    parts: tuple[PartRule, ...] = (PartRule(),) * len(PARTS)
    same_content: float = 0.8
    same_speaker: float = 0.3


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate that held, with its parts as runs of words, in the order of PARTS."""

    candidate: Candidate
    parts: tuple[tuple[Run, ...], ...]

    @property
    def content(self) -> tuple[Run, ...]:
        return self.parts[0]


def decide(reading: Reading, rules: Rules) -> list[Found]:
    """The candidates that hold, in order of their starts."""
    found = []
    for candidate in reading.candidates:
        if candidate.belief >= rules.starts[candidate.kind]:
            parts = _parts(candidate, rules, reading.words)
            if parts[0]:
                found.append(Found(candidate, parts))
    found = _without_doubles(found, rules.same_content)
    found = _sharing_frames(found, rules, reading.words)
    return _going_on(found, rules.same_speaker)


def _sharing_frames(found: list[Found], rules: Rules, words: Words) -> list[Found]:
    """What is quoted inside an indirect statement has its frame: both odds are taken together.

    So it is for 198 of 207 such quotations in the training data; inside Reported it is not.
    """
    return [
        one if outer is None else _framed_as(one, found[outer], rules, words)
        for one, outer in zip(found, _containers(found), strict=True)
    ]


def _framed_as(one: Found, outer: Found, rules: Rules, words: Words) -> Found:
    if one.candidate.kind != DIRECT or outer.candidate.kind not in INDIRECT:
        return one
    candidate = one.candidate.framed_as(outer.candidate)
    return Found(candidate, (one.content, *_parts(candidate, rules, words)[1:]))


def _going_on(found: list[Found], least: float) -> list[Found]:
    """A statement without a frame is by the speaker of the one before, where that may be.

    It may be if one of that speaker's words has a probability of at least `least`. So it is for 517
    of 710 in the training data, Reported left out, where the speaker is named inside.
    """
    out: list[Found] = []
    speaker: tuple[Run, ...] = ()
    for one in found:
        free = not one.parts[FRAME] and one.candidate.kind != REPORTED
        if not (free and one.candidate.likeliest(SPEAKER, speaker) >= least):
            speaker = one.parts[SPEAKER] or speaker
            out.append(one)
        else:
            out.append(replace(one, parts=(one.content, speaker, *one.parts[SPEAKER + 1 :])))
    return out


def _parts(candidate: Candidate, rules: Rules, words: Words) -> tuple[tuple[Run, ...], ...]:
    parts = [part_runs(candidate.parts[:, i], rule) for i, rule in enumerate(rules.parts)]
    frame = parts[FRAME]
    # What introduces a statement is not a part of what was said, and nothing else interrupts it.
    parts[CONTENT] = bridged(without(parts[CONTENT], frame), frame)
    at = candidate.first
    placed = [tuple((first + at, last + at) for first, last in runs) for runs in parts]
    if candidate.kind == DIRECT:
        placed[CONTENT] = _to_closing_mark(placed[CONTENT], words)
    return tuple(placed)


def _to_closing_mark(content: tuple[Run, ...], words: Words) -> tuple[Run, ...]:
    """What begins with an opening quotation mark ends with its closing one, if it has one."""
    if len(content) != 1:
        return content
    first, _ = content[0]
    at = int(np.searchsorted(words.quotations[:, 0], first))
    if at == len(words.quotations) or words.quotations[at, 0] != first:
        return content
    return ((first, int(words.quotations[at, 1])),)


def _without_doubles(found: list[Found], same: float) -> list[Found]:
    """Drop the weaker of two that say the same: see `_doubles`."""
    ordered = sorted(found, key=lambda f: (f.content[0][0], -f.content[-1][1], -size(f.content)))
    meeting = _meeting([one.content for one in ordered])
    kept: set[int] = set()
    for i in sorted(range(len(ordered)), key=lambda i: -ordered[i].candidate.belief):
        if not any(j in kept and _doubles(ordered[i], ordered[j], same) for j in meeting[i]):
            kept.add(i)
    return [one for i, one in enumerate(ordered) if i in kept]


def _doubles(one: Found, other: Found, same: float) -> bool:
    """Of two whose contents meet: is it one statement, found twice?

    Yes if nearly all of their content is the same, unless their speakers differ (a source chain);
    and if the same cue by the same speaker introduces both: only a Direct inside another statement
    shares its frame.
    """
    speakers = {one.parts[SPEAKER], other.parts[SPEAKER]} - {()}
    if len(speakers) < 2 and overlap(one.content, other.content) >= same:
        return True
    if DIRECT in (one.candidate.kind, other.candidate.kind):
        return False
    shared = [overlap(one.parts[part], other.parts[part]) > 0 for part in (CUE, SPEAKER)]
    return all(shared)


def _meeting(contents: Sequence[Sequence[Run]]) -> list[list[int]]:
    """For each content, which others overlap it from first to last word.

    The contents are in the order of their starts, so that a text of any length needs one pass.
    """
    meeting: list[list[int]] = [[] for _ in contents]
    still_open: list[int] = []
    for i, content in enumerate(contents):
        still_open = [j for j in still_open if contents[j][-1][1] > content[0][0]]
        for j in still_open:
            meeting[i].append(j)
            meeting[j].append(i)
        still_open.append(i)
    return meeting


def to_statements(scored: Sequence[tuple[Found, float]], words: Words) -> tuple[Statement, ...]:
    """Statements with character spans, numbered s1, s2, … They are given in the text's order."""
    within = _containers([one for one, _ in scored])
    statements = []
    for i, ((one, score), outer) in enumerate(zip(scored, within, strict=True)):
        spans = [tuple(_span(words, run) for run in part) for part in one.parts]
        content, speaker, cue, addressee, frame = spans
        read = read_act(one.candidate.acts)
        statements.append(
            Statement(
                id=f"s{i + 1}",
                type=cast("Type", TYPES[one.candidate.kind]),
                medium=cast("Medium", MEDIA[int(one.candidate.media.argmax())]),
                content=content,
                speaker=Speaker(None, speaker) if speaker else None,
                cue=cue,
                addressee=addressee,
                frame=frame,
                within=None if outer is None else f"s{outer + 1}",
                act=read.act,
                polarity=read.polarity,
                certainty=read.certainty,
                score=round(score, 3),
            )
        )
    return tuple(statements)


def _span(words: Words, run: Run) -> Span:
    return int(words.spans[run[0], 0]), int(words.spans[run[1] - 1, 1])


def _containers(found: Sequence[Found]) -> list[int | None]:
    """For each, the smallest other statement whose content holds its content; None if none."""
    contents = [one.content for one in found]
    sizes = [size(content) for content in contents]
    out: list[int | None] = []
    for i, others in enumerate(_meeting(contents)):
        holding = [
            (sizes[j], j) for j in others if sizes[j] > sizes[i] and holds(contents[j], contents[i])
        ]
        out.append(min(holding)[1] if holding else None)
    return out
