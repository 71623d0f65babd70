# SPDX-License-Identifier: EUPL-1.2
"""Ctrl+S: the file a conference came from is read again, merged and written whole."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from octodesk.edits.fields import set_field
from octodesk.exchange import octo
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.enclosures import Enclosures
from octodesk.ui.main_window import MainWindow
from octodesk.ui.workbench import Notice
from tests.build import BEN, desk_on
from tests.ui.conftest import OpenWindow, small_log


def titled(document: Document, words: str, session_id: str = "yoga") -> Edit:
    return set_field(document, table="session", row_id=session_id, field="title", value=words, language="en")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "yoga.octo"


@pytest.fixture
def opened(open_window: OpenWindow, path: Path) -> MainWindow:
    """The small conference, just read from a file."""
    log = small_log()
    path.write_bytes(octo.write(log))
    window = open_window(log)
    window.file.came_from(path, {edit.id for edit in log})
    return window


def save(qtbot: QtBot, window: MainWindow) -> bool:
    with qtbot.waitSignal(window.file.settled, timeout=10_000) as told:
        window.actions_by_name["save"].trigger()
    assert told.args is not None
    return bool(told.args[0])


def test_the_title_counts_what_the_file_lacks(opened: MainWindow) -> None:
    assert opened.windowTitle() == "yoga.octo – Test 2021 – OctoDesk"
    opened.bench.do(lambda document: titled(document, "One"))
    opened.bench.do(lambda document: titled(document, "Two"))
    assert opened.windowTitle() == "yoga.octo · 2 changes not yet in the file – Test 2021 – OctoDesk"
    assert opened.notices.sentence.text().endswith("no clash · yoga.octo: 2 changes to send")


def test_saving_writes_everything_and_says_so(qtbot: QtBot, opened: MainWindow, path: Path) -> None:
    opened.bench.do(lambda document: titled(document, "Slow yoga"))
    assert save(qtbot, opened)
    assert Document.of_log(octo.read(path).log) == opened.bench.document
    assert opened.file.lacking == 0
    assert opened.notices.sentence.text().startswith("All saved. yoga.octo updated, ")
    assert opened.windowTitle() == "yoga.octo – Test 2021 – OctoDesk"


def test_saving_with_nothing_new_says_the_same(qtbot: QtBot, opened: MainWindow) -> None:
    assert save(qtbot, opened)
    assert opened.notices.sentence.text().startswith("All saved. ")


def test_what_is_being_typed_is_saved_too(qtbot: QtBot, opened: MainWindow, path: Path) -> None:
    opened.bench.select(["yoga"])
    opened.panes.inspector.field("title").selectAll()
    QTest.keyClicks(opened.panes.inspector.field("title"), "Slow yoga")
    assert save(qtbot, opened)
    assert Document.of_log(octo.read(path).log).title("yoga") == "Slow yoga"


def test_what_a_colleague_wrote_into_the_file_meanwhile_is_taken_in(
    qtbot: QtBot, opened: MainWindow, path: Path
) -> None:
    other = desk_on(octo.read(path).log, author=BEN, device="d2")
    other.apply(titled(other.document, "Fast chess", "chess"))
    path.write_bytes(octo.write(other.log()))
    opened.bench.do(lambda document: titled(document, "Slow yoga"))
    assert save(qtbot, opened)
    for document in (opened.bench.document, Document.of_log(octo.read(path).log)):
        assert (document.title("yoga"), document.title("chess")) == ("Slow yoga", "Fast chess")


def test_a_colleague_who_writes_between_our_reading_and_writing_loses_nothing(
    qtbot: QtBot, opened: MainWindow, path: Path
) -> None:
    other = desk_on(octo.read(path).log, author=BEN, device="d2")
    other.apply(titled(other.document, "Fast chess", "chess"))

    def quicker(_: object) -> None:
        stop()
        path.write_bytes(octo.write(other.log()))

    cleo = desk_on(octo.read(path).log, author=BEN, device="d3")
    cleo.apply(titled(cleo.document, "Slow chess", "chess"))
    path.write_bytes(octo.write(cleo.log()))
    stop = opened.bench.desk.listen(quicker)  # hears of the merge, which lies between reading and writing
    assert save(qtbot, opened)
    there = octo.read(path).log
    assert {edit.id for edit in other.log()} | {edit.id for edit in cleo.log()} <= {edit.id for edit in there}


def test_attachments_in_the_file_stay_there(qtbot: QtBot, opened: MainWindow, path: Path) -> None:
    photo = b"a photograph"
    name = hashlib.sha256(photo).hexdigest()
    path.write_bytes(octo.write(octo.read(path).log, enclosed=Enclosures({name: photo})))
    opened.bench.do(lambda document: titled(document, "Slow yoga"))
    assert save(qtbot, opened)
    assert dict(octo.read(path).enclosed.attachments) == {name: photo}


def test_a_file_that_is_gone_is_written_anew(qtbot: QtBot, opened: MainWindow, path: Path) -> None:
    path.unlink()
    assert save(qtbot, opened)
    assert Document.of_log(octo.read(path).log) == opened.bench.document


def test_a_damaged_file_is_left_as_it_is(qtbot: QtBot, opened: MainWindow, path: Path) -> None:
    said: list[Notice] = []
    opened.bench.noticed.connect(said.append)
    path.write_bytes(b"something else")
    opened.bench.do(lambda document: titled(document, "Slow yoga"))
    assert not save(qtbot, opened)
    assert said[-1].fault
    assert said[-1].words.endswith("Your changes are safe on this computer.")
    assert (path.read_bytes(), opened.file.lacking) == (b"something else", 1)


def test_a_file_with_another_conference_is_left_as_it_is(
    qtbot: QtBot, opened: MainWindow, path: Path
) -> None:
    from octodesk.exchange.samples import sample_log

    content = octo.write(sample_log("octopus-2019"))
    path.write_bytes(content)
    assert not save(qtbot, opened)
    assert path.read_bytes() == content


def test_a_folder_that_is_gone_is_said(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window()
    window.file.came_from(tmp_path / "gone" / "yoga.octo", ())
    assert not save(qtbot, window)
    assert window.notices.sentence.text().startswith("There is no folder ")


def test_without_a_file_saving_asks_where(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.actions_by_name["save"].trigger()
    ask = window.findChild(QFileDialog)
    assert ask is not None
    assert ask.isVisible()
    with qtbot.waitSignal(window.file.settled, timeout=10_000):
        ask.fileSelected.emit(str(tmp_path / "new.octo"))
    ask.close()
    assert (window.file.name, window.file.lacking) == ("new.octo", 0)
    assert len(octo.read(tmp_path / "new.octo").log) == len(window.bench.desk.log())


def ask_at_closing(window: MainWindow) -> QMessageBox:
    window.close()
    ask = window.findChild(QMessageBox, "ask-about-changes")
    assert ask is not None
    assert window.isVisible()
    return ask


def button(ask: QMessageBox, words: str) -> QPushButton:
    return next(one for one in ask.findChildren(QPushButton) if one.text() == words)


def test_closing_asks_once_and_can_update(qtbot: QtBot, opened: MainWindow, path: Path) -> None:
    opened.bench.do(lambda document: titled(document, "Slow yoga"))
    ask = ask_at_closing(opened)
    assert ask.text().startswith("yoga.octo lacks 1 change. It is safe on this computer")
    with qtbot.waitSignal(opened.closed, timeout=10_000):
        button(ask, "Update yoga.octo and close").click()
    assert Document.of_log(octo.read(path).log).title("yoga") == "Slow yoga"


def test_closing_can_leave_the_file_as_it_is(qtbot: QtBot, opened: MainWindow, path: Path) -> None:
    opened.bench.do(lambda document: titled(document, "Slow yoga"))
    ask = ask_at_closing(opened)
    with qtbot.waitSignal(opened.closed):
        button(ask, "Close without updating").click()
    assert Document.of_log(octo.read(path).log).title("yoga") == "Yoga"


def test_closing_can_be_thought_better_of(qtbot: QtBot, opened: MainWindow) -> None:
    opened.bench.do(lambda document: titled(document, "Slow yoga"))
    ask = ask_at_closing(opened)
    with qtbot.assertNotEmitted(opened.closed):
        button(ask, "Do not close").click()
    assert opened.isVisible()


def test_two_who_have_one_file_open_lose_nothing(qtbot: QtBot, open_window: OpenWindow, path: Path) -> None:
    log = small_log()
    path.write_bytes(octo.write(log))
    ana, ben = open_window(log.copy()), open_window(log.copy())
    for window in (ana, ben):
        window.file.came_from(path, {edit.id for edit in log})
    ana.bench.do(lambda document: titled(document, "Slow yoga"))
    ben.bench.do(lambda document: titled(document, "Chess for all", "chess"))
    with qtbot.waitSignals([ana.file.settled, ben.file.settled], timeout=20_000):
        ana.file.save()
        ben.file.save()
    there = Document.of_log(octo.read(path).log)
    assert (there.title("yoga"), there.title("chess")) == ("Slow yoga", "Chess for all")


def test_a_share_that_vanished_is_said_and_the_changes_stay(
    qtbot: QtBot, opened: MainWindow, path: Path
) -> None:
    share = path.parent / "share"
    share.mkdir()
    opened.file.path = share / "yoga.octo"
    share.rmdir()
    opened.bench.do(lambda document: titled(document, "Slow yoga"))
    assert not save(qtbot, opened)
    assert "Your changes are safe on this computer." in opened.notices.sentence.text()
    assert (opened.bench.document.title("yoga"), opened.file.lacking) == ("Slow yoga", 1)


def test_what_came_in_by_saving_is_said(qtbot: QtBot, opened: MainWindow, path: Path) -> None:
    colleague = desk_on(octo.read(path).log, author=BEN, device="d2")
    colleague.apply(titled(colleague.document, "Chess for all", "chess"))
    path.write_bytes(octo.write(colleague.log()))
    opened.bench.do(lambda document: titled(document, "Slow yoga"))
    assert save(qtbot, opened)
    assert "1 change taken in from Ben." in opened.notices.sentence.text()
