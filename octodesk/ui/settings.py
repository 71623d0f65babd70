# SPDX-License-Identifier: EUPL-1.2
"""What the window remembers on this machine: where it stood, how it looks, which files were open.

Nothing of a conference lies here. QSettings gives strings back, so each value is read as one and checked.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from octodesk.ui.palettes import PALETTES
from octodesk.ui.theme import LARGEST_TEXT, SMALLEST_TEXT, Theme

LAYOUT = 1
"""Docks remembered by another layout of ours are not put back."""
MOST_RECENT = 10


@dataclass(frozen=True, slots=True)
class Recent:
    """A file opened lately, and the conference that is in it."""

    path: Path
    event: str
    name: str


class Settings:
    """The settings in one INI file."""

    def __init__(self, path: Path) -> None:
        self._kept = QSettings(str(path), QSettings.Format.IniFormat)

    # -- the window's place

    def keep_window(self, window: QMainWindow) -> None:
        self._kept.setValue("window/geometry", window.saveGeometry())
        self._kept.setValue("window/docks", window.saveState(LAYOUT))

    def put_back(self, window: QMainWindow) -> bool:
        """Puts the window where it stood; False where nothing is known, or no screen is there any more."""
        geometry, docks = self._kept.value("window/geometry"), self._kept.value("window/docks")
        placed = (
            isinstance(geometry, QByteArray) and window.restoreGeometry(geometry) and _on_a_screen(window)
        )
        if isinstance(docks, QByteArray):
            window.restoreState(docks, LAYOUT)
        return placed

    # -- how it looks

    @property
    def theme(self) -> Theme:
        name = self._words("look/palette")
        palette = PALETTES[name] if name in PALETTES else PALETTES["light"]
        size = self._words("look/text-size")
        percent = int(size) if size.isdecimal() else 100
        return Theme(palette, max(SMALLEST_TEXT, min(LARGEST_TEXT, percent)))

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._kept.setValue("look/palette", theme.palette.name)
        self._kept.setValue("look/text-size", str(theme.text_size))

    @property
    def language(self) -> str:
        """The program's language, "" while nobody chose one."""
        return self._words("look/language")

    @language.setter
    def language(self, code: str) -> None:
        self._kept.setValue("look/language", code)

    # -- the tables' columns

    def layout_of(self, table: str) -> str:
        """Which columns a table shows, in which order and how wide, as it was kept; "" for nothing."""
        value = self._kept.value(f"columns/{table}", "")
        return ",".join(value) if isinstance(value, list) else value if isinstance(value, str) else ""

    def keep_layout(self, table: str, words: str) -> None:
        self._kept.setValue(f"columns/{table}", words)

    # -- files

    @property
    def recent(self) -> tuple[Recent, ...]:
        """The files opened lately, the newest first."""
        count = self._kept.beginReadArray("recent")
        found = []
        for place in range(count):
            self._kept.setArrayIndex(place)
            path, event, name = (self._words(key) for key in ("path", "event", "name"))
            if path:
                found.append(Recent(Path(path), event, name))
        self._kept.endArray()
        return tuple(found)

    def add_recent(self, recent: Recent) -> None:
        others = [one for one in self.recent if one.path != recent.path]
        self._kept.beginWriteArray("recent", min(MOST_RECENT, len(others) + 1))
        for place, one in enumerate([recent, *others][:MOST_RECENT]):
            self._kept.setArrayIndex(place)
            self._kept.setValue("path", str(one.path))
            self._kept.setValue("event", one.event)
            self._kept.setValue("name", one.name)
        self._kept.endArray()

    def file_of(self, event: str) -> Path | None:
        """The file a conference was last opened from or written to."""
        return next((one.path for one in self.recent if one.event == event), None)

    @property
    def last_event(self) -> str:
        """The conference that was open last, "" for none."""
        return self._words("last/event")

    @last_event.setter
    def last_event(self, event: str) -> None:
        self._kept.setValue("last/event", event)

    # -- whatever parts of the window remember

    def keep_words(self, key: str, words: str) -> None:
        self._kept.setValue(key, words)

    def kept_words(self, key: str) -> str:
        """ "" for what is not known."""
        return self._words(key)

    def write(self) -> None:
        """Now, not when Qt finds the time."""
        self._kept.sync()

    def _words(self, key: str) -> str:
        value = self._kept.value(key, "")
        return value if isinstance(value, str) else ""


def _on_a_screen(window: QMainWindow) -> bool:
    """Whether enough of the frame is to be seen to take hold of it."""
    frame = window.frameGeometry()
    for screen in QGuiApplication.screens():
        seen = screen.availableGeometry().intersected(frame)
        if seen.width() >= 100 and seen.height() >= 100:
            return True
    return False
