# SPDX-License-Identifier: EUPL-1.2
"""Draws one day's grid, and tags it as a table with rooms as column heads and times as row heads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from octodesk.model.rows import Session, Track
from octodesk.printing import styles, words
from octodesk.printing.block_text import AGENDA_GAP, Box, Filling, filled, size_for
from octodesk.printing.edition import Edition, Wording
from octodesk.printing.grid_cells import Block, cells, starts
from octodesk.printing.lettering import Runs
from octodesk.printing.pages import draw_runs, width_of
from octodesk.printing.styles import MM, Face, Tint
from octodesk.printing.tagging import Element, TaggedCanvas

_AXIS: Final = 17 * MM
_HEAD: Final = 8.5 * MM
_TITLE: Final = 22 * MM
_LEGEND_GAP: Final = 14.0
_MILESTONE: Final = 13.0
_QUIET: Final = words.PAUSES | {"reception", "social", "registration", "photo"}


@dataclass(frozen=True, slots=True)
class Legend:
    """Which tint means what: a track's or a kind's id -> tint, and the entries to print."""

    tints: Mapping[str, Tint]
    entries: tuple[tuple[Tint, Wording], ...]
    by_track: bool

    def tint(self, session: Session) -> Tint:
        if session.kind in _QUIET:
            return styles.BREAK_TINT
        if session.exclusive:
            return styles.PLENARY_TINT
        return self.tints.get((session.track or "") if self.by_track else session.kind, styles.BREAK_TINT)


def legend_of(edition: Edition, sessions: Sequence[Session]) -> Legend:
    """Tracks where sessions have them, else kinds; only what is on these sheets."""
    coloured = [one for one in sessions if not one.exclusive and one.kind not in _QUIET]
    by_track = any(one.track for one in coloured)
    used = {(one.track or "") if by_track else one.kind for one in coloured}
    rows = edition.document.tracks if by_track else edition.document.kinds
    shown = [row for row in rows if row.id in used]
    tints = {row.id: styles.TINTS[place % len(styles.TINTS)] for place, row in enumerate(shown)}
    entries = [(tints[row.id], edition.wording(row.name)) for row in shown]
    if any(one.exclusive and one.kind not in _QUIET and one.minutes for one in sessions):
        entries.insert(0, (styles.PLENARY_TINT, Wording(edition.gettext("Plenary"))))
    return Legend(tints, tuple(entries), by_track)


@dataclass(frozen=True, slots=True)
class DayGrid:
    """What one sheet shows."""

    day: date
    heads: tuple[Wording, ...]
    sessions: Mapping[str, Session]
    blocks: tuple[Block, ...]
    legend: Legend
    part: str = ""


class GridSheet(Flowable):  # type: ignore[misc]
    """A whole page: the day's name, the legend and the grid."""

    def __init__(self, edition: Edition, grid: DayGrid, size: tuple[float, float], *, first: bool) -> None:
        super().__init__()
        self.edition, self.grid, self.first = edition, grid, first
        self.width, self.height = size
        self.column = (self.width - _AXIS) / len(grid.heads)
        self.top = self.height - _TITLE - _HEAD
        self.begins = min(block.begins for block in grid.blocks)
        self.ends = max(*(block.ends for block in grid.blocks), self.begins + 30)
        ends_with_milestone = any(block.begins == block.ends == self.ends for block in grid.blocks)
        self.foot = _MILESTONE + 3 if ends_with_milestone else 10
        self.scale = (self.top - self.foot) / (self.ends - self.begins)

    def y(self, minute: float) -> float:
        return self.top - (minute - self.begins) * self.scale

    def draw(self) -> None:
        canvas: TaggedCanvas = self.canv
        self._draw_title(canvas)
        self._draw_legend(canvas)
        self._draw_lines(canvas)
        self._draw_table(canvas, canvas.structure.add("Table"))

    # ---- above the grid

    def _draw_title(self, canvas: TaggedCanvas) -> None:
        edition, day = self.edition, self.grid.day
        name = edition.set(edition.event.name, Face.SANS_SEMIBOLD) + edition.set(" – ", Face.SANS_SEMIBOLD)
        kicker = name + edition.set(edition.gettext("Programme at a glance"), Face.SANS_SEMIBOLD)
        with canvas.writing(canvas.structure.add("H1") if self.first else None):
            draw_runs(canvas, kicker, 0, self.height - 9, size=10, colour=styles.TEAL)
        title = words.day_words(edition, day) + (f" · {self.grid.part}" if self.grid.part else "")
        with canvas.writing(canvas.structure.add("H2")):
            draw_runs(
                canvas, edition.set(title, Face.SERIF), 0, self.height - 37, size=25, colour=styles.NAVY
            )
        key = f"day-{day}-{self.grid.part}"
        canvas.mark_place(key, self.height)
        canvas.addOutlineEntry(title, key, 0, 0)
        with canvas.writing(canvas.structure.add("P")):
            draw_runs(
                canvas, edition.set(self._subtitle()), 0, self.top + _HEAD + 6, size=9, colour=styles.GREY
            )

    def _subtitle(self) -> str:
        edition = self.edition
        mark = words.zone_mark(edition, datetime.combine(self.grid.day, time(12)))
        times = edition.gettext("All times are {zone}.").format(zone=mark)
        numbers = edition.gettext("Numbers refer to the full programme.")
        return f"{times} {numbers}"

    def _draw_legend(self, canvas: TaggedCanvas) -> None:
        """Right-aligned rows above the grid, in reading order."""
        entries = [(tint, self.edition.set(wording)) for tint, wording in self.grid.legend.entries]
        rows = _rows_of(entries, self.width * 0.55)
        y = self.top + _HEAD + 6 + 13 * (len(rows) - 1)
        for row in rows:
            x = self.width + _LEGEND_GAP - sum(_entry_width(runs) for _, runs in row)
            for tint, runs in row:
                _swatch(canvas, tint, x, y - 1)
                with canvas.writing(canvas.structure.add("P")):
                    draw_runs(canvas, runs, x + 12, y, size=9)
                x += _entry_width(runs)
            y -= 13

    # ---- the grid's lines, which are no content

    def _draw_lines(self, canvas: TaggedCanvas) -> None:
        canvas.setFillColor(HexColor(styles.NAVY))
        canvas.rect(0, self.top, self.width, _HEAD, stroke=0, fill=1)
        for column in range(1, len(self.grid.heads), 2):
            canvas.setFillColor(HexColor("#F7F9FB"))
            canvas.rect(
                _AXIS + column * self.column, self.foot, self.column, self.top - self.foot, stroke=0, fill=1
            )
        canvas.setStrokeColor(HexColor(styles.RULE))
        canvas.setLineWidth(0.35)
        labelled = starts(self.grid.blocks)
        for minute in range(-(-self.begins // 30) * 30, self.ends + 1, 30):
            canvas.setDash([] if minute % 60 == 0 else [1, 2])
            canvas.line(_AXIS, self.y(minute), self.width, self.y(minute))
            clear = all(abs(minute - start) * self.scale > 10 for start in labelled)
            if minute % 60 == 0 and clear:
                hour = self.edition.set(self._hour(minute))
                draw_runs(
                    canvas,
                    hour,
                    _AXIS - 3 * MM,
                    self.y(minute) - 8.5,
                    size=8,
                    colour=styles.GREY,
                    align="right",
                )
        canvas.setDash([])

    def _hour(self, minute: int) -> str:
        return words.hour(self.edition, time(minute // 60 % 24, minute % 60))

    # ---- the grid as a table

    def _draw_table(self, canvas: TaggedCanvas, element: Element) -> None:
        head = element.add("TR")
        with canvas.writing(head.add("TH", Scope="Column")):
            time_head = self.edition.set(self.edition.gettext("Time"), Face.SANS_SEMIBOLD)
            draw_runs(
                canvas, time_head, _AXIS - 3 * MM, self.top + 8, size=8.5, colour=styles.WHITE, align="right"
            )
        for column, wording in enumerate(self.grid.heads):
            with canvas.writing(head.add("TH", Scope="Column")):
                x = _AXIS + (column + 0.5) * self.column
                runs = _fitted(self.edition, wording, self.column - 6, 9.5)
                draw_runs(canvas, runs, x, self.top + 8, size=9.5, colour=styles.WHITE, align="centre")
        boxes = {block: self._box(block) for block in self.grid.blocks}
        size = size_for(self.edition, [box for block, box in boxes.items() if block.ends > block.begins])
        last_label = float("inf")
        for row, minute in zip(
            cells(self.grid.blocks, len(self.grid.heads)), starts(self.grid.blocks), strict=True
        ):
            line = element.add("TR")
            last_label = self._draw_time(canvas, line.add("TH", Scope="Row"), minute, last_label)
            for cell in row:
                spans = {"ColSpan": cell.columns, "RowSpan": cell.rows}
                data = line.add("TD", **{name: count for name, count in spans.items() if count > 1})
                for block in cell.blocks:
                    with canvas.inside(data):
                        self._draw_block(canvas, block, boxes[block], size)

    def _draw_time(self, canvas: TaggedCanvas, element: Element, minute: int, last_label: float) -> float:
        """The hour beside the row's first line; where the one before leaves no room, for readers only."""
        y = self.y(minute) - 9
        runs = self.edition.set(self._hour(minute), Face.SANS_SEMIBOLD)
        with canvas.writing(element):
            if last_label - y < 9:
                _unseen(canvas, runs, _AXIS - 3 * MM - width_of(runs, 4), y)
                return last_label
            draw_runs(canvas, runs, _AXIS - 3 * MM, y, size=8.5, colour=styles.NAVY, align="right")
        return y

    def _frame_of(self, block: Block) -> tuple[float, float, float, float]:
        """Left, bottom, width and height in points."""
        width = self.column * (block.until - block.column)
        x = _AXIS + block.column * self.column + width * block.lane / block.lanes + 1
        top = self.y(block.begins) - 0.8
        bottom = self.y(block.ends) + 0.8
        if block.ends == block.begins:
            top, bottom = top - 1.5, top - 1.5 - _MILESTONE
        return x, bottom, width / block.lanes - 2, max(top - bottom, 1)

    def _box(self, block: Block) -> Box:
        session = self.grid.sessions[block.session]
        _, _, width, height = self._frame_of(block)
        wide = session.exclusive
        tint = self.grid.legend.tint(session)
        ink, small = styles.INK, tint.ink
        if wide:
            ink = tint.ink
            small = styles.MIST if tint is styles.PLENARY_TINT else tint.ink
        return Box(
            session,
            width - (8 if wide else 10),
            height - (0.4 if wide else 4),
            ink,
            small,
            wide,
            self._track(session),
        )

    def _track(self, session: Session) -> Wording:
        """What the block's colour means, in words, where colours are tracks."""
        track = self.edition.document.find("track", session.track) if self.grid.legend.by_track else None
        return self.edition.wording(track.name) if isinstance(track, Track) else Wording("")

    def _draw_block(self, canvas: TaggedCanvas, block: Block, box: Box, size: float) -> None:
        x, y, width, height = self._frame_of(block)
        if block.begins == block.ends:
            self._draw_milestone(canvas, box, x, y, width)
            return
        tint = self.grid.legend.tint(box.session)
        canvas.setFillColor(HexColor(tint.surface))
        canvas.roundRect(x, y, width, height, 1.6, stroke=0, fill=1)
        if not box.wide:
            canvas.setFillColor(HexColor(tint.ink))
            canvas.rect(x, y, 2.2, height, stroke=0, fill=1)
        filling = filled(self.edition, box, size)
        middle = box.wide or height < 26
        below = y + height - ((height - filling.height) / 2 if middle else 3)
        if filling.agenda:
            below = y + height - AGENDA_GAP / 2 + 3
            self._draw_body(canvas, (x, y, width, height), filling)
        for part in filling.parts:
            below -= part.height
            part.drawOn(canvas, x + (4 if box.wide else 6), below)
        below -= AGENDA_GAP
        for line in filling.agenda:
            below -= line.height
            line.drawOn(canvas, x + 4 + filling.indent, below)

    def _draw_body(
        self, canvas: TaggedCanvas, frame: tuple[float, float, float, float], filling: Filling
    ) -> None:
        """The part of a plenary that holds its agenda is pale: a whole day's navy would soak the paper."""
        x, y, width, height = frame
        band = sum(part.height for part in filling.parts) + AGENDA_GAP - 6
        canvas.setFillColor(HexColor(styles.PALE))
        canvas.setStrokeColor(HexColor(styles.NAVY))
        canvas.setLineWidth(0.8)
        canvas.rect(x + 0.4, y + 0.4, width - 0.8, height - band, stroke=1, fill=1)

    def _draw_milestone(self, canvas: TaggedCanvas, box: Box, x: float, y: float, width: float) -> None:
        runs = self.edition.set(words.title(self.edition, box.session), Face.SANS_ITALIC)
        with canvas.writing(canvas.parent.add("P")):
            draw_runs(canvas, runs, x + width / 2, y + 3, size=9.5, colour=styles.NAVY, align="centre")


def _rows_of(entries: list[tuple[Tint, Runs]], width: float) -> list[list[tuple[Tint, Runs]]]:
    """The legend's entries in rows that fit a width."""
    rows: list[list[tuple[Tint, Runs]]] = [[]]
    taken = 0.0
    for tint, runs in entries:
        needed = _entry_width(runs)
        if rows[-1] and taken + needed > width:
            rows.append([])
            taken = 0.0
        rows[-1].append((tint, runs))
        taken += needed
    return rows


def _entry_width(runs: Runs) -> float:
    return 12 + width_of(runs, 9) + _LEGEND_GAP


def _swatch(canvas: TaggedCanvas, tint: Tint, x: float, y: float) -> None:
    canvas.setFillColor(HexColor(tint.surface))
    canvas.setStrokeColor(HexColor(styles.NAVY if tint is styles.PLENARY_TINT else tint.ink))
    canvas.setLineWidth(0.8)
    canvas.roundRect(x, y, 8, 8, 1.5, stroke=1, fill=1)


def _fitted(edition: Edition, wording: Wording, width: float, size: float) -> Runs:
    """A room's name on one line, its end replaced by "…" where it is too long, which is noticed."""
    runs = edition.set(wording, Face.SANS_SEMIBOLD)
    if width_of(runs, size) <= width:
        return runs
    edition.notice("text-shortened", words=wording.words)
    for length in range(len(wording.words) - 1, 0, -1):
        runs = edition.set(f"{wording.words[:length].rstrip()}…", Face.SANS_SEMIBOLD)
        if width_of(runs, size) <= width:
            break
    return runs


def _unseen(canvas: TaggedCanvas, runs: Runs, x: float, y: float) -> None:
    """Text that is there to be read aloud and found, without ink (text rendering mode 3)."""
    text = canvas.beginText(x, y)
    text.setTextRenderMode(3)
    for run in runs:
        text.setFont(run.font, 4)
        text.textOut(run.text)
    text.setTextRenderMode(0)
    canvas.drawText(text)
