"""Run the suite where there is no network but loopback: ``python -m tests.campaigns.offline [words for pytest]``.

A network namespace of its own holds nothing but the loopback device, so whatever would speak to another computer fails at
once. Needs Linux and `unshare` with the right to use it; says so and ends with exit status 3 otherwise.
"""

import fcntl
import shutil
import socket
import struct
import subprocess
import sys

NOT_HERE = 3
"""The exit status where the system does not allow it."""

SIOCSIFFLAGS, IFF_UP = 0x8914, 0x1


def possible() -> bool:
    words = ["unshare", "-rn", "true"]
    return (
        sys.platform == "linux"
        and bool(shutil.which("unshare"))
        and subprocess.run(words, capture_output=True, check=False).returncode == 0
    )


def loopback_up() -> None:
    """Switch the loopback device of this namespace on, and make sure that there is no other."""
    with socket.socket() as handle:
        fcntl.ioctl(handle, SIOCSIFFLAGS, struct.pack("16sH14x", b"lo", IFF_UP))
    assert [name for _, name in socket.if_nameindex() if name not in {"lo", "sit0", "tunl0", "ip6tnl0"}] == []


def main(words: list[str]) -> int:
    if words[:1] == ["inside"]:
        import pytest

        loopback_up()
        return int(pytest.main(words[1:] or ["-q"]))
    if not possible():
        sys.stdout.write("This system allows no network namespace: nothing was run.\n")
        return NOT_HERE
    return subprocess.run(["unshare", "-rn", sys.executable, "-m", "tests.campaigns.offline", "inside", *words], check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
