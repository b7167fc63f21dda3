"""Stories as agency formats against the official schemas: ``python -m tests.campaigns.schemas FOLDER 2000``.

The folder, or one inside it, holds what the IPTC publishes: ``nitf-3-6.xsd`` with the files that it includes,
``NewsML-G2_2.35-spec-All-Power.xsd``, ``ninjs-schema_2.2.json`` and ``ninjs-schema_3.1.json``. The sample story in both languages and so
many invented ones, with blocks of every kind, fields and odd characters, are written in each format; every file must be valid. Prints a line of
JSON for each format; the exit status is 1 when a file is not valid, and 2 when a schema is missing.
"""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from lxml import etree

from app.formats import format_named, read_file
from app.model import Document
from tests.app.formats.invented import stories

SCHEMAS = {
    "nitf": "nitf-3-6.xsd",
    "newsml": "NewsML-G2_2.35-spec-All-Power.xsd",
    "ninjs22": "ninjs-schema_2.2.json",
    "ninjs": "ninjs-schema_3.1.json",
}
SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
Judge = Callable[[bytes], list[str]]


class Beside(etree.Resolver):
    """Finds what a schema includes beside it, and nothing anywhere else."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def resolve(self, url: str, _id: str, context: Any) -> Any:
        return self.resolve_filename(str(self.folder / url.rpartition("/")[2]), context)


def by_xsd(path: Path) -> Judge:
    """What is wrong with an XML file by a schema."""
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Beside(path.parent))
    schema = etree.XMLSchema(etree.parse(path, parser))

    def judged(data: bytes) -> list[str]:
        schema.validate(etree.fromstring(data))
        return [entry.message for entry in schema.error_log]

    return judged


def by_json(path: Path) -> Judge:
    """What is wrong with a JSON file by a schema; what the schema refers to elsewhere is never asked for."""
    import jsonschema
    import referencing

    schema = json.loads(path.read_text(encoding="utf-8"))
    elsewhere = referencing.Registry(retrieve=lambda _address: referencing.Resource.opaque(True))  # noqa: FBT003 - JSON Schema's "anything"
    kind = jsonschema.validators.validator_for(schema)
    validator = kind(schema, registry=elsewhere, format_checker=kind.FORMAT_CHECKER)
    return lambda data: [error.message for error in validator.iter_errors(json.loads(data))]


def documents(count: int) -> Iterator[Document]:
    """The sample story, and so many invented ones."""
    yield from (read_file(path).document for path in sorted(SAMPLE.glob("story.*.txt")))
    invented: list[Document] = []

    @settings(max_examples=count, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), deadline=None)
    @given(document=stories())
    def invent(document: Document) -> None:
        invented.append(document)

    invent()
    yield from invented


def main(folder: Path, count: int) -> int:
    """Validate."""
    found = {name: next(iter(sorted(folder.rglob(file))), None) for name, file in SCHEMAS.items()}
    for name, path in found.items():
        if path is None:
            sys.stderr.write(f"{folder} holds no {SCHEMAS[name]}\n")
            return 2
    judges = {name: (by_xsd if path.suffix == ".xsd" else by_json)(path) for name, path in found.items() if path is not None}
    told = list(documents(count))
    broken = 0
    for name, judge in judges.items():
        write = format_named(name).write
        assert write is not None
        trouble = [words for document in told if (words := judge(write(document)))]
        sys.stdout.write(
            json.dumps({"format": name, "schema": SCHEMAS[name], "files": len(told), "valid": len(told) - len(trouble)}) + "\n"
        )
        sys.stdout.writelines(f"{words[0]}\n" for words in trouble[:5])
        broken += len(trouble)
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
