# SPDX-License-Identifier: EUPL-1.2
"""Starting: the words, a picture, one program per database, and what is there after it was killed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from octodesk.exchange import octo
from octodesk.exchange.samples import sample_log
from octodesk.model.document import Document
from octodesk.ui.dialogs.new_conference import NewConferenceDialog
from octodesk.ui.main_window import MainWindow
from octodesk.ui.one_program import Listening, hand_over, server_name
from octodesk.ui.palettes import DARK
from octodesk.ui.program import Program
from octodesk.ui.program_language import speak
from octodesk.ui.settings import Settings
from octodesk.ui.shelf import Shelf
from octodesk.ui.start import Words, read_words, run
from octodesk.ui.start_page import StartPage
from octodesk.ui.theme import Theme
from octodesk.ui.timetable.wishes import Drop
from tests.build import at
from tests.ui.conftest import small_log


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], Words()),
        (["a.octo"], Words(files=["a.octo"])),
        (["--sample"], Words(sample=True)),
        (["--picture", "p.png"], Words(picture="p.png")),
        (["--database", "d.db", "a.octo"], Words(files=["a.octo"], database="d.db")),
        (["--nonsense", "--other"], Words(unknown="--nonsense")),
        (["--picture"], Words(unknown="--picture")),
    ],
)
def test_the_words_of_a_start(arguments: list[str], words: Words) -> None:
    assert read_words(arguments) == words


def test_an_unknown_option_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--nonsense"]) == 2
    assert capsys.readouterr().err == "There is no option --nonsense.\n"


def test_files_are_handed_over_by_their_whole_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Words(files=["a.octo"], sample=True).handed_over() == ["--sample", str(tmp_path / "a.octo")]


def test_a_picture_of_the_window_is_written_without_a_screen(tmp_path: Path) -> None:
    out = tmp_path / "window.png"
    environment = {**os.environ, "LC_ALL": "fr_FR.UTF-8"}
    ran = subprocess.run(
        [sys.executable, "-m", "octodesk", "--picture", out],
        env=environment,
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    with Image.open(out) as picture:
        assert picture.size == (1600, 1000)
        colors = picture.convert("RGB").getcolors(1 << 24)
        assert colors is not None
        assert len(colors) > 500


# ---- the program


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "octodesk.db"


@pytest.fixture
def shelf(database: Path) -> Iterator[Shelf]:
    made = Shelf(database)
    yield made
    made.close()


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, shelf: Shelf, settings: Settings) -> Iterator[Program]:
    made = Program(qapp, shelf, settings)
    yield made
    for window in list(made.windows.values()):
        window.filing.close_as_it_is()
    if made.start_page is not None:
        made.start_page.close()
    speak(qapp, "en")


def only_window(program: Program) -> MainWindow:
    assert len(program.windows) == 1
    return next(iter(program.windows.values()))


def page_of(program: Program) -> StartPage:
    assert program.start_page is not None
    return program.start_page


def test_the_first_start_asks_for_the_name_and_nothing_else(program: Program, shelf: Shelf) -> None:
    program.begin([])
    page = page_of(program)
    assert (page.pages.currentIndex(), page.begin.isEnabled()) == (0, False)
    QTest.keyClicks(page.name, "Ana Ivanova")
    page.begin.click()
    assert (page.pages.currentIndex(), shelf.name) == (1, "Ana Ivanova")


def test_the_language_can_be_chosen_at_the_first_start(program: Program, settings: Settings) -> None:
    program.begin([])
    page_of(program).language.chosen.emit("es")
    assert settings.language == "es"
    assert page_of(program).language.currentText() == "Español"


def test_the_sample_opens_from_the_start_page(program: Program) -> None:
    program.begin([])
    page_of(program).sample.click()
    assert only_window(program).windowTitle() == "Octopus 2021 – OctoDesk"
    assert program.start_page is None


def test_a_new_conference_is_made_and_opened(program: Program) -> None:
    program.begin([])
    page_of(program).new.click()
    ask = page_of(program).findChild(NewConferenceDialog)
    assert ask is not None
    ask._make()
    assert ask.wrong.text() == "A new conference needs: name."
    QTest.keyClicks(ask.name, "Squid 2027")
    ask._make()
    event = only_window(program).bench.document.event
    assert (event.short_name, (event.last_day - event.first_day).days, event.languages) == (
        "Squid 2027",
        2,
        ("en",),
    )


def test_a_file_is_taken_in_and_remembered(
    qtbot: QtBot, program: Program, settings: Settings, tmp_path: Path
) -> None:
    path = tmp_path / "yoga.octo"
    path.write_bytes(octo.write(small_log()))
    program.begin([str(path)])
    qtbot.waitUntil(lambda: bool(program.windows), timeout=10_000)
    window = only_window(program)
    assert (window.file.path, window.file.lacking, window.bench.document.title("yoga")) == (path, 0, "Yoga")
    assert [recent.path for recent in settings.recent] == [path]


def test_a_file_that_is_none_is_said_on_the_start_page(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    path = tmp_path / "letter.octo"
    path.write_text("Dear all", encoding="utf-8")
    program.open_file(path)
    qtbot.waitUntil(lambda: program.start_page is not None, timeout=10_000)
    assert page_of(program).said.text() == (
        "“letter.octo” is not a conference file. Choose a file that was saved as .octo."
    )


def test_the_conference_that_was_open_last_opens_again(qtbot: QtBot, program: Program) -> None:
    program.open_sample("octopus-2021")
    with qtbot.waitSignal(program.ended):
        only_window(program).close()
    program.begin([])
    assert only_window(program).bench.document.event.short_name == "Octopus 2021"


def test_looks_and_language_are_for_every_window(
    qapp: QApplication, program: Program, settings: Settings
) -> None:
    program.open_sample("octopus-2021")
    program.set_theme(Theme(DARK, 150))
    program.set_language("fr")
    assert (only_window(program).surface.theme, settings.theme) == (Theme(DARK, 150), Theme(DARK, 150))
    assert only_window(program).tools.days.buttons[1].text() == "Mer. 17"
    program.set_theme(Theme())


def test_every_edit_is_safe_at_once(program: Program, database: Path) -> None:
    from octodesk.store.reading import read_document

    program.open_sample("octopus-2021")
    bench = only_window(program).bench
    only_window(program).furnish()
    only_window(program).surface.tell(Drop((("ws-4", at((), "14:15")),)))
    assert read_document(database, bench.document.event_id).session("ws-4").placement == at((), "14:15")


def test_what_was_being_typed_when_it_was_killed_is_kept(
    program: Program, shelf: Shelf, qapp: QApplication
) -> None:
    program.open_sample("octopus-2021")
    window = only_window(program)
    window.bench.select(["ws-4"])
    window.panes.inspector.field("title").selectAll()
    QTest.keyClicks(window.panes.inspector.field("title"), "Last words")
    assert window.bench._drafting is not None
    window.bench._drafting.write()
    drafts = shelf.drafts(window.bench.document.event_id)
    assert [draft.words for draft in drafts.all()] == ["Last words"]
    window.panes.inspector.field(
        "title"
    ).typing.begin_anew()  # as if the process were gone: nothing is handed over
    window.filing.close_as_it_is()
    program.open_sample("octopus-2021")
    again = only_window(program)
    assert again.bench.document.title("ws-4") == "Last words"
    assert again.notices.sentence.text().startswith("What you were writing was kept: title of WS 4")
    assert drafts.all() == ()


def test_what_has_become_an_edit_is_no_draft_any_more(program: Program, shelf: Shelf) -> None:
    program.open_sample("octopus-2021")
    window = only_window(program)
    window.bench.select(["ws-4"])
    QTest.keyClicks(window.panes.inspector.field("title"), "x")
    assert window.bench._drafting is not None
    window.bench._drafting.write()
    window.panes.inspector.field("title").typing.hand_over()
    assert shelf.drafts(window.bench.document.event_id).all() == ()


# ---- one program per database


def test_a_later_start_hands_its_words_over(qtbot: QtBot, tmp_path: Path) -> None:
    name = server_name(tmp_path / "octodesk.db")
    listening = Listening(name)
    assert listening.listens
    code = (
        f"from octodesk.ui.one_program import hand_over; print(hand_over({name!r}, ['--sample', '/a.octo']))"
    )
    with qtbot.waitSignal(listening.heard, timeout=20_000) as heard:
        later = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    qtbot.waitUntil(lambda: later.poll() is not None, timeout=20_000)
    assert (heard.args, later.communicate()[0]) == ([["--sample", "/a.octo"]], "True\n")
    listening.close()


def test_without_a_program_nothing_is_handed_over(qapp: QApplication, tmp_path: Path) -> None:
    assert not hand_over(server_name(tmp_path / "octodesk.db"), [])


def test_two_databases_have_two_programs(tmp_path: Path) -> None:
    assert server_name(tmp_path / "a.db") != server_name(tmp_path / "b.db")


def test_a_document_of_the_sample_is_the_same_on_the_shelf(shelf: Shelf) -> None:
    log = sample_log("octopus-2021")
    assert shelf.take_in(log).document() == Document.of_log(log)
    assert shelf.take_in(log).document() == Document.of_log(log)
