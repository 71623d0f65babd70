# SPDX-License-Identifier: EUPL-1.2
"""The docks around the timetable: quiet titles that can be dragged, floated and closed."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QMainWindow, QTabWidget, QToolButton, QWidget

from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.ui.icons import icon
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme

NAMES = ("workshops", "rooms", "speakers", "inspector", "conflicts", "history", "preview")
HIDDEN_AT_FIRST = ("preview",)
LARGEST_SHARE = 0.28
"""Of the screen's width a dock at the side takes at first, however large the text."""


class DockTitle(Spoken, QWidget):
    """The line over a dock: its name or tabs at the left, two small buttons at the right. Dragging it moves the dock."""

    def __init__(self, dock: Dock, theme: Theme, tabs: QWidget | None) -> None:
        super().__init__(dock)
        self.setObjectName("dock-title")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._dock = dock
        self._name = QLabel()
        self._name.setObjectName("dock-name")
        self._float, self._close = QToolButton(), QToolButton()
        self._float.clicked.connect(lambda: dock.setFloating(not dock.isFloating()))
        self._close.clicked.connect(dock.close)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 4, 0)
        inside.setSpacing(2)
        inside.addWidget(
            tabs or self._name, 0, Qt.AlignmentFlag.AlignBottom if tabs else Qt.AlignmentFlag.AlignVCenter
        )
        inside.addStretch(1)
        inside.addWidget(self._float)
        inside.addWidget(self._close)
        self.set_theme(theme)
        self.retranslate()

    def retranslate(self) -> None:
        for button, words in ((self._float, _("Detach or put back")), (self._close, _("Hide"))):
            said = _("{what}: {pane}").format(what=words, pane=self._dock.accessibleName())
            button.setToolTip(words)
            button.setAccessibleName(said)

    def set_theme(self, theme: Theme) -> None:
        size = theme.px(12)
        for button, name in ((self._float, "panel-right"), (self._close, "close")):
            button.setIcon(icon(name, theme.palette, color=theme.palette.muted))
            button.setIconSize(QSize(size, size))
        self.setMinimumHeight(theme.px(32))

    def set_name(self, words: str) -> None:
        self._name.setText(words)

    def sizeHint(self) -> QSize:
        # Qt reckons the title's height from here, not from the least height.
        return super().sizeHint().expandedTo(QSize(0, self.minimumHeight()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())


class Dock(QDockWidget):
    """A dock by its objectName. Among others behind tabs its own title goes: the tab says it."""

    def __init__(
        self, name: str, content: QWidget, theme: Theme, window: QMainWindow, *, tabs: QWidget | None = None
    ) -> None:
        super().__init__(window)
        self.setObjectName(name)
        self.toggleViewAction().setObjectName(f"action-pane-{name}")
        self.setWidget(content)
        self._main = window
        self._line = DockTitle(self, theme, tabs)
        self._none = QWidget(self)
        self._none.hide()
        self.setTitleBarWidget(self._line)
        self.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetClosable
            | QDockWidget.DockWidgetFeature.DockWidgetMovable
            | QDockWidget.DockWidgetFeature.DockWidgetFloatable
        )
        self.topLevelChanged.connect(self.settle)
        self.dockLocationChanged.connect(self.settle)
        self.visibilityChanged.connect(self.settle)
        # Whoever asks for a pane sees it, also where it stands behind another's tab.
        self.toggleViewAction().triggered.connect(lambda shown: self.raise_() if shown else None)

    def set_names(self, *, name: str, title: str) -> None:
        """The pane's name for those who hear it, and what stands on its tab."""
        self.setAccessibleName(name)
        self.toggleViewAction().setText(name)
        if self.windowTitle() != title:
            self.setWindowTitle(title)
        self._line.set_name(title)
        self._line.retranslate()

    def settle(self) -> None:
        """Shows its own title only where no tab shows it."""
        if not shiboken6.isValid(self._main):
            return  # the docks are told of its end too
        behind_tabs = not self.isFloating() and bool(self._main.tabifiedDockWidgets(self))
        wanted = self._none if behind_tabs else self._line
        if self.titleBarWidget() is not wanted:
            self.titleBarWidget().hide()
            self.setTitleBarWidget(wanted)
            wanted.show()

    def set_theme(self, theme: Theme) -> None:
        self._line.set_theme(theme)


class Docks:
    """All docks of a window, by objectName. They are empty until the panes come."""

    def __init__(self, window: QMainWindow, theme: Theme, tabs_below: QWidget) -> None:
        self._window, self._theme = window, theme
        window.setDockOptions(
            QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.GroupedDragging
        )
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        window.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        window.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.BottomDockWidgetArea)
        tabs = {"conflicts": tabs_below}
        self.by_name = {name: Dock(name, QWidget(), theme, window, tabs=tabs.get(name)) for name in NAMES}
        self.put_back()

    def put_back(self) -> None:
        """Every dock where it stands at first."""
        docks, area, window = self.by_name, Qt.DockWidgetArea, self._window
        for dock in docks.values():
            dock.setFloating(False)
            dock.setVisible(dock.objectName() not in HIDDEN_AT_FIRST)
        for name in ("workshops", "rooms", "speakers"):
            window.addDockWidget(area.LeftDockWidgetArea, docks[name])
        window.tabifyDockWidget(docks["workshops"], docks["rooms"])
        window.tabifyDockWidget(docks["rooms"], docks["speakers"])
        window.addDockWidget(area.RightDockWidgetArea, docks["inspector"])
        window.tabifyDockWidget(docks["inspector"], docks["preview"])
        window.addDockWidget(area.BottomDockWidgetArea, docks["conflicts"])
        window.splitDockWidget(docks["conflicts"], docks["history"], Qt.Orientation.Horizontal)
        px = self._theme.px
        most = window.screen().availableGeometry().width() * LARGEST_SHARE
        sides = [docks["workshops"], docks["inspector"]]
        widths = [round(min(px(width), max(width, most))) for width in (328, 332)]
        window.resizeDocks(sides, widths, Qt.Orientation.Horizontal)
        below = [docks["conflicts"], docks["history"]]
        window.resizeDocks(below, [px(640), px(320)], Qt.Orientation.Horizontal)
        window.resizeDocks(below[:1], [px(152)], Qt.Orientation.Vertical)
        docks["workshops"].raise_()
        for dock in docks.values():
            dock.settle()

    def name(self, document: Document) -> None:
        """Names and counts, in the program's language."""
        titles = {
            "workshops": (_("Workshops"), _("Workshops {n}").format(n=_workshops(document))),
            "rooms": (_("Rooms"), _("Rooms {n}").format(n=len(document.rooms))),
            "speakers": (_("Speakers"), _("Speakers {n}").format(n=len(document.people))),
            "inspector": (_("Inspector"), _("Inspector")),
            "conflicts": (_("Clashes"), _("Clashes")),
            "history": (_("History"), _("History")),
            "preview": (_("Preview"), _("Preview")),
        }
        for name, (spoken, title) in titles.items():
            self.by_name[name].set_names(name=spoken, title=title)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for dock in self.by_name.values():
            dock.set_theme(theme)


def _workshops(document: Document) -> int:
    return sum(one.kind == "workshop" for one in document.sessions)
