"""Texts that break programs, through import, save, reopening and export: the same again, or a warning by name."""

import pytest

from app import formats
from app.article import Log, Project, composed
from app.deliver.export import export
from app.errors import UserError
from app.formats import read_bytes
from app.pipeline import from_file, keep
from app.store import Store
from app.store.verifying import verify

ODD = {
    "nul": "vor\0nach",
    "lone surrogate": "vor\ud83dnach",
    "emoji of many parts": "👩‍👩‍👧‍👦 und 🏳️‍🌈",
    "right to left": "Er sagte \u202eשלום\u202c und ging.",
    "isolates": "a \u2066b\u2069 c",
    "combining": "Z\u0351\u036b\u0343a\u0311l\u034dg\u0323o",
    "decomposed": "Mu\u0308nchen",
    "soft hyphens": "Bürger\u00admeister\u00adamt",
    "spaces of all kinds": "a\u00a0b\u202fc\u2009d\u3000e",
    "nothing one sees": "a\u200bb\u200cc\u200dd\u2060e",
    "markup": "<script>alert('x')</script> & <b>fett</b> &amp;amp; ]]>",
    "markdown": "*a* _b_ `c` [d](e) # f > g 1. h",
    "formula": '=HYPERLINK("http://127.0.0.1") +1 -1 @SUM(A1)',
    "statement": "Robert'); DROP TABLE unit;--",
    "format": "%s %d %n {0} {name} ${HOME} $(id) `id`",
    "path": "../../../etc/passwd\\..\\..\\con.txt",
    "quotes": "„a“ ‚b‘ »c« ›d‹ “e” ‘f’ \"g\" 'h'",
    "template": "{{ 7*7 }} <%= 7 %> ${7*7}",
    "all of ASCII": "".join(map(chr, range(32, 127))),
    "Latin-1": "".join(map(chr, range(0xA0, 0x100))),
    "outside the plane": "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𠜎 𐀀 \U0010fffd",
    "no characters": "\ufdd0 \uffff \ufffe",
    "mark inside": "a\ufeffb",
    "object": "a\ufffcb",
    "line ends": "a\u2028b\u0085c\vd\fe",
    "controls": "a\x01b\x07c\x1bd\x7fe",
    "turkish": "İstanbul ı ß ẞ ﬁ ǆ",
    "long word": "Donaudampfschifffahrts" * 2000,
}

WARNING = ("\ufffd", " ", "\n")
"""What stands for what cannot be kept; where it does, a note says so or the sign was a line end or an object."""


def through(tmp_path, text, form):
    """A text as a translation: read, saved, opened again, exported, read again."""
    source, target = tmp_path / "en.txt", tmp_path / "de.txt"
    source.write_text("A source.", encoding="utf-8")
    target.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        material = from_file(target, "de")
    except UserError as error:
        return "", "", str(error)
    store, project = Store.create(tmp_path / "p.gegenlesen"), Project(Log(who="Ida"))
    article = keep(project, store, from_file(source, "en"), material)
    before = composed(article)
    store.close()
    assert verify(store.path) == []
    store, read = Store.open(store.path)
    store.close()
    assert composed(read.articles[0]) == before
    out = tmp_path / f"out.{form}"
    export(read.articles[0], [], form, out)
    again = read_bytes(out.read_bytes(), out, "de").document
    return before.text.plain, again.text.plain, " ".join(note.render() for note in material.reading.notes)


def bare(text):
    return "".join(text.split())


@pytest.mark.parametrize("form", ["txt", "html", "md", "docx"])
@pytest.mark.parametrize("name", ODD)
def test_an_odd_text_comes_back_or_is_warned_of(tmp_path, name, form):
    given = f"Anfang {ODD[name]} Ende."

    before, after, told = through(tmp_path, given, form)

    if bare(before) != bare(given):
        changed = [sign for sign in bare(given) if sign not in before]
        assert told or all(sign in "\ufffc\u2028\u0085\v\f\ufeff\x1c\x1d\x1e\x1f" for sign in changed), (before, told)
    unprintable = {sign for sign in before if sign not in after and not sign.isspace()}
    assert all(ord(sign) < 0x20 or sign in "\ufdd0\uffff\ufffe\x7f\u2060" for sign in unprintable), unprintable
    if not unprintable:
        assert bare(after) == bare(before)


def test_a_line_of_five_megabytes_is_kept(tmp_path):
    given = "Ein Satz mit Umläuten und Zahlen, 3,5 Mio. Mal. " * 105_000
    path = tmp_path / "long.txt"
    path.write_text(given, encoding="utf-8")

    reading = formats.read_file(path, "de")

    assert len(path.read_bytes()) > 5_000_000
    assert reading.document.text.plain == given
