"""Every limit and switch, with its name, default and help, in one place.

`wortlaut settings` prints this list; `--setting NAME VALUE` and `Reader.load(settings=...)`
change one.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import Any

from wortlaut.errors import SettingError


def _setting(default: Any, help: str) -> Any:
    return field(default=default, metadata={"help": help})


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits of what is read, and how the machine is used."""

    min_words: int = _setting(5, "fewer words than this are no article")
    max_characters: int = _setting(2_000_000, "longest article, in characters")
    max_bytes: int = _setting(16_000_000, "largest file or JSONL line, in bytes")
    max_unpacked_bytes: int = _setting(64_000_000, "most that a gzip file may unpack to, in bytes")
    html_seconds: int = _setting(30, "time for extracting the text of one HTML page, in seconds")
    html_megabytes: int = _setting(1024, "memory for extracting the text of one HTML page, in MB")
    any_language: bool = _setting(False, "read texts that do not look German, too")
    threads: int = _setting(0, "threads for the model; 0 takes all cores")
    batch_articles: int = _setting(16, "articles read together when there are many")
    min_score: float = _setting(0.0, "leave out statements with a lower score, 0 to 1")

    def with_pairs(self, pairs: list[tuple[str, str]]) -> Settings:
        """These settings with some changed, as given on a command line.

        Raises SettingError for an unknown name or a value of the wrong kind.
        """
        known = {f.name: f for f in fields(self)}
        changed: dict[str, Any] = {}
        for name, value in pairs:
            if name not in known:
                raise SettingError(name, "no such setting", f"known: {', '.join(known)}")
            changed[name] = _parse(name, value, type(known[name].default))
        return replace(self, **changed)


def _parse(name: str, value: str, kind: type) -> Any:
    if kind is bool:
        if value.lower() in ("1", "true", "yes", "on"):
            return True
        if value.lower() in ("0", "false", "no", "off"):
            return False
        raise SettingError(name, f"{value!r} is neither yes nor no")
    try:
        parsed = kind(value)
    except ValueError:
        raise SettingError(name, f"{value!r} is not a number") from None
    if parsed < 0:
        raise SettingError(name, f"{value} is negative")
    return parsed
