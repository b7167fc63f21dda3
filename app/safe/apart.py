"""Heavy files of others are read in a process of their own, which may be killed: it has so much time and so much memory.

A small file cannot do harm within the other limits of this folder: reading one takes less than a second per MB and less than half
a gigabyte (`tests/app/safe/test_hostile.py`), while a new process takes a third of a second to begin. So only what is heavy,
unpacked, goes there; the text of a long book does not weigh as much.
"""

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from typing import TypeVar

import msgspec

from app.errors import UserError
from app.i18n import N_, Message
from app.safe.limits import MEBIBYTE

HEAVY = 4 * MEBIBYTE
"""From so many bytes on, unpacked, a file is read apart."""

SECONDS, SECONDS_PER_MEBIBYTE = 20, 3
"""How long reading may take. A table of 100,000 segments takes about a second per MB here."""

MEMORY = 3 * 1024 * MEBIBYTE
"""Bytes of address space that the process may have, where the system can be told (not on Windows, where time is the limit)."""

OUT_OF_MEMORY = 75
"""The exit status of the process when its memory was not enough."""

Result = TypeVar("Result")

TOO_MUCH = N_("The file takes more time or memory than any story needs; it was not opened. Keep only the article in it.")


class Request(msgspec.Struct):
    """What is to be called: a module and a function of it, which takes the bytes and `arguments`."""

    module: str
    name: str
    data: bytes
    arguments: tuple[str, ...]


class Answer(msgspec.Struct):
    """What came of it: the result, or the sentence of a UserError."""

    result: msgspec.Raw = msgspec.Raw(b"\xc0")
    trouble: Message | None = None


def weight(data: bytes) -> int:
    """How many bytes a file has, unpacked as far as it says so itself."""
    if not data.startswith(b"PK"):
        return len(data)
    try:
        return sum(member.file_size for member in zipfile.ZipFile(BytesIO(data)).infolist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return len(data)


def read(function: Callable[..., Result], kind: type[Result], data: bytes, *arguments: str) -> Result:
    """What a reader at the top of a module makes of a file, `kind` being the type of it; a heavy file is read apart.

    Raises UserError as the reader does, and when it takes more than the limits allow or dies of the file.
    """
    if weight(data) < HEAVY:
        return function(data, *arguments)
    return called(function, kind, data, *arguments)


def called(function: Callable[..., Result], kind: type[Result], data: bytes, *arguments: str, seconds: float | None = None) -> Result:
    """As `read`, always in a process of its own."""
    request = Request(function.__module__, function.__name__, data, arguments)
    limit = seconds or SECONDS + SECONDS_PER_MEBIBYTE * weight(data) / MEBIBYTE
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", __name__],
            input=msgspec.msgpack.encode(request),
            capture_output=True,
            timeout=limit,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UserError(TOO_MUCH) from None
    if done.returncode == OUT_OF_MEMORY or done.returncode < 0:
        raise UserError(TOO_MUCH)
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    answer = msgspec.msgpack.decode(done.stdout, type=Answer)
    if answer.trouble is not None:
        raise UserError(answer.trouble.template, **answer.trouble.arguments)
    return msgspec.msgpack.decode(answer.result, type=kind)


def _answer(request: Request) -> Answer:
    try:
        result = getattr(import_module(request.module), request.name)(request.data, *request.arguments)
    except UserError as error:
        return Answer(trouble=error.message)
    return Answer(msgspec.Raw(msgspec.msgpack.encode(result)))


def _limit() -> None:
    if os.name != "nt":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Read one request from standard input, and answer it on standard output; what libraries print goes elsewhere."""
    _limit()
    request = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Request)
    out, sys.stdout = sys.stdout.buffer, sys.stderr
    try:
        out.write(msgspec.msgpack.encode(_answer(request)))
        out.flush()
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)


if __name__ == "__main__":
    main()
