# SPDX-License-Identifier: EUPL-1.2
"""Which font a character is set in, with and without the system's own fonts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from octodesk.printing import Notice, fonts
from octodesk.printing.styles import Face
from tests.build import part, person
from tests.printing.conference import forum, print_of


@pytest.fixture
def bare_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine whose font folders hold nothing but a broken file."""
    (tmp_path / "DroidSansFallbackFull.ttf").write_bytes(b"no font at all")
    monkeypatch.setattr(fonts, "_system_folders", lambda: (tmp_path,))
    caches = (fonts._system_files, fonts._font_for, fonts._usable)
    for cache in caches:
        cache.cache_clear()
    yield
    for cache in caches:
        cache.cache_clear()


@pytest.mark.parametrize(
    ("character", "face", "font"),
    [
        ("é", Face.SANS, "SourceSansPro-Regular"),
        ("Ω", Face.SERIF_SEMIBOLD, "SourceSerifPro-Semibold"),
        ("Ж", Face.SANS_ITALIC, "SourceSansPro-Regular"),
        ("▶", Face.SANS, "SourceSansPro-Regular"),
        ("►", Face.SANS, "FiraGO_Regular"),
        ("ნ", Face.SANS_SEMIBOLD, "FiraGO_Bold"),
        ("ก", Face.SERIF, "FiraGO_Regular"),
        ("\U0001f680", Face.SANS, None),
        ("आ", Face.SANS, None),
    ],
)
def test_packaged_fonts_hold_most_of_europe_and_more(character: str, face: Face, font: str | None) -> None:
    assert fonts.font_for(character, face) == font


@pytest.mark.usefixtures("bare_system")
def test_without_system_fonts_chinese_is_left_out_and_named() -> None:
    li = person("li", given_name="Wei", family_name="Li", own_script="李伟")
    printed = print_of(forum(li, part("boats", "li", order="1")), "programme")
    assert printed.notices == (Notice("own-script-left-out", words="李伟", person="li"),)
