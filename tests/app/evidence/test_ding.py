"""A Ding dictionary helps where the own list knows nothing, and nothing depends on it."""

import msgspec
import pytest

from app import settings
from app.evidence import ding, lexicon
from app.evidence.morphology import german_stem
from app.settings import Checking, Settings

LINES = """# Version :: 1.9
Quirl {m}; Schneebesen {m} | Quirle {pl} :: whisk | whisks
(etw.) verquirlen; quirlen {vt} | verquirlend :: to whisk /sth./ | whisking
ohne Trennzeichen
Pfannenwender {m} [cook.] :: spatula; fish slice
"""


@pytest.fixture
def dictionary(tmp_path, monkeypatch):
    monkeypatch.setenv("GEGENLESEN_HOME", str(tmp_path / "home"))
    path = tmp_path / "de-en"
    path.write_text(LINES, encoding="utf-8")
    settings.save(Settings(checking=Checking(dictionary=str(path))))
    ding._dictionary.cache_clear()
    yield path
    ding._dictionary.cache_clear()


def test_single_words_are_read_and_phrases_left_out(dictionary):
    found = ding.read(dictionary)
    assert set(found["whisk"]) == {german_stem(word) for word in ("Quirl", "Schneebesen", "verquirlen", "quirlen")}
    assert found["spatula"] == (german_stem("Pfannenwender"),)
    assert "slic" not in found


def test_an_unlisted_word_gets_the_words_of_the_dictionary(dictionary):
    assert not lexicon.english("spatula").listed
    assert german_stem("Pfannenwender") in lexicon.english("spatula").stems


def test_the_prepared_form_is_renewed_when_the_file_changes(dictionary):
    assert ding.german_for("whisk")
    dictionary.write_text("Rahmen {m} :: frame\n", encoding="utf-8")
    ding._dictionary.cache_clear()
    assert not ding.german_for("whisk")
    assert ding.german_for("fram") == ("rahm",)


def test_a_spoilt_prepared_form_is_made_anew(dictionary, tmp_path):
    assert ding.german_for("whisk")
    (kept,) = (tmp_path / "home" / "data" / "prepared").glob("ding-*")
    kept.write_bytes(msgspec.msgpack.encode(["spoilt"]))
    ding._dictionary.cache_clear()
    assert ding.german_for("whisk")


def test_a_dictionary_that_is_gone_is_missed_by_nobody(dictionary):
    dictionary.unlink()
    ding._dictionary.cache_clear()
    assert ding.german_for("whisk") == ()


def test_the_prepared_form_is_renewed_when_the_code_that_makes_it_changes(dictionary, tmp_path, monkeypatch):
    folder = tmp_path / "home" / "data" / "prepared"
    assert ding.german_for("whisk")
    (before,) = folder.glob("ding-*")
    newer = tmp_path / "ding.py"
    newer.write_text("# reads other columns", encoding="utf-8")
    monkeypatch.setattr(ding, "__file__", str(newer))
    ding._dictionary.cache_clear()

    assert ding.german_for("whisk")

    (after,) = folder.glob("ding-*")
    assert after != before
