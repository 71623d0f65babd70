# SPDX-License-Identifier: EUPL-1.2
"""One entry of a form on the screen: a caption, the field, and remarks below it in words."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QCompleter, QMenu, QToolButton, QVBoxLayout, QWidget

from octodesk import languages
from octodesk.languages import _
from octodesk.model.past import past_of
from octodesk.model.text import Text
from octodesk.model.translations import standing
from octodesk.ui.fields import ChoiceField, LineField, TextField, Typing
from octodesk.ui.panes.entries import Entry, Shown
from octodesk.ui.panes.form import Captioned, MenuField
from octodesk.ui.panes.wiring import keep_drafts
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench

MOST_PAST = 12
LONGEST_PAST = 60


class EntryField(QWidget):
    """Shows one entry of the rows it is given, and writes what is typed, chosen or ticked into all of them."""

    settled = Signal()
    """Something was refused or left: what stands here may read otherwise now."""

    def __init__(self, bench: Workbench, entry: Entry, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self.entry, self._theme = bench, entry, theme
        self._shown: Shown | None = None
        self._doubt = self._meanwhile = ""
        self.field: Any = self._made()
        self._captioned = Captioned(self.field, theme)
        self._right = QToolButton()
        self._right.setProperty("look", "quiet")
        self._right.clicked.connect(self._confirm)
        self._right.hide()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2)
        inside.addWidget(self._captioned)
        inside.addWidget(self._right, 0, Qt.AlignmentFlag.AlignLeft)
        self._earlier = QAction(self.field)
        self._earlier.triggered.connect(self.show_past)
        self.field.addAction(self._earlier)
        self.set_theme(theme)

    # -- its field

    def _made(self) -> QWidget:
        if self.entry.shape in ("line", "lines"):
            return self._typed()
        if self.entry.shape == "flag":
            tick = QCheckBox()
            tick.clicked.connect(lambda on: self._write(bool(on)))
            return tick
        if self.entry.shape == "ticks":
            ticks = MenuField()
            ticks.chosen.connect(lambda values: self._write(list(values)))
            return ticks
        choice = ChoiceField()
        choice.chosen.connect(self._write)
        return choice

    def _typed(self) -> QWidget:
        made = (
            LineField(read=self.entry.read) if self.entry.shape == "line" else TextField(read=self.entry.read)
        )
        if self.entry.offer is not None and isinstance(made, LineField):
            completer = QCompleter(list(self.entry.offer()), made)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            made.setCompleter(completer)
        made.typing.finished.connect(self._write_typed)
        made.typing.wrong.connect(lambda sentence: self._bench.notice(sentence, fault=True))
        made.typing.doubted.connect(self._doubted)
        made.typing.overtaken.connect(self._overtaken)
        made.typing.left.connect(self.settled)
        keep_drafts(self._bench, made.typing, self._draft_key)
        return made

    @property
    def typing(self) -> Typing | None:
        return self.field.typing if isinstance(self.field, LineField | TextField) else None

    def _draft_key(self) -> tuple[str, str, str]:
        assert self._shown is not None
        ids = self._shown.ids
        return self._shown.table, ids[0] if len(ids) == 1 else "", self._shown.log_field(self.entry)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._captioned.set_theme(theme)
        self._right.setFont(theme.sans(9))
        if isinstance(self.field, TextField):
            self.field.setFixedHeight(theme.px(self.entry.height))

    # -- what it shows

    def show_rows(self, shown: Shown) -> None:
        """These rows as they are now."""
        if self._shown is None or (self._shown.ids, self._shown.language) != (shown.ids, shown.language):
            self._shown = shown
            if self.typing is not None:
                self.typing.begin_anew((shown.table, *shown.ids, shown.log_field(self.entry)))
        self._shown = shown
        self._name(shown)
        self._say_whether_readable(shown)
        if self.typing is not None:
            self._show_words(shown, self.typing)
        elif isinstance(self.field, QCheckBox):
            self._show_tick(shown, self.field)
        else:
            self._show_choice(shown)

    def _name(self, shown: Shown) -> None:
        entry = self.entry
        caption = entry.caption()
        behind = entry.suffix(shown.document, shown.ids) if entry.suffix else ""
        self._captioned.name(f"{caption}, {behind}" if behind else caption, missing=self._lacking(shown))
        if isinstance(self.field, QCheckBox):
            self._captioned.name("")
            self.field.setText(caption)
            self.field.setAccessibleName(caption)
        self.field.setWhatsThis(entry.purpose())
        self._earlier.setText(_("Earlier values…"))
        self._earlier.setEnabled(len(shown.ids) == 1 and entry.value is None)

    def _say_whether_readable(self, shown: Shown) -> None:
        readable = shown.readable(self.entry)
        if readable != self.field.isEnabled():
            self.field.setEnabled(readable)
            self._captioned.note(
                "" if readable else _("Written by a newer version of OctoDesk: it cannot be shown here.")
            )

    def _lacking(self, shown: Shown) -> str:
        """What a translation lacks, where one row is shown."""
        self._right.hide()
        if not shown.translated(self.entry) or len(shown.ids) != 1:
            return ""
        held = standing(shown.document, shown.table, shown.ids[0], self.entry.name, shown.language)
        if held == "stale":
            self._right.setText(_("Still right"))
            self._right.setToolTip(_("The translation holds although the text it was made from has changed."))
            self._right.show()
        return {"missing": _("not yet translated"), "stale": _("changed since translated")}.get(held, "")

    def _show_words(self, shown: Shown, typing: Typing) -> None:
        words, same = shown.one_wording(self.entry)
        typing.show(words if same else "")
        self.field.setPlaceholderText(self._placeholder(shown) if same else _("Several values"))

    def _placeholder(self, shown: Shown) -> str:
        """Faintly, the words it falls back to on paper."""
        if len(shown.ids) != 1 or not shown.translated(self.entry):
            return ""
        text: Text = getattr(shown.document.row(shown.table, shown.ids[0]), self.entry.name)
        return shown.document.words(text)

    def _show_tick(self, shown: Shown, tick: QCheckBox) -> None:
        value, same = shown.one_value(self.entry)
        tick.setTristate(not same)
        if same:
            tick.setChecked(bool(value))
        else:
            tick.setCheckState(Qt.CheckState.PartiallyChecked)

    def _show_choice(self, shown: Shown) -> None:
        assert self.entry.choices is not None
        choices = list(self.entry.choices(shown.document, shown.ids))
        value, same = shown.one_value(self.entry)
        if isinstance(self.field, MenuField):
            words = shown.one_wording(self.entry)[0] if same else _("Several values")
            self.field.offer(choices, value if same else (), words)
        else:
            self.field.setPlaceholderText("" if same else _("Several values"))
            self.field.offer(choices, value if same else _NO_VALUE)

    def _doubted(self, sentence: str) -> None:
        self._doubt = sentence
        self._captioned.note(self._doubt or self._meanwhile)

    def _overtaken(self, other: str) -> None:
        self._meanwhile = _("Meanwhile changed to: {words}").format(words=other) if other else ""
        self._captioned.note(self._doubt or self._meanwhile)

    # -- what it writes

    def _write_typed(self, value: Any) -> None:
        shown, typing = self._shown, self.typing
        assert shown is not None and typing is not None
        typing_stay = typing.stay
        if why := self._bench.why_not(lambda _document: self._edit(value)):
            typing.refuse(why)
            return
        self._bench.write(lambda _document: self._edit(value), typing_stay)

    def _write(self, value: Any) -> None:
        if not self._bench.do(lambda _document: self._edit(value)):
            self.settled.emit()

    def _edit(self, value: Any) -> Any:
        assert self._shown is not None
        now = Shown(self._bench.document, self._shown.table, self._shown.ids, self._shown.language)
        return now.edit(self.entry, value)

    def _confirm(self) -> None:
        from octodesk.edits.translations import still_right

        shown = self._shown
        assert shown is not None
        self._bench.do(
            lambda document: still_right(
                document,
                table=shown.table,
                row_id=shown.ids[0],
                field=self.entry.name,
                language=shown.language,
            )
        )

    # -- what it has held before

    def show_past(self) -> None:
        """A menu of what the field held before, who wrote it and when; choosing one brings it back."""
        shown = self._shown
        if shown is None or not self._earlier.isEnabled():
            return
        self._bench.finish_typing()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        key = (shown.table, shown.ids[0], shown.log_field(self.entry))
        values = past_of(self._bench.desk.log(), key)[:MOST_PAST]
        now = self._bench.document.plain(*key)
        for past in values:
            action = menu.addAction(_("{value} – {who}, {when}").format(
                value=self._past_words(past.value), who=past.author, when=_moment(past.wall)
            ))  # fmt: skip
            action.setCheckable(True)
            action.setChecked(past.value == now)
            action.triggered.connect(lambda _on, value=past.value: self._write(value))
        if not values:
            menu.addAction(_("Nobody has written here yet.")).setEnabled(False)
        menu.popup(self.field.mapToGlobal(QPoint(0, self.field.height())))

    def _past_words(self, value: Any) -> str:
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if value in (None, "", []):
            return _("(empty)")
        if self.entry.choices is not None and self._shown is not None:
            names = dict(self.entry.choices(self._bench.document, self._shown.ids))
            value = (
                [names.get(one, one) for one in value] if isinstance(value, list) else names.get(value, value)
            )
        words = " ".join((", ".join(map(str, value)) if isinstance(value, list) else str(value)).split())
        return words if len(words) <= LONGEST_PAST else words[: LONGEST_PAST - 1] + "…"


_NO_VALUE = object()


def _moment(wall: str) -> str:
    """ "5 October 2021, 14:32", where the user is."""
    at, language = datetime.fromisoformat(wall).astimezone(), languages.language()
    return _("{day}, {time}").format(
        day=languages.long_date(at.date(), language), time=languages.clock_time(at.time(), language)
    )
