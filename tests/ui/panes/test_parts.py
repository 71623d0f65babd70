# SPDX-License-Identifier: EUPL-1.2
"""What stands below the forms of people and rooms: photo and availability; rooms that go; the balance."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from octodesk.edits.fields import set_field
from octodesk.edits.rooms import delete_rooms
from octodesk.model.edit import Refused
from octodesk.model.fields import Span
from octodesk.ui.dialogs.balance import BalanceDialog
from octodesk.ui.dialogs.rooms import RoomsGoDialog
from octodesk.ui.panes.availability import all_cells, cells_of, spans_of
from octodesk.ui.panes.balance import Balance, Share, balance
from octodesk.ui.panes.photo import LARGEST, PhotoPart, read_image, scaled_bytes
from octodesk.ui.panes.rooms import RoomsPane
from octodesk.ui.panes.week_strip import Availability
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Notice, Workbench
from tests.build import applied, at, conference, session

DAYS = (date(2021, 11, 16), date(2021, 11, 17))


def test_cells_and_spans_say_the_same() -> None:
    morning = Span(datetime(2021, 11, 17, 9), datetime(2021, 11, 17, 12, 30))
    cells = cells_of((morning,), DAYS)
    assert (min(cells), max(cells), len(cells)) == ((1, 4), (1, 10), 7)
    assert spans_of(cells, DAYS) == (morning,)


def test_always_is_nothing_said() -> None:
    assert cells_of((), DAYS) == all_cells(DAYS)
    assert spans_of(all_cells(DAYS), DAYS) == ()


def test_a_whole_day_is_from_midnight_to_midnight() -> None:
    cells = {cell for cell in all_cells(DAYS) if cell[0] == 1}
    assert spans_of(cells, DAYS) == (Span(datetime(2021, 11, 17), datetime(2021, 11, 18)),)


@pytest.fixture
def strip(qtbot: QtBot, bench: Workbench, looked: Theme) -> Availability:
    made = Availability(bench, looked, "person")
    qtbot.addWidget(made)
    made.resize(400, 120)
    made.set_theme(looked)
    made.show_rows(("ida",))
    made.show()
    qtbot.waitExposed(made)
    return made


def centre(strip: Availability, cell: tuple[int, int]) -> QPoint:
    return strip.strip.rect_of(cell).center().toPoint()


def test_availability_is_painted_by_dragging(strip: Availability, bench: Workbench) -> None:
    QTest.mousePress(strip.strip, Qt.MouseButton.LeftButton, pos=centre(strip, (1, 0)))
    for cell in range(1, 10):
        QTest.mouseMove(strip.strip, centre(strip, (1, cell)))
    QTest.mouseRelease(strip.strip, Qt.MouseButton.LeftButton, pos=centre(strip, (1, 9)))
    assert bench.document.person("ida").availability == (
        Span(datetime(2021, 11, 16), datetime(2021, 11, 17)),
        Span(datetime(2021, 11, 17, 12), datetime(2021, 11, 18)),
        Span(datetime(2021, 11, 18), datetime(2021, 11, 19)),
    )
    bench.undo()
    assert bench.document.person("ida").availability == ()


def test_availability_is_changed_by_keys(strip: Availability, bench: Workbench) -> None:
    strip.strip.setFocus()
    QTest.keyClick(strip.strip, Qt.Key.Key_Down)
    assert strip.strip.accessibleDescription() == "Wednesday 17 November, 09:00: available"
    QTest.keyClick(strip.strip, Qt.Key.Key_Space)
    assert len(bench.document.person("ida").availability) == 4


def test_sessions_are_marked_on_it(strip: Availability) -> None:
    assert strip.taken == {(1, 6), (1, 7)}


# -- the photo


def picture(width: int = 1200, height: int = 900) -> QImage:
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(QColor("#336699"))
    made.setText("Author", "Somebody")
    return made


def test_a_photo_is_scaled_and_tells_nothing_else(bench: Workbench) -> None:
    content = scaled_bytes(picture())
    back = QImage.fromData(content)
    assert (back.width(), back.height(), back.textKeys()) == (LARGEST, 450, [])
    assert b"Somebody" not in content


def test_it_is_kept_by_its_bytes_and_taken_away_in_one_step(
    qtbot: QtBot, bench: Workbench, looked: Theme
) -> None:
    part = PhotoPart(bench, looked)
    qtbot.addWidget(part)
    part.set_theme(looked)
    part.show_rows(("ida",))
    part.take(picture())
    name = bench.document.person("ida").photo
    assert bench.desk.enclosures().attachments[name] == scaled_bytes(picture())
    part.show_rows(("ida",))
    assert not part.picture.pixmap().isNull()
    part.remove.click()
    assert bench.document.person("ida").photo == ""


def test_what_is_no_picture_is_said(qtbot: QtBot, bench: Workbench, looked: Theme, tmp_path: Path) -> None:
    said: list[Notice] = []
    bench.noticed.connect(said.append)
    part = PhotoPart(bench, looked)
    qtbot.addWidget(part)
    part.show_rows(("ida",))
    (tmp_path / "x.jpg").write_bytes(b"no")
    part.take(read_image(str(tmp_path / "x.jpg")))
    assert said == [Notice("That is no picture, or one too large. Take a JPEG or PNG.", fault=True)]


# -- rooms that go


def test_the_sessions_of_a_room_go_to_another() -> None:
    document = conference(session("yoga", at(("A", "B"), "10:00")), session("chess", at("A", "11:00")))
    now = applied(document, delete_rooms(document, rooms=["A"], to="C"))
    assert [one.placement for one in now.sessions] == [at(("B", "C"), "10:00"), at("C", "11:00")]
    assert now.find("room", "A") is None


def test_or_to_a_room_to_be_decided() -> None:
    document = conference(session("chess", at("A", "11:00")))
    assert applied(document, delete_rooms(document, rooms=["A"], to=None)).session("chess").placement == at(
        (), "11:00"
    )


def test_not_to_a_room_that_goes_too() -> None:
    document = conference(session("chess", at("A", "11:00")))
    with pytest.raises(Refused, match="unknown-row"):
        delete_rooms(document, rooms=["A", "B"], to="B")


def test_deleting_a_room_asks_where_its_sessions_go(qtbot: QtBot, bench: Workbench, looked: Theme) -> None:
    pane = RoomsPane(bench, looked)
    qtbot.addWidget(pane)
    pane.show()
    pane.delete_rows(("C",))
    assert bench.document.find("room", "C") is None
    pane.delete_rows(("A",))
    dialog = next(one for one in pane.findChildren(QDialog) if one.isVisible())
    assert isinstance(dialog, RoomsGoDialog)
    dialog.to.setCurrentIndex(1)
    dialog.go.click()
    assert bench.document.session("yoga").placement == at("B", "10:00")


# -- the balance


def test_who_speaks_is_counted(bench: Workbench) -> None:
    charts = balance(bench.document)
    assert charts[0] == Balance("Form of address", (Share("Mr", 1), Share("Ms", 1)))
    assert charts[3] == Balance("Country", (Share("No country", 1), Share("Sweden", 1)))


def test_the_balance_follows_the_work(qtbot: QtBot, bench: Workbench, looked: Theme) -> None:
    dialog = BalanceDialog(bench, looked)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.counted.text() == "2 people speak."
    bench.do(lambda it: set_field(it, table="person", row_id="omar", field="country", value="FR"))
    assert "France 1" in dialog.charts.accessibleDescription()
    dialog.of.setCurrentIndex(1)
    assert dialog.of.currentText() == "WS 1 Yoga"
