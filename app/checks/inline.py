"""Words that are set off in the source."""

from collections.abc import Iterable

from app.checks.check import Check, Hit, example
from app.evidence.marked import is_marked
from app.evidence.story import Row, Story
from app.i18n import N_, Message
from app.model import Category, Mark, MarkKind, Severity, Side, Text
from app.style import Profile


def _look(story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    if not row.target.plain or not row.source.marks:
        return
    ours = _set_off(row.source)
    whole = sum(mark.span.length for mark in ours) >= len(row.source.plain.strip())
    if ours and not whole and is_marked(story) and not any(_set_off(other.target) for other in story.around(row)):
        words = ours[0].span.of(row.source.plain)
        places = row.place(Side.SOURCE, ours[0].span.start, ours[0].span.end), row.place(Side.TARGET)
        yield Hit(places, Message(N_("“{words}” is set off in the source, nothing is in the translation."), {"words": words}))


def _set_off(text: Text) -> list[Mark]:
    return [mark for mark in text.marks if mark.kind in {MarkKind.STRONG, MarkKind.EMPHASIS}]


INLINE = Check(
    id="markup.inline",
    title=N_("Words set off"),
    category=Category.MARKUP,
    severity=Severity.MINOR,
    what=N_("Looks for words set off in the source where nothing is set off opposite."),
    why=N_("Bold type and italics carry meaning, as in the title of a book."),
    silence=N_("Dismiss it where German sets nothing off, or puts quotation marks instead."),
    confidence=0.6,
    flags=(
        example(("She read ⟦Tides→*⟧ twice.", "Sie las „Gezeiten“ zweimal."), ("It rained.", "Es regnete."), ("⟦No→*⟧, she said.", "⟦Nein→*⟧, sagte sie.")),
        example(("⟦No→*⟧, she said.", "Nein, sagte sie."), ("It rained.", "Es regnete."), ("“⟦Oh→*⟧!”", "„⟦Oh→*⟧!“")),
        example(("It is ⟦not→*⟧ closed.", "Sie ist nicht zu."), ("It is wide.", "Sie ist breit."), ("It is ⟦old→*⟧.", "Sie ist ⟦alt→*⟧.")),
        example(("“⟦Oh→*⟧!”", "„⟦Oh→*⟧!“"), ("The ferry left.", "Die Fähre legte ab."), ("The ⟦Meridian→*⟧ sank.", "Die „Meridian“ sank.")),
    ),
    passes=(
        example(("She read ⟦Tides→*⟧ twice.", "Sie las „Gezeiten“ zweimal.")),
        example(("⟦No→*⟧, she said.", "⟦Nein→*⟧, sagte sie.")),
        example(("⟦The bridge is old.→*⟧", "Die Brücke ist alt."), ("It rained.", "Es regnete."), ("“⟦Oh→*⟧!”", "„⟦Oh→*⟧!“")),
        example(("He read ⟦Tides→*⟧ once.", "Er las es einmal."), ("Then again.", "Dann wieder: ⟦Gezeiten→*⟧."), ("“⟦Oh→*⟧!”", "„⟦Oh→*⟧!“")),
    ),
    of_row=_look,
)  # fmt: skip

CHECKS = (INLINE,)
