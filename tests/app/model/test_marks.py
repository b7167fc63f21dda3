"""Marks under editing: 1,000 times whatever a person types, no mark leaves the text, and a link goes only with its last word."""

from random import Random

import pytest

from app import diff
from app.model import Mark, MarkKind, Span, Text

WORDS = "Der Rat von Altfeld hat am Montag beschlossen , die alte Brücke zu sperren . „Gut“ sagte sie".split()


def marked(random):
    """A sentence with three links and two stretches of emphasis, some over the same words."""
    words = [random.choice(WORDS) for _ in range(12)]
    plain = " ".join(words)
    starts = [plain.find(" ") + 1, *(at + 1 for at, sign in enumerate(plain) if sign == " ")]
    marks = []
    for number, kind in enumerate([MarkKind.LINK] * 3 + [MarkKind.STRONG, MarkKind.EMPHASIS]):
        start = random.choice(starts)
        end = min(len(plain), start + random.randint(1, 15))
        marks.append(Mark(Span(start, end), kind, (("href", f"https://altfeld.example/{number}"),), f"m{number}"))
    return Text(plain, tuple(marks))


def edited(text, random):
    """One edit as the desk makes it: words typed over, deleted or put in, or the whole row retyped in part."""
    start = random.randint(0, len(text.plain))
    end = min(len(text.plain), start + random.choice([0, 0, 1, 5, 20]))
    words = random.choice(["", "x", " neu ", "Übermut"])
    if random.random() < 0.5:
        return text.replaced(Span(start, end), words)
    return diff.carried(text, text.plain[:start] + words + text.plain[end:])


@pytest.mark.parametrize("seed", range(40))
def test_no_mark_leaves_the_text_and_no_link_goes_before_its_words(seed):
    random = Random(seed)
    text = marked(random)
    for _ in range(25):
        before, text = text, edited(text, random)
        assert all(0 <= mark.span.start < mark.span.end <= len(text.plain) for mark in text.marks)
        for lost in {mark.id for mark in before.marks} - {mark.id for mark in text.marks}:
            span = next(mark.span for mark in before.marks if mark.id == lost)
            kept = [chunk for chunk in diff.chunks(before.plain, text.plain) if chunk.change is diff.Change.EQUAL]
            whole = [chunk for chunk in kept if chunk.before.covers(span)]
            assert not whole, (before.plain, text.plain, span)
        if not text.plain:
            break
