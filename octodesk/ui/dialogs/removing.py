# SPDX-License-Identifier: EUPL-1.2
"""Removing personal data for good: one person, or at the close of a conference what was asked for planning."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from octodesk.edits.removing import close_conference, files_of, remove_person
from octodesk.languages import _, ngettext
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.log import Log
from octodesk.model.stamped import Stamped
from octodesk.ui.panes.speakers import full_name
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme

if TYPE_CHECKING:
    from octodesk.ui.main_window import MainWindow


class RemovalDialog(Spoken, QDialog):
    """Says what goes and that it stays gone. Return and Escape close it; only its own button tells `agreed`."""

    agreed = Signal()

    def __init__(
        self, document: Document, theme: Theme, person: str = "", parent: QWidget | None = None
    ) -> None:
        """`person` is removed; "": the conference is closed."""
        super().__init__(parent)
        self.setObjectName("removal")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._document, self._person = document, person
        self._heading, self.said = QLabel(), QLabel()
        self._heading.setProperty("look", "heading")
        self.buttons = QDialogButtonBox()
        self.go = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep = self.buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self.go.setAutoDefault(False)
        self.keep.setDefault(True)
        self.buttons.accepted.connect(self._agree)
        self.buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setSpacing(12)
        for label in (self._heading, self.said):
            label.setWordWrap(True)
            whole.addWidget(label)
        whole.addStretch()
        whole.addWidget(self.buttons)
        self.retranslate()
        self.resize(theme.px(540), self.heightForWidth(theme.px(540)))
        self.keep.setFocus()

    def retranslate(self) -> None:
        document, person = self._document, self._person
        self.setWindowTitle(_("Remove for good") if person else _("Close the conference"))
        asked = _("Remove {name} for good?") if person else _("Close this conference?")
        self._heading.setText(asked.format(name=full_name(document, person)) if person else asked)
        gone = _of_person() if person else _of_conference(document)
        self.said.setText("\n\n".join((*gone, *_in_any_case())))
        self.go.setText(_("&Remove for good"))
        self.keep.setText(_("Close without changing anything"))

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit()


def _of_person() -> Iterator[str]:
    yield _(
        "The name, telephone, e-mail, photo and everything else ever written about this person are removed, with"
        " their parts in all sessions."
    )
    yield _(
        "What somebody typed about them in a title, a description or a note is not found: change it by hand."
    )


def _of_conference(document: Document) -> Iterator[str]:
    yield _(
        "Telephones, e-mails and what was asked for planning (arrival, departure, availability, technical tests,"
        " time zones) are removed from everybody."
    )
    if count := sum(person.status == "declined" for person in document.people):
        yield ngettext(
            "{n} person who declined is removed altogether.",
            "{n} people who declined are removed altogether.",
            count,
        ).format(n=count)


def _in_any_case() -> Iterator[str]:
    yield _(
        "It goes from the conference and its whole history, and on this computer from the safety copies, from what"
        " was being typed and from the files received."
    )
    yield _("This cannot be undone.")
    yield _(
        "Copies that were sent out are not reached: you can only ask for them back. Save afterwards, so that the"
        " file of the conference loses it too."
    )


def ask_to_remove(window: MainWindow) -> None:
    """The person one is on in the Speakers table."""
    person = window.panes.speakers.row
    if not person:
        window.getting_about.raise_dock("speakers")
        window.bench.notice(_("Choose in the Speakers table who is to be removed."), fault=True)
        return
    _ask(window, person, lambda document, log: remove_person(document, log, person))


def ask_to_close(window: MainWindow) -> None:
    _ask(window, "", close_conference)


def _ask(window: MainWindow, person: str, make: Callable[[Document, Log], Edit]) -> None:
    bench = window.bench
    bench.finish_typing()
    if window.outfit.trying.is_on:  # what is tried out holds the names too, and is no part of the history
        bench.notice(_("Apply or drop what you are trying out first."), fault=True)
        return
    dialog = RemovalDialog(bench.document, window.theme, person, window)
    dialog.agreed.connect(lambda: _remove(window, make))
    dialog.open()


def _remove(window: MainWindow, make: Callable[[Document, Log], Edit]) -> None:
    """The edit; what else lies on this computer is cleaned by who hears `removed`."""
    bench, files, made = window.bench, set[str](), list[Stamped]()

    def removal(document: Document) -> Edit:
        log = bench.desk.log()
        edit = make(document, log)
        files.update(files_of(log, edit))
        if edit.is_empty:
            bench.notice(_("There is nothing left to remove."))
        return edit

    stop = bench.desk.listen(lambda news: made.extend(one for one in news.made if one.redacts))
    bench.do(removal)
    stop()
    for edit in made:
        window.removed.emit(edit, frozenset(files))
