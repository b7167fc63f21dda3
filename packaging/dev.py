#!/usr/bin/env python3
"""Set up, run and test Gegenlesen from a checkout; needs only Python's standard library.

    python3 packaging/dev.py run      open the desk on the sample story
    python3 packaging/dev.py test     run the whole test suite without a screen
    python3 packaging/dev.py setup    only make the environment, test tools included

The environment is `.venv` beside this checkout. It is made once and renewed when the locked dependencies change.
"""

import ctypes.util
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCKS = {"run": ROOT / "packaging/locks/run.txt", "dev": ROOT / "packaging/locks/dev.txt"}
OLDEST, NEWEST = (3, 11), (3, 14)

DEBIAN_LIBRARIES = {
    "EGL": "libegl1",
    "GL": "libgl1",
    "glib-2.0": "libglib2.0-0",
    "dbus-1": "libdbus-1-3",
    "fontconfig": "libfontconfig1",
    "xkbcommon": "libxkbcommon0",
}
"""What Qt loads on any Linux, by library and Debian package."""

DEBIAN_SCREEN_LIBRARIES = {
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-shape": "libxcb-shape0",
    "xkbcommon-x11": "libxkbcommon-x11-0",
}
"""What Qt loads in addition to show windows under X."""

DICTIONARY = Path("/usr/share/hunspell/de_DE.dic")


def main(words: list[str]) -> int:
    """Do what the first word says; the words after ``test`` go to pytest, those after ``run`` to the program."""
    if not words or words[0] not in {"run", "test", "setup"}:
        print(__doc__)
        return 0 if words in ([], ["-h"], ["--help"]) else 2
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        found = ".".join(map(str, sys.version_info[:2]))
        print(f"Gegenlesen needs Python {dotted(OLDEST)} to {dotted(NEWEST)}; this is {found}. Start this file with another python3.")
        return 2
    os.chdir(ROOT)
    sys.stdout.reconfigure(line_buffering=True)
    word, rest = words[0], words[1:]
    if not system_packages():
        return 1
    make_environment("run" if word == "run" else "dev")
    if word == "run":
        return run(rest)
    return test(rest) if word == "test" else 0


def dotted(version: tuple[int, int]) -> str:
    """A version as people write it."""
    return ".".join(map(str, version))


def run(arguments: list[str]) -> int:
    """Open the desk on the sample story; without a screen, say so and write a picture of it."""
    environment = dict(os.environ)
    command = [str(PYTHON), "-m", "ui", *(arguments or ["--sample"])]
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        picture = ROOT / "gegenlesen.png"
        print(f"This machine has no screen (DISPLAY is not set): writing a picture of the window to {picture}.")
        environment["QT_QPA_PLATFORM"] = "offscreen"
        command += ["--screenshot", str(picture)]
    return subprocess.run(command, env=environment, check=False).returncode


def test(arguments: list[str]) -> int:
    """Run the whole suite offscreen."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    return subprocess.run([str(PYTHON), "-m", "pytest", *arguments], env=environment, check=False).returncode


def system_packages() -> bool:
    """On Debian and its relatives, install what is missing if this user may; otherwise print the one line to run."""
    if not shutil.which("apt-get") or sys.platform != "linux":
        return True
    needed = [package for name, package in DEBIAN_LIBRARIES.items() if not ctypes.util.find_library(name)]
    if os.environ.get("DISPLAY"):
        needed += [package for name, package in DEBIAN_SCREEN_LIBRARIES.items() if not ctypes.util.find_library(name)]
    if importlib.util.find_spec("ensurepip") is None and not PYTHON.exists():
        needed.append(f"python{dotted(sys.version_info[:2])}-venv")
    if not DICTIONARY.exists():
        needed.append("hunspell-de-de")
    return not needed or install(needed)


def install(packages: list[str]) -> bool:
    """Install Debian packages as root or through a sudo that asks nothing."""
    line = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    if os.geteuid() == 0:
        before: list[str] = []
    elif shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True).returncode == 0:
        before = ["sudo", "-n"]
    else:
        print(f"Some system packages are missing. Run this once, then start again:\n\n    sudo {line}\n")
        return False
    print(f"Installing system packages: {' '.join(packages)}")
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for command in ("apt-get update -qq", line.replace("install", "install -qq", 1)):
        done = subprocess.run([*before, *command.split()], env=quiet, check=False, stdout=subprocess.DEVNULL)
        if done.returncode:
            print(f"This command failed; run it by hand to see why:\n\n    {' '.join([*before, *command.split()])}\n")
            return False
    return True


def make_environment(kind: str) -> None:
    """Make `.venv` with the locked dependencies of this kind, unless it is there; `dev` holds all of `run`."""
    stamp = VENV / "locked.txt"
    wanted = fingerprint(kind)
    present = stamp.read_text(encoding="utf-8").split() if stamp.exists() else []
    if wanted not in present and not (kind == "run" and fingerprint("dev") in present):
        if not PYTHON.exists():
            print("Making .venv …")
            subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
        print("Installing the locked dependencies …")
        pip("--require-hashes", "--requirement", str(LOCKS[kind]))
        pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
        stamp.write_text("\n".join({wanted, *([] if kind == "dev" else present)}), encoding="utf-8")
    subprocess.run([str(PYTHON), str(ROOT / "packaging/messages.py"), "compile"], check=True)


def pip(*arguments: str) -> None:
    """Install with the environment's own pip, quietly."""
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments]
    subprocess.run(command, check=True)


def fingerprint(kind: str) -> str:
    """What an environment of this kind was made from."""
    parts = LOCKS[kind].read_bytes() + (ROOT / "pyproject.toml").read_bytes() + dotted(sys.version_info[:2]).encode() + str(ROOT).encode()
    return f"{kind}-{hashlib.sha256(parts).hexdigest()[:24]}"


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except subprocess.CalledProcessError as error:
        print(f"This step failed: {' '.join(map(str, error.cmd))}")
        sys.exit(1)
