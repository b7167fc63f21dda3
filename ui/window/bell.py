"""One program for one person: a second start hands its files to the first, which opens them."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from app import durable, settings
from app.errors import UNDECODABLE

PATIENCE = 1500
"""Milliseconds in which the first start must have answered; after that the second opens its files itself."""

LONGEST = 1 << 20
"""Bytes of a list of files that are listened to."""

HEARD = b"ok\n"


def address() -> str:
    """What the first start listens to: another folder of data is another program."""
    return "gegenlesen-" + sha256(str(settings.data_folder().absolute()).encode(errors="replace")).hexdigest()[:24]


def ring(paths: Sequence[Path]) -> bool:
    """Hand files to the program that is running; False where none answers, or a name is no text. No file asks it to come to the front."""
    if not all(map(durable.is_text, paths)):
        return False
    socket = QLocalSocket()
    socket.connectToServer(address())
    if not socket.waitForConnected(PATIENCE):
        return False
    socket.write(msgspec.json.encode([str(path.absolute()) for path in paths]) + b"\n")
    heard = b""
    while not heard.endswith(b"\n") and socket.waitForReadyRead(PATIENCE):
        heard += bytes(socket.readAll().data())
    return heard == HEARD


class Bell(QObject):
    """Hears later starts of the program; `rung` carries their files."""

    rung = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Hear nothing yet."""
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def listen(self) -> bool:
        """Begin to hear; False where another program does. What a program left behind that was killed is cleared away."""
        socket = QLocalSocket()
        socket.connectToServer(address())
        if socket.waitForConnected(PATIENCE):
            return False
        QLocalServer.removeServer(address())
        return self._server.listen(address())

    def close(self) -> None:
        """Hear nothing more."""
        self._server.close()

    def _answer(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.setParent(self)
        socket.disconnected.connect(socket.deleteLater)
        socket.readyRead.connect(lambda: self._hear(socket))
        self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > LONGEST:
            socket.abort()
        elif socket.canReadLine():
            try:
                names = msgspec.json.decode(bytes(socket.readLine().data()), type=list[str])
            except UNDECODABLE:
                socket.abort()
                return
            socket.write(HEARD)
            socket.flush()
            self.rung.emit([Path(name) for name in names])
