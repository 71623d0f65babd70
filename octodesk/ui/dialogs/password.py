# SPDX-License-Identifier: EUPL-1.2
"""Asking for the password of a file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

from octodesk.languages import _


def ask_password(
    parent: QWidget | None, file: str, given: Callable[[str], None], *, again: bool
) -> QInputDialog:
    """Opens the question; `again` where the password given before was not the right one."""
    ask = QInputDialog(parent)
    ask.setObjectName("ask-password")
    ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    ask.setWindowTitle(_("Password"))
    said = _("That is not the password of “{file}”. Try again:") if again else _("Password of “{file}”:")
    ask.setLabelText(said.format(file=file))
    ask.setTextEchoMode(QLineEdit.EchoMode.Password)
    ask.setOkButtonText(_("Open"))
    ask.setCancelButtonText(_("Close without opening"))
    ask.textValueSelected.connect(given)
    ask.open()
    return ask
