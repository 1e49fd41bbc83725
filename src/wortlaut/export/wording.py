"""Words of an article, made fit to be shown."""

from __future__ import annotations

from wortlaut.document import Document, Statement

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# C0 has pictures of its own (ESC is "␛"); CR is a space, since it ends lines of Windows. C1
# steers terminals as well; the others turn the direction of what follows around, or cannot be
# written as UTF-8.
_SHOWN: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"},
    ord("\r"): " ",
    0x7F: "\N{SYMBOL FOR DELETE}",
    **dict.fromkeys(range(0x80, 0xA0), _REPLACEMENT),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), _REPLACEMENT),
    **dict.fromkeys(range(0xD800, 0xE000), _REPLACEMENT),
}


def visible(text: str) -> str:
    """`text` with all characters made visible that could steer a terminal or turn words around.

    Its length does not change. Tab and line feed stay.
    """
    return text.translate(_SHOWN)


def who(document: Document, statement: Statement) -> str:
    """The speaker in the words of the article; without any, the actor's name; "" if not known."""
    speaker = statement.speaker
    if speaker is None:
        return ""
    if speaker.spans:
        return document.text_of(speaker)
    return next((actor.name for actor in document.actors if actor.id == speaker.actor), "")
