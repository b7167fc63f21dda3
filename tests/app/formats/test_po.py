import pytest
from msgspec.structs import replace

from app.errors import UserError
from app.formats import format_named
from app.formats.coded import coded
from app.model import MarkKind, State

PO = format_named("po")
DATA = """# A file of ours.
msgid ""
msgstr ""
"Language: de_AT\\n"
"Content-Type: text/plain; charset=ISO-8859-1\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

# Kurz.
#. The title of the page.
#: page.py:7
#, fuzzy, python-format
#| msgid "The old bridge"
msgctxt "title"
msgid "The \\"bridge\\""
msgstr   "Die \\"Brücke\\""

msgid "%d word\\n"
msgid_plural ""
"%d words\\n"
msgstr[0] "%d Wort\\n"
msgstr[1] ""
msgid "Bare"
msgstr ""

#~ msgid "Gone"
#~ msgstr "Weg"
""".encode("latin-1")


def pairs_of(data):
    (story,) = PO.read_aligned(data).stories
    return story.pairs


def with_pair(number, **changes):
    (story,) = PO.read_aligned(DATA).stories
    pairs = list(story.pairs)
    pairs[number] = replace(pairs[number], **changes)
    return PO.write_back(DATA, [replace(story, pairs=tuple(pairs))])


def test_messages_and_plural_forms_are_rows():
    (story,) = PO.read_aligned(DATA).stories
    assert story.target_language == "de-AT"
    assert [(pair.source.plain, pair.target.plain, pair.needs_work) for pair in story.pairs] == [
        ('The "bridge"', 'Die "Brücke"', True),
        ("%d word", "%d Wort", False),
        ("%d words", "", False),
        ("Bare", "", False),
    ]
    assert (story.pairs[0].note, dict(story.pairs[0].attributes)) == ("Kurz.", {"context": "title"})
    assert [pair.state for pair in story.pairs] == [State.INITIAL, State.TRANSLATED, State.INITIAL, State.INITIAL]


def test_what_nobody_changed_goes_back_to_the_byte():
    assert PO.write_back(DATA, PO.read_aligned(DATA).stories) == DATA


def test_one_changed_message_changes_its_lines_alone():
    assert with_pair(0, target=coded('Der "Steg"')) == DATA.replace(
        'msgstr   "Die \\"Brücke\\""'.encode("latin-1"), b'msgstr "Der \\"Steg\\""'
    )
    assert with_pair(2, target=coded("%d Wörter")) == DATA.replace(b'msgstr[1] ""', 'msgstr[1] "%d Wörter\\n"'.encode("latin-1"))


def test_a_long_text_is_wrapped_as_gettext_does_it():
    text = "Eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn.\nZweite Zeile"
    data = with_pair(3, target=coded(text))
    assert b'msgstr ""\n"Eins' in data
    assert max(map(len, data.split(b"\n"))) <= 80
    pair = pairs_of(data)[3]
    assert pair.target.plain == text.replace("\n", " ")
    assert [mark.kind for mark in pair.target.marks] == [MarkKind.LINE_BREAK]


def test_fuzzy_is_what_needs_work():
    assert with_pair(0, needs_work=False, state=State.TRANSLATED) == DATA.replace(b"#, fuzzy, python-format", b"#, python-format")
    assert b'#, fuzzy\nmsgid "%d word' in with_pair(1, needs_work=True)


def test_notes_are_the_comments_of_translators():
    assert with_pair(0, note="Lang.\nSehr.") == DATA.replace(b"# Kurz.\n", b"# Lang.\n# Sehr.\n")
    assert with_pair(0, note="") == DATA.replace(b"# Kurz.\n", b"")
    assert b'# Neu.\nmsgid "%d word' in with_pair(1, note="Neu.")


def test_a_character_that_the_file_cannot_hold_is_said():
    with pytest.raises(UserError, match="→"):
        with_pair(0, target=coded("→"))


@pytest.mark.parametrize(
    "data", [b"msgid x", b'"alone"', b"story", b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=x-none\\n"', b'msgid "\xff"']
)
def test_what_is_no_po_file_is_one_sentence(data):
    with pytest.raises(UserError):
        PO.read_aligned(data)
