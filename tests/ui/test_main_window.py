# SPDX-License-Identifier: EUPL-1.2
"""The window around the timetable, end to end without a screen."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget
from pytestqt.qtbot import QtBot

from octodesk import languages
from octodesk.edits.sessions import unplace
from octodesk.ui.actions import MENUS
from octodesk.ui.main_window import MainWindow
from octodesk.ui.palettes import DARK
from octodesk.ui.program_language import speak
from octodesk.ui.settings import Settings
from octodesk.ui.theme import Theme
from octodesk.ui.timetable.wishes import Drop, OverDay, OverList
from tests.build import at
from tests.ui.conftest import OpenWindow

LEFT = Qt.MouseButton.LeftButton


def moved(window: MainWindow, session: str, room: str, start: str) -> None:
    window.surface.tell(Drop(((session, at(room, start)),)))


def test_the_docks_have_the_names_scripts_rely_on(window: MainWindow) -> None:
    docks = {dock.objectName(): dock.accessibleName() for dock in window.findChildren(QDockWidget)}
    assert docks == {
        "workshops": "Workshops", "rooms": "Rooms", "speakers": "Speakers", "inspector": "Inspector",
        "conflicts": "Clashes", "history": "History", "preview": "Preview",
    }  # fmt: skip
    lacking = [name for name in ("timetable", "clashes", "todo") if window.findChild(QWidget, name) is None]
    assert lacking == []


def test_the_tabs_of_the_docks_count_what_is_in_them(window: MainWindow) -> None:
    titles = [window.docks[name].windowTitle() for name in ("workshops", "rooms", "speakers")]
    assert titles == ["Workshops 3", "Rooms 3", "Speakers 2"]
    window.actions_by_name["new-session"].trigger()
    assert window.docks["workshops"].windowTitle() == "Workshops 4"


def test_every_action_has_a_name_words_and_a_menu(window: MainWindow) -> None:
    named = [action for action in window.findChildren(QAction) if action.objectName().startswith("action-")]
    assert {"action-undo", "action-redo", "action-print", "action-save"} <= {
        one.objectName() for one in named
    }
    assert [one.objectName() for one in named if not one.text()] == []
    in_menus = {
        action
        for menu in window.menuBar().findChildren(type(window.menuBar().addMenu("x")))
        for action in menu.actions()
    }
    assert [one.objectName() for one in named if one not in in_menus] == []


def test_no_two_actions_share_their_keys(window: MainWindow) -> None:
    keys = [keys.toString() for action in window.findChildren(QAction) for keys in action.shortcuts()]
    assert sorted(set(keys)) == sorted(keys)


def test_a_drop_is_done_said_and_named_for_undo(window: MainWindow) -> None:
    moved(window, "yoga", "B", "14:00")
    assert window.bench.document.session("yoga").placement == at("B", "14:00")
    assert window.notices.sentence.text() == "WS 2 moved to Wednesday 17 November, Room B, 14:00 · no clash"
    assert window.notices.undo.isVisible()
    assert window.actions_by_name["undo"].text() == "Undo: move of WS 2"
    window.notices.undo.click()
    assert window.bench.document.session("yoga").placement == at("A", "10:00")
    assert not window.actions_by_name["undo"].isEnabled()
    assert window.actions_by_name["redo"].text() == "Redo: move of WS 1"


def test_ctrl_z_undoes_wherever_the_focus_is(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    window.bench.select(["yoga"])
    for focus in (
        window.surface,
        window.panes.inspector.field("title"),
        window.panes.inspector.field("description"),
        window.panes.workshops.list,
    ):
        moved(window, "yoga", "B", "14:00")
        focus.setFocus()
        QApplication.processEvents()
        QTest.keyClick(focus, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert window.bench.document.session("yoga").placement == at("A", "10:00"), focus


def test_ctrl_z_while_typing_is_the_fields(window: MainWindow) -> None:
    window.activateWindow()
    moved(window, "yoga", "B", "14:00")
    window.bench.select(["yoga"])
    window.panes.inspector.field("title").setFocus()
    QTest.keyClicks(window.panes.inspector.field("title"), "Slow ")
    QTest.keyClick(window.panes.inspector.field("title"), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.panes.inspector.field("title").text() == "Yoga"
    assert window.bench.document.session("yoga").placement == at("B", "14:00")


def test_a_clash_is_counted_marked_and_listed(window: MainWindow) -> None:
    moved(window, "chess", "A", "10:30")
    assert " · 1 new clash: Room A: WS 1 and WS 2" in window.notices.sentence.text()
    assert window.notices.state.text() == "3 placed · 1 not yet · 1 clash"
    assert window.panes.findings.titles[0] == "Clashes 1"
    assert window.surface.scene.face("yoga").clashing


def test_selecting_anywhere_selects_everywhere(window: MainWindow) -> None:
    window.surface.choose(("chess",))
    assert window.panes.workshops.list.chosen() == ("chess",)
    assert window.panes.inspector.heading.text() == "Chess"
    window.panes.workshops.list.picked.emit(("yoga",))
    assert window.surface.scene.selection == ("yoga",)


def test_a_workshop_is_dragged_from_the_list_onto_the_timetable(window: MainWindow) -> None:
    window.panes.workshops.list.scrollToTop()
    row = window.panes.workshops.list.sessions.place_of(("session", "knots"))
    source = window.panes.workshops.list.viewport()
    start = window.panes.workshops.list.visualRect(
        window.panes.workshops.list.sessions.index(row, 0)
    ).center()
    grid, viewport = window.surface.scene.grid, window.surface.viewport()
    target = QPoint(round(grid.lefts[1] + 60), round(grid.y(14 * 60 + 12) - window.surface.offset.y()))
    end = source.mapFromGlobal(viewport.mapToGlobal(target))
    QTest.mousePress(source, LEFT, pos=start)
    QTest.mouseMove(source, start + QPoint(30, 10))
    QTest.mouseMove(source, end)
    assert window.notices.sentence.text().startswith("Dragging Knots → Room B, 14:00")
    QTest.mouseRelease(source, LEFT, pos=end)
    assert window.bench.document.session("knots").placement == at("B", "14:00")
    assert window.notices.sentence.text() == "WS 3 moved to Wednesday 17 November, Room B, 14:00 · no clash"


def test_the_lists_and_day_tabs_take_what_is_dragged(window: MainWindow) -> None:
    middle = QRect(window.panes.workshops.mapToGlobal(QPoint()), window.panes.workshops.size()).center()
    assert window.from_lists.drop_target_at(middle) == OverList()
    tab = window.tools.days.buttons[2]
    assert window.tools.days.drop_target_at(tab.mapToGlobal(QPoint(4, 4))) == OverDay(date(2021, 11, 18))
    assert window.from_lists.drop_target_at(window.surface.mapToGlobal(QPoint(200, 200))) is None


def test_the_day_tabs_show_and_choose_the_day(window: MainWindow) -> None:
    said = [button.text() for button in window.tools.days.buttons]
    assert said == ["Tue 16", "Wed 17", "Thu 18", "All days"]
    window.tools.days.buttons[2].click()
    assert window.surface.scene.day == date(2021, 11, 18)
    window.actions_by_name["previous-day"].trigger()
    assert window.tools.days.buttons[1].isChecked()
    window.actions_by_name["view-all-days"].trigger()
    assert window.tools.days.buttons[3].isChecked()


def test_taking_several_off_the_timetable_is_one_step(window: MainWindow) -> None:
    window.bench.select(["yoga", "chess"])
    window.actions_by_name["unplace"].trigger()
    assert window.notices.state.text().startswith("1 placed · 3 not yet")
    window.bench.undo()
    assert window.bench.desk.undo_edit() is None


def test_a_new_workshop_is_ready_to_be_named(window: MainWindow) -> None:
    window.actions_by_name["new-session"].trigger()
    new = window.bench.current
    window.panes.inspector.field("title").setText("Juggling")
    window.panes.inspector.field("title").typing.hand_over()
    assert window.bench.document.title(new) == "Juggling"
    window.actions_by_name["delete"].trigger()
    assert window.bench.document.find("session", new) is None


@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_the_language_is_switched_live(qapp: QApplication, sample_window: MainWindow, language: str) -> None:
    speak(qapp, language)
    rooms = {"en": "Room 1", "fr": "Salle 1", "es": "Sala 1"}
    labels = {"en": "WS 4", "fr": "Atelier 4", "es": "Taller 4"}
    days = {"en": "Wed 17", "fr": "Mer. 17", "es": "Mié 17"}
    sample_window.bench.select([session_labelled(sample_window, "WS 4")])
    assert sample_window.tools.language.text() == language.upper()
    assert sample_window.tools.days.buttons[1].text() == days[language]
    assert (
        sample_window.panes.rooms.cells.words_of(sample_window.panes.rooms.cells.ids[0])[0] == rooms[language]
    )
    assert sample_window.panes.inspector.label.text() == labels[language]
    assert sample_window.actions_by_name[f"language-{language}"].isChecked()
    assert sample_window.docks["workshops"].windowTitle() == languages._("Workshops {n}").format(n=14)
    speak(qapp, "en")


def test_qt_speaks_the_language_too(qapp: QApplication) -> None:
    speak(qapp, "fr")
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Annuler"
    speak(qapp, "en")
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_a_wish_for_another_look_is_told(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.theme_wanted) as told:
        window.actions_by_name["palette-dark"].trigger()
    assert told.args == [Theme(DARK)]
    with qtbot.waitSignal(window.theme_wanted) as told:
        window.actions_by_name["text-size-150"].trigger()
    assert told.args == [Theme(text_size=150)]


def test_the_conferences_name_and_version_stand_at_the_right(sample_window: MainWindow) -> None:
    from PySide6.QtWidgets import QLabel

    said = [label.text() for label in sample_window.name.findChildren(QLabel)]
    assert said == ["Octopus Conference 2021", "Version 4 October 2021 · draft"]


def test_without_changes_the_window_closes_at_once(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.closed):
        window.close()


def test_what_is_typed_is_kept_when_the_window_closes(window: MainWindow) -> None:
    window.bench.select(["yoga"])
    window.panes.inspector.field("title").selectAll()
    QTest.keyClicks(window.panes.inspector.field("title"), "Slow yoga")
    window.close()
    assert window.bench.document.title("yoga") == "Slow yoga"


def test_the_docks_stand_where_they_stood(open_window: OpenWindow, settings: Settings) -> None:
    first = open_window()
    first.docks["history"].hide()
    first.close()
    second = open_window()
    settings.put_back(second)
    assert {name for name, dock in second.docks.items() if dock.isHidden()} == {"history", "preview"}
    second.actions_by_name["panes-back"].trigger()
    assert not second.docks["history"].isHidden()


def test_docks_behind_tabs_have_no_title_of_their_own(window: MainWindow) -> None:
    shown = {name: dock.titleBarWidget().objectName() for name, dock in window.docks.items()}
    assert shown == {
        "workshops": "", "rooms": "", "speakers": "", "inspector": "dock-title", "conflicts": "dock-title",
        "history": "dock-title", "preview": "dock-title",
    }  # fmt: skip


def test_a_failed_gesture_is_said(window: MainWindow) -> None:
    window.bench.do(lambda document: unplace(document, "yoga"))
    window.surface.refused.emit("WS 1 has a fixed time.")
    assert window.notices.sentence.text() == "WS 1 has a fixed time."
    assert (window.notices.sentence.property("look"), window.notices.undo.isVisible()) == ("fault", False)


def test_every_menu_of_the_drawing_is_there(window: MainWindow) -> None:
    titles = [action.text().replace("&", "") for action in window.menuBar().actions()]
    assert titles == ["File", "Edit", "View", "Programme", "Session", "Conference", "Print", "Help"]
    assert len(MENUS) == len(titles)


def session_labelled(window: MainWindow, label: str) -> str:
    document = window.bench.document
    return next(one.id for one in document.sessions if document.label(one.id) == label)


def test_a_pane_that_is_asked_for_comes_before_the_others(window: MainWindow, qtbot: QtBot) -> None:
    inspector, preview = window.docks["inspector"], window.docks["preview"]
    preview.toggleViewAction().trigger()
    qtbot.waitUntil(lambda: inspector.visibleRegion().isEmpty())
    assert not preview.visibleRegion().isEmpty()


def test_what_was_said_in_another_language_goes(window: MainWindow) -> None:
    window.bench.notice("Undone: move of WS 6")
    window.notices.retranslate()
    assert window.notices.sentence.text() == ""
