# SPDX-License-Identifier: EUPL-1.2
"""Removing for good in the window: asked first, then gone from the conference, the database and its safety copies."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from octodesk.exchange.octo import read
from octodesk.model.enclosures import Enclosures, attachment_name
from octodesk.store.backups import back_up, backups_of
from octodesk.store.events import Database
from octodesk.store.verifying import faults_of
from octodesk.ui.dialogs.removing import RemovalDialog
from octodesk.ui.main_window import MainWindow
from octodesk.ui.program import Program
from octodesk.ui.safety import forgotten_words
from octodesk.ui.settings import Settings
from octodesk.ui.shelf import Shelf
from tests.build import at, log_of, part, person, room, session

PHOTO = b"the photo of Ida " * 300
OF_IDA = (b"Halonen", b"ida@example.org", b"+33 1 23 45", b"the photo of Ida")
OF_OMAR = (b"Omarsson", b"+44 20 79")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Ida speaks, Omar has declined; there is a safety copy."""
    path = tmp_path / "octodesk.db"
    ida = person(
        "ida",
        family_name="Halonen",
        email="ida@example.org",
        phone="+33 1 23 45",
        photo=attachment_name(PHOTO),
    )
    omar = person("omar", family_name="Omarsson", phone="+44 20 79", status="declined")
    log = log_of(room("A"), session("yoga", at("A")), ida, omar, part("yoga", "ida"))
    with Database(path) as made:
        made.add(log, Enclosures({attachment_name(PHOTO): PHOTO}))
        made.flush()
    os.utime(path, ns=(10**9, 10**9))
    back_up(path, "opened", datetime(2021, 10, 4, 12, tzinfo=UTC))
    return path


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, database: Path, settings: Settings) -> Iterator[MainWindow]:
    shelf = Shelf(database)
    program = Program(qapp, shelf, settings)
    program.open_event("event")
    (window,) = program.windows.values()
    qtbot.waitUntil(lambda: window.bench.ready, timeout=15000)
    yield window
    window.filing.close_as_it_is()
    shelf.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def asked(window: MainWindow, action: str) -> RemovalDialog:
    window.actions_by_name[action].trigger()
    (dialog,) = (one for one in window.findChildren(RemovalDialog) if one.isVisible())
    return dialog


def told(window: MainWindow) -> list[str]:
    heard: list[str] = []
    window.bench.noticed.connect(lambda notice: heard.append(notice.words))
    return heard


def left_in(database: Path, secrets: tuple[bytes, ...]) -> dict[str, list[bytes]]:
    """The files of the folder, the copies among them, that hold something of it."""
    files = [one for one in sorted(database.parent.rglob("*")) if one.is_file()]
    found = {one.name: [secret for secret in secrets if secret in one.read_bytes()] for one in files}
    return {name: secrets for name, secrets in found.items() if secrets}


def test_a_person_removed_is_in_no_file_any_more(qtbot: QtBot, window: MainWindow, database: Path) -> None:
    assert len(left_in(database, OF_IDA)) == 2
    heard = told(window)
    window.panes.speakers.go_to("ida")
    dialog = asked(window, "remove-for-good")
    assert "This cannot be undone." in dialog.said.text()
    assert "Copies that were sent out are not reached" in dialog.said.text()
    dialog.go.click()
    qtbot.waitUntil(lambda: forgotten_words(1) in heard, timeout=15000)
    assert left_in(database, OF_IDA) == {}
    assert [one.id for one in window.bench.document.people] == ["omar"]
    assert not window.bench.can_undo
    assert (faults_of(database), faults_of(backups_of(database)[-1].path)) == ((), ())


def test_the_file_of_the_conference_loses_the_person_when_it_is_saved_and_brings_nothing_back(
    qtbot: QtBot, window: MainWindow, database: Path, tmp_path: Path
) -> None:
    file = tmp_path / "conference.octo"
    with qtbot.waitSignal(window.file.settled, timeout=15000):
        window.file.save(file)
    assert read(file).enclosed.attachments == {attachment_name(PHOTO): PHOTO}
    heard = told(window)
    window.panes.speakers.go_to("ida")
    asked(window, "remove-for-good").go.click()
    qtbot.waitUntil(lambda: forgotten_words(1) in heard, timeout=15000)
    with qtbot.waitSignal(window.file.settled, timeout=15000):
        window.file.save()
    saved = read(file)
    assert "Halonen" not in str([edit.values for edit in saved.log])
    assert (saved.enclosed.attachments, window.bench.desk.enclosures().attachments) == ({}, {})
    assert left_in(database, OF_IDA) == {}


def test_return_and_escape_change_nothing(window: MainWindow, database: Path) -> None:
    before = window.bench.document
    window.panes.speakers.go_to("ida")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        dialog = asked(window, "remove-for-good")
        QTest.keyClick(dialog, key)
        assert not dialog.isVisible()
        QApplication.processEvents()
    assert window.bench.document is before
    assert len(left_in(database, OF_IDA)) == 2


def test_whoever_is_to_be_removed_must_be_chosen(window: MainWindow) -> None:
    heard = told(window)
    window.actions_by_name["remove-for-good"].trigger()
    assert heard == ["Choose in the Speakers table who is to be removed."]


def test_closing_the_conference_takes_telephones_and_who_declined(
    qtbot: QtBot, window: MainWindow, database: Path
) -> None:
    heard = told(window)
    dialog = asked(window, "close-conference")
    assert "1 person who declined is removed altogether." in dialog.said.text()
    dialog.go.click()
    qtbot.waitUntil(lambda: forgotten_words(1) in heard, timeout=15000)
    assert left_in(database, (*OF_OMAR, *OF_IDA[1:3])) == {}
    (ida,) = window.bench.document.people
    assert (ida.family_name, ida.email, ida.phone) == ("Halonen", "", "")
    asked(window, "close-conference").go.click()
    assert heard[-1] == "There is nothing left to remove."


def test_while_something_is_tried_out_nothing_is_removed(window: MainWindow) -> None:
    heard = told(window)
    window.outfit.trying.begin()
    window.actions_by_name["close-conference"].trigger()
    assert heard[-1] == "Apply or drop what you are trying out first."
    assert window.findChildren(RemovalDialog) == []


def test_a_safety_copy_that_cannot_be_cleaned_is_said(
    qtbot: QtBot, window: MainWindow, database: Path
) -> None:
    (copy,) = backups_of(database)
    copy.path.write_bytes(b"no database " * 1000)
    heard = told(window)
    window.panes.speakers.go_to("ida")
    asked(window, "remove-for-good").go.click()
    said = "Removed from the conference, but safety copies on this computer may still hold it."
    qtbot.waitUntil(lambda: any(one.startswith(said) for one in heard), timeout=15000)
    assert left_in(database, OF_IDA) == {}
