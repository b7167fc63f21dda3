"""Every file of a folder in and out of its own format: ``python -m tests.campaigns.formats FOLDER``.

What nobody edited must come back to the byte. Then one row is edited: the file must read back as the corrected story, with every
other row as it was. In stories a word among codes and links is made bold too, so that its paragraph is written anew: all of them must
be there still. Files that are refused are counted and, in a folder whose name says that its files are invalid, expected.
Prints a line of JSON for each format; the exit status is 1 when anything but a refusal of a sound file is below the bar.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from app import formats, pipeline
from app.article import Article, Project, composed
from app.deliver.returning import as_it_came
from app.errors import UserError
from app.formats import FORMATS
from app.formats.parts import HEADLINES
from app.model import BlockStart, Document, MarkKind, Span

ENDINGS = {ending for known in FORMATS for ending in known.endings if known.rewrite or known.write_back}
HELD = frozenset({MarkKind.LINK, MarkKind.PAIRED, MarkKind.PROTECTED})
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


def emphasised(article: Article) -> bool:
    """Make a word bold in the first row of running text that holds codes or links; whether there was one."""
    for unit in article.units:
        held = [mark for mark in unit.target.marks if mark.kind in HELD]
        words = [Span(*found.span()) for found in re.finditer(r"\w{3,}", unit.target.plain)]
        free = [word for word in words if not any(mark.span.overlap(word) for mark in unit.target.marks)]
        if held and free and isinstance(unit.opening, BlockStart) and unit.opening.kind not in HEADLINES:
            article.edit(unit.id, unit.target.toggled(free[0], MarkKind.STRONG))
            return True
    return False


def meanings(story: Document) -> Counter[tuple[str, str, tuple[tuple[str, str], ...]]]:
    """What marks say of which words, numbers of codes aside, which count through the file."""
    marks = (mark for mark in story.text.marks if mark.kind in {*HELD, MarkKind.STRONG, MarkKind.EMPHASIS})
    return Counter(
        (mark.kind.value, mark.span.of(story.text.plain), tuple(each for each in mark.attributes if each[0] != "number")) for mark in marks
    )


def keeps_codes(path: Path, data: bytes) -> bool:
    """Whether a paragraph that is written anew keeps its codes and links."""
    (article,) = articles(data, path)
    if not emphasised(article):
        return True
    (again,) = articles(as_it_came(article, path.name, data), path)
    return meanings(composed(article)) == meanings(composed(again))


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
    kept = aligned or path.suffix == ".txt" or keeps_codes(path, data)
    return "edited otherwise" if before != after else "same, and edited as it should" if kept else "codes lost"


def main(folder: Path) -> int:
    """Go through a folder."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    bad = list[str]()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix.lower() in ENDINGS):
        what = outcome(path)
        counts[path.suffix.lower()][what] += 1
        if what in {"not the same unedited", "edited otherwise", "taken though invalid", "not written", "codes lost"}:
            bad.append(f"{what}: {path}")
    for ending, what in sorted(counts.items()):
        sys.stdout.write(json.dumps({"format": ending, **what}) + "\n")
    sys.stdout.writelines(f"{line}\n" for line in bad)
    return int(len(bad) * 100 > sum(map(Counter.total, counts.values())))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
