from app.deliver.clipboard import Payload, payload
from app.formats import format_named


def test_the_title_stands_apart_and_the_body_is_clean():
    story = "<h1>Brücke zu</h1><p>Der Rat hat <b>nein</b> gesagt.</p><ul><li>Schule</li></ul>"
    assert payload(format_named("html").read(story.encode(), "de").document) == Payload(
        title="Brücke zu",
        html="<p>Der Rat hat <strong>nein</strong> gesagt.</p>\n<ul><li>Schule</li></ul>",
        text="Der Rat hat nein gesagt.\n\n- Schule",
    )


def test_a_story_without_a_title_is_all_body():
    document = format_named("html").read(b"<p>Der Rat tagt.</p>", "de").document
    assert payload(document).title == ""
    assert payload(document).text == "Der Rat tagt."


def test_a_picture_between_words_leaves_no_gap_in_plain_text():
    document = format_named("html").read(b'<p>Der Rat <img src="/r.png"> tagt.</p>', "de").document
    assert payload(document).text == "Der Rat tagt."
