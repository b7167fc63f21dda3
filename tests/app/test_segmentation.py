from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model import OBJECT, Block, BlockKind, Document, Span, Text
from app.segmentation import LONGEST, segments, sentences

ENGLISH = [
    ("It rained. The match went on.", 2),
    ("The fair opens on Friday. (Photo: Orlan) It closes on Sunday.", 2),
    ("The mill burned down. (Nobody was hurt.) It was insured.", 3),
    ("LOHREN, Calif. (AP) - The council has met.", 1),
    ("“We have no water. We have no bread. Who will help us?” said Nora Pell.", 3),
    ("'We waited all night. Nobody came,' she said.", 2),
    ("The mill burned down (it was insured. Nobody was hurt).", 2),
    ("The mayor said: “It is over.” Then she left the hall.", 2),
    ("She said: “It is over. We are going home.”", 2),
    ("Ilse Marten, the mayor of Lohren and a former head of the mine, said: “It is over. We are going home.”", 3),
    ("The tram is slow. “It always was,” he said.", 2),
    ("“Who knew?” Mr. Orlan said.", 1),
    ("“Is it safe?” the pilot asked.", 1),
    ("It was left to Ms. Orlan to reply.", 1),
    ("The question went to Det. Insp. Marsh of the river police.", 1),
    ("She is ranked No. 4 in the state.", 1),
    ("In Pell v. Garrow the court said no.", 1),
    ("It is due on Sept. 9 at noon.", 1),
    ("She was born in Mt. Orlan. He was not.", 2),
    ("The house stands in Mill St. The owner is away.", 2),
    ("The talks ended at 5 p.m. in Washington, D.C. on Friday.", 1),
    ("Prices rose by 3.5 percent to $1.2 billion.", 1),
    ("J. R. Pell of Acme Inc. voted for it.", 1),
    ("LEEDS, Ohio. – The council has met.", 1),
    ("Three tips: 1. Sleep well. 2. Drink water.", 2),
    ("They left. 1987 was a hard year.", 2),
    ("The bridge is open. <br> Cars may pass.", 2),
    ("The fair is closed The town will pay.", 2),
    ("Readers of The guardian angel stories know that.", 1),
    ("Well… maybe. So be it...", 2),
    ("MILL BURNS, NOBODY HURT", 1),
]
GERMAN = [
    ("Es regnete. Das Spiel ging weiter.", 2),
    ("Das Fest beginnt am Freitag. (S. 12) Es endet am Sonntag.", 2),
    ("Das Fest fällt aus. (dpa)", 1),
    ("„Wir haben kein Wasser. Wir haben kein Brot. Wer hilft uns?“, sagte Nora Pell.", 3),
    ("„Das ist vorbei.“ Dann ging sie.", 2),
    ("»Es war kalt. Es war dunkel«, sagte er.", 2),
    ("Sie sagte: ‚Ich gehe. Ich komme wieder.‘", 2),
    ("Ilse Marten, die Bürgermeisterin von Lohren und frühere Leiterin des Bergwerks, sagte: „Es ist vorbei. Wir gehen.“", 3),
    ("„Geht das?“, fragte der Pilot.", 1),
    ("„Nie wieder!“, rief sie.", 1),
    ("Sie feierte ihren 90. Geburtstag.", 1),
    ("Am 3. Oktober traf sie den 2. Bürgermeister.", 1),
    ("Gewählt wird Montag, 4. Mai.", 1),
    ("In Lohren lebte man im 19. Jahrhundert vom Salz.", 1),
    ("Die Wahl ist vom 25. bis zum 31. Juli.", 1),
    ("Er kam auf 12. Die anderen fielen durch.", 2),
    ("Er arbeitet bei der Fa. Morling.", 1),
    ("Das steht in Bd. IV des Werks und in Art. 5.", 1),
    ("So etwas gab es nie. Anna Lohr, geb. Marten, lachte.", 2),
    ("Er liebt Feste aller Art. Dieses mied er.", 2),
    ("Das gilt z. B. für Lohren, d. h. für alle.", 1),
    ("Es geschah im II. Weltkrieg. Karl III. war noch jung.", 2),
    ("Der Umsatz stieg um 3,5 Mio. Euro bzw. 2 Prozent.", 1),
    ("Drei Tipps: 1. Gut schlafen. 2. Wasser trinken.", 2),
    ("Sie ging fort. 1987 kam sie zurück.", 2),
    ("Es war 12 Uhr. 20 Menschen warteten.", 2),
    ("Der Preis ist hoch, inkl. 20 Prozent Steuer.", 1),
    ("Es gab Brot, Käse usw. Die Gäste blieben.", 2),
    ("Der Rat nennt das „unnötig“ Die Kosten steigen.", 2),
    ("Der Markt schließt Wie geht es weiter?", 2),
    ("Das Fest fällt aus Die Halle bleibt zu.", 2),
    ("Im Rat sitzt auch die Partei Die Linke mit zwei Stimmen.", 1),
    ("LOHREN, Ohio. – Der Rat hat getagt.", 1),
    ("Nun ja … vielleicht. Sei's drum ...", 2),
]


def pieces(text, language):
    return [span.of(text) for span in sentences(text, language)]


@pytest.mark.parametrize(("text", "count"), ENGLISH)
def test_english_is_cut_where_a_reader_would_cut(text, count):
    assert len(pieces(text, "en-US")) == count, pieces(text, "en")


@pytest.mark.parametrize(("text", "count"), GERMAN)
def test_german_is_cut_where_a_reader_would_cut(text, count):
    assert len(pieces(text, "de-AT")) == count, pieces(text, "de")


def test_a_closing_quotation_mark_stays_with_its_sentence():
    assert pieces("„Das ist vorbei.“ Dann ging sie.", "de") == ["„Das ist vorbei.“", "Dann ging sie."]
    assert pieces('He said "no." "Why?" she asked.', "en") == ['He said "no."', '"Why?" she asked.']


def test_a_lone_mark_stays_with_its_neighbour():
    assert pieces('It rained. " He left. …', "en") == ["It rained.", '" He left. …']
    assert pieces("***", "en") == ["***"]


def test_every_block_is_cut_on_its_own():
    text = "Mill burns\n\nIt rained. It\npoured."
    blocks = (Block(BlockKind.TITLE, Span(0, 10)), Block(BlockKind.PARAGRAPH, Span(12, len(text))))
    found = segments(Document("en", "text", Text(text), blocks))
    assert [segment.span.of(text) for segment in found] == ["Mill burns", "It rained.", "It\npoured."]


def test_a_block_that_holds_only_an_object_is_one_segment():
    text = f"{OBJECT}\n\nIt rained."
    blocks = (Block(BlockKind.FIGURE, Span(0, 1)), Block(BlockKind.PARAGRAPH, Span(3, len(text))))
    assert [segment.span for segment in segments(Document("en", "html", Text(text), blocks))] == [Span(0, 1), Span(3, len(text))]


def test_an_empty_block_has_no_segment():
    assert segments(Document("en", "text", Text("  "), (Block(BlockKind.PARAGRAPH, Span(0, 2)),))) == []


@given(st.text(st.sampled_from("aB1 .!?,:;„“\"'’()-–\n\t\u00a0\ufffcÄß…"), max_size=60), st.sampled_from(["en", "de"]))
def test_sentences_hold_everything_but_white_space(text, language):
    spans = list(sentences(text, language))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))


@pytest.mark.parametrize(
    "data", ["x" * 30_000, "ein Wort und noch eines, " * 1500, "- " * 9000, "wort" + " " * 20_000 + "wort", "<" * 30_000]
)
def test_data_without_any_stop_is_cut_into_pieces_that_can_be_read(data):
    spans = list(sentences(data, "de"))
    assert max(span.length for span in spans) <= LONGEST
    assert all(span.of(data) == span.of(data).strip() for span in spans)
    assert "".join("".join(span.of(data) for span in spans).split()) == "".join(data.split())
    assert not any(data[before.end : after.start].strip() for before, after in pairwise(spans))


def test_a_long_piece_is_cut_between_two_words():
    data = "ein Wort und noch eines, " * 1500
    assert {span.of(data).split()[0] for span in sentences(data, "de")} <= set(data.split())
