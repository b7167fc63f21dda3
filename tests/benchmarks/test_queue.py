"""A day of 500 articles in the window: until its queue is there, and from one article to the next. Run on demand.

Each is set beside Qt's own work in the same run, so that figures of two machines compare: laying the translations of all
articles into a text field, and the one of an article.
"""

import statistics
import time
from itertools import islice

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from app.quality.sampling.plan import Kind, Plan
from app.review import cache, verdict
from app.review.verdict import Decision
from app.settings import Reviewer, Settings
from app.store import Store
from tests.app.review.day import day, project_of
from ui.jobs import Job
from ui.session import Session
from ui.theme import LIGHT, apply
from ui.window.showing import Windows

ARTICLES, SWITCHES, PATIENCE = 500, 60, 60
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """The day in a project file, as a batch leaves it: checked."""
    path = tmp_path_factory.mktemp("day") / "day.gegenlesen"
    store = Store.create(path)
    project = project_of(day(ARTICLES), store)
    for article in project.articles:
        cache.checked(project, store, article)
    store.close()
    return path


@pytest.fixture
def window(qapp, tmp_path, monkeypatch):
    """A window with nothing open."""
    monkeypatch.setenv("GEGENLESEN_HOME", str(tmp_path))
    apply(qapp, LIGHT)
    session = Session()
    session.sign("Ida")
    made = Windows(Settings(reviewer=Reviewer("Ida"))).show(session)
    QApplication.processEvents()
    yield made
    while Job.running:
        QTest.qWait(10)
    made.close()
    session.deleteLater()


def laid_out(text):
    """Seconds that Qt's own field takes to show a text."""
    began = time.perf_counter()
    field = QTextEdit()
    field.setPlainText(text)
    field.resize(1440, 900)
    field.show()
    QApplication.processEvents()
    took = time.perf_counter() - began
    field.close()
    return took


def open_day(window, file):
    """Seconds until the day is on the desk and its queue stands in order, risks and all: on the clock, and of the processor."""
    model, began, worked = window.articles.model, time.perf_counter(), time.process_time()
    window.session.open_files([file])
    while not (model.total == ARTICLES and all(model.entry(article.id).risk is not None for article in window.session.project.articles)):
        assert time.perf_counter() - began < PATIENCE, window.message.text
        QApplication.processEvents()
    window.repaint()
    return time.perf_counter() - began, time.process_time() - worked


def test_the_queue_opens(benchmark, window, file):
    took, worked = open_day(window, file)
    text = "\n".join(unit.target.plain for article in window.session.project.articles for unit in article.units)
    benchmark.extra_info["ms until the queue is there"] = round(1000 * took)
    benchmark.extra_info["ms of the processor"] = round(1000 * worked)
    benchmark.extra_info["times Qt's own field with all articles"] = round(took / laid_out(text), 2)
    benchmark.pedantic(window.articles.model._sort, rounds=3)


@pytest.mark.parametrize("how", ["chosen in the list", "by key after a verdict, in a lot"])
def test_one_article_to_the_next(benchmark, window, file, how):
    open_day(window, file)
    session, times, works, ratios = window.session, [], [], []
    if how.startswith("by key"):
        session.draw([article.id for article in session.project.articles], Plan(Kind.RISKIEST, "5eed", count=100), "Day", "")
    for article in islice(session.project.articles, 1, SWITCHES + 1):
        text = "\n".join(unit.target.plain for unit in article.units)
        began, worked = time.perf_counter(), time.process_time()
        if how.startswith("chosen"):
            session.switch(article.id)
        else:
            session.do_at(session.article.id, lambda here: verdict.judge(here, Decision.CORRECTED))
            QTest.keyClick(window, Qt.Key.Key_PageDown, CONTROL)
        QApplication.processEvents()
        window.desk.view.viewport().repaint()
        took = time.perf_counter() - began
        times.append(took)
        works.append(time.process_time() - worked)
        ratios.append(took / laid_out(text))
    benchmark.extra_info["ms (median)"] = round(1000 * statistics.median(times), 1)
    benchmark.extra_info["ms of the processor (median)"] = round(1000 * statistics.median(works), 1)
    benchmark.extra_info["ms (nine of ten)"] = round(1000 * statistics.quantiles(times, n=10)[-1], 1)
    benchmark.extra_info["times Qt's own field (median)"] = round(statistics.median(ratios), 2)
    benchmark.pedantic(lambda: session.entry(session.article), rounds=3)
