# SPDX-License-Identifier: EUPL-1.2
"""One process writes the database: a lock of the operating system's on a file beside it, freed by the kernel at death.

SQLite 3.7.0 to 3.51.2 can lose data where several connections write in WAL mode, and Python brings older ones.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import TracebackType

from octodesk.store.contract import StoreError
from octodesk.store.errors import as_store_error


class WritingLock:
    """The right to write one database. Held until `release`, or until the process ends however it ends.

    A process forked while it is held holds it too: start helpers by spawning.
    """

    def __init__(self, database: Path) -> None:
        self.path = database.with_name(database.name + ".lock")
        self._file: int | None = None

    @property
    def held(self) -> bool:
        return self._file is not None

    def take(self) -> WritingLock:
        """Raises StoreError("in-use") where another process, or another lock of this one, has it."""
        if self._file is not None:
            return self
        with as_store_error(self.path):
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        if not _try_lock(file):
            os.close(file)
            raise StoreError("in-use", str(self.path))
        self._file = file
        return self

    def release(self) -> None:
        """The file stays: to delete it would let two processes lock two files of one name."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def __enter__(self) -> WritingLock:
        return self.take()

    def __exit__(
        self, kind: type[BaseException] | None, wrong: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: int) -> bool:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
