"""The norms of the house that no linter knows: size of files, functions and classes, and names that say nothing."""

import ast
import statistics
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted(path for top in ("app", "ui") for path in (ROOT / top).rglob("*.py"))


def parsed(path):
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_is_long_and_no_class_is_large(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 500
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ClassDef):
            methods = [child for child in node.body if isinstance(child, ast.FunctionDef)]
            assert len(methods) <= 25, node.name


def test_functions_are_short():
    lengths = [node.end_lineno - node.lineno + 1 for path in FILES for node in ast.walk(parsed(path)) if isinstance(node, ast.FunctionDef)]
    assert statistics.median(lengths) <= 9
    assert sum(length > 50 for length in lengths) <= len(lengths) // 100


def test_files_are_short():
    assert statistics.median(len(path.read_text(encoding="utf-8").splitlines()) for path in FILES) <= 150


def test_every_file_is_named_after_its_subject():
    nothing = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "base"}
    assert not [path for path in FILES if path.stem in nothing]


def test_only_the_two_doors_catch_everything():
    for path in FILES:
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ExceptHandler) and isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"}:
                cleans_up = isinstance(node.body[-1], ast.Raise)
                assert cleans_up or path.relative_to(ROOT).as_posix() in {"ui/jobs.py", "ui/errors.py"}, f"{path}:{node.lineno}"
