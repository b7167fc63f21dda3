"""The locked dependencies: complete, hashed, and free of what must not be there."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = sorted((ROOT / "packaging/locks").glob("*.txt"))


def names(lock):
    return {
        line.split("==")[0].lower() for line in lock.read_text(encoding="utf-8").splitlines() if re.match(r"[a-z0-9]", line, re.IGNORECASE)
    }


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_requirement_has_a_hash_and_no_lock_names_a_host(lock):
    text = lock.read_text(encoding="utf-8")
    requirements = re.split(r"\n(?=[a-z0-9])", text)
    assert all("--hash=sha256:" in requirement for requirement in requirements)
    assert "://" not in text
    assert "index" not in text


def test_every_dependency_of_the_program_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.split(r"[<>=~! ]", requirement)[0].lower() for requirement in project["dependencies"]}
    assert wanted <= names(ROOT / "packaging/locks/run.txt")


def test_the_engine_is_tested_without_qt():
    assert not {name for name in names(ROOT / "packaging/locks/engine.txt") if "pyside" in name or "shiboken" in name}


def test_deep_translator_is_pinned_because_a_release_was_once_hijacked():
    assert "deep-translator==1.11.4" in (ROOT / "packaging/locks/run.txt").read_text(encoding="utf-8")


def test_the_qt_that_drops_references_is_not_locked():
    found = re.search(r"pyside6-essentials==(\d+)\.(\d+)", (ROOT / "packaging/locks/run.txt").read_text(encoding="utf-8"))
    assert (6, 9) <= (int(found[1]), int(found[2])) < (6, 12)
