# SPDX-License-Identifier: EUPL-1.2
"""What is looked for: every rule with how much it counts, and its options, as the house wants them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from octodesk.edits.conflicts import set_rule
from octodesk.languages import N_, _
from octodesk.model.checks.rules import RULES, SEVERITIES
from octodesk.model.checks.settings import options, severities
from octodesk.ui.flow import FlowLayout
from octodesk.wording.rules import SEVERITY_NAMES, rule_name

if TYPE_CHECKING:
    from octodesk.ui.main_window import MainWindow

OPTION_NAMES = {
    "grace": N_("Minutes let pass"),
    "slack": N_("Percent of the seats let pass"),
    "minutes": N_("Minutes"),
    "between_buildings": N_("Minutes between buildings"),
    "pause": N_("Minutes that are a pause"),
    "from": N_("From"),
    "until": N_("Until"),
    "one": N_("Minutes for one interpreter"),
    "two": N_("For two"),
    "three": N_("For three"),
    "four": N_("For four"),
}
"""The half-days by which interpretation is ordered stand where it is ordered."""


class RulesDialog(QDialog):
    """What is changed counts at once, and can be undone."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._bench = window.bench
        self.setObjectName("rules")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.setWindowTitle(_("What is checked"))
        self.levels: dict[str, QComboBox] = {}
        self.fields: dict[tuple[str, str], QSpinBox | QTimeEdit] = {}
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setColumnStretch(2, 1)
        for group, words in (("clash", _("Clashes")), ("to-do", _("Still to do"))):
            self._head(words)
            for rule in (one for one in RULES.values() if one.group == group):
                self._row(rule.name)
        scrolled = QScrollArea()
        scrolled.setWidget(inside)
        scrolled.setWidgetResizable(True)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = QDialogButtonBox()
        buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addWidget(scrolled)
        whole.addWidget(buttons)
        self.resize(window.theme.px(880), window.theme.px(520))

    def _head(self, words: str) -> None:
        head = QLabel(words)
        head.setProperty("look", "heading")
        self._grid.addWidget(head, self._grid.rowCount(), 0, 1, 3)

    def _row(self, rule: str) -> None:
        line, name = self._grid.rowCount(), QLabel(rule_name(rule))
        level = self._level(rule)
        name.setBuddy(level)
        self._grid.addWidget(name, line, 0)
        self._grid.addWidget(level, line, 1)
        fields = FlowLayout(gap=8)
        for option in (one for one in RULES[rule].options if one in OPTION_NAMES):
            fields.addWidget(self._named(rule, option))
        self._grid.addLayout(fields, line, 2)

    def _named(self, rule: str, option: str) -> QWidget:
        """An option's name and field, which stay together where the line breaks."""
        both = QWidget()
        inside = QHBoxLayout(both)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(QLabel(_(OPTION_NAMES[option])))
        inside.addWidget(self._field(rule, option))
        return both

    def _level(self, rule: str) -> QComboBox:
        level = QComboBox()
        for severity in SEVERITIES:
            level.addItem(_(SEVERITY_NAMES[severity]) if severity in SEVERITY_NAMES else _("Off"), severity)
        level.setCurrentIndex(SEVERITIES.index(severities(self._bench.document)[rule]))
        level.setAccessibleName(_("How much it counts: {rule}").format(rule=rule_name(rule)))
        level.activated.connect(lambda place: self._grade(rule, level.itemData(place)))
        self.levels[rule] = level
        return level

    def _grade(self, rule: str, severity: str) -> None:
        own = severity == RULES[rule].severity
        self._bench.do(lambda document: set_rule(document, rule=rule, severity="" if own else severity))

    def _field(self, rule: str, option: str) -> QSpinBox | QTimeEdit:
        now = options(self._bench.document)[rule][option]
        set_it: Callable[[Any], None] = partial(self._set, rule, option)
        if isinstance(RULES[rule].options[option], str):
            hour = QTimeEdit(QTime(now // 60, now % 60))
            hour.setDisplayFormat("HH:mm")
            hour.editingFinished.connect(lambda: set_it(hour.time().toString("HH:mm")))
            field: QSpinBox | QTimeEdit = hour
        else:
            number = QSpinBox(maximum=1440, value=now)
            number.editingFinished.connect(lambda: set_it(number.value()))
            field = number
        field.setAccessibleName(f"{rule_name(rule)}: {_(OPTION_NAMES[option])}")
        self.fields[rule, option] = field
        return field

    def _set(self, rule: str, option: str, value: int | str) -> None:
        self._bench.do(lambda document: set_rule(document, rule=rule, options={option: value}))
