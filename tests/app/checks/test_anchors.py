"""Whatever is typed around links: one that is lost is found."""

from random import Random

import pytest

from app.checks.anchors import LINK
from app.evidence.story import Row, Story
from app.model import Mark, MarkKind, Span, Text
from app.style import Profile

WORDS = "Altfeld sperrt die alte Brücke und niemand weiß genau warum das so ist".split()


def linked(plain, spans):
    links = [Mark(span, MarkKind.LINK, (("href", f"https://altfeld.example/{number}"),), f"m{number}") for number, span in enumerate(spans)]
    return Text(plain, (*links, Mark(Span(0, 3), MarkKind.STRONG)))


@pytest.mark.parametrize("seed", range(40))
def test_a_link_that_editing_lost_is_a_finding(seed):
    random = Random(seed)
    plain = " ".join(WORDS)
    spans = [Span(0, 7), Span(19, 31), Span(36, 43)]
    source = target = linked(plain, spans)
    for _ in range(25):
        start = random.randint(0, len(target.plain))
        target = target.replaced(
            Span(start, min(len(target.plain), start + random.choice([0, 1, 4, 14]))), random.choice(["", " neu ", "x"])
        )
        if not target.plain.strip():
            break
        kept = {dict(mark.attributes).get("href") for mark in target.marks if mark.kind is MarkKind.LINK}
        lost = {dict(mark.attributes)["href"] for mark in source.marks if mark.kind is MarkKind.LINK} - kept
        story = Story((Row(1, source, target), *(Row(n, Text("x"), Text("x")) for n in range(2, 4))))
        assert len(list(LINK.look(story, Profile()))) == len(lost), (target, lost)
