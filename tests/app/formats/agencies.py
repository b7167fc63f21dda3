"""What the tests of agency files ask of them."""

import json
from pathlib import Path

from app import formats
from app.article import Project
from app.deliver.returning import as_it_came
from app.model import BlockKind
from app.pipeline import rows_of


def opened(data, name):
    imported = formats.read_bytes(data, Path(name), "de").document
    article, _step = Project().add("", imported, imported, rows_of(imported, imported))
    return article


def row(article, words):
    return next(unit for unit in article.units if words in unit.target.plain)


def corrected(data, name, *pairs):
    """The file with these words replaced where rows have them."""
    article = opened(data, name)
    for old, new in pairs:
        unit = row(article, old)
        article.edit(unit.id, unit.target.plain.replace(old, new))
    return as_it_came(article, name, data)


def kinds(data, name="x.xml"):
    document = formats.read_bytes(data, Path(name), "de").document
    return [(block.kind.value, document.excerpt(block.span).plain) for block in document.blocks if block.kind is not BlockKind.FIELD]


def fields(data, name="x.xml"):
    document = formats.read_bytes(data, Path(name), "de").document
    found = [block for block in document.blocks if block.kind is BlockKind.FIELD]
    return [(block.attribute("name"), document.excerpt(block.span).plain) for block in found]


def packed(item, **how):
    return json.dumps(item, **{"ensure_ascii": False, **how}).encode()
