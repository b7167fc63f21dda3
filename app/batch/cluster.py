"""Working off lines on an existing Dask cluster. Nothing is started here; encryption and names are the cluster's own settings."""

import logging
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from app import checks
from app.batch.pairs import carried
from app.batch.task import Setting, Task, chunks, work_off
from app.errors import UserError
from app.i18n import N_
from app.safe.web import on_this_computer

if TYPE_CHECKING:  # an extra, loaded where a cluster is asked for
    from distributed import Client, Future

IN_FLIGHT = 4
"""Chunks handed out ahead for each thread of the cluster."""

CHUNK = 8
"""Lines in a chunk: the way is longer than to a process next door."""

RETRIES = 5
"""How often the cluster begins a chunk again by itself when its worker is lost."""

CONNECT_SECONDS = 10


def on_cluster(task: Task, lines: Iterable[str], setting: Setting, address: str) -> Iterator[Any]:
    """The results of all lines in their order; see `app.batch.run`.

    Chunks of a lost worker are done again by another. Raises UserError for a missing extra, an address that is not encrypted,
    a cluster that cannot be reached, has no workers or another version of the checks, and when it is lost on the way.
    """
    client = _connected(address)
    try:
        threads = _threads(client)
        waiting = chunks((carried(line, setting.folder) for line in lines), CHUNK)
        under_way: deque[tuple[Sequence[str], Future[Any]]] = deque()
        for chunk in waiting:
            under_way.append((chunk, _submit(client, task, chunk, setting)))
            if len(under_way) >= threads * IN_FLIGHT:
                yield from _finished(client, task, *under_way.popleft(), setting)
        while under_way:
            yield from _finished(client, task, *under_way.popleft(), setting)
    finally:
        client.close(timeout=2)  # type: ignore[no-untyped-call]


def checked(address: str) -> str:
    """The address, if unpublished text may be sent there; raises UserError for one that is neither encrypted nor here."""
    if address.startswith("tls://") or (address.startswith("tcp://") and on_this_computer(address)):
        return address
    raise UserError(N_("“{address}” is not encrypted. Give the scheduler as tls://HOST:PORT."), address=address)


def engine() -> int:
    """The version of the checks where this runs."""
    return checks.ENGINE


def _connected(address: str) -> "Client":
    checked(address)
    try:
        from distributed import Client
    except ImportError as error:
        raise UserError(N_("For a cluster, install Gegenlesen with its extra: gegenlesen[cluster].")) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what goes wrong is said in our own sentence
    try:
        return Client(address, timeout=CONNECT_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, RuntimeError) as error:
        raise UserError(N_("The cluster at {address} cannot be reached: {reason}."), address=address, reason=error) from error


def _threads(client: "Client") -> int:
    """How many lines the cluster works on at once, once it is sure that it checks as we do."""
    threads = sum(client.nthreads().values())  # type: ignore[no-untyped-call]
    if not threads:
        raise UserError(N_("The cluster has no workers: start some, then run the same command again."))
    try:
        versions = set(client.run(engine).values())
    except (ImportError, OSError, RuntimeError, AttributeError) as error:
        raise UserError(N_("The workers of the cluster do not have Gegenlesen installed: {reason}."), reason=error) from error
    if versions != {checks.ENGINE}:
        raise UserError(N_("The workers of the cluster have another version of Gegenlesen: install the same one there."))
    return int(threads)


def _submit(client: "Client", task: Task, chunk: Sequence[str], setting: Setting) -> "Future[Any]":
    return client.submit(work_off, task, chunk, setting, pure=False, retries=RETRIES)


def _finished(client: "Client", task: Task, chunk: Sequence[str], future: "Future[Any]", setting: Setting) -> list[Any]:
    """The results of a chunk; one that ended every worker it met is worked off line by line, and such a line is lost."""
    from distributed import KilledWorker

    try:
        results: list[Any] = _result(future)
    except KilledWorker:
        if len(chunk) == 1:
            return [task.lost(chunk[0])]
        return [result for line in chunk for result in _finished(client, task, (line,), _submit(client, task, (line,), setting), setting)]
    return results


def _result(future: "Future[Any]") -> Any:
    from asyncio import CancelledError as Cancelled
    from concurrent.futures import CancelledError

    from distributed.comm.core import CommClosedError

    try:
        return future.result()
    except (CommClosedError, CancelledError, Cancelled, TimeoutError, OSError) as error:
        raise UserError(N_("The cluster was lost on the way. Run the same command again to go on where it stopped.")) from error
