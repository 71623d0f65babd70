# SPDX-License-Identifier: EUPL-1.2
"""Where icons, samples, fonts and catalogues lie: in a checkout, in an installed wheel, in font packages.

The only module that knows. Everything it returns is a path on this disk, or bytes of a font.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
# A wheel carries resources/ and i18n/ inside the package, in this folder; a checkout has them beside it.
_INSTALLED = _PACKAGE / "_carried"

SANS = "font_source_sans_pro"
SERIF = "font_source_serif_pro"


class MissingResource(FileNotFoundError):
    """The installation lacks a file of the program: `path` is where it should be."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"the program's file {path} is missing")
        self.path = path


def resource_path(*parts: str) -> Path:
    """A file under resources/. Raises MissingResource."""
    return _found(_top("resources").joinpath(*parts))


def icon_path(name: str) -> Path:
    """A line-drawn SVG by name, without its suffix: "undo". Raises MissingResource."""
    return resource_path("icons", f"{name}.svg")


def sample_path(name: str) -> Path:
    """A file a sample event is made from, with its suffix: "octopus-2021.json". Raises MissingResource."""
    return resource_path("samples", name)


def catalogue_path(language: str) -> Path:
    """The compiled catalogue of a language; it need not exist: a checkout compiles them when set up."""
    return locale_folder() / f"{language}.mo"


def locale_folder() -> Path:
    """The folder of the compiled catalogues, one LANGUAGE.mo each."""
    return _top("i18n")


def font_path(package: str, style: str) -> Path:
    """A static TrueType file of SANS or SERIF by style: "Regular", "It", "Semibold", "BoldIt" …

    Raises MissingResource. The packages are not imported: their __init__ lists folders.
    """
    family = {SANS: "SourceSansPro", SERIF: "SourceSerifPro"}[package]
    return _found(_font_folder(package) / f"{family}-{style}.ttf")


def fira_go(style: str) -> bytes:
    """FiraGO as TrueType bytes ("Regular", "Bold", "Italic", "BoldItalic"): Georgian, Arabic, Hebrew, Thai."""
    font: bytes = import_module(f"pymupdf_fonts.FiraGO_{style}").fontbuffer
    return font


@lru_cache(maxsize=2)
def _font_folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise MissingResource(Path(package))
    return Path(spec.submodule_search_locations[0]) / "files"


def _top(folder: str) -> Path:
    carried = _INSTALLED / folder
    return carried if carried.is_dir() else _PACKAGE.parent / folder


def _found(path: Path) -> Path:
    if not path.is_file():
        raise MissingResource(path)
    return path
