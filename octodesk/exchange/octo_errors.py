# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with an `.octo` file: one class per kind of answer, a reason (a code) and facts for its sentence.

The sentence a user reads is made where it is shown. Sizes are bytes.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping

Fact = str | int

_UNREADABLE = {
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.EISDIR: "not-a-file",
    errno.EACCES: "not-allowed",
    errno.EPERM: "not-allowed",
}


class OctoFileError(Exception):
    """An `.octo` file that cannot be read, or a conference that does not fit into one."""

    def __init__(self, reason: str, **facts: Fact) -> None:
        super().__init__(reason, facts)
        self.reason = reason
        self.facts: Mapping[str, Fact] = facts


class FileUnreadable(OctoFileError):
    """The system does not hand the file out: missing, not-a-file (a folder, a device), not-allowed, unreadable."""

    @classmethod
    def because(cls, wrong: OSError) -> FileUnreadable:
        number = wrong.errno or 0
        return cls(
            _UNREADABLE.get(number, "unreadable"), system=os.strerror(number) if number else str(wrong)
        )


class NotAnOctoFile(OctoFileError):
    """Something else: empty, database (SQLite), other-zip, other. Or locked by a ZIP password: encrypted (entry).
    Behind a password of age's: password-needed, password-wrong, password-other."""


class FileTruncated(OctoFileError):
    """It begins as it should, but its end is missing: truncated (size)."""

    def __init__(self, *, size: int) -> None:
        super().__init__("truncated", size=size)


class FileTooNew(OctoFileError):
    """The file needs a reader of format version `needed`; this program is version `known`."""

    def __init__(self, *, needed: int, known: int) -> None:
        super().__init__("too-new", needed=needed, known=known)
        self.needed, self.known = needed, known


class FileTooLarge(OctoFileError):
    """Over a limit (all with `limit`): file (size), entries (number), inflated (size), ratio (entry),
    manifest (size), line (line, in a file that is read; edit, size in one that is written)."""


class FileDamaged(OctoFileError):
    """Not what it says it is.

    The container: directory, after-the-end, entry-header, entry-name, entry-twice, entry-method, entry-overlaps,
    entry-contents, entry-missing, entry-unlisted, entry-unknown, entry-changed (each with `entry`), manifest.
    A line of the log (`line`): line-unreadable, line-cut, too-deep, number, edit-twice, id-mismatch, core-unreadable,
    values-missing, value-mismatch. What lies behind a password: sealed-damaged. The log as a whole: other-event,
    lamport, parent-missing, reference (`edit`),
    value-lost (`edit`, `count`), no-edits, other-heads, other-count. Writing: not-unicode (`edit`).
    """
