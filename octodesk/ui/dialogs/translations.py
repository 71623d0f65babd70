# SPDX-License-Identifier: EUPL-1.2
"""The texts of the conference beside each other in all its languages, written in place; a table for the translator and
back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from octodesk import languages
from octodesk.desk import News
from octodesk.edits.fields import set_field
from octodesk.edits.translations import take_translations
from octodesk.exchange import translator_files
from octodesk.exchange.translator_table import NoTable, Read, rows_of
from octodesk.languages import N_, _, folded, ngettext
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.parity import Wording, wordings
from octodesk.ui.panes.cell_table import CellTable
from octodesk.ui.panes.cells import CellModel, Column
from octodesk.ui.panes.chips import ChipRow
from octodesk.ui.panes.workshops import FilterLine
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench
from octodesk.wording.fields import field_name
from octodesk.wording.row_names import row_name

FORMS = {"Excel (*.xlsx)": ".xlsx", "Word (*.docx)": ".docx"}


def _by_key(document: Document) -> dict[str, Wording]:
    tables = (
        "event", "session", "agenda_point", "contribution", "day", "room", "track", "kind", "person", "heading",
        "related", "contact", "donor",
    )  # fmt: skip
    return document.derived("wordings", tables, lambda it: {one.key: one for one in wordings(it)})


def text_name(document: Document, wording: Wording) -> str:
    """ "WS 4: title"."""
    return _("{thing}: {field}").format(
        thing=languages.capitalised(row_name(document, wording.table, wording.row)),
        field=field_name(wording.field),
    )


def _column(language: str) -> Column:
    def words(document: Document, key: str) -> str:
        return " ".join(_by_key(document)[key].text.in_language(language).split())

    def lacking(document: Document, key: str) -> str:
        standing = _by_key(document)[key].standing(document, language)
        return {"missing": _("missing"), "stale": _("changed since translated")}.get(standing, "")

    def write(document: Document, key: str, value: str) -> Edit:
        table, row, field = key.split(" ")
        return set_field(
            document, table=table, row_id=row, field=field, value=value.strip(), language=language
        )

    name = languages.capitalised(languages.language_name(language, language))
    return Column(lambda: name, words, write, share=4, name=language, lacking=lacking)


class TranslationsDialog(Spoken, QDialog):
    """Stays open beside the work."""

    def __init__(self, bench: Workbench, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("translations")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench = bench
        codes = bench.document.languages
        what = Column(
            lambda: _("Text"), lambda it, key: text_name(it, _by_key(it)[key]), share=3, name="what"
        )
        self.cells = CellModel(bench, (what, *(_column(code) for code in codes)), self)
        self.table = CellTable(self.cells)
        self.filter = FilterLine()
        self.filter.textChanged.connect(lambda _text: self.show_now(anew=True))
        self.chips = ChipRow(self._chips())
        self.chips.chosen.connect(lambda _chip: self.show_now(anew=True))
        self.language = QComboBox()
        for code in codes[1:]:
            self.language.addItem(languages.capitalised(languages.language_name(code, code)), code)
        self._for = QLabel()
        self._for.setBuddy(self.language)
        self.counted = QLabel()
        self.counted.setProperty("look", "muted")
        self.write_out, self.take_in, self._close = (QPushButton() for _place in range(3))
        self.write_out.clicked.connect(self._ask_where)
        self.take_in.clicked.connect(self._ask_which)
        self._close.clicked.connect(self.close)
        below = QHBoxLayout()
        for widget in (self._for, self.language, self.write_out, self.take_in):
            below.addWidget(widget)
        below.addStretch(1)
        below.addWidget(self.counted)
        below.addWidget(self._close)
        whole = QVBoxLayout(self)
        for part in (self.filter, self.chips, self.table):
            whole.addWidget(part)
        whole.addLayout(below)
        self.resize(theme.px(980), theme.px(600))
        bench.changed.connect(self._changed)
        self.retranslate()

    @staticmethod
    def _chips() -> Sequence[tuple[str, Callable[[], str]]]:
        return (
            ("lacking", lambda: _("Missing or changed")),
            ("missing", lambda: _("Missing")),
            ("stale", lambda: _("Changed since translated")),
            ("all", lambda: _("All texts")),
        )

    def retranslate(self) -> None:
        self.setWindowTitle(_("Translations"))
        self.filter.setPlaceholderText(_("Filter"))
        self.filter.setAccessibleName(_("Filter the texts"))
        self.table.setAccessibleName(_("Texts in all languages"))
        self.table.nothing = _("Nothing is missing: every text is there in all languages.")
        self._for.setText(_("&Language"))
        self.write_out.setText(_("&Table for the translator…"))
        self.take_in.setText(_("Table that came &back…"))
        self._close.setText(_("&Close"))
        self.chips.retranslate()
        for button in (self.write_out, self.take_in, self.language):
            button.setEnabled(self.language.count() > 0)
        self.show_now()

    def _changed(self, _news: News) -> None:
        self.show_now()

    def show_now(self, *, anew: bool = False) -> None:
        document, chip, typed = self._bench.document, self.chips.chip, folded(self.filter.text())
        found = [one for one in _by_key(document).values() if self._shows(document, one, chip, typed)]
        self.cells.show_rows([one.key for one in found], anew=anew)
        self.counted.setText(ngettext("{n} text", "{n} texts", len(found)).format(n=len(found)))

    def _shows(self, document: Document, one: Wording, chip: str, typed: str) -> bool:
        if typed and not any(typed in folded(words) for _language, words in one.text.words):
            return False
        wanted = {"lacking": ("missing", "stale"), "missing": ("missing",), "stale": ("stale",)}.get(chip)
        return wanted is None or any(one.standing(document, code) in wanted for code in document.languages)

    # -- the translator's table

    def _ask_where(self) -> None:
        self._bench.finish_typing()
        event = self._bench.document.event
        name = f"{event.short_name or 'octodesk'}-{self.language.currentData()}.xlsx".replace(" ", "-")
        dialog = QFileDialog(self, _("Table for the translator"), name, ";;".join(FORMS))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.filterSelected.connect(lambda form: dialog.setDefaultSuffix(FORMS[form]))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.write_table(Path(path)))
        dialog.open()

    def write_table(self, path: Path) -> None:
        """Writes what is missing or changed in the language chosen; all texts where nothing is."""
        document, language = self._bench.document, self.language.currentData()
        lacking = any(one.standing(document, language) in ("missing", "stale") for one in wordings(document))
        here, source = languages.language(), document.languages[0]
        first = languages.capitalised(languages.language_name(source, here))
        other = languages.capitalised(languages.language_name(language, here))
        rows = rows_of(
            document, language, titles=(_("Text"), first, other, _("State")),
            name=lambda one: text_name(document, one),
            states={"missing": _("missing"), "stale": _("changed since translated")}, everything=not lacking,
        )  # fmt: skip
        tongues = (here, here, source, language, here)
        content = translator_files.written(rows, path.suffix, tongues=tongues)
        try:
            path.write_bytes(content)
        except OSError as wrong:
            sentence = _("“{file}” cannot be written ({system}). Choose another place.")
            self._bench.notice(sentence.format(file=path.name, system=wrong.strerror), fault=True)
            return
        self._bench.notice(_("The table for the translator is in {file}").format(file=path.name))

    def _ask_which(self) -> None:
        self._bench.finish_typing()
        every = " ".join(f"*{suffix}" for suffix in FORMS.values())
        dialog = QFileDialog(self, _("Table that came back"), "", f"Excel, Word ({every})")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.read_table(Path(path)))
        dialog.open()

    def read_table(self, path: Path) -> None:
        """Shows what a table that came back would change."""
        try:
            found = translator_files.read(self._bench.document, path.read_bytes(), path.suffix)
        except OSError as wrong:
            sentence = _("“{file}” cannot be read ({system}). Check its name and place.")
            self._bench.notice(sentence.format(file=path.name, system=wrong.strerror), fault=True)
            return
        except NoTable as wrong:
            self._bench.notice(_why_no_table(wrong, path.name), fault=True)
            return
        ReturnedDialog(self._bench, found, self).open()


_NO_TABLE = {
    "not-a-table": N_("“{file}” is no table for translators from here. Take the one that was written for them."),
    "other-event": N_("“{file}” belongs to another conference."),
    "other-language": N_("“{file}” is for a language that the conference does not have. Add the language first."),
    "too-large": N_("“{file}” is too large for a table of texts."),
    "damaged": N_("“{file}” is damaged. Open it in Word and save it again, or ask for it to be sent again."),
    "locked": N_("“{file}” is locked with a password. Take the password off, and save it again."),
    "columns": N_("The table in “{file}” has lost its first row or a column. Put back what is missing."),
    "cells": N_("Row {row} of the table in “{file}” has merged, split or missing cells. Make it five again, as in the first row."),
    "no-key": N_("Row {row} of the table in “{file}” does not say any more which text it is. Copy its words into a table written anew."),
    "twice": N_("Row {row} of the table in “{file}” is there twice, with other words. Keep one of the two."),
}  # fmt: skip


def _why_no_table(wrong: NoTable, file: str) -> str:
    return _(_NO_TABLE[wrong.reason]).format(file=file, row=wrong.row)


class ReturnedDialog(Spoken, QDialog):
    """What a translator's table would change, before it does."""

    def __init__(self, bench: Workbench, found: Read, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("returned")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench, self._found = bench, found
        self._heading = QLabel()
        self._heading.setProperty("look", "heading")
        self._heading.setWordWrap(True)
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.buttons = QDialogButtonBox()
        self.go = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setProperty("look", "primary")
        self._cancel = self.buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self._do)
        self.buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        for widget in (self._heading, self.preview, self.buttons):
            whole.addWidget(widget)
        self.resize(640, 420)
        self.retranslate()

    def retranslate(self) -> None:
        count = len(self._found.changed)
        said = ngettext("{n} text would change.", "{n} texts would change.", count).format(n=count)
        if self._found.gone:
            gone = ngettext("{n} is there no more.", "{n} are there no more.", self._found.gone)
            said = f"{said} {gone.format(n=self._found.gone)}"
        self.setWindowTitle(_("Table that came back"))
        self._heading.setText(said)
        self.preview.setAccessibleName(_("What would change"))
        self.preview.setPlainText("\n\n".join(self._lines()))
        self.go.setText(_("&Take in"))
        self.go.setEnabled(bool(count))
        self._cancel.setText(_("Close without changing anything"))

    def _lines(self) -> list[str]:
        document, language = self._bench.document, self._found.language
        lines = []
        for (table, row, field), words in self._found.changed.items():
            one = _by_key(document)[f"{table} {row} {field}"]
            before = one.text.in_language(language) or _("(empty)")
            lines.append(
                _("{text}\n{before} → {after}").format(
                    text=text_name(document, one), before=before, after=words
                )
            )
        return lines

    def _do(self) -> None:
        found = self._found
        self._bench.do(lambda document: take_translations(document, found.changed, language=found.language))
        self.accept()
