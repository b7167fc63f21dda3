"""The fields of a CMS: named, counted, and marked where they are too long."""

import pytest
from PySide6.QtCore import QPointF

from app.article import Project
from app.model import Block, BlockKind, BlockStart, Document, Span, State, Text, Unit
from app.model.fields import KEYWORDS, TEASER
from tests.ui.desk.conftest import NO_CHECKS, field
from ui.desk.desk import Desk
from ui.desk.pointing import hit, told
from ui.desk.strip import counter
from ui.theme import LIGHT

ROWS = (("title", "A ferry", "Eine Fähre"), ("teaser", "It sails at night.", "Sie fährt nachts."), ("keywords", "ferry", "Fähre"))


@pytest.fixture
def strip(session, qtbot):
    project = Project()
    project.use(NO_CHECKS)
    documents = []
    for language, side in (("en", 1), ("de", 2)):
        blocks, at = [], 0
        for name, *texts in ROWS:
            words = texts[side - 1]
            kind = BlockKind.TITLE if name == "title" else BlockKind.FIELD
            blocks.append(Block(kind, Span(at, at + len(words)), () if name == "title" else (("name", name),)))
            at += len(words) + 2
        documents.append(Document(language, "text", Text("\n\n".join(row[side] for row in ROWS)), tuple(blocks)))
    source, target = documents
    units = tuple(
        Unit(
            id=number,
            source=one.span,
            imported=two.span,
            target=target.excerpt(two.span),
            opening=BlockStart(two.kind, two.attributes),
            state=State.TRANSLATED,
            doubt=0.7 if number == 1 else 0.1,
        )
        for number, (one, two) in enumerate(zip(source.blocks, target.blocks, strict=True), 1)
    )
    project.add("Ferry", source, target, units)
    session.open(project)
    made = Desk(session, LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.hide()


def test_a_field_is_named_and_counted_as_it_is_typed(strip, typed):
    strip.session.go_to(2)
    field(strip).place_caret(0)
    typed(field(strip), "Ah! ")
    entry = strip.view.sheet.entry(1)
    assert (entry.field, entry.lengths) == (TEASER, (18, 21))
    assert counter(entry.field, entry.lengths[1]) == "21/160"
    assert strip.view.sheet.entry(0) is None


def test_where_any_length_is_welcome_nothing_is_counted(strip):
    assert strip.view.sheet.entry(2).field == KEYWORDS
    assert counter(KEYWORDS, 500) == ""


def test_the_editor_of_a_field_lies_over_the_painted_text_and_beside_its_name(strip):
    strip.session.go_to(1)
    painted = strip.view.sheet.flat(1).target.layout.lineAt(0).x()
    strip.session.go_to(2)
    assert painted > 60
    assert field(strip).viewport().x() == painted


def test_a_click_on_the_name_of_a_field_goes_to_its_text(strip):
    strip.session.go_to(1)
    sheet = strip.view.sheet
    found = hit(sheet, QPointF(sheet.columns.target + 5, sheet.scroll.top_of(1) + sheet.slip(1).lead + 5))
    assert (found.unit, found.at) == (2, 0)


def test_a_doubtful_pairing_is_said_in_the_gutter(strip):
    sheet = strip.view.sheet
    place = QPointF(sheet.columns.gutter + 5, sheet.scroll.top_of(0) + sheet.slip(0).lead + 5)
    assert told(sheet, hit(sheet, place)).startswith("These sentences may not belong together.")
    assert not strip.session.article.unit(2).doubtful
