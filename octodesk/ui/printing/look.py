# SPDX-License-Identifier: EUPL-1.2
"""How the prints of a conference look and what they leave out: kept with the conference, so that every print is alike."""

from __future__ import annotations

from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QColorDialog, QFormLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from octodesk.edits.fields import set_field
from octodesk.languages import N_, _, ngettext
from octodesk.model.rows import PRINTED_FACTS
from octodesk.ui.fields import ChoiceField
from octodesk.ui.spoken import Spoken
from octodesk.ui.workbench import Workbench

_STYLES = {"": N_("Institutional"), "plain": N_("Plain"), "contrast": N_("High contrast, saves ink")}
_FACTS = {
    "functions": N_("Functions"),
    "organisations": N_("Organisations"),
    "countries": N_("Countries"),
    "emails": N_("E-mail addresses"),
    "phones": N_("Telephone numbers"),
    "labels": N_("Numbers of sessions"),
    "languages": N_("Languages"),
    "rooms": N_("Rooms"),
    "codes": N_("Codes to scan"),
}

assert set(_FACTS) == set(PRINTED_FACTS)


class LookForm(Spoken, QWidget):
    """Each choice is an edit, so it can be taken back like any other."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.style_field, self.ink, self.facts = ChoiceField(), QPushButton(), QToolButton()
        self._captions = [QLabel() for _field in range(3)]
        self.facts.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.facts)
        self.actions_by_fact = {fact: self._menu.addAction("") for fact in PRINTED_FACTS}
        self.facts.setMenu(self._menu)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(8)
        for caption, field in zip(self._captions, (self.style_field, self.ink, self.facts), strict=True):
            caption.setProperty("look", "caption")
            caption.setBuddy(field)
            form.addRow(caption, field)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.style_field.chosen.connect(lambda value: self._set("style", value))
        self.ink.clicked.connect(self._ask_ink)
        for fact, action in self.actions_by_fact.items():
            action.setCheckable(True)
            action.triggered.connect(lambda shown, fact=fact: self._show_fact(fact, shown=shown))
        self._bench.changed.connect(lambda _news: self.retranslate())

    def retranslate(self) -> None:
        names = (_("Look of all prints"), _("Colour"), _("What is shown"))
        for caption, field, name in zip(
            self._captions, (self.style_field, self.ink, self.facts), names, strict=True
        ):
            caption.setText(name)
            field.setAccessibleName(name)
        event = self._bench.document.event
        known = event.style if event.style in _STYLES else ""
        self.style_field.offer([(style, _(words)) for style, words in _STYLES.items()], known)
        self.ink.setText(event.ink or _("As the style has it"))
        self.ink.setIcon(_swatch(event.ink) if event.ink else QIcon())
        self.ink.setEnabled(event.style != "contrast")
        left_out = len(event.unprinted)
        words = (
            ngettext("All but {n}", "All but {n}", left_out).format(n=left_out)
            if left_out
            else _("Everything")
        )
        self.facts.setText(words)
        for fact, action in self.actions_by_fact.items():
            action.setText(_(_FACTS[fact]))
            action.setChecked(fact not in event.unprinted)

    def _set(self, field: str, value: object) -> None:
        event = self._bench.document.event_id
        self._bench.do(
            lambda document: set_field(
                document, table="event", row_id=event, field=field, language=None, value=value
            )
        )

    def _show_fact(self, fact: str, *, shown: bool) -> None:
        left_out = set(self._bench.document.event.unprinted) - {fact}
        self._set("unprinted", sorted(left_out if shown else left_out | {fact}))

    def _ask_ink(self) -> None:
        """Closing without a choice leaves it; the style's own colour comes back by undo."""
        ask = QColorDialog(QColor(self._bench.document.event.ink or "#12304F"), self)
        ask.colorSelected.connect(lambda colour: self._set("ink", colour.name().upper()))
        ask.finished.connect(ask.deleteLater)
        ask.open()


def _swatch(colour: str) -> QIcon:
    pixmap = QPixmap(16, 16)
    pixmap.fill(QColor(colour))
    return QIcon(pixmap)
