#!/usr/bin/env python3
"""Renew the hash-locked dependencies in `packaging/locks/` with uv: `python3 packaging/lock.py [--upgrade]`.

`run.txt` is what the program needs, `dev.txt` adds the test tools, `engine.txt` is `dev.txt` without Qt: in it the tests of
the engine prove that the engine needs no window.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OPTIONS = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url", "--quiet"]
WITHOUT_QT = ["pyside6-essentials", "shiboken6", "qtawesome", "qtpy", "pytest-qt", "pytest-xvfb", "pyvirtualdisplay"]
LOCKS = {
    "run": ["--group", "build"],
    "dev": ["--group", "build", "--group", "dev"],
    "engine": ["--group", "build", "--group", "dev", *(word for name in WITHOUT_QT for word in ("--no-emit-package", name))],
}


def main() -> None:
    """Compile every lock from pyproject.toml."""
    for name, groups in LOCKS.items():
        out = ["-o", f"packaging/locks/{name}.txt"]
        subprocess.run(["uv", "pip", "compile", *OPTIONS, *groups, *sys.argv[1:], "pyproject.toml", *out], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
