# SPDX-License-Identifier: EUPL-1.2
"""A colleague's copy beside one's own: what is said, settling, taking in, and taking it all back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidgetItem
from pytestqt.qtbot import QtBot

from octodesk.edits.rows import add_row
from octodesk.model.document import Document
from octodesk.ui.merging import reports
from octodesk.ui.merging.cards import Card
from octodesk.ui.merging.merge_window import MergeWindow
from octodesk.ui.merging.third import PlacementField, Words
from octodesk.ui.workbench import Workbench
from tests.build import at, text
from tests.ui.merging.conftest import Make, Meet, choose, put, set_text

MOVED_BOTH = ((put("yoga", "B", "14:00"),), (put("yoga", "A", "16:00"), set_text("Chess for all", "chess")))


def bench_of(reading: MergeWindow) -> Workbench:
    return reading._bench


def document(reading: MergeWindow) -> Document:
    return bench_of(reading).document


def card(reading: MergeWindow) -> Card:
    (found,) = reading.deck.cards
    return found


def test_it_says_who_has_what_and_how_much_fits(meet: Meet) -> None:
    reading = meet(*MOVED_BOTH)
    assert reading.heading.text() == "Changes of Ben"
    assert reading.words.text() == (
        "copy (2).octo · Ben: 2 changes that you do not have. You: 1 change that is not in this copy. "
        "1 fits; 1 touches something you have changed too. · Last time"
    )
    assert [reading.tabs.tabText(place) for place in range(3)] == ["To settle · 1", "Changes", "New clashes"]


def test_the_letters_stand_side_by_side(meet: Meet) -> None:
    told = meet(*MOVED_BOTH).letters.toPlainText()
    assert "WS 2 moved from Room A, 10:00 to Room B, 14:00 · you, " in told
    assert "WS 2 moved from Room A, 10:00 to Room A, 16:00 · Ben, " in told
    assert "WS 1: title in English is now “Chess for all”, it was “Chess” · Ben, " in told


def test_nothing_is_chosen_and_nothing_changes_until_take_in(meet: Meet) -> None:
    reading = meet(*MOVED_BOTH)
    before = document(reading)
    assert card(reading).group.checkedId() == -1
    choose(card(reading), "Ben, ")
    choose(card(reading), "You, ")
    reading.leave.click()
    assert document(reading) is before


def test_the_timetable_shows_where_each_wants_it(meet: Meet) -> None:
    reading = meet(*MOVED_BOTH)
    kept = reading.review.merged.session("yoga").placement
    places = {(old.placement, old.words) for old in reading.board.surface.beside.old if old.session == "yoga"}
    wished = {at("B", "14:00"): "Ana puts it here", at("A", "16:00"): "Ben puts it here"}
    assert places == {(None if at_ == kept else at_, words) for at_, words in wished.items()}
    choose(card(reading), "Ben, ")
    assert reading.board.surface.scene.document.session("yoga").placement == at("A", "16:00")
    assert [old.words for old in reading.board.surface.beside.old] == ["WS 2 was here"]


@pytest.mark.parametrize(("words", "placement"), [("You, ", at("B", "14:00")), ("Ben, ", at("A", "16:00"))])
def test_settled_and_taken_in_and_one_undo_takes_all_back(meet: Meet, words: str, placement: object) -> None:
    reading = meet(*MOVED_BOTH)
    before = document(reading)
    choose(card(reading), words)
    reading.take.click()
    after = document(reading)
    assert (after.session("yoga").placement, after.title("chess"), dict(after.open_fields)) == (
        placement, "Chess for all", {},
    )  # fmt: skip
    assert bench_of(reading).undo_words() == "Undo: taking in the changes of Ben"
    bench_of(reading).undo()
    assert document(reading) == before


def test_what_is_left_for_later_stays_open_and_is_said(meet: Meet) -> None:
    reading = meet(*MOVED_BOTH)
    choose(card(reading), "Leave it")
    reading.take.click()
    assert list(document(reading).open_fields) == [("session", "yoga", "placement")]
    assert "1 question is left; it stays marked until it is settled." in reading.words.text()
    assert (reading.take.text(), reading.send.text()) == ("Undo", "Send back: update copy (2).octo")


def test_undo_stands_where_take_in_stood(meet: Meet) -> None:
    reading = meet(*MOVED_BOTH)
    before = document(reading)
    bench = bench_of(reading)
    reading.take.click()
    reading.take.click()
    assert bench.document == before


def test_a_third_place_is_typed(meet: Meet) -> None:
    reading = meet(*MOVED_BOTH)
    third = card(reading)._third
    assert isinstance(third, PlacementField)
    third.hour.selectAll()
    QTest.keyClicks(third.hour, "15:30")
    third.rooms.chosen.emit(("A", "B"))
    reading.take.click()
    assert document(reading).session("yoga").placement == at(("A", "B"), "15:30")


def test_what_cannot_be_read_is_said_and_nothing_is_taken(meet: Meet) -> None:
    reading = meet(*MOVED_BOTH)
    before = document(reading)
    third = card(reading)._third
    assert isinstance(third, PlacementField)
    third.hour.selectAll()
    QTest.keyClicks(third.hour, "noon")
    reading.take.click()
    assert document(reading) is before
    assert reading.fault.text() == "“noon” is no hour. Write 9:30, 14:00 or 14 h 30."


def test_a_third_title_is_typed(meet: Meet) -> None:
    reading = meet((set_text("Slow yoga"),), (set_text("Yoga for all"),))
    third = card(reading)._third
    assert isinstance(third, Words)
    third.line.selectAll()
    QTest.keyClicks(third.line, "Slow yoga for all")
    reading.take.click()
    assert document(reading).title("yoga") == "Slow yoga for all"


TALK = "Judges learn to read traces. Prosecutors join them."


def test_both_sides_words_together(meet: Meet) -> None:
    def talk(words: str) -> Make:
        return set_text(words, "chess", "description")

    mine, theirs = TALK.replace("Judges", "Young judges"), TALK.replace("join", "and lawyers join")
    reading = meet((talk(mine),), (talk(theirs),), before=(talk(TALK),))
    choose(card(reading), "Both together")
    reading.take.click()
    said = "Young judges learn to read traces. Prosecutors and lawyers join them."
    assert document(reading).session("chess").description == text(said)


def test_words_that_both_changed_are_not_put_together(meet: Meet) -> None:
    reading = meet((set_text("Quiet chess", "chess"),), (set_text("Chess outside", "chess"),))
    assert [button.text().split(",")[0] for button in card(reading).group.buttons()][2:] == [
        "Something else", "Leave it for later",
    ]  # fmt: skip


def test_a_person_both_added_is_made_one_if_a_tick_says_so(meet: Meet) -> None:
    def added(row: str, **values: object) -> Make:
        names = {"given_name": "Ilze", "family_name": "Kalnina", **values}
        return partial(add_row, table="person", values=names, author_id="a", row_id=row, fresh_id=row)

    reading = meet((added("mine", country="LV"),), (added("theirs", phone="1"),))
    (twins,) = reading.deck.twins
    assert not twins.tick.isChecked()
    twins.tick.setChecked(True)
    reading.take.click()
    kept = document(reading).person("mine")
    assert (kept.country, kept.phone, document(reading).find("person", "theirs")) == ("LV", "1", None)
    bench_of(reading).undo()
    assert document(reading).find("person", "theirs") is None
    assert document(reading).person("mine").phone == ""


def test_a_clash_born_of_it_is_on_the_last_page_and_leads_to_the_session(meet: Meet) -> None:
    reading = meet((put("yoga", "B", "14:00"),), (put("chess", "B", "14:30"),))
    assert reading.tabs.tabText(2) == "New clashes · 1"
    item = reading.clashes.item(0)
    assert isinstance(item, QListWidgetItem)
    assert item.text().startswith("Room B: ")
    reading.clashes.setCurrentItem(item)
    assert reading.board.surface.scene.selection == (item.data(Qt.ItemDataRole.UserRole),)


def test_a_block_leads_to_its_question(meet: Meet) -> None:
    reading = meet(*MOVED_BOTH)
    reading.tabs.setCurrentIndex(1)
    reading.board.surface.choose(("yoga",))
    assert reading.tabs.currentIndex() == 0


def test_nothing_can_be_changed_on_its_timetable(meet: Meet, qtbot: QtBot) -> None:
    reading = meet(*MOVED_BOTH)
    surface, before = reading.board.surface, document(reading)
    surface.choose(("chess",))
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Space, Qt.Key.Key_L):
        QTest.keyClick(surface, key)
    QTest.keyClick(surface, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert document(reading) is before
    assert not surface.hand.is_busy


def test_the_report_is_a_page_and_a_pdf(meet: Meet, tmp_path: Path) -> None:
    reading = meet(*MOVED_BOTH)
    choose(card(reading), "Ben, ")
    html = reading.report()
    assert "WS 2: time and place: Wednesday 17 November, Room A, 16:00" in html
    for name in ("report.html", "report.pdf"):
        assert reports.keep(html, tmp_path / name, reading)
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == html
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")


def test_in_other_languages_everything_is_said_anew(meet: Meet) -> None:
    from PySide6.QtWidgets import QApplication

    from octodesk.ui.program_language import speak

    reading = meet(*MOVED_BOTH)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    speak(application, "fr")
    try:
        assert reading.heading.text() == "Modifications\u202f: Ben"
        assert reading.take.text() == "Reprendre"
    finally:
        speak(application, "en")


def test_an_edit_made_beside_it_is_in_the_review_and_answers_stay(meet: Meet, qtbot: QtBot) -> None:
    reading = meet(*MOVED_BOTH)
    choose(card(reading), "Ben, ")
    bench_of(reading).do(set_text("Quiet chess", "chess"))
    qtbot.waitUntil(lambda: len(reading.deck.cards) == 2, timeout=10_000)
    assert [answer.field for answer in reading.deck.answers] == ["placement"]
    assert reading.tabs.tabText(0) == "To settle · 1"
