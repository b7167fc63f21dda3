"""How a row ends: headlines without a full stop, sentences with the stop of their source."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from app.checks.check import Check, Hit, example
from app.checks.gathering import Slip, gathered
from app.evidence.story import Row, Story
from app.i18n import N_
from app.model import BlockKind, Category, Severity, Span
from app.style import Profile

_HEADLINES = {BlockKind.TITLE, BlockKind.HEADING, BlockKind.KICKER}
_TRAILING = "\"'“”’‘»«)]" + "".join(filter(str.isspace, map(chr, range(0x3001))))
_STOP = re.compile(r"(?<!\.)\.(?=[“”\"»«]?\s*$)")
_ABBREVIATION = re.compile(r"\b(?:\w|usw|etc|bzw|Mio|Mrd|Inc|Co|Corp|Jr|Sr|Nr|Chr|St|Dr|No)\.$")
_SENTENCES = re.compile(r"[^.\d\s]{2}\.\s+[A-ZÄÖÜ„]")
_STOPS = ".!?…:;,–-—"


def _headline(row: Row, story: Story) -> bool:
    """Whether the row is a headline: by its block, or as a short first paragraph that stands alone above the story."""
    if row.kind in _HEADLINES:
        return True
    first = row is story.rows[0] and len(story.rows) > 3 and row.paragraph != story.rows[1].paragraph
    return first and row.source_kind in _HEADLINES


def _stops(story: Story) -> Iterator[Slip]:
    for row in story.rows:
        text = row.target.plain
        if not text or not _headline(row, story) or not (match := _STOP.search(text)):
            continue
        alone = not _SENTENCES.search(text) and not _ABBREVIATION.search(text[: match.end()])
        if alone and not _bare(row.source.plain).endswith("."):
            yield Slip(row, Span(*match.span()), "")


def _bare(text: str) -> str:
    return text.rstrip(_TRAILING)


def _headline_stop(story: Story, _profile: Profile) -> Iterable[Hit]:
    return gathered(_stops(story), N_("A headline with a full stop: “{example}”"), N_("Remove the full stop"))


def _breaks(story: Story, _profile: Profile) -> Iterable[Hit]:
    """Where a paragraph begins too close: the end of the one before shows it."""
    slips = [
        Slip(before, Span(max(0, len(before.target.plain) - 1), len(before.target.plain)))
        for before, row in pairwise([row for row in story.rows if row.target.plain])
        if row.tight and row.kind is BlockKind.PARAGRAPH and before.kind is BlockKind.PARAGRAPH
    ]
    return gathered(slips, N_("A paragraph without an empty line before it, after “{example}”"))


def _endings(story: Story, _profile: Profile) -> Iterable[Hit]:
    yield from gathered(_unended(story), N_("A sentence without a full stop: “{example}”"))
    yield from gathered(_changed(story), N_("Another mark at the end than in the source: “{example}”"), confidence=0.6)


def _ends(story: Story) -> Iterator[tuple[Row, str, str, int]]:
    for row in story.rows:
        if row.source.plain and row.target.plain and row.kind is BlockKind.PARAGRAPH and row.source_kind is BlockKind.PARAGRAPH:
            ours, theirs = _bare(row.source.plain), _bare(row.target.plain)
            if ours and theirs:
                yield row, ours, theirs, len(theirs)


def _unended(story: Story) -> Iterator[Slip]:
    for row, ours, theirs, end in _ends(story):
        last = theirs[-1]
        if ours[-1] in ".!?" and last.isalnum() and len(theirs.split()) > 3 and "." not in theirs.split()[-1]:
            word = theirs.split()[-1]
            yield Slip(row, Span(max(0, end - len(word)), end), word + ours[-1])


def _changed(story: Story) -> Iterator[Slip]:
    for row, ours, theirs, end in _ends(story):
        if {ours[-1], theirs[-1]} == {".", "?"} and ours.count("?") != theirs.count("?"):
            yield Slip(row, Span(end - 1, end), ours[-1])


HEADLINE_STOP = Check(
    id="typography.headline-stop",
    title=N_("Headline with a full stop"),
    category=Category.TYPOGRAPHICAL,
    severity=Severity.MINOR,
    what=N_("Looks for a full stop at the end of a headline whose source has none."),
    why=N_("German headlines take no full stop."),
    silence=N_("Headlines of several sentences pass."),
    flags=(
        example(("# Bridge closed", "Brücke gesperrt.")),
        example(("# Mayor resigns after storm", "Bürgermeisterin tritt nach Sturm zurück.")),
        example(("# “It is over”", "„Es ist vorbei.“")),
        example(("# Two dead in 2019", "Zwei Tote im Jahr 2019.")),
    ),
    passes=(
        example(("# Bridge closed", "Brücke gesperrt")),
        example(("# It rains. It pours", "Es regnet. Es schüttet.")),
        example(("# Lind and Co.", "Lind & Co.")),
        example(("# What now?", "Was nun?")),
    ),
    of_story=_headline_stop,
)

END = Check(
    id="typography.end-punctuation",
    title=N_("End of a sentence"),
    category=Category.TYPOGRAPHICAL,
    severity=Severity.MINOR,
    what=N_("Looks for sentences that lost their full stop, and for questions that became statements or the reverse."),
    why=N_("A missing stop looks like a missing end."),
    silence=N_("Headlines, lists and captions are never reported."),
    flags=(
        example(("The bridge was closed.", "Die Brücke wurde endgültig gesperrt")),
        example(("“The bridge is closed,” he said.", "„Die Brücke ist zu“, sagte er")),
        example(("Is the bridge closed?", "Die Brücke ist gesperrt.")),
        example(("The bridge is closed.", "Ist die Brücke gesperrt?")),
    ),
    passes=(
        example(("The bridge was closed.", "Die Brücke wurde gesperrt.")),
        example(("He said: “It is closed.”", "Er sagte, sie sei gesperrt.")),
        example(("Is it closed? He did not know.", "Ist sie gesperrt? Das wusste er nicht.")),
        example(("It is closed!", "Sie ist gesperrt.")),
    ),
    of_story=_endings,
)

BREAK = Check(
    id="typography.paragraph-break",
    title=N_("Paragraph without an empty line"),
    category=Category.FORMATTING,
    severity=Severity.MINOR,
    what=N_("Looks for a paragraph of a plain text that begins on the very next line, where the others are set apart by an empty one."),
    why=N_("Where a line was pasted in, the break is often the only trace."),
    silence=N_("Verse and lists are never reported."),
    flags=(
        example(("It rained.", "Es regnete."), ("It snowed.", "\nEs schneite.")),
        example(("# Rain", "Regen"), ("It rained.", "Es regnete."), ("It snowed.", "\nEs schneite.")),
        example(("It rained.", "Es regnete."), ("", "\nMehr Wetter finden Sie dort.")),
        example(("One.", "Eins."), ("Two.", "Zwei."), ("Three.", "\nDrei.")),
    ),
    passes=(
        example(("It rained.", "Es regnete."), ("It snowed.", "Es schneite.")),
        example(("# Rain", "Regen"), ("It rained.", "Es regnete.")),
        example(("One.", "Eins.")),
        example(("It rained.", "Es regnete."), ("", "Mehr dazu.")),
    ),
    of_story=_breaks,
)

CHECKS = (HEADLINE_STOP, END, BREAK)
