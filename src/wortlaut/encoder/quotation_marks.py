"""What stands between quotation marks.

German news mixes „…“, »…«, «…», "…", ‚…‘ and '…', loses marks, and opens a mark again at each
paragraph of a long quotation. Nothing here raises: a mark without partner is forgotten at the
end of its paragraph.
"""

from __future__ import annotations

import re

_DOUBLE = '„“”‟"»«'
_SINGLE = "‚‘›‹"
_MARK = re.compile(rf"[{_DOUBLE}{_SINGLE}]|(?<!\w)'|'(?!\w)|\n")
_ALWAYS_OPENS = "„‚"


def quotations(text: str) -> list[tuple[int, int]]:
    """Spans between matching quotation marks, marks included, in order of their closing."""
    found: list[tuple[int, int]] = []
    open_marks: list[tuple[str, int]] = []
    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        if mark == "\n":
            open_marks.clear()
            continue
        partner = _partner(open_marks, mark)
        if partner is not None and not _opens(text, at, mark):
            found.append((open_marks[partner][1], at + 1))
            del open_marks[partner:]
        else:
            open_marks.append((mark, at))
    return found


def _opens(text: str, at: int, mark: str) -> bool:
    """Does the mark open a quotation, judged by its form and the white space around it?"""
    if mark in _ALWAYS_OPENS:
        return True
    space_before = at == 0 or text[at - 1].isspace() or text[at - 1] in "([{-–—"
    space_after = at + 1 >= len(text) or text[at + 1].isspace()
    return space_before and not space_after


def _partner(open_marks: list[tuple[str, int]], mark: str) -> int | None:
    """Index of the innermost open mark that `mark` can close."""
    double = mark in _DOUBLE
    for index in range(len(open_marks) - 1, -1, -1):
        opener = open_marks[index][0]
        if (opener in _DOUBLE) == double and _closes(opener, mark):
            return index
    return None


def _closes(opener: str, mark: str) -> bool:
    pairs = {"„": '“”"', "“": '”"“', '"': '"“”', "»": "«", "«": "»", "”": "”", "‟": "”"}
    pairs |= {"‚": "‘'", "‘": "'‘", "'": "'‘", "›": "‹", "‹": "›"}
    return mark in pairs.get(opener, mark)
