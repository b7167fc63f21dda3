"""Many pairs: one JSON line in, one JSON line out, on as many processes as wanted."""

import json
import math
import multiprocessing
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path
from typing import Any

from app import formats, pipeline
from app.article import Project
from app.errors import Progress, UserError, no_progress
from app.i18n import N_
from app.reports.contract import check_record

IN_FLIGHT = 8
"""Pairs handed out ahead for each process: enough to keep it busy, few enough to hold little in memory."""


def check_line(line: str, folder: Path) -> dict[str, Any]:
    """Check the pair that one input line describes; a pair that cannot be read gives an object with ``error``.

    The line is an object with ``id`` and either ``source_text`` and ``target_text``, or the paths ``source`` and
    ``target``, relative to `folder`.
    """
    name: Any = None
    try:
        pair = _object(line)
        name = pair.get("id")
        return check_pair(*_materials(pair, folder), name)
    except UserError as error:
        return {"id": name, "error": str(error)}


def check_pair(source: pipeline.Material, target: pipeline.Material, name: str | float) -> dict[str, Any]:
    """Align and check one pair; the result is an object of the schema ``gegenlesen.check/1``."""
    article, _step = pipeline.take_in(Project(), source, target)
    plain = all(material.document.origin == formats.PLAIN for material in (source, target))
    return check_record(article, pipeline.check(article), name, texts=not plain)


def _object(line: str) -> dict[str, Any]:
    try:
        pair = json.loads(line)
    except RecursionError as error:
        raise UserError(N_("This line is nested too deeply to be a pair.")) from error
    except ValueError as error:
        raise UserError(N_("This line is not JSON: {reason}."), reason=error) from error
    if not isinstance(pair, dict) or not _is_id(pair.get("id")):
        raise UserError(N_("This line is not an object with an “id” that is a text or a number."))
    return pair


def _is_id(value: object) -> bool:
    """Whether the schema allows this as an id; what is not finite is no JSON, though Python reads it."""
    return isinstance(value, str) or (isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value))


def _materials(pair: dict[str, Any], folder: Path) -> tuple[pipeline.Material, pipeline.Material]:
    texts = pair.get("source_text"), pair.get("target_text")
    if isinstance(texts[0], str) and isinstance(texts[1], str):
        return pipeline.from_text(texts[0], pipeline.SOURCE), pipeline.from_text(texts[1], pipeline.TARGET)
    paths = pair.get("source"), pair.get("target")
    if isinstance(paths[0], str) and isinstance(paths[1], str):
        return pipeline.from_files(folder / paths[0], folder / paths[1])
    raise UserError(N_("This pair has neither “source_text” and “target_text” nor “source” and “target”."))


def check_lines(lines: Iterable[str], folder: Path, jobs: int | None = None) -> Iterator[dict[str, Any]]:
    """The results of all lines, in their order; `jobs` processes work on them (default: one for each processor)."""
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1:
        yield from (check_line(line, folder) for line in lines)
        return
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        waiting = iter(lines)
        running = [pool.submit(check_line, line, folder) for line in islice(waiting, jobs * IN_FLIGHT)]
        while running:
            yield running.pop(0).result()
            running += [pool.submit(check_line, line, folder) for line in islice(waiting, 1)]


def check_file(pairs: Path, out: Path, jobs: int | None = None, progress: Progress = no_progress) -> int:
    """Check every pair of a JSONL file into another; returns how many could not be read. Raises UserError for the files."""
    try:
        lines = [line for line in pairs.read_text(encoding="utf-8-sig").split("\n") if line.strip()]
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(N_("{name} cannot be read as a JSONL file in UTF-8."), name=pairs) from error
    unread = 0
    try:
        # half of a surrogate pair, which an id may hold, is written as JSON escapes it
        with out.open("w", encoding="utf-8", errors="backslashreplace") as stream:
            for done, record in enumerate(check_lines(lines, pairs.parent, jobs), 1):
                unread += "error" in record
                stream.write(json.dumps(record, ensure_ascii=False) + "\n")
                progress(done, len(lines))
    except OSError as error:
        raise UserError(N_("{name} cannot be written: {reason}."), name=out, reason=error.strerror or error) from error
    return unread
