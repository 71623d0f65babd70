# SPDX-License-Identifier: EUPL-1.2
"""The inspector on several sessions, what lacks in translations, earlier values, order by dragging, and help."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from octodesk.edits.fields import set_field
from octodesk.model.fields import Facts
from octodesk.ui.fields import LineField, TextField
from octodesk.ui.panes import person_entries
from octodesk.ui.panes.form_rows import Grip
from octodesk.ui.panes.inspector import Inspector
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench
from tests.build import at


@pytest.fixture
def inspector(qtbot: QtBot, bench: Workbench, looked: Theme) -> Inspector:
    made = Inspector(bench, looked)
    qtbot.addWidget(made)
    made.resize(340, 900)
    made.show()
    qtbot.waitExposed(made)
    bench.select(["yoga"])
    return made


def write(field: LineField | TextField, words: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)
    field.typing.leave()


def visible_words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_several_sessions_show_what_they_share(inspector: Inspector, bench: Workbench) -> None:
    bench.select(["yoga", "chess"])
    assert inspector.heading.text() == "2 sessions"
    assert inspector.field("title").placeholderText() == "Several values"
    assert inspector.field("minutes").text() == "1\u00a0h"
    assert inspector.field("day").currentText() == "Wed 17"
    assert inspector.field("rooms").text() == "Several values"


def test_what_is_written_goes_to_all_and_is_one_step(inspector: Inspector, bench: Workbench) -> None:
    bench.select(["yoga", "chess"])
    write(inspector.field("minutes"), "45")
    inspector.field("status").chosen.emit("draft")
    found = [
        (bench.document.session(one).minutes, bench.document.session(one).status) for one in ("yoga", "chess")
    ]
    assert found == [(45, "draft"), (45, "draft")]
    bench.undo()
    assert {bench.document.session(one).status for one in ("yoga", "chess")} == {"confirmed"}


def test_a_tick_that_only_some_have_is_neither_on_nor_off(inspector: Inspector, bench: Workbench) -> None:
    bench.do(lambda it: set_field(it, table="session", row_id="chess", field="webcast", value=True))
    bench.select(["yoga", "chess"])
    tick: QCheckBox = inspector.field("webcast")
    assert tick.checkState() == Qt.CheckState.PartiallyChecked
    tick.click()
    assert bench.document.session("yoga").webcast
    assert tick.checkState() == Qt.CheckState.Checked


def test_lists_hours_and_regions_are_read_as_people_write_them(
    inspector: Inspector, bench: Workbench
) -> None:
    write(inspector.field("equipment"), "projector, two microphones")
    write(inspector.field("regions"), "tokyo, Africa/Nairobi")
    write(inspector.field("media_from"), "9h30")
    session = bench.document.session("yoga")
    assert session.equipment == ("projector", "two microphones")
    assert session.regions == ("Africa/Nairobi", "Asia/Tokyo")
    assert session.media == Facts((("from", "09:30"),))


def test_what_cannot_be_read_is_said_beside_the_field_and_stays(
    inspector: Inspector, bench: Workbench
) -> None:
    write(inspector.field("regions"), "Atlantis")
    sentence = "“Atlantis” is no time zone. Write a name such as Asia/Tokyo, or the city."
    assert sentence in visible_words(inspector)
    bench.select(["chess"])
    assert inspector.field("regions").text() == ""
    bench.select(["yoga"])
    assert (inspector.field("regions").text(), bench.document.session("yoga").regions) == ("Atlantis", ())


def test_what_is_refused_is_said_beside_the_field(inspector: Inspector, bench: Workbench) -> None:
    bench.do(lambda it: set_field(it, table="session", row_id="yoga", field="locked_time", value=True))
    write(inspector.field("start"), "11")
    assert inspector.field("start").text() == "11"
    assert "WS 1 has a fixed time. Free the time first, then move it." in visible_words(inspector)
    assert bench.document.session("yoga").placement == at("A", "10:00")


def test_a_translation_whose_source_changed_is_marked_until_it_is_confirmed(
    inspector: Inspector, bench: Workbench
) -> None:
    bench.select(["chess"])
    write(inspector.field("title"), "Blitz chess")
    inspector.show_language("fr")
    assert "Title · changed since translated" in visible_words(inspector)
    assert inspector.tabs.tabToolTip(1) == "1 text changed since it was translated"
    still = next(
        one for one in inspector.findChildren(QToolButton) if one.isVisible() and one.text() == "Still right"
    )
    still.click()
    assert inspector.tabs.tabToolTip(1) == ""


def test_an_earlier_value_is_brought_back(inspector: Inspector, bench: Workbench) -> None:
    write(inspector.field("title"), "Slow yoga")
    inspector.field("title").setFocus()
    QTest.keyClick(
        inspector.field("title"),
        Qt.Key.Key_H,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    menu = next(one for one in inspector.findChildren(QMenu) if one.isVisible())
    assert [action.text().split(" – ")[0] for action in menu.actions()] == ["Slow yoga", "Yoga"]
    menu.actions()[1].trigger()
    menu.close()
    assert bench.document.title("yoga") == "Yoga"


def test_people_and_items_are_dragged_into_order(inspector: Inspector, bench: Workbench) -> None:
    for rows in (inspector.lineup.parts, inspector.lineup.points):
        first, second = rows.widgets
        grip = first.findChild(Grip)
        assert grip is not None
        below = grip.mapFromGlobal(second.mapToGlobal(QPoint(5, second.height() - 2)))
        QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
        QTest.mouseMove(grip, QPoint(4, 30))
        QTest.mouseMove(grip, below)
        QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=below)
    assert bench.document.people_of("yoga") == ("omar", "ida")
    assert [one.id for one in bench.document.agenda_of("yoga")] == ["second", "first"]


def test_the_details_of_a_part_are_written(inspector: Inspector, bench: Workbench) -> None:
    row = inspector.lineup.parts.widgets[1]
    more = next(one for one in row.findChildren(QToolButton) if one.isCheckable() and one.isVisible())
    more.click()
    topic = next(one for one in row.findChildren(LineField) if one.accessibleName() == "Topic")
    write(topic, "Breath")
    part = bench.document.contributions_of("yoga")[1]
    assert part.topic.in_language("en") == "Breath"


def test_every_field_says_what_it_is_for(inspector: Inspector) -> None:
    inspector.more.open_all()
    names = [one.name for sheet in (inspector.first, inspector.more) for one in sheet.entries]
    assert [name for name in names if not inspector.field(name).whatsThis()] == []
    assert [name for name in names if not inspector.field(name).accessibleName()] == []


def test_f1_says_it(inspector: Inspector, qtbot: QtBot) -> None:
    inspector.field("title").setFocus()
    QTest.keyClick(inspector.field("title"), Qt.Key.Key_F1)
    shown = [one for one in QApplication.topLevelWidgets() if one.inherits("QWhatsThat") and one.isVisible()]
    assert len(shown) == 1
    shown[0].close()


@pytest.mark.parametrize(
    ("typed", "held", "said"),
    [
        ("8.11.2021 9:00", "2021-11-08T09:00", "08.11.2021 09:00"),
        ("by telephone", "by telephone", "by telephone"),
        ("", "", ""),
    ],
)
def test_the_moment_of_a_test_is_read_and_said_as_moments_are(
    bench: Workbench, typed: str, held: str, said: str
) -> None:
    entries = (entry for section in person_entries.MORE for entry in section.entries)
    entry = next(one for one in entries if one.name == "test-when")
    write, words = entry.write, entry.words
    assert write is not None
    assert words is not None
    bench.do(lambda document: write(document, ("ida",), entry.read(typed)))
    assert bench.document.person("ida").technical_test.get("when") == held
    assert words(bench.document, "ida") == said
