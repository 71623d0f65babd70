# SPDX-License-Identifier: EUPL-1.2
"""The view of a table of cells: quiet, whole rows, written in place; columns chosen, moved and sorted at their titles."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCompleter,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from octodesk.ui.fields import LineField
from octodesk.ui.panes.cells import CellModel, CellRow, HeadingRow
from octodesk.ui.panes.row_model import Index, Role

ROW_PADDING = 10
"""Pixels of a row beside its words."""
FEW = 4
"""With more columns than this each share has at least `unit` pixels: the table scrolls sideways instead."""


class CellDelegate(QStyledItemDelegate):
    """Editors that hand over what is typed as every field of the window does."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = _model(index)
        row, column = model.id_at(index), model.columns[index.column()]
        write, document = column.write, model.bench.document
        assert write is not None
        editor = LineField(parent, read=column.reader(document) if column.reader else column.read)
        editor.setAccessibleName(column.title())
        if column.offer is not None:
            editor.setCompleter(_completer(column.offer(document), editor))
        stay = editor.typing.stay

        def written(value: object) -> None:
            if why := model.bench.why_not(lambda document: write(document, row, value)):
                editor.typing.refuse(why)
            else:
                model.bench.write(lambda document: write(document, row, value), stay)

        editor.typing.finished.connect(written)
        editor.typing.wrong.connect(lambda sentence: model.bench.notice(sentence, fault=True))
        model.bench.typing_ends.connect(editor.typing.hand_over)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, LineField)
        editor.typing.show(index.data(Role.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, LineField)
        editor.typing.leave()
        if editor.typing.pending:
            editor.typing.take_back()  # said in words already; the editor closes

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        # Never smaller than a line of text needs, whatever the row's height.
        height = max(option.rect.height(), editor.sizeHint().height())
        top = option.rect.center().y() - height // 2
        editor.setGeometry(option.rect.left(), max(0, top), max(option.rect.width(), 96), height)


class GroupedDelegate(CellDelegate):
    """With headings over their whole row. A delegate of its own: painting in Python costs, cell by cell."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = _model(index).row(index)
        if not isinstance(line, HeadingRow):
            super().paint(painter, option, index)
            return
        view = option.widget
        width = view.viewport().width() if isinstance(view, QTableView) else option.rect.width()
        whole = QRect(0, option.rect.top(), width, option.rect.height()).adjusted(8, 2, -8, 0)
        painter.save()
        painter.setClipRect(option.rect)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(option.palette.text().color())
        painter.drawText(whole, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), line.title)
        painter.setFont(option.font)
        painter.setPen(option.palette.placeholderText().color())
        painter.drawText(
            whole, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), str(line.count)
        )
        painter.restore()


def _model(index: Index) -> CellModel:
    model = index.model()
    assert isinstance(model, CellModel)
    return model


def _completer(words: Sequence[str], parent: QObject) -> QCompleter:
    completer = QCompleter(list(words), parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer


class CellTable(QTableView):
    """Told by signals: Delete, a table copied or pasted, rows dragged out, another choice of columns."""

    unit = 15
    """Pixels a share of the width has at 10 points."""
    delete_pressed = Signal()
    copied = Signal()
    pasted = Signal()
    carried = Signal(tuple, QPoint, QPoint)
    """A drag out of the table begins: the rows, where the button went down, where the mouse is (global)."""
    columns_changed = Signal()

    def __init__(self, cells: CellModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = cells
        self.nothing = ""
        self._pressed: QPoint | None = None
        self._own_widths = False
        self._fitting = False
        self.setModel(cells)
        self._plain, self._grouped = CellDelegate(self), GroupedDelegate(self)
        self.setItemDelegate(self._plain)
        cells.modelReset.connect(self._choose_delegate)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        # One height for all: measuring each row of a thousand costs more than the first paint.
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        # Likewise what a column needs is measured at the rows in view.
        self.horizontalHeader().setResizeContentsPrecision(0)
        self._prepare_header()

    def _choose_delegate(self) -> None:
        self.setItemDelegate(self._grouped if self._cells.grouping else self._plain)

    def _prepare_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSectionsMovable(True)
        header.setMinimumSectionSize(32)
        header.sectionClicked.connect(self._title_pressed)
        header.sectionMoved.connect(lambda *_: self.columns_changed.emit())
        header.sectionResized.connect(self._resized)
        for place, column in enumerate(self._cells.columns):
            self.setColumnHidden(place, not column.shown)

    def _title_pressed(self, column: int) -> None:
        keys = QApplication.keyboardModifiers()
        also = keys & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
        self._cells.turn(column, also=bool(also))

    # -- which columns, in which order, how wide

    def shown_columns(self) -> list[int]:
        """Places of the columns shown, from the left."""
        header = self.horizontalHeader()
        visual = (header.logicalIndex(place) for place in range(header.count()))
        return [place for place in visual if not self.isColumnHidden(place)]

    def show_column(self, place: int, *, shown: bool) -> None:
        """The last one stays."""
        if shown or len(self.shown_columns()) > 1:
            self.setColumnHidden(place, not shown)
            self._fit_columns()
            self.columns_changed.emit()

    def layout_words(self) -> str:
        """What is to be remembered: "title=220,day,room=90"."""
        names = [self._cells.columns[place].name for place in self.shown_columns()]
        widths = [f"={self.columnWidth(place)}" if self._own_widths else "" for place in self.shown_columns()]
        return ",".join(name + width for name, width in zip(names, widths, strict=True))

    def put_back(self, words: str) -> None:
        """What was remembered; columns of that name that are no more are passed over."""
        places = {column.name: place for place, column in enumerate(self._cells.columns) if column.name}
        wanted = [
            (places[name], width)
            for name, _eq, width in (one.partition("=") for one in words.split(","))
            if name in places
        ]
        if not wanted:
            return
        self.blockSignals(True)
        header = self.horizontalHeader()
        for place in range(len(self._cells.columns)):
            self.setColumnHidden(place, place not in dict(wanted))
        for visual, (place, _width) in enumerate(wanted):
            header.moveSection(header.visualIndex(place), visual)
        self._own_widths = all(width.isdecimal() for _place, width in wanted)
        if self._own_widths:
            for place, width in wanted:
                self.setColumnWidth(place, int(width))
        self.blockSignals(False)
        self._fit_columns()

    def _resized(self, _place: int, _before: int, _after: int) -> None:
        if not self._fitting and self.isVisible() and QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self._own_widths = True
            self.columns_changed.emit()

    def _fit_columns(self) -> None:
        """The columns share the width until somebody gives one a width of its own."""
        if self._own_widths:
            return
        shown = self.shown_columns()
        columns = [self._cells.columns[place] for place in shown]
        needed = [self._needed(place) if one.whole else 0 for place, one in zip(shown, columns, strict=True)]
        shares = [0 if one.whole else one.share for one in columns]
        unit = self.unit * max(1.0, self.fontMetrics().height() / 17)
        least = sum(needed) + round(unit * sum(shares)) if len(shown) > FEW else 0
        left = max(0, max(self.viewport().width(), least) - sum(needed))
        self._fitting = True
        for nth, place in enumerate(shown):
            wide = left * shares[nth] // max(1, sum(shares[nth:]))
            self.setColumnWidth(place, needed[nth] + wide)
            left -= wide
        self._fitting = False

    def _needed(self, place: int) -> int:
        """Pixels in which its title and its words in view stand whole."""
        return max(self.sizeHintForColumn(place), self.horizontalHeader().sectionSizeHint(place))

    # -- its measures

    def _fit_rows(self) -> None:
        self.ensurePolished()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + ROW_PADDING)

    def showEvent(self, event: QShowEvent) -> None:
        self._fit_rows()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()
            self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._cells.rows or not self.nothing:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(self.palette().placeholderText().color()))
        room = self.viewport().rect().adjusted(16, 24, -16, -16)
        painter.drawText(
            room,
            int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap),
            self.nothing,
        )

    # -- what is selected

    def chosen(self) -> tuple[str, ...]:
        """Ids of the selected rows from the top, the current one last."""
        found = [self._cells.id_at(index) for index in self.selectionModel().selectedRows()]
        current = self.currentIndex()
        last = self._cells.id_at(current) if current.isValid() else ""
        if len(found) < 2:
            return tuple(filter(None, found))
        places = {row: place for place, row in enumerate(self._cells.ids)}
        return tuple(sorted(filter(None, found), key=lambda one: (one == last, places.get(one, 0))))

    # -- keys, and dragging out of it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Copying and pasting is the table's while it has the focus, whatever shortcut the window has for it.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and _is_copy_or_paste(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        on_row = index.isValid() and isinstance(self._cells.row(index), CellRow)
        left = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        self._pressed = event.globalPosition().toPoint() if on_row and left else None
        if (
            self._pressed is not None
            and index in self.selectionModel().selectedIndexes()
            and len(self.chosen()) > 1
        ):
            return  # several are taken together; released without a drag, the one is chosen
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        if self._pressed is None:
            return
        now = event.globalPosition().toPoint()
        if (now - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            start, self._pressed = self._pressed, None
            self.carried.emit(self.chosen(), start, now)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if self._pressed is not None and index.isValid() and len(self.chosen()) > 1:
            self.setCurrentIndex(index)
        self._pressed = None
        super().mouseReleaseEvent(event)


def _is_copy_or_paste(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.Paste)
