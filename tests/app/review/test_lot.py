"""A lot from the draw to the signature, and what happens to it afterwards."""

import hashlib
import json

import pytest

from app import checks, pipeline
from app.article import Log, story_of_article
from app.article.combining import combine
from app.article.purging import is_of
from app.deliver.gate import wave_through
from app.errors import UserError
from app.model import FieldSplice, Place, Severity, Side, Span
from app.quality.sampling.plan import Kind, Plan, Stratum
from app.quality.sampling.tables import Inspection
from app.quality.scorecard import Outcome
from app.quality.typology import MQM
from app.review import assessing, cache, journal, lot, signing, verdict
from app.review.identity import identity
from app.review.triage import criticals
from app.review.verdict import Decision
from app.store import Store
from tests.app.review.day import day, project_of

PLAN = Plan(Kind.ISO, "5eed", aql="6.5", stratum=Stratum.FEED)


@pytest.fixture(scope="module")
def pieces():
    return day(24)


@pytest.fixture
def project(pieces, tmp_path, monkeypatch):
    monkeypatch.setenv("GEGENLESEN_HOME", str(tmp_path / "home"))
    made = project_of(pieces)
    made.log.who = "Ruth Larkin"
    return made


@pytest.fixture
def found(project):
    return {article.id: checks.run(story_of_article(article)) for article in project.articles}


def articles(project):
    return [article.id for article in project.articles]


def drafted(project, found, plan=PLAN, numbers=None):
    lot.draft(project, found, numbers or articles(project), plan, "Monday", "agency")
    return lot.current(project)


def read_all(project, found, under_work):
    for number in under_work.sample.to_read:
        article = project.article(number)
        assessing.accept(article, MQM, *(each for each in found[number] if not each.hint))
        grave = any(mark.severity is Severity.CRITICAL for mark in article.marks)
        verdict.judge(article, *((Decision.STOP, "not for print") if grave else (Decision.PASS,)))


def signed(project, found):
    read_all(project, found, drafted(project, found))
    signing.sign(project)
    return signing.signed_lots(project)[-1]


def test_a_lot_waits_in_the_project_until_it_is_signed(project, found):
    under_work = drafted(project, found)
    assert under_work.sample.letter == "C"
    assert len(under_work.sample.drawn) == 8
    assert {project.article(number).fields["feed"] for number in under_work.sample.drawn} == {"north", "south"}
    assert set(under_work.sample.always) == {each.article for each in criticals(project, found)}


def test_a_lot_is_chosen_by_feed_engine_or_time(project):
    project.article(2).set_field("engine", "x")
    assert lot.chosen(project) == articles(project)
    assert lot.chosen(project, feed="north") == articles(project)[::2]
    assert lot.chosen(project, feed="south", engine="x") == [2]
    assert lot.chosen(project, since=project.log.steps[0].when) == articles(project)
    assert lot.chosen(project, since="2999-01-01T00:00:00+00:00") == []


def test_a_critical_that_was_waved_through_is_not_open(project, found):
    article = project.article(3)
    wave_through(article, [each for each in found[3] if each.severity is Severity.CRITICAL], "checked with the agency")
    assert 3 not in drafted(project, found).sample.always


def test_the_same_articles_are_drawn_whatever_their_order(project, found):
    one = drafted(project, found).sample
    other = drafted(project, found, numbers=articles(project)[::-1]).sample
    assert one == other


def test_twins_are_drawn_one_by_one(pieces):
    project = project_of([pieces[1], pieces[1], pieces[1]])
    found = {article.id: [] for article in project.articles}
    assert identity(project.articles[0]) == identity(project.articles[2])
    sample = drafted(project, found, Plan(Kind.RANDOM, "s", count=2)).sample
    assert len(set(sample.drawn)) == 2


def test_an_article_without_findings_of_its_own_is_checked_first(project, found):
    del found[5]
    with pytest.raises(UserError, match="not been checked"):
        drafted(project, found)


def test_a_stopped_series_is_not_inspected(project, found):
    with pytest.raises(UserError, match="mend"):
        drafted(project, found, Plan(Kind.ISO, "s", inspection=Inspection.STOPPED))


def test_acceptance_follows_from_the_marks_alone(project, found):
    under_work = drafted(project, found)
    assert lot.decision(under_work, lot.cards(project, under_work)).accepted is None
    read_all(project, found, under_work)
    assert lot.decision(under_work, lot.cards(project, under_work)).accepted is True
    for number in under_work.sample.drawn[:2]:
        article = project.article(number)
        at = next(unit for unit in article.units if unit.target.plain)
        assessing.mark(article, MQM, _whole(at), "mistranslation", Severity.CRITICAL)
    decided = lot.decision(under_work, lot.cards(project, under_work))
    assert decided.accepted is False
    assert set(decided.failed) == set(under_work.sample.drawn[:2])


def _whole(unit):
    return Place(unit.id, Side.TARGET, Span(0, len(unit.target.plain)))


def test_extracts_are_chosen_once_and_scored_by_themselves(project, found):
    under_work = drafted(project, found, Plan(Kind.RANDOM, "s", count=3, extracts=True))
    number = under_work.sample.to_read[0]
    assert project.article(number).units[0].id in under_work.rows_of(number)
    verdict.judge(project.article(number), Decision.CORRECTED)
    assert lot.cards(project, under_work)[number].words <= 300


def field_of(project):
    return next(name for name in project.fields if name.startswith("signed-lot-") and "/" not in name)


def test_the_record_holds_everything_and_its_digests_can_be_worked_out_again(project, found):
    record = signed(project, found)
    assert (record.signer, record.name, record.plan, record.schema) == ("Ruth Larkin", "Monday", PLAN, "gegenlesen.lot/1")
    name = field_of(project)
    kept = json.loads(project.fields[name])
    text = json.dumps(kept["record"], sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert hashlib.sha256(text.encode()).hexdigest() == kept["digest"] == record.digest
    assert len(kept["record"]["parts"]) == 24
    for number, digest in kept["record"]["parts"]:
        assert hashlib.sha256(project.fields[f"{name}/{number}"].encode()).hexdigest() == digest
    assert lot.current(project) is None
    assert sum(each.card.points for each in record.articles if each.card) == pytest.approx(record.card.points)
    assert sum(len(each.marks) for each in record.articles) == record.card.errors


def test_a_signature_is_not_undone(project, found):
    signed(project, found)
    assert project.undo() is None
    assert signing.signed_lots(project)


def test_an_altered_record_is_noticed(project, found):
    signed(project, found)
    name = field_of(project)
    for field, other in ((name, "Ruth Harkin"), (name, ""), (f"{name}/3", "Ruth Harkin"), (f"{name}/3", "")):
        kept = project.fields[field]
        project.set_field(field, kept.replace("Ruth Larkin", other, 1) if other else kept[:-9])
        with pytest.raises(UserError, match="not as it was signed"):
            signing.signed_lots(project)
        project.set_field(field, kept)
    assert signing.signed_lots(project)


def test_a_purged_article_leaves_nothing_in_the_signature_which_still_holds(project, found):
    record = signed(project, found)
    marked = next(each for each in record.articles if each.marks)
    project.purge(marked.article)
    (left,) = signing.signed_lots(project)
    assert (left.digest, left.purged, len(left.articles)) == (record.digest, 1, 23)
    assert all(not is_of(name, marked.article) for name in project.fields)
    assert all(
        not is_of(splice.name, marked.article)
        for step in project.log.steps
        for splice in step.splices
        if isinstance(splice, FieldSplice)
    )  # fmt: skip
    assert signing.changed_since(project, left) == []


def test_a_purged_article_leaves_the_lot_under_work(project, found):
    under_work = drafted(project, found)
    project.purge(under_work.sample.drawn[0])
    left = lot.current(project)
    assert (len(left.articles), len(left.sample.drawn)) == (23, 7)
    read_all(project, found, left)
    signing.sign(project)


def test_a_new_version_of_the_translation_is_marked_and_judged_anew(project, found):
    record = signed(project, found)
    article = project.article(next(each.article for each in record.articles if each.marks))
    marks = assessing.marks_of(article)
    other = pipeline.from_text(day(24)[1].german, "de").document
    step = article.renew(Side.TARGET, other)
    assert assessing.marks_of(article) == []
    assert verdict.verdict_of(article) is None
    signing.require_another_hand(project, [article.id], step.who)
    assert signing.changed_since(project, record) == [article.id]
    assessing.mark(article, MQM, _whole(article.units[0]), "style", Severity.MINOR)
    assert assessing.marks_of(article)[0].revision == step.revision
    article.undo()
    article.undo()
    assert assessing.marks_of(article) == marks
    assert verdict.verdict_of(article) is not None
    assert signing.changed_since(project, record) == []


def test_what_is_edited_later_shows_as_changed_after_signing(project, found):
    record = signed(project, found)
    assert signing.changed_since(project, record) == []
    article = project.article(2)
    article.note(article.units[0].id, "a note is no change")
    assert signing.changed_since(project, record) == []
    article.edit(article.units[1].id, "Etwas anderes.")
    assessing.mark(project.article(4), MQM, _whole(project.article(4).units[0]), "style", Severity.MINOR)
    project.drop(6)
    assert signing.changed_since(project, record) == [2, 4, 6]
    article.undo()
    assert signing.changed_since(project, record) == [4, 6]


def test_nobody_signs_what_they_corrected(project, found):
    read_all(project, found, drafted(project, found))
    article = project.article(9)
    project.log.who = "Ines"
    article.edit(article.units[1].id, "Etwas anderes.")
    with pytest.raises(UserError, match="somebody else"):
        signing.sign(project)
    project.log.who = "Ruth Larkin"
    signing.sign(project)


def test_confirming_and_marking_do_not_count_as_correcting(project):
    article = project.article(2)
    article.confirm(article.units[0].id)
    assessing.mark(article, MQM, _whole(article.units[0]), "style", Severity.MINOR)
    signing.require_another_hand(project, [2], "Ruth Larkin")
    article.edit(article.units[1].id, "Etwas anderes.")
    with pytest.raises(UserError, match="somebody else"):
        signing.require_another_hand(project, [2], "Ruth Larkin")


def test_a_signature_needs_a_lot_a_name_and_an_outcome(project, found):
    with pytest.raises(UserError, match="no lot"):
        signing.sign(project)
    under_work = drafted(project, found)
    with pytest.raises(UserError, match="no verdict"):
        signing.sign(project)
    read_all(project, found, under_work)
    project.log.who = " "
    with pytest.raises(UserError, match="name"):
        signing.sign(project)


def test_signed_lots_survive_in_the_file(pieces, tmp_path, found, monkeypatch):
    monkeypatch.setenv("GEGENLESEN_HOME", str(tmp_path / "home"))
    store = Store.create(tmp_path / "day.gegenlesen")
    project = project_of(pieces, store)
    project.log.who = "Ruth"
    before = project.log.revision
    record = signed(project, found)
    for step in project.log.steps[before:]:
        store.record(step)
    store.close()
    store, again = Store.open(tmp_path / "day.gegenlesen")
    store.close()
    assert signing.signed_lots(again) == [record]
    assert signing.changed_since(again, record) == []
    assert again.undo() is None


def test_signatures_of_two_copies_both_hold_when_they_are_combined(pieces, tmp_path, monkeypatch):
    monkeypatch.setenv("GEGENLESEN_HOME", str(tmp_path / "home"))
    mine, theirs = project_of(pieces[:6]), project_of(pieces[:6])
    theirs.log.restate(Log(mine.log.steps))
    for project, who, numbers in ((mine, "Ruth", [1, 2, 3]), (theirs, "Ines", [4, 5, 6])):
        found = {article.id: checks.run(story_of_article(article)) for article in project.articles}
        project.log.who = who
        lot.draft(project, found, numbers, Plan(Kind.EVERYTHING, "s", accept=3), who)
        read_all(project, found, lot.current(project))
        signing.sign(project)
    combine(mine, theirs, {})
    assert {each.signer: signing.changed_since(mine, each) for each in signing.signed_lots(mine)} == {"Ruth": [], "Ines": []}


def test_the_journal_remembers_lots_and_tightens_inspection(project, found):
    record = signed(project, found)
    journal.remember(record)
    journal.remember(record)
    (past,) = journal.lots()
    assert (past.read, past.accepted, past.series) == (len(record.sample.to_read), True, "agency")
    assert journal.inspection("agency") is Inspection.NORMAL
    path = journal.data_folder() / journal.NAME
    line = path.read_text(encoding="utf-8").strip().replace('"accepted":true', '"accepted":false')
    path.write_text("not json\n" + "\n".join(line.replace(record.digest, f"other-{n}") for n in range(2)), encoding="utf-8")
    assert journal.inspection("agency") is Inspection.TIGHTENED
    assert journal.inspection("another") is Inspection.NORMAL
    journal.remember(record)
    assert len(journal.lots()) == 3
    assert path.read_text(encoding="utf-8").startswith("not json")


def test_no_person_is_named_in_the_journal(project, found):
    journal.remember(signed(project, found))
    assert "Ruth" not in (journal.data_folder() / journal.NAME).read_text(encoding="utf-8")


def test_a_lot_of_a_hundred_and_twenty_articles(tmp_path, monkeypatch):
    """The whole morning: queue, triage, sample, marks, verdicts, signature, and the sums worked out again."""
    monkeypatch.setenv("GEGENLESEN_HOME", str(tmp_path / "home"))
    pieces = day(120)
    store = Store.create(tmp_path / "day.gegenlesen")
    project = project_of(pieces, store)
    project.log.who = "Ruth"
    found = {article.id: cache.checked(project, store, article) for article in project.articles}
    stopping = criticals(project, found)
    assert {each.article for each in stopping} == {number for number, piece in enumerate(pieces, 1) if piece.critical}
    for each in stopping:
        article = project.article(each.article)
        assessing.accept(article, MQM, each.finding)
        verdict.judge(article, Decision.RETURN, each.finding.check, "translators")
    under_work = drafted(project, found, Plan(Kind.ISO, "5eed", aql="2.5", stratum=Stratum.FEED))
    assert under_work.sample.letter == "F"
    for number in under_work.sample.drawn:
        assessing.accept(project.article(number), MQM, *(each for each in found[number] if not each.hint))
        verdict.judge(project.article(number), Decision.PASS)
    signing.sign(project)
    (record,) = signing.signed_lots(project)
    assert record.decision.accepted
    assert len(record.sample.drawn) == 20
    read = [each for each in record.articles if each.read]
    assert {each.article for each in read} == set(under_work.sample.to_read)
    again = sum(MQM.points(mark.category, mark.severity) for each in read for mark in each.marks)
    assert again == pytest.approx(record.card.points)
    assert record.card.outcome is Outcome.FAIL
    store.close()
