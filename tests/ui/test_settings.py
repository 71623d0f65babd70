# SPDX-License-Identifier: EUPL-1.2
"""What the window remembers on this machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from octodesk.ui.palettes import CONTRAST, LIGHT
from octodesk.ui.settings import MOST_RECENT, Recent, Settings
from octodesk.ui.theme import Theme


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "window.ini"


def test_at_first_nothing_is_remembered(path: Path) -> None:
    first = Settings(path)
    assert (first.theme, first.language, first.recent, first.last_event) == (Theme(LIGHT), "", (), "")


def test_looks_and_language_are_there_at_the_next_start(path: Path) -> None:
    first = Settings(path)
    first.theme = Theme(CONTRAST, 150)
    first.language = "fr"
    first.last_event = "e1"
    first.write()
    second = Settings(path)
    assert (second.theme, second.language, second.last_event) == (Theme(CONTRAST, 150), "fr", "e1")


def test_what_makes_no_sense_is_read_as_nothing(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("[look]\npalette=plaid\ntext-size=huge\n", encoding="utf-8")
    assert Settings(path).theme == Theme(LIGHT)


def test_a_text_size_is_held_within_its_limits(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("[look]\ntext-size=900\n", encoding="utf-8")
    assert Settings(path).theme.text_size == 200


def test_the_newest_file_stands_first_and_only_once(path: Path) -> None:
    kept = Settings(path)
    one, other = Recent(Path("/one.octo"), "e1", "One"), Recent(Path("/other.octo"), "e2", "Other")
    for recent in (one, other, one):
        kept.add_recent(recent)
    assert kept.recent == (one, other)
    assert (kept.file_of("e2"), kept.file_of("e3")) == (Path("/other.octo"), None)


def test_only_some_files_are_remembered(path: Path) -> None:
    kept = Settings(path)
    for number in range(MOST_RECENT + 3):
        kept.add_recent(Recent(Path(f"/{number}.octo"), f"e{number}", ""))
    assert [recent.path.stem for recent in kept.recent] == [str(n) for n in range(MOST_RECENT + 2, 2, -1)]
