# SPDX-License-Identifier: EUPL-1.2
"""Asking for a file, and what to do about changes a file lacks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from octodesk.languages import _, ngettext


def ask_where_to_save(parent: QWidget, proposal: str, chosen: Callable[[Path], None]) -> QFileDialog:
    """Opens the question where a conference is to be saved."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    ask = _asked(parent, _("Save the conference as"), Path(folder) / proposal)
    ask.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    ask.fileSelected.connect(lambda path: chosen(Path(path)))
    ask.open()
    return ask


def ask_what_to_open(parent: QWidget, chosen: Callable[[Path], None]) -> QFileDialog:
    """Opens the question which file is to be opened."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    ask = _asked(parent, _("Open a conference"), Path(folder))
    ask.setFileMode(QFileDialog.FileMode.ExistingFile)
    ask.fileSelected.connect(lambda path: chosen(Path(path)))
    ask.open()
    return ask


def _asked(parent: QWidget, title: str, path: Path) -> QFileDialog:
    ask = QFileDialog(parent, title, str(path), _("Conferences (*.octo);;All files (*)"))
    ask.setDefaultSuffix("octo")
    ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return ask


def ask_about_changes(
    parent: QWidget, file: str, lacking: int, *, update: Callable[[], None], leave: Callable[[], None]
) -> QMessageBox:
    """Opens the one question at closing: the file lacks changes, which are safe here all the same."""
    said = ngettext(
        "{file} lacks {n} change. It is safe on this computer; whoever gets the file does not have it.",
        "{file} lacks {n} changes. They are safe on this computer; whoever gets the file does not have them.",
        lacking,
    ).format(file=file, n=lacking)
    ask = QMessageBox(QMessageBox.Icon.NoIcon, _("Close"), said, QMessageBox.StandardButton.NoButton, parent)
    ask.setObjectName("ask-about-changes")
    ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    role = QMessageBox.ButtonRole
    updating = ask.addButton(_("Update {file} and close").format(file=file), role.AcceptRole)
    updating.setProperty("look", "primary")
    leaving = ask.addButton(_("Close without updating"), role.DestructiveRole)
    staying = ask.addButton(_("Do not close"), role.RejectRole)
    updating.clicked.connect(update)
    leaving.clicked.connect(leave)
    ask.setDefaultButton(updating)
    ask.setEscapeButton(staying)
    ask.open()
    return ask


def tell(parent: QWidget | None, title: str, sentence: str) -> QMessageBox:
    """A sentence in a window of its own, where there is no other window to say it in."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, title, sentence, QMessageBox.StandardButton.Close, parent)
    box.setObjectName("sentence")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
