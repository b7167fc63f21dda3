"""`calls.c`, compiled and slid under a program."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).with_name("calls.c")

NEEDS = "needs Linux and a C compiler"


def possible() -> bool:
    """Whether this system can do it."""
    return sys.platform == "linux" and shutil.which("cc") is not None


def may_mount() -> bool:
    """Whether this system lets one mount disks in a namespace of one's own."""
    words = ["unshare", "-Urm", "mount", "-t", "tmpfs", "none", "/mnt"]
    return (
        sys.platform == "linux"
        and bool(shutil.which("unshare"))
        and subprocess.run(words, capture_output=True, check=False).returncode == 0
    )


def compiled(folder: Path) -> Path:
    """The library, made in a folder."""
    library = folder / "calls.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", library, SOURCE, "-ldl"], check=True)
    return library


def environment(library: Path, **settings: object) -> dict[str, str]:
    """What a program must find in its environment: the library, and settings such as ``slow=30_000``."""
    root = str(Path(__file__).parents[2])
    told = {f"CALLS_{name.upper()}": str(value) for name, value in settings.items()}
    return {**os.environ, "PYTHONPATH": root, "LD_PRELOAD": str(library), **told}


def run(library: Path, *words: str, **settings: object) -> subprocess.CompletedProcess[str]:
    """Run Python over the library."""
    return subprocess.run([sys.executable, *words], env=environment(library, **settings), capture_output=True, text=True, check=False)
