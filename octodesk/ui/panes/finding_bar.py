# SPDX-License-Identifier: EUPL-1.2
"""What can be done about the clash one stands on: move something, accept it with a reason, make its rule less grave."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from octodesk.edits.conflicts import acknowledge_all, set_rule, withdraw
from octodesk.edits.sessions import move_session
from octodesk.languages import _
from octodesk.model.checks.rules import RULES, SEVERITIES
from octodesk.model.checks.settings import severities
from octodesk.ui.panes.finding_lines import GROUPINGS
from octodesk.ui.panes.fixes import Fix, fixes_of
from octodesk.ui.panes.to_do import Finding
from octodesk.ui.spoken import Spoken
from octodesk.ui.workbench import Workbench
from octodesk.wording.rules import SEVERITY_NAMES, rule_name

WIDTH = 300


class FindingBar(Spoken, QWidget):
    """`regrouped` and `sought` tell how the list is to be shown."""

    regrouped = Signal(str)
    sought = Signal(str)

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._finding: Finding | None = None
        self.by, self.filter, self.reason = QComboBox(), QLineEdit(), QLineEdit()
        self.fix, self.severity = QToolButton(), QToolButton()
        self.accept = QPushButton()
        self._menu, self._levels = QMenu(self), QMenu(self)
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self._seek_fixes)
        for name in GROUPINGS:
            self.by.addItem("", name)
        self.fix.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.fix.setMenu(self._menu)
        self.fix.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.severity.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.severity.setMenu(self._levels)
        self.reason.hide()
        self.reason.installEventFilter(self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.show_finding(None)

    def _lay_out(self) -> None:
        first, last = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.by)
        first.addWidget(self.filter, 1)
        last.addWidget(self.reason, 1)
        last.addWidget(self.accept)
        last.addWidget(self.severity)
        last.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 4, 8, 4)
        whole.setSpacing(4)
        whole.addLayout(first)
        whole.addWidget(self.fix)
        whole.addLayout(last)
        whole.addStretch()

    def _connect(self) -> None:
        self.by.currentIndexChanged.connect(lambda place: self.regrouped.emit(self.by.itemData(place)))
        self.filter.textChanged.connect(self.sought)
        self.fix.clicked.connect(self._mend_first)
        self.accept.clicked.connect(self._accept)
        self.reason.returnPressed.connect(self._accept)

    def retranslate(self) -> None:
        for place, words in enumerate(GROUPINGS.values()):
            self.by.setItemText(place, _(words))
        self.by.setAccessibleName(_("How the clashes are grouped"))
        self.filter.setPlaceholderText(_("Find in the list…"))
        self.filter.setAccessibleName(_("Find in the list…"))
        self.reason.setPlaceholderText(_("Why it may stay so"))
        self.reason.setAccessibleName(_("Why it may stay so"))
        self.show_finding(self._finding)

    # -- the line one stands on

    @property
    def has_finding(self) -> bool:
        return self._finding is not None

    def show_finding(self, finding: Finding | None) -> None:
        self._finding = finding if finding is not None and finding.conflicts else None
        self._ask_reason(on=False)
        self._menu.clear()
        there = self._finding is not None
        for widget in (self.accept, self.severity):
            widget.setVisible(there)
        self.fix.setVisible(False)
        if self._finding is not None:
            self.accept.setText(_("No longer accept") if self._finding.accepted else _("Accept…"))
            self._show_severity(self._finding.rule)
            self._late.start()

    def _show_severity(self, rule: str) -> None:
        now = severities(self._bench.document)[rule]
        self._levels.clear()
        one = QActionGroup(self._levels)
        for level in SEVERITIES:
            name = _(SEVERITY_NAMES[level]) if level in SEVERITY_NAMES else _("Off")
            own = level == RULES[rule].severity
            action = self._levels.addAction(_("{level} (as a rule)").format(level=name) if own else name)
            action.setCheckable(True)
            action.setChecked(level == now)
            one.addAction(action)
            action.triggered.connect(partial(self._grade, rule, "" if own else level))
        self.severity.setText(_(SEVERITY_NAMES[now]) if now in SEVERITY_NAMES else _("Off"))
        said = _("How much it counts: {rule}").format(rule=rule_name(rule))
        self.severity.setToolTip(said)
        self.severity.setAccessibleName(said)

    def _grade(self, rule: str, level: str, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own argument
        self._bench.do(lambda document: set_rule(document, rule=rule, severity=level))

    def _seek_fixes(self) -> None:
        finding = self._finding
        if finding is None or finding.folded or finding.accepted or len(finding.conflicts) != 1:
            return
        (conflict,) = finding.conflicts
        fixes = fixes_of(self._bench.document, conflict) if conflict.is_clash else ()
        for fix in fixes:
            self._menu.addAction(fix.words).triggered.connect(partial(self._mend, fix))
        self.fix.setVisible(bool(fixes))
        if fixes:
            self.fix.setText(fixes[0].words)
            self.fix.setToolTip(fixes[0].words)

    def _mend_first(self) -> None:
        if actions := self._menu.actions():
            actions[0].trigger()

    def _mend(self, fix: Fix, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own argument
        self._bench.do(lambda document: move_session(document, fix.session, fix.placement))

    # -- accepting

    def _accept(self) -> None:
        finding = self._finding
        if finding is None:
            return
        if finding.accepted:
            self._bench.do(lambda document: withdraw(document, finding.conflicts))
        elif not self.reason.isVisible():
            self._ask_reason(on=True)
        elif why := self.reason.text().strip():
            self._bench.do(lambda document: acknowledge_all(document, finding.conflicts, reason=why))

    def _ask_reason(self, *, on: bool) -> None:
        self.reason.setVisible(on)
        self.severity.setVisible(not on)
        if on:
            self.reason.clear()
            self.reason.setFocus()
            self.accept.setText(_("Accept"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self.show_finding(self._finding)
            return True
        return False
