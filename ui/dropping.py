"""What is dragged onto a window."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def dropped_files(data: QMimeData) -> list[Path]:
    """The local files and folders of something dragged here."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
