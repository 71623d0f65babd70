# SPDX-License-Identifier: EUPL-1.2
"""Every text and mark of the window can be told from what it stands on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octodesk.contrast import contrast, luminance
from octodesk.ui.palettes import (
    CONTRAST,
    DARK,
    LIGHT,
    MARK_CONTRAST,
    PALETTES,
    TEXT_CONTRAST,
    Palette,
    Tint,
    mixed,
)

every_palette = pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)


def surfaces(palette: Palette) -> dict[str, str]:
    """What dark text (light text, in the dark) stands on."""
    tints = {f"tint {number}": tint.surface for number, tint in enumerate(palette.tints, start=1)}
    names = ("window", "pane", "soft", "selection", "good", "warning")
    plain = {name: getattr(palette, name) for name in names}
    return {**plain, **tints, "pause": palette.pause.surface, "error": palette.error.surface}


def too_faint(inks: dict[str, str], grounds: dict[str, str], *, least: float) -> list[tuple[str, str, float]]:
    return [
        (ink_name, ground_name, round(contrast(ink, ground), 2))
        for ink_name, ink in inks.items()
        for ground_name, ground in grounds.items()
        if contrast(ink, ground) < least
    ]


@every_palette
def test_text_can_be_read_wherever_it_stands(palette: Palette) -> None:
    inks = {"text": palette.text, "muted": palette.muted}
    assert too_faint(inks, surfaces(palette), least=TEXT_CONTRAST) == []


@every_palette
def test_headings_links_and_faults_can_be_read_on_panes(palette: Palette) -> None:
    inks = {
        "heading": palette.heading,
        "accent": palette.accent,
        "error": palette.error.ink,
        "caution": palette.caution,
    }
    names = ("window", "pane", "selection", "soft")
    grounds = {name: surfaces(palette)[name] for name in names}
    assert too_faint(inks, grounds, least=TEXT_CONTRAST) == []


@every_palette
def test_ink_can_be_read_on_its_own_surface(palette: Palette) -> None:
    pairs = (*palette.tints, palette.pause, palette.plenary, palette.error)
    faint = [tint for tint in pairs if contrast(tint.ink, tint.surface) < TEXT_CONTRAST]
    assert faint == []


@every_palette
def test_text_on_a_pressed_button_can_be_read(palette: Palette) -> None:
    assert contrast(palette.on_focus, palette.focus) >= TEXT_CONTRAST


@every_palette
def test_marks_stand_out_from_every_block(palette: Palette) -> None:
    marks = {"focus": palette.focus, "error": palette.error.ink, "caution": palette.caution}
    assert too_faint(marks, surfaces(palette), least=MARK_CONTRAST) == []


@every_palette
def test_a_plenary_stands_out_from_the_pane(palette: Palette) -> None:
    assert contrast(palette.plenary.ink, palette.plenary.surface) >= TEXT_CONTRAST
    assert contrast(palette.plenary.surface, palette.pane) >= 1.5


@every_palette
@given(color=st.integers(0, 0xFFFFFF).map("#{:06X}".format))
def test_any_colour_a_user_picks_can_be_read(palette: Palette, color: str) -> None:
    tint = palette.tint_of(color)
    assert contrast(tint.ink, tint.surface) >= TEXT_CONTRAST
    assert contrast(palette.text, tint.surface) >= TEXT_CONTRAST or tint == palette.plenary


def test_a_house_colour_keeps_its_drawn_pair_in_each_palette() -> None:
    assert LIGHT.tint_of("#1f5a96") == Tint("#E4EDF7", "#1F5A96")
    assert DARK.tint_of("#1F5A96") == Tint("#1F3650", "#9CC8F5")
    assert CONTRAST.tint_of("#1F5A96") == Tint("#06203D", "#A6D4FF")
    assert DARK.tint_of("#12304F") == DARK.plenary


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert luminance("#FFFFFF") == pytest.approx(1)


def test_mixing_lies_between_the_two_colours() -> None:
    assert mixed("#FFFFFF", "#000000", share=0.5) == "#808080"
    assert mixed("#102030", "#FFFFFF", share=1) == "#102030"
