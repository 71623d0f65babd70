# SPDX-License-Identifier: EUPL-1.2
"""Qt's own model tester on a model, for as long as a test changes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester

Watch = Callable[[QAbstractItemModel], None]


@pytest.fixture
def watch() -> Iterator[Watch]:
    """From now on every change of the model is checked; a fault is a Qt warning, which fails the test."""
    testers: list[QAbstractItemModelTester] = []

    def begin(model: QAbstractItemModel) -> None:
        mode = QAbstractItemModelTester.FailureReportingMode.Warning
        testers.append(QAbstractItemModelTester(model, mode))

    yield begin
    testers.clear()
