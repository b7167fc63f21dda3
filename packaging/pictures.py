#!/usr/bin/env python3
"""The pictures of the manual, taken of the sample story in both languages.

python packaging/pictures.py     writes resources/manual/*/*.png; wants a screen, or xvfb-run
"""

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parent.parent
SIZE = (1320, 780)
REST = 900
"""Milliseconds in which a window comes to rest."""


def main() -> int:
    """Take all pictures."""
    sys.path.insert(0, str(ROOT))
    from PySide6.QtWidgets import QApplication

    app = QApplication(sys.argv[:1])
    for language in ("en", "de"):
        with tempfile.TemporaryDirectory() as home:
            os.environ["GEGENLESEN_HOME"] = home
            take(app, language, ROOT / "resources" / "manual" / language)
    return 0


def take(app: "QApplication", language: str, folder: Path) -> None:
    """The desk, a finding from near, and the changes, in one language."""
    from app.settings import Appearance, Language, Reviewer, Settings, Theme
    from ui.jobs import Job
    from ui.session import Session, View
    from ui.window.showing import show

    session = Session()
    window = show(session, Settings(reviewer=Reviewer("Kim"), appearance=Appearance(language=Language(language), theme=Theme.LIGHT)))
    window.resize(*SIZE)
    session.open_sample()
    while session.article is None or session.unchecked or session.busy or Job.running:
        rest()
    rest()
    session.told.emit("")
    rest(50)
    save(window.grab(), folder / "desk.png")
    session.next_finding()
    session.next_finding()
    rest()
    view = window.desk.view
    raised = view.sheet.raised
    top, bottom = view.sheet.scroll.top_of(min(raised)), view.sheet.scroll.top_of(max(raised) + 1)
    save(view.grab().copy(0, max(0, top - 20), view.width(), bottom - top + 40), folder / "finding.png")
    for _fix in range(4):
        session.next_finding()
        session.apply_fix()
        rest(50)
    session.set_view(View.CHANGES)
    rest()
    session.told.emit("")
    rest(50)
    save(window.grab(), folder / "changes.png")
    window.close()
    window.deleteLater()
    app.processEvents()


def rest(pause: int = REST) -> None:
    """Let the window do what it has to do; workers run meanwhile."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(pause, loop.quit)
    loop.exec()


def save(picture: "QPixmap", path: Path) -> None:
    """Write a picture as small as it goes without loss."""
    picture.setDevicePixelRatio(1)
    picture.save(str(path), "PNG", 0)


if __name__ == "__main__":
    sys.exit(main())
