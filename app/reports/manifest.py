"""The manifest of a delivery, for programs: what went out, who answers for it, and what was let pass."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from app import durable
from app.article import Article, composed
from app.article.deliveries import deliveries
from app.article.log import utc_now
from app.article.restraint import holds
from app.checks import ENGINE
from app.model import Dismissal, Finding

SCHEMA = "gegenlesen.manifest/1"
WAVED_THROUGH = "waved-through"


def manifest(
    article: Article, findings: Iterable[Finding], everywhere: Iterable[Dismissal] = (), payload: bytes | None = None
) -> dict[str, Any]:
    """The article as it stands, as an object of the schema ``gegenlesen.manifest/1``; texts are in it as hashes only.

    `everywhere` are the dismissals of the project, `payload` is what is delivered, where that is known. All hashes are SHA-256.
    """
    findings = list(findings)
    return {
        "schema": SCHEMA,
        "title": article.title,
        "made": utc_now(),
        "program": {"version": version("gegenlesen"), "engine": ENGINE},
        "reviewer": article.log.who,
        "revision": article.log.revision,
        "hashes": _hashes(article, payload),
        "rows": _rows(article),
        "open": {severity.value: count for severity, count in Counter(f.severity for f in findings if not f.hint).items()},
        "waved_through": json.loads(article.fields.get(WAVED_THROUGH, "{}")),
        "dismissed": [
            {"check": each.check, "fingerprint": each.fingerprint, "scope": scope, "reason": each.reason}
            for scope, dismissals in (("here", _here(article)), ("article", article.dismissals), ("project", everywhere))
            for each in dismissals
        ],
        "holds": [{"owner": held.owner, "reason": held.reason} for held in holds(article)],
        "deliveries": [
            {"kind": d.kind, "place": d.place, "when": d.when, "revision": d.revision, "number": d.number} for d in deliveries(article)
        ],
    }


def write_manifest(article: Article, findings: Iterable[Finding], everywhere: Iterable[Dismissal], delivered: Path) -> Path:
    """Write the manifest of a file that was delivered beside it, as ``NAME.manifest.json``. Raises UserError."""
    path = delivered.with_name(f"{delivered.name}.manifest.json")
    made = manifest(article, findings, everywhere, delivered.read_bytes())
    durable.write(path, as_json(made))
    return path


def as_json(made: dict[str, Any]) -> bytes:
    """A manifest as a file."""
    return json.dumps(made, ensure_ascii=False, indent=2).encode() + b"\n"


def _hashes(article: Article, payload: bytes | None) -> dict[str, str]:
    found = {"source": article.source.digest, "imported": article.target.digest, "corrected": composed(article).digest}
    return found if payload is None else found | {"payload": hashlib.sha256(payload).hexdigest()}


def _rows(article: Article) -> dict[str, int]:
    return {
        "all": len(article.units),
        "confirmed": sum(unit.confirmed for unit in article.units),
        "needs_work": sum(unit.needs_work for unit in article.units),
        "changed": sum(article.edited(unit) for unit in article.units),
        "removed": sum(unit.removed for unit in article.units),
    }


def _here(article: Article) -> list[Dismissal]:
    return [dismissal for unit in article.units for dismissal in unit.dismissals]
