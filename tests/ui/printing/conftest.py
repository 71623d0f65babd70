# SPDX-License-Identifier: EUPL-1.2
"""A workbench on the sample, and the small conference of the other tests of the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from octodesk.exchange.samples import sample_log
from octodesk.ui.workbench import Workbench
from tests.build import desk_on

A_WHILE = 60_000


@pytest.fixture
def octopus(qapp: QApplication) -> Iterator[Workbench]:
    made = Workbench(desk_on(sample_log("octopus-2021")))
    yield made
    made.close()


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made
