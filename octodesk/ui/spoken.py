# SPDX-License-Identifier: EUPL-1.2
"""Widgets that change their words when the program changes its language."""

from __future__ import annotations

from PySide6.QtCore import QEvent


class Spoken:
    """Stands first among a widget's bases. The widget's constructor calls `retranslate` at its end, as Qt does later."""

    def retranslate(self) -> None:
        """Puts every word on anew."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)  # type: ignore[misc]  # the widget's own, behind this in its bases
