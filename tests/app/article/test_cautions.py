"""What a story is looked at for once more before it goes out."""

import pytest
from msgspec.structs import replace

from app import pipeline
from app.article import Project
from app.article.cautions import cautions
from app.formats import format_named
from app.i18n import Message
from app.model import Category, Finding, Severity, Side, Text
from app.style import Profile

HEAD = '<html lang="{}"><head><meta name="description" content="{}"></head><body>'
ENGLISH = (
    '<h1>Ferry</h1><p class="byline">By Ada Lang</p><p>It <a href="https://a.example/x">sails</a>.</p><img src="/f.jpg" alt="A ferry">'
)
GERMAN = (
    '<h1>Fähre</h1><p class="byline">Von Ada Lang</p><p>Sie <a href="https://a.example/x">fährt</a>.</p><img src="/f.jpg" alt="Eine Fähre">'
)


def article_of(english=ENGLISH, german=GERMAN, teasers=("It sails", "Sie fährt")):
    read = format_named("html").read
    sides = [
        pipeline.Material(read((HEAD.format(language, teaser) + body).encode(), language), language, b"")
        for language, body, teaser in (("en", english, teasers[0]), ("de", german, teasers[1]))
    ]
    article, _step = pipeline.take_in(Project(), *sides)
    return article


def row(article, words):
    return next(unit.id for unit in article.units if words in unit.target.plain)


def said(article, findings=(), profile=None):
    return [(each.check, each.message.render()) for each in cautions(article, findings, profile)]


@pytest.fixture
def sound():
    article = article_of()
    article.confirm(row(article, "Sie fährt"))
    return article


def test_a_sound_story_needs_no_second_look(sound):
    assert said(sound) == []


def test_a_story_that_nobody_touched_says_so():
    assert said(article_of()) == [("delivery.untouched", "Nobody has confirmed or corrected a row of this story.")]


def test_a_row_confirmed_over_a_critical_finding_is_named(sound):
    unit = row(sound, "Sie fährt")
    grave = Finding("fact.scale", Category.NUMBERS, Severity.CRITICAL, 0.9, (unit,), (), Message("Why"), fingerprint="f")
    (found,) = cautions(sound, [grave])
    assert (found.check, found.unit) == ("delivery.untouched", unit)
    sound.confirm(unit)
    assert said(sound, [Finding("x", Category.NUMBERS, Severity.MAJOR, 0.9, (unit,), (), Message("Why"), fingerprint="f")]) == []


def test_a_source_that_changed_since_counts_until_somebody_confirms(sound):
    read = format_named("html").read
    newer = read((HEAD.format("en", "It sails") + ENGLISH.replace("Ferry</h1>", "Ferry sunk</h1>")).encode(), "en").document
    sound.renew(Side.SOURCE, newer)
    found = [each for each in cautions(sound, ()) if each.check == "delivery.source-changed"]
    assert [sound.unit(each.unit).target.plain for each in found] == ["Fähre"]
    sound.confirm(found[0].unit)
    assert "delivery.source-changed" not in dict(said(sound))


def test_fields_of_the_source_and_of_the_desk_must_not_be_empty(sound):
    sound.remove(row(sound, "Sie fährt"))
    assert said(sound) == [("delivery.fields", "The field “Teaser” is empty.")]
    assert said(sound, profile=Profile(fields=("teaser", "slug"))) == [
        ("delivery.fields", "The field “Teaser” is empty."),
        ("delivery.fields", "The field “Slug” is empty."),
    ]


def test_a_field_that_is_too_long_and_a_slug_with_other_signs_are_told(sound):
    sound.edit(row(sound, "Sie fährt"), "x" * 161)
    assert said(sound) == [("delivery.profile", "The field “Teaser” has 161 characters; more than 160 are cut off or not read.")]
    page = GERMAN.replace("<h1>", '<link rel="canonical" href="Fähre-fährt"><h1>').replace("Fähre-fährt", "Faehre_fort")
    article = article_of(german=page)
    assert ("delivery.profile", "The slug “Faehre_fort” holds more than small letters, digits and hyphens.") in said(article)


def test_what_the_source_has_and_the_translation_lacks_is_counted():
    german = GERMAN.replace('<p class="byline">', "<p>").replace('alt="Eine Fähre"', "")
    found = said(article_of(german=german))
    assert ("delivery.fields", "Of 1 blocks that are a byline in the source, the translation has 0.") in found
    assert ("delivery.fields", "The picture “/f.jpg” has no alt text.") in found


def test_addresses_that_no_cms_takes_are_named(sound):
    unit = row(sound, "Sie fährt.")
    text = sound.unit(unit).target
    sound.edit(unit, Text(text.plain, tuple(replace(mark, attributes=(("href", "javascript:x"),)) for mark in text.marks)))
    assert ("delivery.allowed-markup", "“javascript:x” is no part of what a CMS takes and stays out.") in said(sound)
