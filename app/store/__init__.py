"""The project file: one SQLite file that holds articles, their history and what is being typed, and never loses what it took.

What is done to a project now and then (`combining`, `recovering`, `sending`, `verifying`) is imported where it is done, so that opening
one does not wait for it.
"""

from app.store.backing import back_up
from app.store.backups import Backup, backups, restore
from app.store.opening import contents
from app.store.store import Store
from app.store.trouble import DamagedError, DisplacedError, InUseError, NotAProjectError, ReadOnlyError
from app.store.writer import NotSaved, Report, Saved, Saving, Writer
from app.store.writing import ConflictError, Original

__all__ = [
    "Backup",
    "ConflictError",
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
    "contents",
    "restore",
]
