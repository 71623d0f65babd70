# SPDX-License-Identifier: EUPL-1.2
"""The file of a window's conference: the window's title, Ctrl+S, the files opened lately, and the question at closing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from octodesk.languages import _

if TYPE_CHECKING:
    from octodesk.ui.main_window import MainWindow


class Filing(QObject):
    """Between the actions of the File menu and the window's FileLink."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._file, self._bench = window, window.file, window.bench
        self._leaving = False
        self._file.changed.connect(self.show)
        window.actions_by_name.recent.aboutToShow.connect(self._list_recent)

    @property
    def deeds(self) -> Mapping[str, Callable[[], object]]:
        return {"save": self.save, "save-as": self.save_as, "close": self._window.close}

    def show(self) -> None:
        """The file, the conference and what the file lacks, in the window's title and on the action."""
        window, event = self._window, self._bench.document.event
        name = event.short_name or self._bench.document.words(event.name)
        parts = (self._file.title(), name, "OctoDesk")
        window.setWindowTitle(" – ".join(part for part in parts if part))
        window.setWindowModified(False)
        window.notices.say_file(self._file.to_send())
        words = _("&Update {file}").format(file=self._file.name) if self._file.path else _("&Save…")
        window.actions_by_name["save"].setText(words)

    def _list_recent(self) -> None:
        window = self._window
        menu = window.actions_by_name.recent
        menu.clear()
        for one in window.settings.recent:
            action = menu.addAction(
                _("{file} – {conference}").format(file=one.path.name, conference=one.name)
            )
            action.setToolTip(str(one.path))
            action.triggered.connect(lambda _on=False, path=one.path: window.recent_wanted.emit(path))
        if menu.isEmpty():
            menu.addAction(_("No file yet")).setEnabled(False)

    # -- saving

    def save(self) -> None:
        """Updates the file the conference came from; without one, asks where."""
        if self._file.path is None:
            self.save_as()
        else:
            self._file.save()

    def save_as(self) -> None:
        from octodesk.ui.dialogs.files import ask_where_to_save

        event = self._bench.document.event
        name = (event.short_name or self._bench.document.words(event.name)).lower().replace(" ", "-")
        proposal = str(self._file.path) if self._file.path else f"{name}.octo"
        ask_where_to_save(self._window, proposal, self._save_to)

    def _save_to(self, path: Path) -> None:
        self._file.save(path)

    # -- closing

    def may_close(self) -> bool:
        """Whether the window may go. Where the file lacks changes that is asked first, and the window goes by itself."""
        if not self._file.lacking or self._leaving:
            return True
        from octodesk.ui.dialogs.files import ask_about_changes

        ask_about_changes(
            self._window,
            self._file.name,
            self._file.lacking,
            update=self._update_and_close,
            leave=self.close_as_it_is,
        )
        return False

    def _update_and_close(self) -> None:
        self._file.settled.connect(
            lambda well: self.close_as_it_is() if well else None, Qt.ConnectionType.SingleShotConnection
        )
        self._file.save()

    def close_as_it_is(self) -> None:
        """Without a question: what the file lacks is safe here."""
        self._leaving = True
        self._window.close()
