# SPDX-License-Identifier: EUPL-1.2
"""What the program is, which version, and under which licence."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

import octodesk
from octodesk.languages import _
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme


class AboutDialog(Spoken, QDialog):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._name, self._words = QLabel("OctoDesk"), QLabel()
        self._name.setObjectName("start-title")
        self._name.setFont(theme.serif(18))
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 24, 24, 16)
        inside.setSpacing(12)
        for widget in (self._name, self._words, buttons):
            inside.addWidget(widget)
        self.setMinimumWidth(theme.px(400))
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(_("About OctoDesk"))
        self._words.setText(
            _(
                "Version {version}\n\nPlans a conference on the screen, keeps every change, and prints its programme. "
                "Free software under the European Union Public Licence 1.2. Drawn with Qt (LGPL); set in Source Sans "
                "and Source Serif (SIL Open Font License)."
            ).format(version=octodesk.__version__)
        )
