# SPDX-License-Identifier: EUPL-1.2
"""One program per database: a second start hands its words to the one that runs, and ends."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT = 2000
"""Milliseconds for another program on this computer to answer."""
PAUSE = 0.1
"""Seconds between two questions to a program that does not listen yet."""
MOST_BYTES = 65536


def server_name(database: Path) -> str:
    """The same for one user and one database."""
    known = f"{os.path.realpath(database)} {os.environ.get('USER', '')}"
    return "octodesk-" + hashlib.sha256(known.encode()).hexdigest()[:16]


def hand_over(name: str, words: Sequence[str], *, patience: float = 0.0) -> bool:
    """Gives the words to the program that runs, if there is one. File names must be absolute.

    `patience`: seconds to ask again while nobody listens.
    """
    socket = QLocalSocket()
    give_up = time.monotonic() + patience
    socket.connectToServer(name)
    while not socket.waitForConnected(WAIT):
        if time.monotonic() >= give_up:
            return False
        time.sleep(PAUSE)
        socket.connectToServer(name)
    socket.write(json.dumps(list(words)).encode() + b"\n")
    socket.waitForBytesWritten(WAIT)
    answered = socket.waitForReadyRead(WAIT)
    socket.disconnectFromServer()
    return answered


class Listening(QObject):
    """Hears what later starts are given."""

    heard = Signal(list)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._take)
        # Left behind by a program that was killed: whoever has the database may take the name.
        QLocalServer.removeServer(name)
        self.listens = self._server.listen(name)

    def _take(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is not None:
            socket.readyRead.connect(lambda: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > MOST_BYTES:
                socket.abort()
            return
        line = bytes(socket.readLine(MOST_BYTES).data())
        socket.write(b"heard\n")
        socket.flush()
        words = _words(line)
        if words is not None:
            self.heard.emit(words)

    def close(self) -> None:
        self._server.close()


def _words(line: bytes) -> list[str] | None:
    try:
        words = json.loads(line)
    except ValueError:
        return None
    return words if isinstance(words, list) and all(isinstance(word, str) for word in words) else None
