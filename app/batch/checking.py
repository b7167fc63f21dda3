"""The check of one pair as a pure function: a line in, a record out, wherever it runs."""

from typing import Any

from app import formats, pipeline
from app.article import Project
from app.batch.pairs import lost, materials, pair_of
from app.batch.task import Setting, Task
from app.errors import UserError
from app.reports.contract import check_record
from app.style import Profile


def check_line(line: str, setting: Setting) -> dict[str, Any]:
    """Check the pair that one input line describes; a pair that cannot be read gives an object with ``error``."""
    name: Any = None
    try:
        pair = pair_of(line)
        name = pair.get("id")
        return check_pair(*materials(pair, setting.folder), name, setting.profile)
    except UserError as error:
        return {"id": name, "error": str(error)}


def check_pair(source: pipeline.Material, target: pipeline.Material, name: str | float, profile: Profile | None = None) -> dict[str, Any]:
    """Align and check one pair; the result is an object of the schema ``gegenlesen.check/1``."""
    article, _step = pipeline.take_in(Project(), source, target, terms=profile.terms if profile else ())
    plain = all(material.document.origin == formats.PLAIN for material in (source, target))
    return check_record(article, pipeline.check(article, profile), name, texts=not plain)


CHECK = Task(check_line, lost)
