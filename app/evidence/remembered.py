"""What is remembered about single texts, so that a story is read anew only where it changed; and forgotten while one types."""

from app import diff
from app.evidence import (
    codes,
    counterparts,
    dates,
    lands,
    language,
    names,
    negation,
    numbers,
    overlap,
    pieces,
    signs,
    tokens,
    values,
    words,
)
from app.evidence.acts import act, examples, reading, voice

REMEMBERED = (
    act.weights,
    codes.codes,
    counterparts.lone,
    dates.compared,
    dates.named,
    dates.wrong_night,
    diff.chunks,
    lands.lands,
    language.balance,
    language.guess,
    examples.likeness,
    names.capitalised,
    names.capitalised_words,
    names.english_names,
    negation.added_denial,
    negation.denials,
    negation.hides_denial,
    numbers.quantities,
    overlap.joined_keys,
    pieces.cuts,
    reading.read,
    reading.setting,
    signs.is_only_signs,
    tokens.said,
    tokens.tokens,
    values.compared,
    voice.distance,
    voice.is_order,
    voice.is_told,
    words.words,
)
"""Every function that keeps what it found in texts as long as a sentence."""


def forget() -> None:
    """Forget all of it; the next check reads every text of the story once more."""
    for function in REMEMBERED:
        function.cache_clear()
