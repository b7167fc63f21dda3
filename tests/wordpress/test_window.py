"""The window and a real WordPress: seen beforehand, sent once, and never over anybody's words unseen."""

from itertools import cycle

import pytest
from PySide6.QtWidgets import QApplication

from app.article import Log, Project
from app.article.deliveries import last_delivery
from app.article.restraint import hold
from app.deliver.wordpress import Site, discovered, fetch
from app.model import Text
from app.safe import vault
from app.settings import Reviewer, Settings, WordPress
from tests.ui.conftest import article_of, shown_until_done
from ui.dialogs.posts import PostsDialog
from ui.dialogs.wordpress import WordPressDialog
from ui.session import Session

TITLES = cycle(
    (
        ("A bridge for Tolmin", "Eine Brücke für Tolmin"),
        ("A school for Tolmin", "Eine Schule für Tolmin"),
        ("A library for Tolmin", "Eine Bibliothek für Tolmin"),
        ("A theatre for Tolmin", "Ein Theater für Tolmin"),
        ("A hospital for Tolmin", "Ein Krankenhaus für Tolmin"),
    )
)
"""Another for each test, so that none meets the draft of the one before."""

BODY = ("The council voted on Monday.", "Der Rat stimmte am Montag ab.")


@pytest.fixture(autouse=True)
def no_safe(monkeypatch, tmp_path):
    """A system without a safe for passwords: they are held for the session."""
    monkeypatch.setenv("GEGENLESEN_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")


@pytest.fixture
def window(qtbot, qapp, wordpress):
    project = Project(Log(who="Jo Winter"))
    article_of(project, next(TITLES), BODY)
    session = Session()
    session.open(project)
    session.keys[vault.site_name(wordpress["url"], "redaktion")] = wordpress["redaktion"]
    kept = WordPress(site=wordpress["url"], user="redaktion")
    with shown_until_done(session, Settings(reviewer=Reviewer(name="Jo Winter"), wordpress=kept)) as made:
        yield made


@pytest.fixture
def site(wordpress):
    return Site(discovered(wordpress["url"]), "redaktion", wordpress["redaktion"])


def opened(window, action, kind):
    window.doors.by_id[action].trigger()
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


def test_a_story_is_shown_and_sent_and_sent_again_as_the_same_draft(window, site, qtbot):
    dialog = opened(window, "send-wordpress", WordPressDialog)
    assert "Der Rat stimmte am Montag ab." in dialog.preview.toPlainText()
    assert "Slug: eine-bruecke-fuer-tolmin" in dialog.preview.toPlainText()
    with qtbot.waitSignal(window.session.sent, timeout=20000):
        dialog.button.click()
    first = last_delivery(window.session.article, "wordpress")
    assert fetch(site, first.number).status == "draft"
    assert "A draft was made" in window.message.text
    window.session.edit(2, "Am Montag stimmte der Rat ab.")
    with qtbot.waitSignal(window.session.sent, timeout=20000):
        window.doors.by_id["deliver-again"].trigger()
    assert last_delivery(window.session.article, "wordpress").number == first.number
    assert "Am Montag stimmte" in fetch(site, first.number).content


def test_words_that_somebody_changed_there_are_shown_before_they_are_written_over(window, site, qtbot):
    with qtbot.waitSignal(window.session.sent, timeout=20000):
        opened(window, "send-wordpress", WordPressDialog).button.click()
    number = last_delivery(window.session.article, "wordpress").number
    site.call("POST", f"wp/v2/posts/{number}", {"content": "<!-- wp:paragraph -->\n<p>Der Rat zögerte.</p>\n<!-- /wp:paragraph -->"})
    dialog = opened(window, "send-wordpress", WordPressDialog)
    with qtbot.waitSignal(window.session.refused, timeout=20000):
        dialog.button.click()
    assert dialog.isVisible()
    assert "zögerte" in dialog.preview.toPlainText()
    assert "stimmte" in dialog.preview.toPlainText()
    assert "zögerte" in fetch(site, number).content
    with qtbot.waitSignal(window.session.sent, timeout=20000):
        dialog.button.click()
    assert "Der Rat stimmte am Montag ab." in fetch(site, number).content


def test_the_trial_says_who_one_is_there_or_what_is_wrong(window, qtbot):
    form = opened(window, "send-wordpress", WordPressDialog).site
    form.trial.click()
    qtbot.waitUntil(lambda: form.told.property("tone") == "good", timeout=20000)
    assert "redaktion" in form.told.text()
    form.password.setText("wrong")
    form.trial.click()
    qtbot.waitUntil(lambda: form.told.property("tone") == "bad", timeout=20000)
    assert "application password" in form.told.text()


def test_a_held_story_does_not_leave(window):
    window.session._do(lambda article: hold(article, "Ada Weber", "libel"))
    dialog = opened(window, "send-wordpress", WordPressDialog)
    assert not dialog.button.isEnabled()
    assert "Ada Weber" in dialog.gate.held


def test_two_posts_become_a_project(window, site, qtbot):
    english = site.call("POST", "wp/v2/posts", {"title": "A ferry", "content": "<p>The ferry was late.</p>", "status": "draft"})
    german = site.call("POST", "wp/v2/posts", {"title": "Eine Fähre", "content": "<p>Die Fähre kam zu spät.</p>", "status": "draft"})
    dialog = opened(window, "open-posts", PostsDialog)
    dialog.source.setText(str(english["id"]))
    dialog.target.setText(str(german["id"]))
    with qtbot.waitSignal(window.session.opened, timeout=20000):
        dialog.button.click()
    assert [unit.target for unit in window.session.article.units] == [Text("Eine Fähre"), Text("Die Fähre kam zu spät.")]
