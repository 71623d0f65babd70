# SPDX-License-Identifier: EUPL-1.2
"""What the Conference menu opens: the conference's facts, its translations, its interpretation, its people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from octodesk.languages import _

if TYPE_CHECKING:
    from octodesk.ui.main_window import MainWindow


def deeds(window: MainWindow) -> Mapping[str, Callable[[], object]]:
    """By the action's name. The dialogs are imported when they are wanted."""
    return {
        "conference": partial(_conference, window),
        "next-year": partial(_next_year, window),
        "dates": partial(_dates, window),
        "zone": partial(_zone, window),
        "translations": partial(_translations, window),
        "interpretation": partial(_interpretation, window),
        "replace": partial(replace, window),
        "duplicates": partial(_duplicates, window),
        "balance": partial(_balance, window),
        "remove-for-good": partial(_remove_for_good, window),
        "close-conference": partial(_close_conference, window),
    }


def _conference(window: MainWindow) -> None:
    from octodesk.ui.dialogs.conference import ConferenceDialog

    ConferenceDialog(window.bench, window.theme, window).show()


def _next_year(window: MainWindow) -> None:
    from octodesk.ui.dialogs.next_year import NextYearDialog

    window.bench.finish_typing()
    dialog = NextYearDialog(window.bench.document, window.bench.fresh_id(), window.theme, window)
    dialog.made.connect(window.conference_made)
    dialog.open()


def _dates(window: MainWindow) -> None:
    from octodesk.ui.dialogs.dates import DatesDialog

    window.bench.finish_typing()
    DatesDialog(window.bench, window.theme, window).open()


def _zone(window: MainWindow) -> None:
    from octodesk.ui.dialogs.dates import ZoneDialog

    window.bench.finish_typing()
    ZoneDialog(window.bench, window.theme, window).open()


def _translations(window: MainWindow) -> None:
    from octodesk.ui.dialogs.translations import TranslationsDialog

    TranslationsDialog(window.bench, window.theme, window).show()


def _interpretation(window: MainWindow) -> None:
    from octodesk.ui.dialogs.interpretation import InterpretationDialog

    InterpretationDialog(window.bench, window.theme, window).show()


def replace(window: MainWindow) -> None:
    """Somebody in the place of the person one is on in the Speakers table."""
    from octodesk.ui.dialogs.people import ReplaceDialog

    person = window.panes.speakers.row
    if not person:
        window.getting_about.raise_dock("speakers")
        window.bench.notice(_("Choose in the Speakers table who is to be replaced."), fault=True)
        return
    window.bench.finish_typing()
    ReplaceDialog(window.bench, window.theme, person, window).open()


def _duplicates(window: MainWindow) -> None:
    from octodesk.ui.dialogs.people import DuplicatesDialog

    DuplicatesDialog(window.bench, window.theme, window).show()


def _balance(window: MainWindow) -> None:
    from octodesk.ui.dialogs.balance import BalanceDialog

    BalanceDialog(window.bench, window.theme, window).show()


def _remove_for_good(window: MainWindow) -> None:
    from octodesk.ui.dialogs.removing import ask_to_remove

    ask_to_remove(window)


def _close_conference(window: MainWindow) -> None:
    from octodesk.ui.dialogs.removing import ask_to_close

    ask_to_close(window)
