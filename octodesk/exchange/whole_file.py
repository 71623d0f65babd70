# SPDX-License-Identifier: EUPL-1.2
"""Writes a file whole or not at all: the old one stays until the new one is complete, on the disk and read back.

A temporary file in the same folder, synced, compared, renamed over the old one, the folder synced (rename(2) is atomic
within one file system).
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_CHUNK = 1 << 20


class NotWritten(Exception):
    """A file that could not be written; what was there before is still there. Each kind has its own class.

    `path` is the file asked for, `system` the system's own words ("" where there are none).
    """

    reason = "not-written"

    def __init__(self, path: Path, system: str = "") -> None:
        super().__init__(str(path), system)
        self.path = path
        self.system = system


class FolderMissing(NotWritten):
    """The folder is not there, or no longer: a share may have gone."""

    reason = "folder-missing"


class FolderReadOnly(NotWritten):
    """The disk can only be read."""

    reason = "folder-read-only"


class NotAllowed(NotWritten):
    """The user may not write into this folder, or not to this file."""

    reason = "not-allowed"


class DiskFull(NotWritten):
    """No room on the disk or in the user's share of it, or the file is larger than the disk takes."""

    reason = "disk-full"


class FileLocked(NotWritten):
    """Another program holds the file."""

    reason = "file-locked"


class NoFileName(NotWritten):
    """The path is a folder or a device, or its name is longer or other than the disk allows."""

    reason = "no-file-name"


class ReadBackDiffers(NotWritten):
    """What was read back is not what was written: a failing disk or connection."""

    reason = "read-back-differs"


class DiskFailed(NotWritten):
    """The disk or the connection to it answers with another error, told in `system`."""

    reason = "disk-failed"


_KINDS: dict[int, type[NotWritten]] = {
    errno.ENOENT: FolderMissing,
    errno.ENOTDIR: FolderMissing,
    errno.ESTALE: FolderMissing,
    errno.EHOSTDOWN: FolderMissing,
    errno.ENOTCONN: FolderMissing,
    errno.EROFS: FolderReadOnly,
    errno.EACCES: NotAllowed,
    errno.EPERM: NotAllowed,
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EBUSY: FileLocked,
    errno.ETXTBSY: FileLocked,
    errno.EAGAIN: FileLocked,
    errno.EISDIR: NoFileName,
    errno.ENAMETOOLONG: NoFileName,
    errno.EINVAL: NoFileName,
    errno.ELOOP: NoFileName,
}


def write_whole(path: Path, content: bytes, *, last_look: Callable[[], None] = lambda: None) -> None:
    """Writes `content` to `path`, over what is there. A link stays a link; an old file's permissions are kept.

    `last_look` is called when all is written but the name, and may raise. Raises NotWritten, and has then changed
    nothing and left nothing behind.
    """
    with _named(path):
        target = Path(os.path.realpath(path))  # Path.resolve raises RuntimeError for links in a circle
        mode = _old_mode(path, target)
        temporary = target.with_name(f".octodesk-{secrets.token_hex(8)}.part")
        try:
            _write_new(temporary, content, mode)
            _read_back(path, temporary, content)
            last_look()
            temporary.replace(target)
        except BaseException:
            with suppress(OSError):  # what went wrong first is what is told
                temporary.unlink(missing_ok=True)
            raise
        _sync_folder(target.parent)


@contextmanager
def _named(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as wrong:
        number = wrong.errno or 0
        system = os.strerror(number) if number else str(wrong)
        raise _KINDS.get(number, DiskFailed)(path, system) from wrong


def _old_mode(path: Path, target: Path) -> int | None:
    """The permissions of the file that is to be replaced, None where there is none."""
    try:
        facts = target.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(facts.st_mode):
        raise NoFileName(path)
    with target.open("r+b"):  # a rename would replace also what one may not write to
        pass
    return stat.S_IMODE(facts.st_mode)


def _write_new(temporary: Path, content: bytes, mode: int | None) -> None:
    with temporary.open("xb") as file:
        if mode is not None and hasattr(os, "fchmod"):
            with suppress(OSError):  # disks without permissions refuse
                os.fchmod(file.fileno(), mode)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _read_back(path: Path, temporary: Path, content: bytes) -> None:
    wanted, place = memoryview(content), 0
    with temporary.open("rb") as file:
        while piece := file.read(_CHUNK):
            if piece != wanted[place : place + len(piece)]:
                raise ReadBackDiffers(path)
            place += len(piece)
    if place != len(content):
        raise ReadBackDiffers(path)


def _sync_folder(folder: Path) -> None:
    """Makes the new name itself survive a power cut; some disks do not offer that."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
