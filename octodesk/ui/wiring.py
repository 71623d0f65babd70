# SPDX-License-Identifier: EUPL-1.2
"""What each action of a window does: every part gives a table of its own, and here they are put together.

A new part adds a function to PARTS. What it needs from elsewhere is imported when it is done, not here: the first paint
waits for these imports.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from octodesk.languages import LANGUAGES
from octodesk.ui import conference_work
from octodesk.ui.actions import TEXT_SIZES
from octodesk.ui.palettes import PALETTES
from octodesk.ui.session_menu import SESSION_ITEMS
from octodesk.wording.prints import DOCUMENT_NAMES

if TYPE_CHECKING:
    from octodesk.ui.main_window import MainWindow
    from octodesk.ui.timetable.faces import ColorBy
    from octodesk.ui.views import View

PLANNED = ("find-place", "what-fits", "keep-apart", "in-order")
"""Entries of the Session menu that find and mind places."""

Deeds = Mapping[str, Callable[[], object]]
"""What is done, by the action's name without "action-"."""


def program(window: MainWindow) -> Deeds:
    """What concerns more than this window: told by its signals."""
    return {
        "new": window.new_wanted.emit,
        "open": window.open_wanted.emit,
        "import": window.import_wanted.emit,
        "start": window.start_wanted.emit,
        "quit": window.quit_wanted.emit,
        "copies": window.copies_wanted.emit,
        "about": partial(_about, window),
    }


def editing(window: MainWindow) -> Deeds:
    bench = window.bench
    return {
        "undo": bench.undo,
        "redo": bench.redo,
        "unplace": partial(_unplace, window),
        "delete": partial(_delete, window),
        "new-session": partial(_new_session, window),
        "new-room": partial(_new_room, window),
        "new-speaker": partial(_new_speaker, window),
    }


def looks(window: MainWindow) -> Deeds:
    sizes = {f"text-size-{size}": partial(_wish_theme, window, text_size=size) for size in TEXT_SIZES}
    palettes = {f"palette-{one.name}": partial(_wish_theme, window, palette=one) for one in PALETTES.values()}
    tongues = {f"language-{code}": partial(window.language_wanted.emit, code) for code in LANGUAGES}
    colors = {
        "color-track": partial(_color_by, window, "track"),
        "color-kind": partial(_color_by, window, "kind"),
    }
    return {**sizes, **palettes, **tongues, **colors, "panes-back": window.dock_places.put_back}


def printing(window: MainWindow) -> Deeds:
    kinds = {f"print-{kind}": partial(_print, window, kind) for kind in DOCUMENT_NAMES}
    return {
        "print": partial(_print, window, "front"),
        "went-out": partial(_show_what_went_out, window),
        **kinds,
    }


def merging(window: MainWindow) -> Deeds:
    return {
        "questions": partial(_questions, window),
        "before-merge": partial(_before_merge, window),
        "versions": partial(_versions, window),
    }


def filing(window: MainWindow) -> Deeds:
    return window.filing.deeds


def getting_about(window: MainWindow) -> Deeds:
    return window.getting_about.deeds


def views(window: MainWindow) -> Deeds:
    return {
        f"view-{name}": partial(_show_view, window, name)
        for name in ("day", "all-days", "across", "list", "room", "speaker")
    }


def timetable(window: MainWindow) -> Deeds:
    """What is done with sessions; all of it is made after the first paint."""
    names = [item.name for item in SESSION_ITEMS if item.name not in ("", *PLANNED)]
    names += [
        "cut",
        "copy",
        "paste",
        "duplicate",
        "select-all",
        "find",
        "palette",
        "zoom-all",
        "overview",
        "try-out",
    ]
    return {name: partial(_timetable_deed, window, name) for name in names}


def planning(window: MainWindow) -> Deeds:
    return {name: partial(_plan, window, name) for name in (*PLANNED, "repair", "rules")}


def conference(window: MainWindow) -> Deeds:
    return conference_work.deeds(window)


PARTS: tuple[Callable[[MainWindow], Deeds], ...] = (
    program,
    filing,
    merging,
    editing,
    getting_about,
    views,
    timetable,
    looks,
    printing,
    conference,
    planning,
)


def connect_actions(window: MainWindow) -> None:
    """Lets every action of the window do what its part says."""
    for part in PARTS:
        for name, act in part(window).items():
            window.actions_by_name.on(name, act)
    window.actions_by_name["color-track"].setChecked(True)


# -- what is done


def _about(window: MainWindow) -> None:
    from octodesk.ui.dialogs.about import AboutDialog

    AboutDialog(window.theme, window).open()


def _questions(window: MainWindow) -> None:
    from octodesk.ui.merging.unsettled import QuestionsWindow

    window.bench.finish_typing()
    QuestionsWindow(window.bench, window.theme, window).show()


def _before_merge(window: MainWindow) -> None:
    from octodesk.ui.merging.moments import Moments

    Moments(window).before_merge()


def _versions(window: MainWindow) -> None:
    from octodesk.ui.merging.moments import Moments
    from octodesk.ui.merging.versions_window import VersionsWindow

    window.bench.finish_typing()
    VersionsWindow(window, Moments(window), lambda: datetime.now(UTC)).show()


def _unplace(window: MainWindow) -> None:
    from octodesk.ui.timetable import commands
    from octodesk.ui.timetable.wishes import Drop

    drop = Drop(tuple((session, None) for session in window.bench.selection))
    if drop.placements:
        window.bench.do(lambda document: commands.put(document, drop))


def _delete(window: MainWindow) -> None:
    from octodesk.edits.rows import delete_rows

    if window.bench.selection:
        window.bench.do(partial(delete_rows, table="session", row_ids=window.bench.selection))


def _new_session(window: MainWindow) -> None:
    from octodesk.edits.rows import add_row

    fresh, author = window.bench.fresh_id(), window.bench.author_id
    new = partial(add_row, table="session", values={}, author_id=author, row_id=fresh, fresh_id=fresh)
    if window.bench.do(new):
        window.getting_about.open_session(fresh)


def _new_room(window: MainWindow) -> None:
    window.getting_about.raise_dock("rooms")
    window.panes.rooms.add()


def _new_speaker(window: MainWindow) -> None:
    window.getting_about.raise_dock("speakers")
    window.panes.speakers.add()


def _wish_theme(window: MainWindow, **other: object) -> None:
    window.theme_wanted.emit(replace(window.theme, **other))  # type: ignore[arg-type]  # a palette or a size


def _color_by(window: MainWindow, what: ColorBy) -> None:
    window.surface.color_by(what)
    window.tools.retranslate()


def _timetable_deed(window: MainWindow, name: str) -> None:
    window.outfit.deeds[name]()


def _show_view(window: MainWindow, view: View) -> None:
    window.outfit.views.show(view)


def _show_what_went_out(window: MainWindow) -> None:
    from octodesk.ui.printing.went_out import WentOutDialog

    window.bench.finish_typing()
    WentOutDialog(window.bench, window.theme, window.now, window).open()


def _print(window: MainWindow, kind: str) -> None:
    """Opens the print dialog on a document of the conference as it is now. It brings ReportLab."""
    from octodesk.ui.printing.before_printing import go_to
    from octodesk.ui.printing.dialog import PrintDialog

    window.bench.finish_typing()
    dialog = PrintDialog(window.bench, kind, window.theme, window.now, window)
    dialog.before.listed.connect(lambda listed: listed.sought.connect(partial(go_to, window)))
    dialog.show()  # not modal: what is to be looked at before printing is put right beside it


def _plan(window: MainWindow, name: str) -> None:
    from octodesk.ui.planning.deeds import DEEDS

    window.bench.finish_typing()
    DEEDS[name](window)
