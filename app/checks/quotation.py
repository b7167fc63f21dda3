"""Quotation marks: paired, of the house's kind, in the German order, and none lost."""

import re
from collections.abc import Iterable
from itertools import pairwise

from app.checks.check import Check, Hit, example
from app.checks.gathering import Slip, gathered
from app.evidence.quotes import DOUBLE, Flow, Mark, flow, marks, quoted_in_rows
from app.evidence.speech import SAYING, is_indirect
from app.evidence.story import Row, Story
from app.i18n import N_, Message
from app.model import Category, Edit, Fix, Severity, Side, Span
from app.style import HouseStyle, Profile

_WORD = re.compile(r"\s+([^\W\d_]+)")
_ANY = re.compile(f"[{DOUBLE}]")
_ABBREVIATED = re.compile(r"\b(?:usw|etc|bzw|ca|Co|Inc|Corp|Ltd|Jr|Sr|Dr|Nr|St|Chr|[A-Z])\.$")
_SPEAKER = re.compile(rf", (?:{'|'.join(sorted(SAYING))})\b(?=[^,]*$)")
_SENTENCE = re.compile(r"[.!?…]['’\"“”»«]?\s+(?=[\"„“»«]?[A-ZÄÖÜ])")
_SPREAD = 1.15
"""A German sentence is about as much longer than its English source."""


def _unbalanced(story: Story, _profile: Profile) -> Iterable[Hit]:
    running = flow(story, Side.TARGET)
    slips = (_at(running, mark) for mark in marks(running.text) if mark.partner < 0 and not mark.carried)
    return gathered(slips, N_("A quotation mark without its partner: “{example}”"))


def _at(running: Flow, mark: Mark, right: str | None = None) -> Slip:
    row, offset = running.where(mark.at)
    return Slip(row, Span(offset, offset + 1), right)


def _foreign(story: Story, profile: Profile) -> Iterable[Hit]:
    running = flow(story, Side.TARGET)
    slips = (
        _at(running, mark, right) for mark in marks(running.text) if (right := _right_mark(mark, profile.style)) != running.text[mark.at]
    )
    return gathered(slips, N_("A quotation mark that is not the house's: “{example}”"))


def _right_mark(mark: Mark, style: HouseStyle) -> str:
    pair = style.quotes if mark.level == 1 else style.inner_quotes
    return pair[0] if mark.opens else pair[1]


def _order(story: Story, _profile: Profile) -> Iterable[Hit]:
    running = flow(story, Side.TARGET)
    slips = (slip for mark in marks(running.text) if not mark.opens and mark.partner >= 0 if (slip := _misplaced(running, mark)))
    return gathered(slips, N_("A comma or full stop on the wrong side of the quotation mark: “{example}”"))


def _misplaced(running: Flow, mark: Mark) -> Slip | None:
    """The stretch around a closing mark that has its comma or stop in the wrong place, and how it should read."""
    row, at = running.where(mark.at)
    text = row.target.plain
    before, closer = text[at - 1 : at], text[at]
    after = text[at + 1 :]
    quotation = running.text[mark.partner + 1 : mark.at]
    stop = before == "." and text[at - 2 : at - 1].isalpha() and not _ABBREVIATED.search(text[:at])
    if before == ",":
        return Slip(row, Span(at - 1, at + 1), closer + ("" if after.startswith(",") else ","))
    if stop and after.startswith(","):
        return Slip(row, Span(at - 1, at + 1), closer)
    if stop and not after and quotation[:1].islower() and not _SENTENCE.search(quotation) and not _resumed(running, mark):
        return Slip(row, Span(at - 1, at + 1), closer + ".")
    if mark.level == 1 and _is_sentence(running, mark) and (word := _WORD.match(after)) and word[1] in SAYING:
        return Slip(row, Span(at - stop, at + 1), closer + ",")
    return None


def _resumed(running: Flow, mark: Mark) -> bool:
    """Whether the quotation goes on after its speaker: „Ja“, sagte sie, „so ist es.“ is right."""
    return running.text[: mark.partner].rstrip().endswith(",")


def _is_sentence(running: Flow, mark: Mark) -> bool:
    """Whether the quotation that ends here is a sentence of its own; „Der Fluss“ sagte ihm nichts as a title is not."""
    before = running.text[: mark.partner].rstrip(" ")
    stands_first = not before or before[-1] in ".!?:…\u2029" or before[-1] in DOUBLE
    return stands_first and running.text[mark.partner : mark.at].count(" ") >= 2


def _lost(story: Story, profile: Profile) -> Iterable[Hit]:
    ours, theirs = quoted_in_rows(story, Side.SOURCE), quoted_in_rows(story, Side.TARGET)
    unclosed = _unclosed(story)
    for row in story.rows:
        mine, here = ours.get(row.unit, []), theirs.get(row.unit, [])
        if here and row.paragraph in unclosed and not _ANY.search(row.target.plain) and _closes(row, mine):
            here = []
        if row.source.plain and row.target.plain and len(here) < len(mine):
            quote = _missing(mine, here)
            if quote is not None and not _loose(row) and not _moved(story, row, ours, theirs):
                yield _lost_hit(row, quote, profile.style)


def _unclosed(story: Story) -> set[int]:
    """The paragraphs in which a quotation begins that never ends: it may seem to reach further than it does."""
    running = flow(story, Side.TARGET)
    return {running.where(mark.at)[0].paragraph for mark in marks(running.text) if mark.opens and mark.partner < 0 and not mark.carried}


def _closes(row: Row, quotes: list[Span]) -> bool:
    return any(row.source.plain[quote.end : quote.end + 1] in DOUBLE and quote.end < len(row.source.plain) for quote in quotes)


def _missing(ours: list[Span], theirs: list[Span]) -> Span | None:
    """The quotation whose length is nearest to what the translation lacks; None when two were merely joined."""
    lacks = _SPREAD * sum(span.length for span in ours) - sum(span.length for span in theirs)
    likely = min(ours, key=lambda span: abs(_SPREAD * span.length - lacks))
    return likely if not theirs or lacks >= 0.6 * likely.length else None


def _loose(row: Row) -> bool:
    """Whether a mark stands alone in the row: then one is missing, not the quotation."""
    return sum(letter in DOUBLE for letter in row.target.plain) % 2 == 1


def _moved(story: Story, row: Row, ours: dict[int, list[Span]], theirs: dict[int, list[Span]]) -> bool:
    """Whether a neighbour has a quotation more than its source: it moved there."""
    return any(len(theirs.get(other.unit, ())) > len(ours.get(other.unit, ())) for other in story.around(row) if other.unit != row.unit)


def _lost_hit(row: Row, quote: Span, style: HouseStyle) -> Hit:
    text, source = row.target.plain, row.source.plain
    middle = (quote.start + quote.end) / 2 / len(source) * len(text)
    starts = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
    start, end = next((first, last) for first, last in pairwise(starts) if middle <= last)
    place = row.place(Side.TARGET, start, end)
    indirect = quote.length > 30 and is_indirect(text)
    said = {"quote": _clipped(quote.of(source))}
    message = Message(N_("The source quotes “{quote}”; the translation has no quotation marks for it."), said)
    places = row.place(Side.SOURCE, quote.start, quote.end), place
    return Hit(places, message, None, 0.45 if indirect else 0.75, () if indirect else _requoted(row, quote, style))


def _requoted(row: Row, quote: Span, style: HouseStyle) -> tuple[Fix, ...]:
    """The marks put back where their places are certain: the sentence begins with the quotation and ends with its speaker."""
    text = row.target.plain
    speaker = _SPEAKER.search(text) if quote.start <= 1 and not _ANY.search(text) else None
    if speaker is None or _SENTENCE.search(text):
        return ()
    words = Span(0, speaker.start())
    return (Fix(Message(N_("Put the quotation marks back")), (Edit(row.unit, words, style.quotes[0] + words.of(text) + style.quotes[1]),)),)


def _clipped(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


BALANCE = Check(
    id="typography.quote-balance",
    title=N_("Quotation marks without a partner"),
    category=Category.TYPOGRAPHICAL,
    severity=Severity.MINOR,
    what=N_("Looks for quotation marks that open and never close, or close what never opened, paragraph by paragraph."),
    why=N_("Readers no longer know where the words of somebody else end and the newspaper's begin."),
    silence=N_("A quotation of several paragraphs is fine when each of them opens it again."),
    flags=(
        example(("“It rains,” he said.", "„Es regnet, sagte er.")),
        example(("“It rains,” he said.", "Es regnet“, sagte er.")),
        example(("“It ‘rains’,” he said.", "„Es ‚regnet“, sagte er. „Oder?")),
        example(("“One.” “Two.”", "„Eins.“ „Zwei.")),
    ),
    passes=(
        example(("“It rains,” he said.", "„Es regnet“, sagte er.")),
        example(("“First paragraph.", "„Erster Absatz."), ("“Second paragraph.”", "„Zweiter Absatz.“")),
        example(('A 27" screen, 5\'10" wide', 'Ein 27"-Bildschirm, 5\'10" breit')),
        example(("It's Jo's.", "Sie sah’s, wie’s war.")),
        example(("“She said ‘no’.”", "„Sie sagte ‚nein‘.“")),
    ),
    of_story=_unbalanced,
)

STYLE = Check(
    id="typography.quote-style",
    title=N_("Quotation marks of another kind"),
    category=Category.TYPOGRAPHICAL,
    severity=Severity.MINOR,
    what=N_("Looks for straight, English or mixed quotation marks where the house writes others, and puts all of them right at once."),
    why=N_("“ opens in English and closes in German: a text with both kinds reads as if nobody had looked."),
    silence=N_("Choose your marks in the house style."),
    flags=(
        example(("“Yes,” she said.", '"Ja", sagte sie.')),
        example(("“Yes,” she said.", "“Ja”, sagte sie.")),
        example(("“Yes,” she said.", "„Ja”, sagte sie.")),
        example(("“Yes,” she said.", "»Ja«, sagte sie.")),
        example(("“A ‘yes’,” she said.", "„Ein 'Ja'“, sagte sie.")),
    ),
    passes=(
        example(("“Yes,” she said.", "„Ja“, sagte sie.")),
        example(("“A ‘yes’,” she said.", "„Ein ‚Ja‘“, sagte sie.")),
        example(("How’s Jo?", "Wie geht’s Jo?")),
        example(('A 27" screen', 'Ein 27"-Bildschirm')),
    ),
    of_story=_foreign,
)

ORDER = Check(
    id="typography.quote-order",
    title=N_("Comma or stop on the wrong side of a quotation mark"),
    category=Category.TYPOGRAPHICAL,
    severity=Severity.MINOR,
    what=N_("Looks for the English order of comma and closing mark (…,“ sagte) and for the comma missing before the verb of saying."),
    why=N_("In German the comma follows the closing mark: „…“, sagte sie."),
    silence=N_("Dismiss it where the mark closes a title."),
    flags=(
        example(("“That is wrong,” he said.", "„Das ist falsch,“ sagte er.")),
        example(("“Is that wrong?” he asked.", "„Ist das denn falsch?“ fragte er.")),
        example(("“That is wrong,” he said.", "„Das ist falsch.“, sagte er.")),
        example(("He called it “quite wrong.”", "Er nannte es „ganz falsch.“")),
    ),
    passes=(
        example(("“That is wrong,” he said.", "„Das ist falsch“, sagte er.")),
        example(("“Is that wrong?” he asked.", "„Ist das denn falsch?“, fragte er.")),
        example(("He said: “That is wrong.”", "Er sagte: „Das ist falsch.“")),
        example(("The novel “The Long River” says little.", "Der Roman „Der lange Fluss“ sagt wenig.")),
    ),
    of_story=_order,
)

LOST = Check(
    id="typography.quote-lost",
    title=N_("Quotation without quotation marks"),
    category=Category.TYPOGRAPHICAL,
    severity=Severity.MINOR,
    what=N_("Looks for a quotation of the source that has no quotation marks in the translation; reported speech is a hint only."),
    why=N_("Without its marks a claim of somebody becomes a statement of the newspaper."),
    silence=N_("Dismiss it where the words are reported, or a title is set in italics."),
    confidence=0.75,
    flags=(
        example(("“The harbour is closed for good,” added Kern.", "Der Hafen ist für immer geschlossen, fügte Kern hinzu.")),
        example(("He called the plan a “major mistake.”", "Er nannte den Plan einen großen Fehler.")),
        example(("She is the “best pilot” and a “good friend.”", "Sie ist die „beste Pilotin“ und eine gute Freundin.")),
        example(("They staged “The Lighthouse” in May.", "Im Mai führten sie Der Leuchtturm auf.")),
    ),
    passes=(
        example(("“The harbour is closed,” added Kern.", "„Der Hafen ist geschlossen“, fügte Kern hinzu.")),
        example(("“The harbour,” said Kern, “is closed for good.”", "„Der Hafen ist für immer geschlossen“, sagte Kern.")),
        example(("“The harbour is closed for good and all,” said Kern.", "Kern sagte, der Hafen sei endgültig geschlossen.")),
        example(("“Yes,” he said.", "Er sagte das."), ("It rained.", "„Ja“, es regnete.")),
    ),
    of_story=_lost,
)

CHECKS = (BALANCE, STYLE, ORDER, LOST)
