"""When a backup of the open project is made."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

from app import durable
from app.store.backups import Backup, backups, folder_of, look_through, named, thinned
from app.store.store import Store


def back_up(store: Store, *, after: timedelta = timedelta(0), now: datetime | None = None) -> Backup | None:
    """Make a backup, unless nothing has changed since the last one, or that is not older than `after`; then thin them out.

    Raises UserError when the backup could not be made or is not whole.
    """
    now = now or datetime.now(UTC)
    earlier = backups(store.path)
    last = next((backup for backup in earlier if backup.project == store.project_id), None)
    if last and (last.revision == store.revision or now - last.time < after):
        return None
    folder = folder_of(store.path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise durable.trouble(folder, error) from error
    backup = named(folder, now, store.project_id, store.revision)
    store.save_copy(backup.path)
    look_through(backup.path)
    store.rely()
    for old in thinned([backup, *earlier], now):
        with suppress(OSError):  # it is thinned out next time
            old.path.unlink(missing_ok=True)
    return backup
