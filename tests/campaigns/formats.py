"""Every file of a folder in and out of its own format: ``python -m tests.campaigns.formats FOLDER``.

What nobody edited must come back to the byte. Then one row is edited: the file must read back as the corrected story, with every
other row as it was. Files that are refused are counted and, in a folder whose name says that its files are invalid, expected.
Prints a line of JSON for each format; the exit status is 1 when anything but a refusal of a sound file is below the bar.
"""

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from app import formats, pipeline
from app.article import Article, Project, composed
from app.deliver.returning import as_it_came
from app.errors import UserError
from app.formats import FORMATS

ENDINGS = {ending for known in FORMATS for ending in known.endings if known.rewrite or known.write_back}
WORD = "Wörtchen"


def articles(data: bytes, path: Path) -> list[Article]:
    """The articles of a file: its stories, or itself as its own translation."""
    if formats.aligned_format_for(data, path) is not None:
        return [article for article, _step in pipeline.take_in_aligned(Project(), path, data).taken]
    material = pipeline.Material(formats.read_bytes(data, path, "de"), path.name, data)
    return [pipeline.take_in(Project(), material, material)[0]]


def edited(article: Article) -> int | None:
    """Put a word into the first row that has several and no code, or let it be all of the first row; returns the unit."""
    for unit in article.units:
        words = unit.target.plain.split(" ")
        if len(words) > 1 and "\ufffc" not in unit.target.plain:
            words.insert(len(words) // 2, WORD)
            article.edit(unit.id, " ".join(words))
            return unit.id
    for unit in article.units[:1]:
        article.edit(unit.id, WORD)
        return unit.id
    return None


def texts(article: Article, *, aligned: bool) -> list[str]:
    """What an article says: rows for aligned files, without the codes that the rules may put back, else the blocks of the story."""
    if aligned:
        return [unit.target.plain.replace("\ufffc", "") for unit in article.units]
    story = composed(article)
    return [story.excerpt(block.span).plain for block in story.blocks]


def outcome(path: Path) -> str:
    """What became of one file."""
    data = path.read_bytes()
    try:
        found = articles(data, path)
    except UserError:
        return "refused as it should be" if "invalid" in path.parts else "refused"
    if "invalid" in path.parts:
        return "taken though invalid"
    aligned = formats.aligned_format_for(data, path) is not None
    try:
        if found and as_it_came(found[0], path.name, data, found) != data:
            return "not the same unedited"
        first = next((article for article in found if edited(article) is not None), None)
        if first is None:
            return "same; nothing to edit"
        again = articles(as_it_came(first, path.name, data, found), path)
    except UserError:
        return "not written"
    before, after = ([texts(one, aligned=aligned) for one in those] for those in (found, again))
    if path.suffix == ".txt":  # where a paragraph ends is a guess there, and one word more may change it
        before, after = ([" ".join(blocks).split() for blocks in those] for those in (before, after))
    sound = before == after
    return "same, and edited as it should" if sound else "edited otherwise"


def main(folder: Path) -> int:
    """Go through a folder."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    bad = list[str]()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix.lower() in ENDINGS):
        what = outcome(path)
        counts[path.suffix.lower()][what] += 1
        if what in {"not the same unedited", "edited otherwise", "taken though invalid", "not written"}:
            bad.append(f"{what}: {path}")
    for ending, what in sorted(counts.items()):
        sys.stdout.write(json.dumps({"format": ending, **what}) + "\n")
    sys.stdout.writelines(f"{line}\n" for line in bad)
    return int(len(bad) * 100 > sum(map(Counter.total, counts.values())))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
