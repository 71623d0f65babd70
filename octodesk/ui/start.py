# SPDX-License-Identifier: EUPL-1.2
"""Starting the window: `octodesk`, `octodesk FILE.octo`, `--sample`, `--picture OUT.png`, `--database WHERE`."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from octodesk import languages
from octodesk.languages import _
from octodesk.store.contract import StoreError
from octodesk.store.reading import default_path, path_of
from octodesk.wording.failures import store_failure

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from octodesk.ui.program import Program
    from octodesk.ui.shelf import Shelf

PATIENCE = 2.0
"""Seconds for a program that has just been started itself to listen to a later start."""
WRONG_USAGE, UNREADABLE, UNWRITABLE = 2, 3, 4


@dataclass(slots=True)
class Words:
    """What the program was started with. `picture` is where a picture of the window is to be written."""

    files: list[str] = field(default_factory=list)
    sample: bool = False
    picture: str = ""
    database: str = ""
    unknown: str = ""

    def handed_over(self) -> list[str]:
        """For a program that runs already, in whatever folder that is."""
        sample = ["--sample"] if self.sample else []
        return [*sample, *(str(Path(file).absolute()) for file in self.files)]


def read_words(arguments: Sequence[str]) -> Words:
    """`unknown` is the first word that makes no sense."""
    words, left = Words(), list(arguments)
    while left:
        word = left.pop(0)
        if word == "--sample":
            words.sample = True
        elif word in ("--picture", "--database") and left:
            setattr(words, word.removeprefix("--"), left.pop(0))
        elif word.startswith("-"):
            words.unknown = words.unknown or word
        else:
            words.files.append(word)
    return words


def run(arguments: Sequence[str]) -> int:
    """Opens the window and stays until it is closed. Gives the exit status."""
    languages.set_language(languages.choose_language(None, os.environ))
    words = read_words(arguments)
    if words.unknown:
        return _told(_("There is no option {word}.").format(word=words.unknown), WRONG_USAGE)
    if words.picture:
        from octodesk.ui.picture import picture_of_window

        return picture_of_window(Path(words.picture))
    if no_display(os.environ):
        return _told(_("There is no display here. Use a verb, such as: octodesk show FILE."), WRONG_USAGE)
    try:
        path = path_of(words.database) if words.database else default_path()
    except StoreError as wrong:
        return _told(store_failure(wrong.reason, wrong.where), UNREADABLE)
    return _run_window(words, path)


def no_display(environment: Mapping[str, str]) -> bool:
    """Whether a window has nowhere to appear: on Linux without a display, and no other platform asked of Qt."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform == "linux" and not any(environment.get(name) for name in names)


def application() -> QApplication:
    """The one of this process, made where there is none yet."""
    # What is made now stays: to look through it again and again for what could go takes a sixth of the start.
    gc.disable()
    _import_without_qt()
    from PySide6.QtWidgets import QApplication

    # Qt's own style, asked for here: setStyle would make every value of QStyle known to Python.
    application = QApplication.instance() or QApplication(["octodesk", "-style", "fusion"])
    assert isinstance(application, QApplication)
    return application


def _import_without_qt() -> None:
    """What the first paint needs without Qt: PySide reads the source of each module that is imported after it."""
    import octodesk.desk
    import octodesk.ui.timetable.scene
    import octodesk.wording.refusals  # noqa: F401


def _run_window(words: Words, path: Path) -> int:
    qt = application()
    from octodesk.ui.shelf import Shelf

    try:
        shelf = Shelf(path)
    except StoreError as wrong:
        if wrong.reason == "in-use" and _handed_over(words, path):
            return 0
        return _tell_and_end(qt, store_failure(wrong.reason, wrong.where))
    return _run_program(qt, shelf, words, path)


def _handed_over(words: Words, path: Path) -> bool:
    """Gives the words to the program that has the database; False where none answers."""
    from octodesk.ui.one_program import hand_over, server_name

    return hand_over(server_name(path), words.handed_over(), patience=PATIENCE)


def _run_program(application: QApplication, shelf: Shelf, words: Words, path: Path) -> int:
    from octodesk.ui.program import Program
    from octodesk.ui.program_language import speak
    from octodesk.ui.settings import Settings

    _present(application)
    settings = Settings(_settings_path(path))
    speak(application, settings.language or languages.language())
    program = Program(application, shelf, settings)
    program.ended.connect(application.quit)
    program.settled.connect(lambda: _listen(program, path))
    program.begin(words.handed_over())
    status = application.exec()
    from octodesk.ui.background import wait_for_all

    wait_for_all()
    settings.write()
    shelf.close()
    return status


def _listen(program: Program, path: Path) -> None:
    """From now on later starts hand their words over, and what is made and dropped is looked for again."""
    from octodesk.ui.collecting import Collecting
    from octodesk.ui.one_program import Listening, server_name

    listening = Listening(server_name(path), program)
    listening.heard.connect(program.begin)
    program.ended.connect(listening.close)
    Collecting(program)


def _present(application: QApplication) -> None:
    """Names for the desktop; closing the last window is the program's own business."""
    application.setApplicationName("octodesk")
    application.setApplicationDisplayName("OctoDesk")
    application.setDesktopFileName("octodesk")
    application.setQuitOnLastWindowClosed(False)


def _settings_path(database: Path) -> Path:
    """Beside another database than the user's own, so that two never mix."""
    if database != default_path():
        return database.with_name(database.name + ".window.ini")
    import platformdirs

    return platformdirs.user_config_path("octodesk", appauthor=False) / "window.ini"


def _tell_and_end(application: QApplication, sentence: str) -> int:
    """On the screen too: whoever starts a program from a menu sees no terminal."""
    from octodesk.ui.dialogs.files import tell

    box = tell(None, "OctoDesk", sentence)
    box.finished.connect(application.quit)
    application.exec()
    return _told(sentence, UNREADABLE)


def _told(sentence: str, status: int) -> int:
    sys.stderr.write(" ".join(sentence.split()) + "\n")
    return status
