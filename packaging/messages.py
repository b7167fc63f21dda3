#!/usr/bin/env python3
"""The translations of the interface: collect what the code says, bring the catalogues up to date, compile them.

    python packaging/messages.py update     collect marked strings into resources/locale/*/LC_MESSAGES/gegenlesen.po
    python packaging/messages.py compile    make the .mo files that the program reads fastest (they are not committed)
    python packaging/messages.py missing    list what is not translated yet; exit status 1 if there is anything

English is the language of the code and needs no catalogue. Without .mo files the program compiles in memory.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = sorted((ROOT / "resources/locale").glob("*/LC_MESSAGES/gegenlesen.po"))
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
PACKAGES = ("app", "ui")
NOISE = ('"Report-Msgid', '"POT-Creation', '"PO-Revision', '"Last-Translator', '"Language-Team', '"Generated-By')
"""Lines of the header that say nothing here and change with every run."""


def main(words: list[str]) -> int:
    """Do what the first word says."""
    if words == ["update"]:
        template = collected()
        for path in CATALOGUES:
            update(path, template)
        return 0
    if words == ["compile"]:
        for path in CATALOGUES:
            compile_one(path)
        return 0
    if words == ["missing"]:
        return report()
    print(__doc__)
    return 2


def collected() -> Catalog:
    """Every marked string of the program, without line numbers, which would change with every edit."""
    catalogue = Catalog(project="Gegenlesen", charset="utf-8")
    for package in PACKAGES:
        for name, _line, message, comments, context in extract_from_dir(ROOT / package, [("**.py", "python")], keywords=KEYWORDS):
            catalogue.add(message, None, [(f"{package}/{Path(name).as_posix()}", 0)], auto_comments=comments, context=context)
    return catalogue


def read(path: Path) -> Catalog:
    """A catalogue."""
    with path.open("rb") as stream:
        return read_po(stream, locale=path.parts[-3])


def update(path: Path, template: Catalog) -> None:
    """Take over new strings and drop old ones; translations stay."""
    catalogue = read(path)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    stream = BytesIO()
    write_po(stream, catalogue, width=0, sort_output=True, omit_header=False, include_lineno=False)
    lines = stream.getvalue().decode("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith(NOISE)), encoding="utf-8")
    path.with_suffix(".mo").unlink(missing_ok=True)  # made from the words of before, it would be read instead of them


def compile_one(path: Path) -> None:
    """Write the .mo file beside a catalogue."""
    with path.with_suffix(".mo").open("wb") as stream:
        write_mo(stream, read(path))


def untranslated(path: Path) -> list[str]:
    """The strings of the program that a catalogue does not translate."""
    known = read(path)
    found = []
    for message in collected():
        if message.id:
            translated = known.get(message.id)
            if translated is None or not all(translated.string if isinstance(translated.string, tuple) else [translated.string]):
                found.append(str(message.id))
    return found


def report() -> int:
    """Print what is missing."""
    missing = {path: untranslated(path) for path in CATALOGUES}
    for path, ids in missing.items():
        for message in ids:
            print(f"{path.parts[-3]}: {message}")
    return int(any(missing.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
