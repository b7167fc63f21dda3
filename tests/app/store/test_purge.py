"""An article that must be gone: not a word of it in the file, nor in its backups."""

from contextlib import suppress

import pytest

from app.article import Log, Project
from app.errors import UserError
from app.formats import read_text
from app.i18n import Message
from app.model import Category, Finding, Severity, Side
from app.pipeline import from_text, keep
from app.store import Original, ReadOnlyError, Store, back_up, backups
from app.store.verifying import verify
from tests.app.article.stories import state

CANARIES = ("Kanarienvogel", "canarybird", "notizvogel", "entwurfsvogel", "befundvogel", "randvogel")


@pytest.fixture
def desk(tmp_path):
    """A project of three articles; the second one, which is to go, has every kind of trace."""
    store, project = Store.create(tmp_path / "p.gegenlesen"), Project(Log(who="Ida"))
    keep(project, store, from_text("Rain. It pours.", "en"), from_text("Regen. Es gießt.", "de"))
    article = keep(project, store, from_text("The canarybird. It sings.", "en"), from_text("Der Kanarienvogel. Er singt.", "de"))
    back_up(store)
    keep(project, store, from_text("Fire. One dead.", "en"), from_text("Brand. Ein Toter.", "de"))
    for step in (article.edit(1, "Der randvogel."), article.undo(), article.note(2, "notizvogel"), project.move(article.id, 0)):
        store.record(step)
    document = read_text("The canarybird is back. It sings.", "en").document
    store.keep(Original(document, "canarybird.txt", b"canarybird"))
    store.record(article.renew(Side.SOURCE, document))
    store.draft(article.id, 1, "entwurfsvogel")
    finding = Finding("x", Category.GRAMMAR, Severity.MINOR, 1.0, (1,), (), Message("befundvogel"))
    store.remember(article.id, project.log.revision, 1, "p", [finding])
    store.record(project.drop(article.id))
    store.record(project.undo())
    back_up(store)
    yield store, project, article.id
    store.close()


def bytes_of(path):
    return b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))


def test_not_a_word_is_left_in_the_file_or_its_backups(desk):
    store, _, number = desk
    files = [store.path, *(backup.path for backup in backups(store.path))]
    assert all(word.encode() in store.path.read_bytes() for word in CANARIES if word != "Kanarienvogel")
    assert len(files) == 3

    assert store.purge(number) == 2
    store.close()

    for file in files:
        assert not [word for word in CANARIES if word.encode() in bytes_of(file)], file
        assert verify(file) == []


def test_the_other_articles_and_their_history_stay(desk):
    store, project, number = desk
    others = [state(article) for article in project.articles if article.id != number]

    store.purge(number)
    project.purge(number)
    store.record(project.articles[0].note(1, "weiter"))
    store.record(project.move(project.articles[1].id, 0))
    store.close()

    store, read = Store.open(store.path)
    assert read.log.steps == project.log.steps
    assert [state(article) for article in read.articles] == [state(article) for article in project.articles]
    assert {article.id for article in read.articles} == {1, 3}
    assert state(read.article(3)) == others[1]
    assert store.drafts() == {}
    while step := read.undo():
        store.record(step)
    assert read.articles == []
    store.close()
    assert verify(store.path) == []


def test_the_backups_of_another_project_stay(desk, tmp_path):
    store, _, number = desk
    other = Store.create(tmp_path / "other.gegenlesen")
    keep(Project(), other, from_text("The canarybird.", "en"), from_text("Der Kanarienvogel.", "de"))
    theirs = back_up(other)
    other.close()
    before = theirs.path.read_bytes()

    store.purge(number)

    assert theirs.path.read_bytes() == before


def test_a_backup_that_cannot_be_read_goes(desk):
    store, _, number = desk
    newest, oldest = backups(store.path)
    oldest.path.write_bytes(oldest.path.read_bytes()[:-5000])

    assert store.purge(number) == 1

    assert [backup.path for backup in backups(store.path)] == [newest.path]


def test_purging_twice_is_purging_once(desk):
    store, _, number = desk
    store.purge(number)

    assert store.purge(number) == 0


def test_a_document_that_another_article_uses_stays(desk):
    store, project, _ = desk
    twin = project.article(1)
    copy, step = project.add("Twin", twin.source, twin.target, tuple(twin.units))
    originals = [Original(each, "x.txt", b"") for each in (twin.source, twin.target)]
    store.add(step, originals[0], originals[1], copy.units)

    store.purge(copy.id)

    assert store.original(twin.source.digest)


def test_a_file_open_for_reading_is_not_purged(desk):
    store, _, number = desk
    store.close()
    reader = Store(store.path, read_only=True)

    with pytest.raises(ReadOnlyError):
        reader.purge(number)

    reader.close()


def test_a_full_disk_stops_a_purge_with_a_sentence_and_it_can_be_repeated(desk):
    import apsw

    from tests.campaigns.disks import FailingDisk, under

    store, _, number = desk
    path = store.path
    store.close()
    at, failed = 0, True
    while failed:
        at += 1
        with under(FailingDisk()) as disk:
            store = Store(path)
            disk.fail(at, apsw.FullError)
            with suppress(UserError):
                store.purge(number)
            failed = bool(disk.failed)
            disk.rest()
            store.close()
        assert verify(path) == []
        if at > 400:
            break
    assert not failed


def test_old_pages_behind_the_end_of_a_file_are_no_damage_and_are_cut_off(desk):
    store, _, _ = desk
    store.close()
    whole = store.path.stat().st_size
    with store.path.open("ab") as stream:
        stream.write(b"restvogel".ljust(4096) * 2)
    assert verify(store.path) == []

    store, _ = Store.open(store.path)
    store.close()

    assert store.path.stat().st_size <= whole
    assert b"restvogel" not in store.path.read_bytes()
