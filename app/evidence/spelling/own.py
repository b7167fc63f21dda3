"""The user dictionary: a plain file, one word a line, that a desk can share and any editor can open."""

from pathlib import Path

from app import durable, settings
from app.errors import UserError
from app.evidence.spelling.dictionaries import find
from app.evidence.spelling.speller import Speller
from app.i18n import N_
from app.style import Profile


def speller_for(language: str, profile: Profile) -> Speller | None:
    """The spelling of a desk: the best dictionary there is, the user's words, and the names and loanwords of the profile.

    None where no dictionary is installed. Raises UserError when the user dictionary cannot be read.
    """
    dictionary = find(language)
    return None if dictionary is None else Speller(dictionary, [*own_words(), *profile.names, *profile.loanwords])


def own_path() -> Path:
    """Where the user dictionary is."""
    return settings.config_folder() / "words.txt"


def own_words() -> list[str]:
    """The user's words, in the order of the file; lines that begin with # are comments.

    Raises UserError for a file that cannot be read.
    """
    return [line for line in _lines() if line and not line.startswith("#")]


def add_word(word: str) -> None:
    """Write a word into the user dictionary; raises UserError when that is not possible. An open Speller is told by `accept`."""
    if word.strip() not in own_words():
        _write([*_lines(), word.strip()])


def remove_word(word: str) -> None:
    """Take a word out of the user dictionary; raises UserError when that is not possible. An open Speller is told by `refuse`."""
    _write([line for line in _lines() if line != word])


def _lines() -> list[str]:
    try:
        return [line.strip() for line in own_path().read_text(encoding="utf-8-sig").splitlines()]
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(N_("The user dictionary “{path}” cannot be read: {reason}."), path=own_path(), reason=error) from error


def _write(lines: list[str]) -> None:
    durable.write(own_path(), "".join(f"{line}\n" for line in lines).encode(), make_folder=True)
