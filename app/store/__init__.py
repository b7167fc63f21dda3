"""The project file: one SQLite file that holds articles, their history and what is being typed, and never loses what it took."""

from app.store.backing import back_up
from app.store.backups import Backup, backups, restore
from app.store.combining import Copy, changes, combined, copy_at
from app.store.opening import contents
from app.store.recovering import recover
from app.store.sending import clear_outgoing, outgoing
from app.store.store import Store
from app.store.trouble import DamagedError, DisplacedError, InUseError, NotAProjectError, ReadOnlyError
from app.store.verifying import verify
from app.store.writer import NotSaved, Report, Saved, Saving, Writer
from app.store.writing import ConflictError, Original

__all__ = [
    "Backup",
    "ConflictError",
    "Copy",
    "DamagedError",
    "DisplacedError",
    "InUseError",
    "NotAProjectError",
    "NotSaved",
    "Original",
    "ReadOnlyError",
    "Report",
    "Saved",
    "Saving",
    "Store",
    "Writer",
    "back_up",
    "backups",
    "changes",
    "clear_outgoing",
    "combined",
    "contents",
    "copy_at",
    "outgoing",
    "recover",
    "restore",
    "verify",
]
