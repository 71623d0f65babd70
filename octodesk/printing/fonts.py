# SPDX-License-Identifier: EUPL-1.2
"""Which font holds a character: the packaged ones first, then FiraGO, then the system's.

A font is read and registered when a character first needs it. ReportLab reads TrueType outlines only:
no CFF, no variable fonts; candidates of other kinds are passed over.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont as FontFile
from fontTools.ttLib import TTLibError
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from octodesk import resources
from octodesk.printing.styles import Face

# ReportLab breaks lines at U+202F as at any space. Lines are set with this stand-in, of the same width;
# the canvas writes the real character.
NARROW_SPACE: Final = "\u202f"
NARROW_STAND_IN: Final = "\ue20f"

_PACKAGED: Final = {
    Face.SANS: (resources.SANS, "Regular"),
    Face.SANS_LIGHT: (resources.SANS, "Light"),
    Face.SANS_SEMIBOLD: (resources.SANS, "Semibold"),
    Face.SANS_ITALIC: (resources.SANS, "It"),
    Face.SERIF: (resources.SERIF, "Regular"),
    Face.SERIF_SEMIBOLD: (resources.SERIF, "Semibold"),
}
_WIDE: Final = "FiraGO_"

# These scripts need shaping that we do not have: an unshaped name is wrong, so it counts as missing.
# Arabic and Hebrew are joined and ordered before they come here.
_NEED_SHAPING: Final = frozenset(
    {
        "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM",
        "SINHALA", "KHMER", "MYANMAR", "TIBETAN", "MONGOLIAN", "BALINESE", "JAVANESE", "SYRIAC", "THAANA",
        "NKO", "ADLAM",
    }
)  # fmt: skip
_EAST_ASIAN: Final = frozenset(
    {"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "KATAKANA-HIRAGANA", "IDEOGRAPHIC", "FULLWIDTH"}
)
# TrueType all: the Noto fonts of these scripts have outlines of another kind (CFF), which ReportLab cannot read.
_EAST_ASIAN_FILES: Final = (
    "DroidSansFallbackFull", "DroidSansFallback", "wqy-microhei", "wqy-zenhei", "NotoSansSC-Regular", "ipaexg", "ipagp",
    "NanumGothic", "UnDotum", "simhei", "msgothic", "malgun", "Arial Unicode", "arialuni",
)  # fmt: skip
_SYMBOL_FILES: Final = (
    "NotoSansSymbols2-Regular", "NotoSansSymbols-Regular", "NotoSansMath-Regular", "DejaVuSans", "Symbola", "seguisym",
    "Arial Unicode", "arialuni",
)  # fmt: skip
"""Behind all others, for what belongs to no script."""


def face_font(face: Face) -> str:
    """The registered name of a face's own font."""
    return _registered(_own(face))


def font_for(character: str, face: Face) -> str | None:
    """The registered name of the first font that has the character, None where none has it."""
    name = _font_for(character, face)
    return None if name is None else _registered(name)


def font_for_all(text: str, face: Face) -> str | None:
    """The registered name of the first font that has every character: letters that join want one font."""
    for name in dict.fromkeys(name for character in text for name in _candidates(character, face)):
        if _coverage(name).issuperset(map(ord, text)):
            return _registered(name)
    return None


def covers(face: Face, text: str) -> bool:
    """Whether the face's own font has every character."""
    return _coverage(_own(face)).issuperset(map(ord, text))


def has_glyph(font: str, character: str) -> bool:
    return ord(character) in _coverage(font)


def script_of(character: str) -> str:
    """The script by the first word of the Unicode name: "ARMENIAN", "CJK" …; "" for unnamed characters."""
    return unicodedata.name(character, "").split(" ")[0]


def _own(face: Face) -> str:
    package, style = _PACKAGED[face]
    return f"{'SourceSansPro' if package == resources.SANS else 'SourceSerifPro'}-{style}"


@cache
def _font_for(character: str, face: Face) -> str | None:
    if script_of(character) in _NEED_SHAPING:
        return None
    return next((name for name in _candidates(character, face) if ord(character) in _coverage(name)), None)


def _candidates(character: str, face: Face) -> Iterator[str]:
    yield _own(face)
    yield _own(Face.SANS_SEMIBOLD if face.heavy else Face.SANS)
    yield _WIDE + ("Bold" if face.heavy else "Regular")
    yield from _system_names(script_of(character), heavy=face.heavy)


def _system_names(script: str, *, heavy: bool) -> Iterator[str]:
    if script in _EAST_ASIAN:
        wanted: tuple[str, ...] = _EAST_ASIAN_FILES
    else:
        family = f"NotoSans{script.title()}"
        wanted = (f"{family}-Bold", f"{family}-Regular") if heavy else (f"{family}-Regular",)
    known = (name for name in (*wanted, *_SYMBOL_FILES) if name.lower() in _system_files())
    yield from (name for name in known if _usable(name))


@cache
def _usable(name: str) -> bool:
    """Whether ReportLab can read it: outlines in `glyf`, and not variable."""
    try:
        with _opened(name) as font:
            return "glyf" in font and "fvar" not in font
    except (TTLibError, OSError):
        return False


@cache
def _coverage(name: str) -> frozenset[int]:
    with _opened(name) as font:
        covered = frozenset(font.getBestCmap())
    return covered | {ord(NARROW_STAND_IN)} if ord(NARROW_SPACE) in covered else covered


@cache
def _registered(name: str) -> str:
    try:
        font = TTFont(name, _source(name), shapable=False)
    except TTFError as problem:
        raise FontUnreadable(name) from problem
    widths = font.face.charWidths
    if ord(NARROW_SPACE) in widths:
        widths[ord(NARROW_STAND_IN)] = widths[ord(NARROW_SPACE)]
    pdfmetrics.registerFont(font)
    pdfmetrics.registerFontFamily(name, normal=name, bold=name, italic=name, boldItalic=name)
    return name


class FontUnreadable(Exception):
    """A font file that should be readable is not; `args[0]` is its name."""


@contextmanager
def _opened(name: str) -> Iterator[FontFile]:
    """The font's tables. The file is ours to close: fontTools leaves it open where it is no font."""
    source = _source(name)
    with source if isinstance(source, BytesIO) else Path(source).open("rb") as file:
        yield FontFile(file, lazy=True, fontNumber=0)


def _source(name: str) -> str | BytesIO:
    if name.startswith(_WIDE):
        return BytesIO(resources.fira_go(name.removeprefix(_WIDE)))
    for face, (package, style) in _PACKAGED.items():
        if _own(face) == name:
            return str(resources.font_path(package, style))
    return str(_system_files()[name.lower()])


@cache
def _system_files() -> dict[str, Path]:
    """Stem in lower case -> path, for every TrueType file in the system's font folders."""
    found: dict[str, Path] = {}
    for folder in _system_folders():
        for path, _folders, names in os.walk(folder):
            for name in sorted(names):
                if name.lower().endswith((".ttf", ".ttc")):
                    found.setdefault(name[:-4].lower(), Path(path) / name)
    return found


def _system_folders() -> tuple[Path, ...]:
    home = Path.home()
    if sys.platform == "win32":
        return (Path(os.environ.get("WINDIR", "C:\\Windows")) / "Fonts",)
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts")
    return (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local/share/fonts")
