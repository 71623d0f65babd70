# SPDX-License-Identifier: EUPL-1.2
"""A Word document in the making: its styles, paragraphs, tables, and what makes them readable for everybody.

Styles are real ones (headings, lists, header rows), each run says its language, and nothing is set by hand that a style
can say.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from octodesk.exchange.papers.marks import tidy
from octodesk.exchange.papers.paper_styles import CHARACTERS, PARAGRAPHS

FONT: Final = "Arial"
INK, NAVY, TEAL, GREY, RULE, PAUSE = "1D2733", "12304F", "0B6470", "566373", "C9D2DB", "EEF0F3"
_MARGIN: Final = Mm(20)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words: what it is (one of CHARACTERS, "" for plain), and its language ("" for the paragraph's)."""

    words: str
    what: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class _Look:
    size: float
    colour: str = INK
    bold: bool = False
    italic: bool = False
    before: float = 0
    after: float = 0
    indent: float = 0
    centre: bool = False
    based: str = "Normal"
    keep: bool = False


_LOOKS: Final = {
    "subtitle": _Look(11, TEAL, bold=True, after=2),
    "title": _Look(24, NAVY, bold=True, after=4),
    "dateline": _Look(13, NAVY, bold=True, after=2),
    "version": _Look(9.5, GREY, after=8),
    "topic": _Look(10.5, after=2, based="List Bullet"),
    "introduction": _Look(10.5, after=6),
    "participation": _Look(10, after=5),
    "registration": _Look(10, after=5),
    "related": _Look(10, after=5),
    "contact": _Look(10),
    "funding": _Look(9, GREY, before=12),
    "day": _Look(11, "FFFFFF", bold=True, before=2, after=2, keep=True),
    "time": _Look(9.5, NAVY, bold=True),
    "session": _Look(10),
    "more title": _Look(10.5, NAVY, bold=True, before=3, after=3, centre=True),
    "occasion": _Look(10),
    "facts": _Look(9, GREY, after=1),
    "subtitle of session": _Look(10, GREY, italic=True),
    "aim": _Look(10, italic=True, after=3),
    "description": _Look(10, after=4),
    "outcome": _Look(10, after=3),
    "role": _Look(9.5, TEAL, bold=True, before=3, keep=True),
    "person": _Look(10, indent=5),
    "point": _Look(10, after=1, based="List Bullet"),
    "role in point": _Look(9, TEAL, bold=True, indent=10, keep=True),
    "person in point": _Look(9.5, indent=12),
    "room": _Look(10),
}
_CHARACTER_LOOKS: Final = {
    "label": (TEAL, True), "kind": (TEAL, True), "function": (GREY, False), "organisation": (GREY, False),
    "country": (GREY, False), "presence": (GREY, False), "on behalf of": (GREY, False), "mark": (GREY, False),
    "minutes": (GREY, False),
}  # fmt: skip
_HEADINGS: Final = {1: (17, NAVY, 14, 4), 2: (12.5, TEAL, 10, 3), 3: (11, NAVY, 9, 2)}


class Sheet:
    """What the writer of a document puts on paper, from top to bottom."""

    def __init__(
        self, language: str, *, title: str, subject: str, keywords: str, version: str, made_at: datetime
    ) -> None:
        self._document = docx.Document()
        self.language = language
        self._set_up_styles()
        self._describe(title, subject, keywords, version, made_at)
        section = self._document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = _MARGIN
        section.top_margin, section.bottom_margin = Mm(20), Mm(18)

    def bytes(self) -> bytes:
        buffer = io.BytesIO()
        self._document.save(buffer)
        return buffer.getvalue()

    # ---- paragraphs

    def heading(self, pieces: str | Sequence[Piece], level: int, *, new_page: bool = False) -> None:
        paragraph = self._document.add_paragraph(style=f"Heading {level}")
        paragraph.paragraph_format.page_break_before = new_page or None
        self._fill(paragraph, _pieces(pieces), self.language)

    def paragraph(self, what: str, pieces: str | Sequence[Piece], language: str = "") -> None:
        """A paragraph in the style of what it is."""
        paragraph = self._document.add_paragraph(style=PARAGRAPHS[what])
        self._fill(paragraph, _pieces(pieces), language or self.language)

    def turn(self, *, wide: bool) -> None:
        """What follows stands on pages in landscape, or upright again."""
        section = self._document.add_section()
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = section.page_height, section.page_width

    def footer(self, words: str, page_words: str) -> None:
        """The line at the foot of every page; `page_words` holds {page} and {pages}."""
        paragraph = self._document.sections[0].footer.paragraphs[0]
        paragraph.style = "Footer"
        self._fill(paragraph, [Piece(f"{words} · " if words else "")], self.language)
        before, _, rest = page_words.partition("{page}")
        between, _, after = rest.partition("{pages}")
        for text, field in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
            self._fill(paragraph, [Piece(text)], self.language)
            if field:
                _add_field(paragraph, field)

    # ---- tables

    def table(self, widths: Sequence[float], summary: str) -> Table:
        """A table with columns of these widths in millimetres; `summary` says what it holds to who cannot see it."""
        table = self._document.add_table(rows=0, cols=len(widths))
        table.style = "Table Grid"
        table.autofit = False
        describe_table(table, summary)
        rule(table)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        return Table(self, table, widths)

    def fill(self, paragraph: Any, what: str, pieces: str | Sequence[Piece], language: str) -> None:
        paragraph.style = PARAGRAPHS[what]
        self._fill(paragraph, _pieces(pieces), language or self.language)

    # ---- runs

    def _fill(self, paragraph: Any, pieces: Iterable[Piece], language: str) -> None:
        for piece in pieces:
            if not piece.words:
                continue
            run = paragraph.add_run(_printable(piece.words))
            if piece.what:
                run.style = CHARACTERS[piece.what]
            speak(run, piece.language or language)

    # ---- styles

    def _set_up_styles(self) -> None:
        styles = self._document.styles
        normal = styles["Normal"]
        _font(normal, 10, INK)
        _speak(normal.element.get_or_add_rPr(), self.language)
        for level, (size, colour, before, after) in _HEADINGS.items():
            style = styles[f"Heading {level}"]
            _font(style, size, colour, bold=True)
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        for what, name in PARAGRAPHS.items():
            self._paragraph_style(what, name)
        for what, name in CHARACTERS.items():
            self._character_style(what, name)

    def _paragraph_style(self, what: str, name: str) -> None:
        styles, look = self._document.styles, _LOOKS[what]
        known = name in styles
        style = styles[name] if known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        if not known:
            style.base_style = styles[look.based]
            style.quick_style = True
        _font(style, look.size, look.colour, bold=look.bold, italic=look.italic)
        form = style.paragraph_format
        form.space_before, form.space_after = Pt(look.before), Pt(look.after)
        form.keep_with_next = look.keep or None
        if look.indent:
            form.left_indent = Mm(look.indent)
        if look.centre:
            form.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _without_border(style)

    def _character_style(self, what: str, name: str) -> None:
        style = self._document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        colour, bold = _CHARACTER_LOOKS.get(what, ("", False))
        if colour:
            style.font.color.rgb = RGBColor.from_string(colour)
        style.font.bold = bold or None
        style.font.all_caps = what == "family name" or None

    def _describe(self, title: str, subject: str, keywords: str, version: str, made_at: datetime) -> None:
        about = self._document.core_properties
        about.title, about.subject, about.keywords = _printable(title), _printable(subject), keywords
        about.language, about.version, about.author, about.comments = (
            self.language,
            _printable(version),
            "",
            "",
        )
        about.created = about.modified = made_at.replace(tzinfo=None)


class Table:
    """Rows are added one by one. Column 0 holds the time."""

    def __init__(self, sheet: Sheet, table: Any, widths: Sequence[float]) -> None:
        self._sheet, self._table, self._widths = sheet, table, widths

    @property
    def columns(self) -> int:
        return len(self._widths)

    def row(self, *, header: bool = False, whole: bool = True) -> Any:
        """A new row, marked as mark_row does."""
        row = self._table.add_row()
        mark_row(row, header=header, whole=whole)
        for cell, width in zip(row.cells, self._widths, strict=True):
            cell.width = Mm(width)
        return row

    def cell(self, row: Any, first: int, last: int | None = None) -> Entry:
        """A cell, or all from `first` to `last` as one."""
        cells = row.cells
        cell = cells[first] if last is None or last <= first else cells[first].merge(cells[last])
        return Entry(self._sheet, cell)


class Entry:
    """What stands in one cell."""

    def __init__(self, sheet: Sheet, cell: Any) -> None:
        self._sheet, self._cell = sheet, cell
        self._is_fresh = True

    def paragraph(self, what: str, pieces: str | Sequence[Piece], language: str = "") -> None:
        paragraph = self._cell.paragraphs[0] if self._is_fresh else self._cell.add_paragraph()
        self._is_fresh = False
        self._sheet.fill(paragraph, what, pieces, language)

    def shade(self, colour: str) -> None:
        self._cell._tc.get_or_add_tcPr().append(
            _with_attributes("w:shd", val="clear", color="auto", fill=colour)
        )

    def centre(self) -> None:
        for paragraph in self._cell.paragraphs:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _pieces(pieces: str | Sequence[Piece]) -> Sequence[Piece]:
    return [Piece(pieces)] if isinstance(pieces, str) else pieces


def _printable(words: str) -> str:
    """XML holds no control characters; spaces at the ends separate pieces and stay."""
    start = words[: len(words) - len(words.lstrip())]
    end = words[len(words.rstrip()) :] if words.strip() else ""
    return start.replace("\n", " ") + tidy(words) + end.replace("\n", " ")


def _font(style: Any, size: float, colour: str, *, bold: bool = False, italic: bool = False) -> None:
    font = style.font
    font.name, font.size, font.bold, font.italic = FONT, Pt(size), bold, italic
    font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):  # the theme's fonts would win
        fonts.attrib.pop(qn(f"w:{name}"), None)
    fonts.set(qn("w:cs"), FONT)


def mark_row(row: Any, *, header: bool, whole: bool = True) -> None:
    """A header is repeated on every page and read out as one; `whole` rows do not break over pages."""
    properties = row._tr.get_or_add_trPr()
    if header:
        properties.append(OxmlElement("w:tblHeader"))
    if whole:
        properties.append(OxmlElement("w:cantSplit"))


def speak(run: Any, language: str) -> None:
    """Says what language the words of a run are in."""
    _speak(run._r.get_or_add_rPr(), language)


def _speak(properties: Any, language: str) -> None:
    found = properties.find(qn("w:lang"))
    if found is None:
        found = OxmlElement("w:lang")
        properties.append(found)
    found.set(qn("w:val"), {"en": "en-GB", "fr": "fr-FR", "es": "es-ES"}.get(language, language))


def _without_border(style: Any) -> None:
    properties = style.element.find(qn("w:pPr"))
    border = properties.find(qn("w:pBdr")) if properties is not None else None
    if border is not None:
        properties.remove(border)


def _add_field(paragraph: Any, code: str) -> None:
    run = paragraph.add_run()
    for kind in ("begin", code, "end"):
        element = OxmlElement("w:instrText" if kind == code else "w:fldChar")
        if kind == code:
            element.text = code
        else:
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)


def describe_table(table: Any, summary: str) -> None:
    properties = table._tbl.tblPr
    properties.extend(_with_attributes(name, val=summary) for name in ("w:tblCaption", "w:tblDescription"))


def rule(table: Any) -> None:
    """Thin grey lines, and room between them and the words."""
    properties = table._tbl.tblPr
    borders, margins = OxmlElement("w:tblBorders"), OxmlElement("w:tblCellMar")
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_with_attributes(f"w:{edge}", val="single", sz="4", space="0", color=RULE))
    for edge, width in (("top", "40"), ("left", "90"), ("bottom", "40"), ("right", "90")):
        margins.append(_with_attributes(f"w:{edge}", w=width, type="dxa"))
    layout = properties.find(qn("w:tblLayout"))
    if layout is None:
        properties.extend([borders, margins])
    else:
        layout.addprevious(borders)
        layout.addnext(margins)


def _with_attributes(name: str, **values: str) -> Any:
    element = OxmlElement(name)
    for attribute, value in values.items():
        element.set(qn(f"w:{attribute}"), value)
    return element
