"""One line of a batch: an object that says what a pair is called and where its two texts are."""

import base64
import binascii
import json
import math
from pathlib import Path
from typing import Any

from app import pipeline
from app.errors import UserError
from app.i18n import N_, _
from app.safe.limits import read_limited

FIELDS = ("title", "feed", "engine")
"""What else a line may say of its pair; it is kept with the article."""


def pair_of(line: str) -> dict[str, Any]:
    """The object of a line; raises UserError for anything but an object with an ``id``."""
    try:
        pair = json.loads(line)
    except RecursionError as error:
        raise UserError(N_("This line is nested too deeply to be a pair.")) from error
    except ValueError as error:
        raise UserError(N_("This line is not JSON: {reason}."), reason=error) from error
    if not isinstance(pair, dict) or not _is_id(pair.get("id")):
        raise UserError(N_("This line is not an object with an “id” that is a text or a number."))
    return pair


def id_of(line: str) -> Any:
    """The id of a line; None where it has none."""
    try:
        return pair_of(line)["id"]
    except UserError:
        return None


def materials(pair: dict[str, Any], folder: Path) -> tuple[pipeline.Material, pipeline.Material]:
    """Both texts of a pair; raises UserError for what cannot be read.

    A pair has ``source_text`` and ``target_text``, or the paths ``source`` and ``target`` relative to `folder`, or the files
    themselves, as `carried` packs them.
    """
    texts = pair.get("source_text"), pair.get("target_text")
    if isinstance(texts[0], str) and isinstance(texts[1], str):
        return pipeline.from_text(texts[0], pipeline.SOURCE), pipeline.from_text(texts[1], pipeline.TARGET)
    paths = pair.get("source"), pair.get("target")
    if isinstance(paths[0], str) and isinstance(paths[1], str):
        if "source_data" in pair:
            return pipeline.facing(_unpacked(pair, "source", pipeline.SOURCE), _unpacked(pair, "target", pipeline.TARGET))
        return pipeline.from_files(folder / paths[0], folder / paths[1])
    if isinstance(pair.get("refused"), str):
        raise UserError("{reason}", reason=pair["refused"])
    raise UserError(N_("This pair has neither “source_text” and “target_text” nor “source” and “target”."))


def carried(line: str, folder: Path) -> str:
    """A line whose files, if it names any, travel with it: another computer cannot read them here."""
    try:
        pair = pair_of(line)
    except UserError:
        return line  # told of where it is worked off
    if isinstance(pair.get("source_text"), str) or not all(isinstance(pair.get(side), str) for side in ("source", "target")):
        return line
    paths = folder / pair["source"], folder / pair["target"]
    try:
        data = [base64.b64encode(read_limited(path)).decode() for path in paths]
        pipeline.two_files(*paths)
    except UserError as error:
        return json.dumps({"id": pair["id"], "refused": str(error)})
    return json.dumps(pair | {"source_data": data[0], "target_data": data[1]})


def _unpacked(pair: dict[str, Any], side: str, language: str) -> pipeline.Material:
    try:
        data = base64.b64decode(str(pair.get(f"{side}_data")), validate=True)
    except (binascii.Error, ValueError) as error:
        raise UserError(N_("This pair carries a file that cannot be read.")) from error
    return pipeline.from_bytes(data, Path(str(pair[side])), language)


def lost(line: str) -> dict[str, Any]:
    """What comes back for a pair whose process ended twice while it was worked on."""
    return {"id": id_of(line), "error": _("This pair could not be checked: the process that tried ended, perhaps for want of memory.")}


def _is_id(value: object) -> bool:
    """Whether the schema allows this as an id; what is not finite is no JSON, though Python reads it."""
    return isinstance(value, str) or (isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value))
