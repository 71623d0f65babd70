# SPDX-License-Identifier: EUPL-1.2
"""Draws one day's grid, and tags it as a table with rooms as column heads and times as row heads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from octodesk.model.rows import Kind, Session, Track
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
    entries: tuple[tuple[Tint, Runs], ...]
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
    entries = [(tints[row.id], _named(edition, row)) for row in shown]
    if any(one.exclusive and one.kind not in _QUIET and one.minutes for one in sessions):
        plenary = edition.joined(lambda one: one.set(one.gettext("Plenary")))
        entries.insert(0, (styles.PLENARY_TINT, plenary))
    return Legend(tints, tuple(entries), by_track)


def _named(edition: Edition, row: Track | Kind) -> Runs:
    return edition.joined(lambda one: one.set(row.name))


@dataclass(frozen=True, slots=True)
class DayGrid:
    """What one sheet shows."""

    day: date
    heads: tuple[tuple[Wording, ...], ...]
    """What stands above each column: its name, in each language of the print."""
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
        face = Face.SANS_SEMIBOLD
        name = edition.joined(lambda one: one.set(one.event.name, face)) + edition.set(" – ", face)
        kicker = name + edition.joined(lambda one: one.set(one.gettext("Programme at a glance"), face))
        with canvas.writing(canvas.structure.add("H1") if self.first else None):
            draw_runs(canvas, kicker, 0, self.height - 9, size=10, colour=styles.TEAL)
        title = edition.joined_words(lambda one: words.day_words(one, day))
        title += f" · {self.grid.part}" if self.grid.part else ""
        runs = edition.joined(lambda one: one.set(words.day_words(one, day), Face.SERIF))
        runs += edition.set(f" · {self.grid.part}", Face.SERIF) if self.grid.part else ()
        with canvas.writing(canvas.structure.add("H2")):
            draw_runs(canvas, runs, 0, self.height - 37, size=self._title_size(runs), colour=styles.NAVY)
        key = f"day-{day}-{self.grid.part}"
        canvas.mark_place(key, self.height)
        canvas.addOutlineEntry(title, key, 0, 0)
        with canvas.writing(canvas.structure.add("P")):
            subtitle = edition.joined(lambda one: one.set(self._subtitle(one)), "   ")
            draw_runs(canvas, subtitle, 0, self.top + _HEAD + 6, size=9, colour=styles.GREY)

    def _subtitle(self, edition: Edition) -> str:
        mark = words.zone_mark(edition, datetime.combine(self.grid.day, time(12)))
        times = edition.gettext("All times are {zone}.").format(zone=mark)
        if self.edition.second:
            return times  # both languages beside the legend
        numbers = edition.gettext("Numbers refer to the full programme.")
        return f"{times} {numbers}"

    def _draw_legend(self, canvas: TaggedCanvas) -> None:
        """Right-aligned rows above the grid, in reading order."""
        rows = self._legend_rows()
        y = self.top + _HEAD + 6 + 13 * (len(rows) - 1)
        for row in rows:
            x = self.width + _LEGEND_GAP - sum(_entry_width(runs) for _, runs in row)
            for tint, runs in row:
                _swatch(canvas, tint, x, y - 1)
                with canvas.writing(canvas.structure.add("P")):
                    draw_runs(canvas, runs, x + 12, y, size=9)
                x += _entry_width(runs)
            y -= 13

    def _legend_rows(self) -> list[list[tuple[Tint, Runs]]]:
        share = 0.45 if self.edition.second else 0.55
        return _rows_of(list(self.grid.legend.entries), self.width * share)

    def _title_size(self, runs: Runs) -> float:
        """As large as leaves the legend its place."""
        widest = max(sum(_entry_width(entry) for _, entry in row) for row in self._legend_rows())
        return min(25.0, 25.0 * (self.width - widest) / width_of(runs, 25))

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
        for column, wordings in enumerate(self.grid.heads):
            with canvas.writing(head.add("TH", Scope="Column")):
                x = _AXIS + (column + 0.5) * self.column
                runs = _fitted(self.edition, wordings, self.column - 6, 9.5)
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

    def _track(self, session: Session) -> Runs:
        """What the block's colour means, in words, where colours are tracks."""
        track = self.edition.document.find("track", session.track) if self.grid.legend.by_track else None
        return _named(self.edition, track) if isinstance(track, Track) else ()

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
        face = Face.SANS_ITALIC
        runs = self.edition.joined(lambda one: one.set(words.title(one, box.session), face))
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


def _fitted(edition: Edition, wordings: Sequence[Wording], width: float, size: float) -> Runs:
    """A room's name on one line, in the first language alone where both have no room; where even that is too long
    its end is replaced by "…". Either is noticed."""
    whole = tuple(run for place, one in enumerate(wordings) for run in _behind(edition, one, place))
    if width_of(whole, size) <= width:
        return whole
    wording = wordings[0]
    edition.notice("text-shortened", words=" / ".join(one.words for one in wordings))
    runs = edition.set(wording, Face.SANS_SEMIBOLD)
    if width_of(runs, size) <= width:
        return runs
    for length in range(len(wording.words) - 1, 0, -1):
        runs = edition.set(f"{wording.words[:length].rstrip()}…", Face.SANS_SEMIBOLD)
        if width_of(runs, size) <= width:
            break
    return runs


def _behind(edition: Edition, wording: Wording, place: int) -> Runs:
    between = edition.set(" / ", Face.SANS_SEMIBOLD) if place else ()
    return between + edition.set(wording, Face.SANS_SEMIBOLD)


def _unseen(canvas: TaggedCanvas, runs: Runs, x: float, y: float) -> None:
    """Text that is there to be read aloud and found, without ink (text rendering mode 3)."""
    text = canvas.beginText(x, y)
    text.setTextRenderMode(3)
    for run in runs:
        text.setFont(run.font, 4)
        text.textOut(run.text)
    text.setTextRenderMode(0)
    canvas.drawText(text)
