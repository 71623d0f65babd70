# SPDX-License-Identifier: EUPL-1.2
"""The dock of the preview, empty until it is looked at: what fills it brings ReportLab."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from octodesk.ui.main_window import MainWindow
    from octodesk.ui.printing.preview import PreviewPane


class PreviewDock:
    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._dock = window.docks["preview"]
        self.pane: PreviewPane | None = None
        self._dock.visibilityChanged.connect(lambda seen: self._fill() if seen else None)
        if self._dock.isVisible():
            self._fill()

    def _fill(self) -> None:
        if self.pane is not None:
            return
        from octodesk.ui.printing.preview import PreviewPane

        self.pane = PreviewPane(self._window.bench, lambda: self._window.theme)
        self._dock.setWidget(self.pane)
        self._window.closed.connect(self.pane.end)
