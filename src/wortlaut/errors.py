"""What can go wrong, as one tree. Every message names the input, the cause and what to do.

WortlautError
  InputError            an article cannot be read; the others still are
    EmptyInput          there is nothing in it to read
    NotGerman           it is not in German
    TooLarge            it is over a limit, which is a setting
    BrokenInput         it is not what it claims to be: encoding, JSON, HTML, gzip
    MissingInput        it is not there
  DocumentError         a wortlaut/1 document breaks its own rules
  ModelError            the model's files are missing or do not fit this version
  SettingError          a setting has no such name or cannot have that value
  AuthorityError        a file of names for --authority is missing or not as it should be
"""

from __future__ import annotations


class WortlautError(Exception):
    """Base of all. `source` is the input's name, `cause` what is wrong, `advice` what to do."""

    def __init__(self, source: str, cause: str, advice: str = "") -> None:
        super().__init__(source, cause, advice)
        self.source, self.cause, self.advice = source, cause, advice

    def __str__(self) -> str:
        message = f"{self.source}: {self.cause}" + (f"; {self.advice}" if self.advice else "")
        return " ".join(message.split())  # always one line


class InputError(WortlautError):
    """An article cannot be read."""


class EmptyInput(InputError):
    """There is nothing to read: no text, or too few words."""


class NotGerman(InputError):
    """The text does not look German."""


class TooLarge(InputError):
    """Over a limit; the advice names the setting."""


class BrokenInput(InputError):
    """Encoding, JSON, HTML or compression are broken."""


class MissingInput(InputError):
    """No such file, or nothing in the directory that could be read."""


class DocumentError(WortlautError):
    """A document is not valid `wortlaut/1`."""


class ModelError(WortlautError):
    """The model's files are missing or do not fit."""


class SettingError(WortlautError):
    """No such setting, or no such value."""


class AuthorityError(WortlautError):
    """A file of names for `--authority` cannot be used."""
