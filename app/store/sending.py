"""Copies on their way to somebody else: whole files of their own, which nobody works in, and which do not stay."""

from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from app import durable, settings

STAYS = timedelta(days=1)
"""How long a copy lies ready at least; a mail that is begun in the evening still finds it in the morning."""


def outgoing(path: Path) -> Path:
    """A name for a copy of this project that says when it was made; earlier copies go. Raises UserError."""
    now, folder = datetime.now().astimezone(), _folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise durable.trouble(folder, error) from error
    _clear(now - STAYS)
    return folder / f"{path.stem} ({now:%Y-%m-%d %H.%M.%S}){path.suffix}"


def clear_outgoing() -> None:
    """Delete all copies that lie ready, as when an article must be gone for good."""
    _clear(datetime.now().astimezone())


def _clear(until: datetime) -> None:
    for file in _folder().glob("*.gegenlesen"):
        with suppress(OSError):  # a mail program may hold it: it goes the next time
            if file.stat().st_mtime <= until.timestamp():
                file.unlink()


def _folder() -> Path:
    return settings.data_folder() / "outgoing"
