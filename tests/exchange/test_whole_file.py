# SPDX-License-Identifier: EUPL-1.2
"""A file is written whole or not at all, whatever goes wrong, and nothing is left beside it."""

from __future__ import annotations

import os
import resource
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from octodesk.exchange.whole_file import (
    DiskFull,
    FileLocked,
    FolderMissing,
    FolderReadOnly,
    NoFileName,
    NotAllowed,
    NotWritten,
    ReadBackDiffers,
    write_whole,
)
from tests.exchange.disks import make_read_only, mounted_over, small_disk
from tests.exchange.nobody import as_nobody

OLD, NEW = b"what was there before", b"what comes instead" * 1000


def failure(path: Path, content: bytes = NEW) -> type[NotWritten]:
    with pytest.raises(NotWritten) as refused:
        write_whole(path, content)
    assert refused.value.path == path
    return type(refused.value)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def an_old_file(folder: Path) -> Path:
    path = folder / "o.octo"
    path.write_bytes(OLD)
    return path


@pytest.mark.parametrize("content", [b"", b"x", NEW, bytes(3_000_000)])
def test_a_new_file_appears(tmp_path: Path, content: bytes) -> None:
    write_whole(tmp_path / "o.octo", content)
    assert contents(tmp_path) == {"o.octo": content}


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    write_whole(an_old_file(tmp_path), NEW)
    assert contents(tmp_path) == {"o.octo": NEW}


def test_a_path_in_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_whole(Path("o.octo"), NEW)
    assert contents(tmp_path) == {"o.octo": NEW}


def test_the_longest_name_a_disk_takes(tmp_path: Path) -> None:
    name = "é" * 127
    write_whole(tmp_path / name, NEW)
    assert contents(tmp_path) == {name: NEW}


def permissions(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_has_the_permissions_other_programs_give(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "o.octo", NEW)
    finally:
        os.umask(before)
    assert permissions(tmp_path / "o.octo") == 0o640


def test_an_old_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = an_old_file(tmp_path)
    path.chmod(0o664)
    write_whole(path, NEW)
    assert permissions(path) == 0o664


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    shelf, desk = tmp_path / "shelf", tmp_path / "desk"
    shelf.mkdir()
    desk.mkdir()
    (desk / "link.octo").symlink_to(an_old_file(shelf))
    write_whole(desk / "link.octo", NEW)
    assert (desk / "link.octo").is_symlink()
    assert contents(shelf) == {"o.octo": NEW}


def test_another_reader_keeps_the_old_file_it_has_open(tmp_path: Path) -> None:
    path = an_old_file(tmp_path)
    with path.open("rb") as reader:
        write_whole(path, NEW)
        assert reader.read() == OLD


def test_a_power_cut_finds_the_old_file_or_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order that makes it so: the new bytes are on the disk, then they get the name, then the name is on the disk."""
    steps: list[str] = []
    sync, rename = os.fsync, Path.replace

    def synced(number: int) -> None:
        steps.append("sync folder" if stat.S_ISDIR(os.fstat(number).st_mode) else "sync file")
        sync(number)

    def renamed(path: Path, target: Path) -> Path:
        steps.append("rename")
        return rename(path, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", renamed)
    write_whole(an_old_file(tmp_path), NEW)
    assert steps == ["sync file", "rename", "sync folder"]


# -- what can go wrong


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert failure(tmp_path / "gone" / "o.octo") is FolderMissing
    assert failure(an_old_file(tmp_path) / "o.octo") is FolderMissing
    assert contents(tmp_path) == {"o.octo": OLD}


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    assert failure(tmp_path) is NoFileName
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_in_place_of_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert failure(tmp_path / "pipe") is NoFileName
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


def test_a_name_no_disk_takes(tmp_path: Path) -> None:
    assert failure(tmp_path / ("o" * 300)) is NoFileName
    assert list(tmp_path.iterdir()) == []


def test_links_that_lead_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert failure(tmp_path / "a") is NoFileName
    assert {path.name for path in tmp_path.iterdir()} == {"a", "b"}


def test_a_folder_one_may_not_write_into(folder_for_nobody: Path) -> None:
    path = an_old_file(folder_for_nobody)
    path.chmod(0o666)
    folder_for_nobody.chmod(0o555)
    with as_nobody():
        assert failure(path) is NotAllowed
        assert failure(folder_for_nobody / "new.octo") is NotAllowed
    assert contents(folder_for_nobody) == {"o.octo": OLD}


def test_a_file_one_may_not_change(folder_for_nobody: Path) -> None:
    path = an_old_file(folder_for_nobody)
    path.chmod(0o444)
    with as_nobody():
        assert failure(path) is NotAllowed
    assert contents(folder_for_nobody) == {"o.octo": OLD}


@contextmanager
def no_file_longer_than(size: int) -> Iterator[None]:
    """What a disk with a largest file size does, for any user; the system's way to set it is per process."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_file_larger_than_the_disk_takes(tmp_path: Path) -> None:
    path = an_old_file(tmp_path)
    with no_file_longer_than(100_000):
        kind = failure(path, bytes(1_000_000))
    assert kind is DiskFull
    assert contents(tmp_path) == {"o.octo": OLD}


def test_a_full_disk(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", kilobytes=256) as disk:
        path = an_old_file(disk)
        assert failure(path, bytes(1_000_000)) is DiskFull
        assert contents(disk) == {"o.octo": OLD}
        write_whole(path, NEW)
        assert contents(disk) == {"o.octo": NEW}


def test_a_disk_that_can_only_be_read(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", kilobytes=256) as disk:
        path = an_old_file(disk)
        make_read_only(disk)
        assert failure(path) is FolderReadOnly
        assert failure(disk / "new.octo") is FolderReadOnly
        assert contents(disk) == {"o.octo": OLD}


class Interrupted(BaseException):
    """As Ctrl+C: not an Exception."""


@pytest.mark.parametrize(("owner", "name"), [(os, "fsync"), (Path, "replace")])
def test_an_interruption_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: object, name: str
) -> None:
    def interrupt(*_: object) -> None:
        raise Interrupted

    path = an_old_file(tmp_path)
    monkeypatch.setattr(owner, name, interrupt)
    with pytest.raises(Interrupted):
        write_whole(path, NEW)
    assert contents(tmp_path) == {"o.octo": OLD}


@pytest.mark.parametrize("loss", ["last byte", "one bit"])
def test_a_disk_that_gives_back_something_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, loss: str
) -> None:
    """The disk is played: between writing and reading back a byte goes or changes."""
    path = an_old_file(tmp_path)
    sync = os.fsync

    def spoil(number: int) -> None:
        sync(number)
        if loss == "last byte":
            os.ftruncate(number, len(NEW) - 1)
        else:
            os.pwrite(number, b"W", 0)

    monkeypatch.setattr(os, "fsync", spoil)
    assert failure(path) is ReadBackDiffers
    assert contents(tmp_path) == {"o.octo": OLD}


def test_a_file_the_system_holds(tmp_path: Path) -> None:
    """Nothing can be renamed over a mount point: the answer is that of a file another program holds."""
    (tmp_path / "desk").mkdir()
    path, other = an_old_file(tmp_path / "desk"), tmp_path / "other"
    other.write_bytes(OLD)
    with mounted_over(path, other):
        assert failure(path) is FileLocked
        assert contents(tmp_path / "desk") == {"o.octo": OLD}
