# SPDX-License-Identifier: EUPL-1.2
"""Every pane and dialog of the Conference menu in each language, palette and text size: nothing is cut off or covered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from octodesk import languages
from octodesk.exchange.samples import sample_log
from octodesk.ui import theme as themes
from octodesk.ui.dialogs.balance import BalanceDialog
from octodesk.ui.dialogs.conference import ConferenceDialog
from octodesk.ui.dialogs.dates import DatesDialog, ZoneDialog
from octodesk.ui.dialogs.interpretation import InterpretationDialog
from octodesk.ui.dialogs.people import DuplicatesDialog, ReplaceDialog
from octodesk.ui.dialogs.removing import RemovalDialog
from octodesk.ui.dialogs.translations import TranslationsDialog
from octodesk.ui.palettes import PALETTES
from octodesk.ui.panes.inspector import Inspector
from octodesk.ui.panes.record_page import RecordPage
from octodesk.ui.panes.rooms import RoomsPane
from octodesk.ui.panes.session_table import SessionTable
from octodesk.ui.panes.speakers import SpeakersPane
from octodesk.ui.panes.workshops import WorkshopsPane
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench
from tests.build import desk_on

Make = Callable[[Workbench, Theme], QWidget]


def _sessions(bench: Workbench, theme: Theme) -> Inspector:
    made = Inspector(bench, theme)
    bench.select([bench.document.sessions[4].id])
    made.more.open_all()
    return made


def open_page(inspector: Inspector) -> None:
    page = inspector.currentWidget()
    assert isinstance(page, RecordPage)
    page.sheet.open_all()


def _people(bench: Workbench, theme: Theme) -> Inspector:
    made = Inspector(bench, theme)
    bench.look_at("person", [bench.document.people[2].id])
    open_page(made)
    return made


def _rooms(bench: Workbench, theme: Theme) -> Inspector:
    made = Inspector(bench, theme)
    bench.look_at("room", [bench.document.rooms[0].id])
    open_page(made)
    return made


def _replace(bench: Workbench, theme: Theme) -> ReplaceDialog:
    return ReplaceDialog(bench, theme, bench.document.people[2].id)


def _removal(bench: Workbench, theme: Theme) -> RemovalDialog:
    return RemovalDialog(bench.document, theme, bench.document.people[2].id)


def _closing(bench: Workbench, theme: Theme) -> RemovalDialog:
    return RemovalDialog(bench.document, theme)


PARTS: dict[str, Make] = {
    "sessions": _sessions, "people": _people, "rooms": _rooms, "workshops": WorkshopsPane, "session table": SessionTable,
    "speakers": SpeakersPane, "rooms pane": RoomsPane, "conference": ConferenceDialog, "dates": DatesDialog,
    "zone": ZoneDialog, "interpretation": InterpretationDialog, "translations": TranslationsDialog,
    "duplicates": DuplicatesDialog, "replace": _replace, "balance": BalanceDialog,
    "removal": _removal, "closing": _closing,
}  # fmt: skip
LOOKS = [
    *product(("light",), languages.LANGUAGES, (100, 200)), ("dark", "en", 100), ("contrast", "fr", 200),
]  # fmt: skip


@pytest.fixture(scope="module", params=LOOKS, ids=lambda look: "-".join(map(str, look)))
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[tuple[str, Theme]]:
    palette, language, size = request.param
    theme = Theme(PALETTES[palette], size)
    themes.put_on(qapp, theme)
    yield language, theme
    themes.put_on(qapp, Theme())


@pytest.fixture(scope="module")
def sample(qapp: QApplication) -> Iterator[Workbench]:
    bench = Workbench(desk_on(sample_log("octopus-2021")))
    yield bench
    bench.close()


def test_nothing_is_cut_off_or_covered(qtbot: QtBot, sample: Workbench, look: tuple[str, Theme]) -> None:
    language, theme = look
    languages.set_language(language)
    for name, make in PARTS.items():
        part = make(sample, theme)
        qtbot.addWidget(part)
        wide = max(theme.px(340), part.minimumSizeHint().width(), part.minimumWidth())
        if part.width() < wide:
            part.resize(wide, theme.px(900))
        part.show()
        qtbot.waitExposed(part)
        QApplication.processEvents()
        assert (name, list(cut_off(part))) == (name, [])
        assert (name, list(covered(part))) == (name, [])
        part.hide()


def words_on(part: QWidget) -> list[QAbstractButton | QLabel]:
    found: list[QAbstractButton | QLabel] = [*part.findChildren(QLabel), *part.findChildren(QAbstractButton)]
    return [one for one in found if one.isVisible() and one.text() and not one.text().isspace()]


def cut_off(part: QWidget) -> Iterator[str]:
    """The words of labels and buttons that need more room than they have; those that shorten themselves do not count."""
    for one in words_on(part):
        shortens = one.property("look") in ("field", "line", "role") or (
            isinstance(one, QLabel) and (one.wordWrap() or one.text().endswith("…"))
        )
        needed = one.fontMetrics().horizontalAdvance(one.text().replace("&", "").split("\n")[0])
        if not shortens and needed > one.width() + 1:
            yield one.text()


def covered(part: QWidget) -> Iterator[str]:
    """Labels and buttons of one parent that lie over each other."""
    by_parent: dict[QWidget | None, list[QAbstractButton | QLabel]] = {}
    for one in words_on(part):
        by_parent.setdefault(one.parentWidget(), []).append(one)
    for siblings in by_parent.values():
        for place, one in enumerate(siblings):
            for other in siblings[place + 1 :]:
                if one.geometry().adjusted(1, 1, -1, -1).intersects(other.geometry().adjusted(1, 1, -1, -1)):
                    yield f"{one.text()} / {other.text()}"
