# SPDX-License-Identifier: EUPL-1.2
"""The review of a programme document: line by line, doubts, corrections, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from octodesk.exchange.papers.page import Place
from octodesk.exchange.papers.text_pages import page_of_text
from octodesk.exchange.papers.understanding import Understood
from octodesk.model.document import Document
from octodesk.model.log import Log
from octodesk.ui.importing.opening import Importing
from octodesk.ui.importing.review import Review
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench
from tests.build import desk_on, stamped_into
from tests.exchange.papers.reading import FOLDER, TODAY, lines_of, read, read_file, understood

TEXT = "Forum 2021\n16 November 2021 – Strasbourg\n\nTuesday 16 November\n9.00-10.00 WS 1: Crime\n10.00 Pause\nWednesday\nWhat is this?\n"


@pytest.fixture
def review(qtbot: QtBot, looked: Theme) -> Iterator[Review]:
    made = Review(read(TEXT), "forum.txt", looked, None)
    made.show()
    yield made
    if shiboken6.isValid(made):
        made.close()


def texts(review: Review, column: int) -> list[str]:
    model = review.lines
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_each_line_stands_beside_what_was_made_of_it(review: Review) -> None:
    shown = dict(zip(texts(review, 1), texts(review, 2), strict=True))
    assert shown["9.00-10.00 WS 1: Crime"] == "Workshop 1 · Crime · Tue 16, 09:00–10:00"
    assert shown["Tuesday 16 November"] == "Day: Tuesday 16 November 2021"


def test_doubtful_and_unused_lines_are_counted_and_listed(review: Review) -> None:
    assert [button.text() for button in review.chips.buttons()] == [
        "All lines (7)",
        "To check (1)",
        "Not used (1)",
    ]
    review.chips.button(2).click()
    assert texts(review, 1) == ["What is this?"]


def test_the_first_doubt_is_selected_and_can_be_called_right(review: Review) -> None:
    assert review.correcting.original.text() == "10.00 Pause"
    review.correcting.right.click()
    assert review.lines.count("doubtful") == 0
    assert review.understood.guesses == ()


def test_a_kind_is_corrected_by_choosing_another(review: Review) -> None:
    kinds = review.correcting.fields.findChildren(QComboBox)[0]
    kinds.setCurrentIndex(kinds.findData("coffee"))
    kinds.activated.emit(kinds.currentIndex())
    assert lines_of(review.understood)[1] == "2021-11-16 10:00-10:30 coffee Pause []!"


def test_a_title_is_corrected_by_typing(review: Review) -> None:
    review.table.selectRow(review.lines.row_of(3))
    title = review.correcting.fields.findChildren(QLineEdit)[0]
    title.setText("Crime and trust")
    title.editingFinished.emit()
    assert lines_of(review.understood)[0] == "2021-11-16 09:00-10:00 workshop WS 1: Crime and trust []"


def test_an_unused_line_becomes_a_description(review: Review) -> None:
    review.table.selectRow(review.lines.row_of(6))
    purposes = review.correcting.fields.findChildren(QComboBox)[0]
    purposes.activated.emit(purposes.findData("description"))
    assert review.lines.count("unused") == 0
    assert review.understood.drafts["session"][1].values["description"] == {"en": "What is this?"}


def test_beginning_a_conference_hands_over_what_was_understood(review: Review, qtbot: QtBot) -> None:
    with qtbot.waitSignal(review.new_wanted, timeout=1000) as told:
        review.begin.click()
    assert isinstance(told.args[0], Understood)


# ---- from the document to the conference


def test_where_the_reading_stopped_stands_above_the_lines(review: Review, looked: Theme) -> None:
    assert not review.unread.isVisible()
    page = replace(page_of_text(TEXT), troubles=(("too-long", Place(paragraph=4)),))
    cut = Review(understood(page), "forum.docx", looked, review)
    cut.show()
    assert cut.unread.isVisible()
    assert cut.unread.text() == (
        "Paragraph 4: The document is too long: nothing from here on was read. "
        "Save the rest as a document of its own."
    )
    cut.close()


@pytest.fixture
def bench(qtbot: QtBot) -> Workbench:
    """The programme of 2021, as it was taken in."""
    log = Log()
    stamped_into(log, read_file("octopus-2021-programme.txt").edit("event", "a" * 16))
    return Workbench(desk_on(log))


@pytest.fixture
def importing(review: Review, bench: Workbench, looked: Theme) -> Importing:
    return Importing(review, lambda: looked, lambda: TODAY, "a" * 16, bench)


def opened(importing: Importing, qtbot: QtBot, path: Path) -> Review:
    importing.open(path)
    qtbot.waitUntil(lambda: importing.review is not None, timeout=10_000)
    assert importing.review is not None
    return importing.review


def test_a_changed_programme_is_compared_and_what_is_ticked_taken(
    importing: Importing, bench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "changed.txt"
    text = (FOLDER / "octopus-2021-programme.txt").read_text(encoding="utf-8")
    path.write_text(
        text.replace("Ransomware\n", "Ransom\n").replace("WS 1: Regional", "WS 1: Great regional"),
        encoding="utf-8",
    )
    shown = opened(importing, qtbot, path)
    shown.compare.click()
    assert shown.comparing.summary.text() == "2 renamed"
    first = shown.comparing.list.item(0)
    first.setCheckState(Qt.CheckState.Unchecked)
    shown.take.click()
    titles = {
        bench.document.label(one.id): bench.document.words(one.title) for one in bench.document.sessions
    }
    assert (titles["WS 1"], titles["WS 7"]) in {
        ("Great regional Workshop for Asia", "Ransomware"),
        ("Regional Workshop for Asia", "Ransom"),
    }
    bench.undo()
    assert bench.document.words(bench.document.sessions[1].title) == "Regional Workshop for Asia"


def test_a_new_conference_begins_with_the_edit(importing: Importing, qtbot: QtBot) -> None:
    shown = opened(importing, qtbot, FOLDER / "forum-programme.txt")
    with qtbot.waitSignal(importing.begun, timeout=1000) as told:
        shown.begin.click()
    log = Log()
    stamped_into(log, told.args[0], event_id=told.args[0].about[0])
    assert len(Document.of_log(log).sessions) == 17


def test_what_cannot_be_read_is_said(importing: Importing, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear colleague", encoding="utf-8")
    with qtbot.waitSignal(importing.failed, timeout=10_000) as told:
        importing.open(tmp_path / "letter.txt")
    assert told.args[0].startswith("No programme was found in “letter.txt”")
