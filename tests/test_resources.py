# SPDX-License-Identifier: EUPL-1.2
"""Fonts, catalogues and files of the program are found, and what is missing is named."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from octodesk import resources

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("style", ["Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt"])
@pytest.mark.parametrize(
    ("package", "family"), [(resources.SANS, "Source Sans Pro"), (resources.SERIF, "Source Serif Pro")]
)
def test_the_source_fonts_are_static_truetype(package: str, family: str, style: str) -> None:
    with TTFont(resources.font_path(package, style), lazy=True) as font:
        assert font["name"].getDebugName(1).startswith(family)
        assert ("glyf" in font, "fvar" in font) == (True, False)


@pytest.mark.parametrize("style", ["Regular", "Bold", "Italic", "BoldItalic"])
def test_fira_go_has_georgian_arabic_hebrew_and_thai(style: str) -> None:
    characters = TTFont(BytesIO(resources.fira_go(style)), lazy=True).getBestCmap()
    assert {ord(letter) for letter in "ნاאก"} <= characters.keys()


def test_the_catalogues_of_a_checkout_lie_beside_their_sources() -> None:
    assert resources.locale_folder() == ROOT / "i18n"
    assert resources.catalogue_path("fr").read_bytes()[:4] in {b"\xde\x12\x04\x95", b"\x95\x04\x12\xde"}


def test_what_an_installed_package_carries_comes_before_a_folder_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    icon = tmp_path / "resources" / "icons" / "undo.svg"
    icon.parent.mkdir(parents=True)
    icon.write_text("<svg/>")
    monkeypatch.setattr(resources, "_INSTALLED", tmp_path)
    assert resources.icon_path("undo") == icon


@pytest.mark.parametrize(
    ("find", "place"),
    [
        (lambda: resources.icon_path("nowhere"), ROOT / "resources/icons/nowhere.svg"),
        (lambda: resources.sample_path("nowhere.json"), ROOT / "resources/samples/nowhere.json"),
        (lambda: resources.resource_path("styles", "nowhere"), ROOT / "resources/styles/nowhere"),
    ],
)
def test_a_missing_file_of_the_program_is_named(find: object, place: Path) -> None:
    assert callable(find)
    with pytest.raises(resources.MissingResource) as caught:
        find()
    assert caught.value.path == place
