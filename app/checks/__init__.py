"""Units to findings. One file a subject; `CHECKS` is the registry, and adding a check is one file and one line here."""

import hashlib
from collections.abc import Iterable, Sequence

from app.checks import (
    addition,
    addresses,
    agreement,
    anchors,
    attribution,
    bounds,
    captions,
    characters,
    chatter,
    claims,
    codes,
    commas,
    dashes,
    dates,
    embargo,
    endings,
    figures,
    fragments,
    furniture,
    house,
    inline,
    leftovers,
    links,
    markup,
    modality,
    mood,
    names,
    negation,
    numbers,
    omission,
    order,
    pairing,
    placeholders,
    promos,
    prompts,
    quotation,
    refusals,
    register,
    repetition,
    spacing,
    termbase,
    terms,
    title,
    translated,
    truncated,
    untranslated,
    voices,
    weak,
    wording,
    words,
)
from app.checks.check import Check, Hit
from app.checks.folding import fold
from app.checks.uncollected import uncollected
from app.evidence.runs import run_of
from app.evidence.story import Row, Story
from app.model import Finding, Place, Side
from app.style import Profile

CHECKS: tuple[Check, ...] = (
    *prompts.CHECKS,
    *chatter.CHECKS,
    *refusals.CHECKS,
    *placeholders.CHECKS,
    *markup.CHECKS,
    *links.CHECKS,
    *promos.CHECKS,
    *furniture.CHECKS,
    *captions.CHECKS,
    *untranslated.CHECKS,
    *repetition.CHECKS,
    *title.CHECKS,
    *truncated.CHECKS,
    *omission.CHECKS,
    *addition.CHECKS,
    *order.CHECKS,
    *pairing.CHECKS,
    *numbers.CHECKS,
    *dates.CHECKS,
    *quotation.CHECKS,
    *characters.CHECKS,
    *dashes.CHECKS,
    *endings.CHECKS,
    *spacing.CHECKS,
    *negation.CHECKS,
    *names.CHECKS,
    *termbase.CHECKS,
    *house.CHECKS,
    *terms.CHECKS,
    *agreement.CHECKS,
    *words.CHECKS,
    *figures.CHECKS,
    *wording.CHECKS,
    *weak.CHECKS,
    *bounds.CHECKS,
    *claims.CHECKS,
    *voices.CHECKS,
    *leftovers.CHECKS,
    *translated.CHECKS,
    *addresses.CHECKS,
    *anchors.CHECKS,
    *inline.CHECKS,
    *codes.CHECKS,
    *commas.CHECKS,
    *modality.CHECKS,
    *attribution.CHECKS,
    *mood.CHECKS,
    *embargo.CHECKS,
    *fragments.CHECKS,
    *register.CHECKS,
)

ENGINE = 6
"""Grows whenever findings on the same text may differ, so that cached ones are dropped."""


def run(story: Story, profile: Profile | None = None) -> list[Finding]:
    """All findings of an article, gravest first; one defect is one finding."""
    profile = profile or Profile()
    with uncollected():
        return fold(story, list(_found(story, profile, None)))


def run_rows(story: Story, rows: Iterable[Row], profile: Profile | None = None) -> list[Finding]:
    """The findings of the row checks in these rows only, as they are wanted while typing.

    A passage without source is reported by its first row, so the rows around one of its rows are looked at with it.
    """
    wanted = {member.unit: member for row in rows for member in (run_of(story, row) if row.added else (row,))}
    return fold(story, list(_found(story, profile or Profile(), tuple(wanted.values()))))


def _found(story: Story, profile: Profile, rows: tuple[Row, ...] | None) -> Iterable[Finding]:
    for check in CHECKS:
        if check.id not in profile.off:
            for hit in check.look(story, profile, rows):
                yield finding(check, hit, story, profile)


def finding(check: Check, hit: Hit, story: Story, profile: Profile) -> Finding:
    """A hit as a finding, with the severity the profile gives it and its fingerprint."""
    severity = profile.severities.get(check.id, hit.severity or check.severity)
    name = hit.check or check.id
    units = tuple(dict.fromkeys(place.unit for place in hit.places))
    return Finding(
        check=name,
        category=check.category,
        severity=severity,
        confidence=check.confidence if hit.confidence is None else hit.confidence,
        units=units,
        places=hit.places,
        message=hit.message,
        fixes=hit.fixes,
        fingerprint=fingerprint(name, hit.places, story),
    )


def fingerprint(name: str, places: Sequence[Place], story: Story) -> str:
    """What a dismissal remembers of a finding: a digest of the check, the words it is about and the source opposite."""
    rows = {place.unit: story.rows[story.index(place.unit)] for place in places}
    matched = [place.span.of(rows[place.unit].text(place.side).plain) for place in places]
    opposite = [row.text(Side.SOURCE).plain for row in rows.values()]
    return hashlib.sha256("\x1f".join([name, *matched, "\x1e", *opposite]).encode()).hexdigest()[:24]
