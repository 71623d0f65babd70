# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a file or a database, in one sentence that says what, where and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from octodesk.languages import N_, _


class CodedFailure(Protocol):
    """Any exception that names what is wrong by a reason (a code) and facts."""

    @property
    def reason(self) -> str: ...

    @property
    def facts(self) -> Mapping[str, str | int]: ...


def file_failure(wrong: CodedFailure, path: Path) -> str:
    """Why an `.octo` file cannot be read."""
    template = _FILE.get(wrong.reason, _AGAIN)
    return _(template).format(
        file=path.name or str(path), folder=path.parent, reason=wrong.reason, **_megabytes(wrong.facts)
    )


def _megabytes(facts: Mapping[str, str | int]) -> dict[str, str | int]:
    sizes = {name: value // 1_000_000 for name, value in facts.items() if isinstance(value, int)}
    return {**facts, **{f"{name}_mb": value for name, value in sizes.items()}}


class WriteFailure(Protocol):
    @property
    def reason(self) -> str: ...

    @property
    def path(self) -> Path: ...

    @property
    def system(self) -> str: ...


def write_failure(wrong: WriteFailure) -> str:
    """Why a file cannot be written; what was there before is untouched."""
    template = _WRITING.get(wrong.reason, N_("“{file}” cannot be written ({system}). Choose another place."))
    path = wrong.path
    return _(template).format(
        file=path.name or str(path), folder=path.parent, system=wrong.system or wrong.reason
    )


_AGAIN = N_("“{file}” is damaged ({reason}). Nothing was taken from it. Ask for it to be sent again.")
_UNSAFE = N_(
    "“{file}” is not put together as a conference file is. It is not opened, to be safe. Ask for it to be sent again."
)
_STRANGE = N_("“{file}” holds a part that does not belong there ({entry}). It is not opened, to be safe.")
_PART = N_("A part of “{file}” is damaged ({entry}). Nothing was taken from it. Ask for it to be sent again.")
_LINE = N_(
    "“{file}” is damaged at line {line} of its history. Nothing was taken from it. Ask for it to be sent again."
)
_STRAY = N_(
    "“{file}” holds a change that does not belong to its history. It is not opened, to be safe. Ask for it to be sent again."
)
_ODD = N_("“{file}” holds a value this program never writes. It is not opened, to be safe.")
_SHORT = N_(
    "“{file}” does not hold the history it says it holds: its last changes may be missing. Ask for it to be sent again."
)

_FILE: Mapping[str, str] = {
    "missing": N_("There is no file “{file}” in {folder}. Check its name and place."),
    "not-a-file": N_("“{file}” is a folder or a device, not a conference file. Choose a file that ends in .octo."),
    "not-allowed": N_("You are not allowed to read “{file}”. Ask its owner, or copy it to a folder of your own."),
    "unreadable": N_("“{file}” cannot be read ({system}). Try again, or copy it to this computer first."),
    "empty": N_("“{file}” is empty. Ask for it to be sent again."),
    "database": N_("“{file}” is a database, not a conference file. Ask for the conference to be saved as an .octo file."),
    "other-zip": N_("“{file}” is a ZIP archive, but not a conference file. If the .octo file is inside, unpack it first."),
    "other": N_("“{file}” is not a conference file. Choose a file that was saved as .octo."),
    "encrypted": N_("“{file}” is locked with a password. Ask for it without one."),
    "password-needed": N_(
        "“{file}” is locked with a password. Give it with --password-file, or in OCTODESK_PASSWORD."
    ),
    "password-wrong": N_("That is not the password of “{file}”. Nothing was read."),
    "password-other": N_("“{file}” is locked in a way that no password opens here. Ask for it to be sent again."),
    "sealed-damaged": N_("“{file}” is locked and damaged. Nothing was taken from it. Ask for it to be sent again."),
    "truncated": N_("The end of “{file}” is missing: it was not copied whole. Copy it again, or ask for it to be sent again."),
    "too-new": N_(
        "“{file}” was written by a newer version of the program (its format needs version {needed}, this program knows "
        "{known}). Update the program, then open it again."
    ),
    "file": N_("“{file}” is too large to be a conference file ({size_mb} MB; the limit is {limit_mb} MB)."),
    "entries": N_("“{file}” holds too many parts ({number}; the limit is {limit}). It is not opened, to be safe."),
    "inflated": N_("“{file}” would grow to more than {limit_mb} MB when unpacked. It is not opened, to be safe."),
    "ratio": N_("“{file}” unpacks to far more than it holds. It is not opened, to be safe."),
    "manifest": N_("“{file}” is damaged: its list of contents cannot be read. Ask for it to be sent again."),
    "line": N_("“{file}”: line {line} of its history is longer than {limit_mb} MB. It is not opened, to be safe."),
    "too-deep": _ODD,
    "number": _ODD,
    "after-the-end": N_("“{file}” has something appended to it. It is not opened, to be safe. Ask for it to be sent again."),
    "directory": _UNSAFE,
    "entry-header": _UNSAFE,
    "entry-overlaps": _UNSAFE,
    "entry-twice": _UNSAFE,
    "entry-name": _STRANGE,
    "entry-unknown": _STRANGE,
    "entry-unlisted": _STRANGE,
    "entry-method": N_("“{file}” was packed again by another program. Ask for the original .octo file."),
    "entry-missing": N_("A part of “{file}” is missing ({entry}). Ask for it to be sent again."),
    "entry-contents": _PART,
    "entry-changed": _PART,
    "line-unreadable": _LINE,
    "line-cut": _LINE,
    "edit-twice": _LINE,
    "core-unreadable": _LINE,
    "values-missing": _LINE,
    "value-mismatch": _LINE,
    "other-event": _STRAY,
    "lamport": _STRAY,
    "reference": _STRAY,
    "value-lost": N_("“{file}” is damaged: {count} of its values are missing, and nobody removed them. Ask for it to be sent again."),
    "no-edits": N_("“{file}” holds no conference. Ask for it to be sent again."),
    "other-heads": _SHORT,
    "other-count": _SHORT,
    "parent-missing": N_(
        "“{file}” is damaged: a part of its history is missing. Nothing was taken from it. Ask for it to be sent again."
    ),
    "id-mismatch": N_(
        "“{file}” was altered after it was written: a change is not what its name says. Nothing was taken from it. "
        "Ask for it to be sent again."
    ),
}  # fmt: skip

_TOO_LARGE = N_(
    "“{file}” was not written: the conference is too large for one file (the limit is {limit_mb} MB). Take attachments out."
)

_NOT_PACKED: Mapping[str, str] = {
    "file": _TOO_LARGE,
    "inflated": _TOO_LARGE,
    "entries": N_("“{file}” was not written: it would hold more than {limit} parts. Take attachments out."),
    "not-unicode": N_(
        "“{file}” was not written: one text holds a character that cannot be stored. Undo the last text you pasted and "
        "try again."
    ),
    "line": N_(
        "“{file}” was not written: one change is larger than {limit_mb} MB. Take it in in smaller parts."
    ),
}
_NOT_STORABLE = N_(
    "“{file}” was not written: one field holds a value no file can keep. Undo the last change and try again."
)


def packing_failure(wrong: CodedFailure, path: Path) -> str:
    """Why a conference does not fit into an `.octo` file."""
    template = _NOT_PACKED.get(wrong.reason, _NOT_STORABLE)
    return _(template).format(file=path.name or str(path), **_megabytes(wrong.facts))


_WRITING: Mapping[str, str] = {
    "disk-full": N_("The disk is full: “{file}” was not written. Free some space, or choose another place."),
    "folder-read-only": N_("Nothing can be written in {folder}: it is read-only. Choose another folder."),
    "not-allowed": N_("You are not allowed to write “{file}” in {folder}. Choose another folder."),
    "folder-missing": N_("There is no folder {folder}. Choose another place for “{file}”."),
    "no-file-name": N_("“{file}” cannot be the name of a file there. Choose another name."),
    "file-locked": N_("“{file}” is open in another program. Close it there, or choose another name."),
    "read-back-differs": N_(
        "“{file}” did not arrive on the disk as it was written: the disk or the connection to it fails. Choose another place."
    ),
}  # fmt: skip

_STORE: Mapping[str, str] = {
    "disk-full": N_("The disk is full: the last change was not kept. Free some space and try again; all earlier changes are safe."),
    "read-only": N_("The conference database {where} cannot be written. Check who may write there; nothing was lost."),
    "unwritable": N_("The conference database {where} cannot be written. Check who may write there; nothing was lost."),
    "locked": N_("Another program is using the conference database {where}. Close it there and try again; nothing was lost."),
    "corrupt": N_("The conference database {where} is damaged. It is left as it is; open a copy, or an .octo file."),
    "not-a-database": N_("{where} is not a conference database. Check its name and place."),
    "too-new": N_("The conference database {where} was written by a newer version of the program. Update the program."),
    "missing": N_("There is no conference database {where}. Check its name and place."),
    "in-use": N_("The program is already open with the conference database {where}. Go on there, or close it first."),
    "event-known": N_("The conference {where} is in the database already. Take its changes in there instead."),
    "unknown-event": N_("There is no conference {where} in the database. `octodesk list` shows what there is."),
    "ambiguous": N_("Several conferences are called {where}. Use the id that `octodesk list` shows."),
}  # fmt: skip


def store_failure(reason: str, where: str) -> str:
    """What is wrong with the local database."""
    template = _STORE.get(reason, N_("The conference database {where} cannot be used ({reason})."))
    return _(template).format(where=where or _("of this computer"), reason=reason)
