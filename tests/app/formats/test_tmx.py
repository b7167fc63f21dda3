import pytest
from msgspec.structs import replace
from translate.storage import tmx

from app.errors import UserError
from app.formats import format_named
from app.formats.coded import coded
from app.model import Mark, MarkKind, Span, State, Text

TMX = format_named("tmx")
DATA = """<?xml version="1.0" encoding="utf-16"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
 <header srclang="en-US" segtype="sentence" o-tmf="x" adminlang="en" creationtool="x" creationtoolversion="1" datatype="html"/>
 <body>
  <tu tuid="7">
   <note>From the desk.</note>
   <tuv xml:lang="fr"><seg>Le pont est ferm\u00e9.</seg></tuv>
   <tuv xml:lang="DE"><seg>Die Br\u00fccke ist <bpt i="1" x="1">&lt;b></bpt>zu<ept i="1">&lt;/b></ept>. </seg></tuv>
   <tuv xml:lang="en-us"><seg>The bridge is <bpt i="1" x="1">&lt;b></bpt>closed<ept i="1">&lt;/b></ept>. </seg></tuv>
  </tu>
  <tu>
   <tuv xml:lang="en-US"><seg>It rained <hi type="bold">hard</hi>.</seg></tuv>
  </tu>
 </body>
</tmx>
""".encode("utf-16")


def pairs_of(data):
    (story,) = TMX.read_aligned(data).stories
    return story.pairs


def with_pair(number, **changes):
    (story,) = TMX.read_aligned(DATA).stories
    pairs = list(story.pairs)
    pairs[number] = replace(pairs[number], **changes)
    return TMX.write_back(DATA, [replace(story, pairs=tuple(pairs))])


def test_two_languages_are_read_and_the_others_named():
    aligned = TMX.read_aligned(DATA)
    (story,) = aligned.stories
    assert (story.source_language, story.target_language) == ("en-us", "DE")
    assert "fr" in aligned.notes[0].render()
    assert [pair.target.plain.replace("\ufffc", "#") for pair in story.pairs] == ["Die Brücke ist #zu#.", ""]
    assert story.pairs[0].note == "From the desk."


def test_what_nobody_changed_goes_back_to_the_byte():
    assert TMX.write_back(DATA, TMX.read_aligned(DATA).stories) == DATA


def test_one_changed_translation_changes_nothing_else():
    target = pairs_of(DATA)[0].target
    at = target.plain.index("zu")
    assert with_pair(0, target=target.replaced(Span(at, at + 2), "gesperrt")) == DATA.replace(
        "zu<".encode("utf-16-le"), "gesperrt<".encode("utf-16-le")
    )


def test_a_missing_translation_is_made_with_state_and_note():
    data = with_pair(1, target=Text("Es goss.", (Mark(Span(3, 7), MarkKind.STRONG),)), state=State.REVIEWED, note="So?")
    pair = pairs_of(data)[1]
    assert (pair.target.plain, pair.target.marks[0].kind, pair.state, pair.note) == ("Es goss.", MarkKind.STRONG, State.REVIEWED, "So?")
    assert '   <tuv xml:lang="DE"><seg>Es <hi type="bold">goss</hi>.</seg></tuv>' in data.decode("utf-16")


def test_a_note_can_be_changed_and_taken_away():
    assert pairs_of(with_pair(0, note="Anders."))[0].note == "Anders."
    assert "<note>" not in with_pair(0, note="").decode("utf-16")


def test_another_reader_finds_the_same_pairs():
    stories = TMX.read_aligned(with_pair(1, target=coded("Es goss & goss."))).stories
    other = tmx.tmxfile.parsestring(TMX.write_aligned(stories))
    assert [unit.source for unit in other.units] == ["The bridge is closed.", "It rained hard."]
    assert [pair.target.plain for pair in pairs_of(TMX.write_aligned(stories))] == [pair.target.plain for pair in stories[0].pairs]


@pytest.mark.parametrize("data", [b"<html/>", b"<tmx", b'<!DOCTYPE tmx [<!ENTITY a "b">]><tmx/>'])
def test_what_is_no_tmx_is_one_sentence(data):
    with pytest.raises(UserError):
        TMX.read_aligned(data)
