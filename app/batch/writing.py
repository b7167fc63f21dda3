"""A batch into a file of JSON lines, which an interrupted run goes on with."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from app import checks, durable
from app.batch.checking import CHECK
from app.batch.inputs import Input
from app.batch.pairs import id_of
from app.batch.running import run
from app.batch.task import Setting
from app.errors import Progress, UserError, no_progress
from app.i18n import N_


def check_lines(lines: Iterable[str], setting: Setting, jobs: int | None = None, scheduler: str | None = None) -> Iterator[dict[str, Any]]:
    """The records of all lines, in their order; see `app.batch.run`."""
    return run(CHECK, lines, setting, jobs, scheduler)


def check_file(
    batch: Input,
    out: Path,
    jobs: int | None = None,
    progress: Progress = no_progress,
    *,
    setting: Setting | None = None,
    scheduler: str | None = None,
) -> int:
    """Check every pair of a batch into a file of JSON lines; returns how many could not be read.

    A run that was interrupted leaves what it wrote and a mark beside it (``.unfinished``); the next one of the same batch goes
    on behind the last whole record. Raises UserError for the file and the cluster.
    """
    setting = replace(setting or Setting(), folder=batch.folder)
    mark, told = out.with_name(f"{out.name}.unfinished"), _told(batch.lines, setting)
    unread = 0
    try:
        done = _kept(out, batch.lines) if _same(mark, told) else []
        plain = out.is_file() or not out.exists()  # nothing is remembered beside a pipe
        # half of a surrogate pair, which an id may hold, is written as JSON escapes it
        with out.open("a" if done else "w", encoding="utf-8", errors="backslashreplace") as stream:
            if plain:
                durable.write(mark, told.encode())
            unread += sum("error" in record for record in done)
            records = check_lines(batch.lines[len(done) :], setting, jobs, scheduler)
            for number, record in enumerate(records, len(done) + 1):
                unread += "error" in record
                stream.write(json.dumps(record, ensure_ascii=False) + "\n")
                stream.flush()
                progress(number, len(batch.lines))
        mark.unlink(missing_ok=True)
    except OSError as error:
        raise UserError(N_("{name} cannot be written: {reason}."), name=out, reason=error.strerror or error) from error
    return unread


def _told(lines: Sequence[str], setting: Setting) -> str:
    """What tells a batch from another: its lines, the checks, the profile, the language."""
    digest = hashlib.sha256()
    for line in lines:
        digest.update(line.encode("utf-8", "surrogatepass") + b"\n")
    profile = msgspec.json.encode(setting.profile, order="deterministic").decode()
    digest.update(f"{checks.ENGINE} {setting.language} {profile}".encode())
    return digest.hexdigest()


def _same(mark: Path, told: str) -> bool:
    return mark.is_file() and mark.read_text(encoding="utf-8", errors="replace") == told


def _kept(out: Path, lines: Sequence[str]) -> list[dict[str, Any]]:
    """The records of an interrupted run that are whole and belong to the first lines; what follows them is cut off the file."""
    if not out.is_file():
        return []
    data = out.read_bytes()
    kept: list[dict[str, Any]] = []
    end = 0
    for line, written in zip(lines, BytesIO(data), strict=False):
        record = _record(written)
        if record is None or record.get("id") != id_of(line):
            break
        kept.append(record)
        end += len(written)
    with out.open("r+b") as stream:
        stream.truncate(end)
    return kept


def _record(written: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(written)
    except ValueError:
        return None
    return found if written.endswith(b"\n") and isinstance(found, dict) and ("schema" in found or "error" in found) else None
