# SPDX-License-Identifier: EUPL-1.2
"""A ReportLab canvas that knows what it draws: every text is tagged or an artifact (ISO 14289-1, 7.1).

Each page's stream begins as an artifact. A text object drawn for an element interrupts it with marked
content of its own, so lines, tints and footers need no care. The tree is written by `archive`.
ReportLab has no hooks for this; the private ones used here are why its version is pinned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor, toColor
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from octodesk.printing.fonts import NARROW_SPACE, NARROW_STAND_IN, face_font
from octodesk.printing.house_styles import INSTITUTIONAL, HouseStyle
from octodesk.printing.styles import Face

rl_config.useA85 = 0  # streams stay binary: pikepdf packs them once more anyway

_ARTIFACT: Final = "/Artifact BMC"
_END: Final = "EMC"


@dataclass(frozen=True, slots=True)
class Content:
    """Marked content `mcid` on a page (both from 0)."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """The `index`-th link of a page (both from 0)."""

    page: int
    index: int


@dataclass(eq=False, slots=True)
class Element:
    """A node of the structure tree: a standard type (ISO 32000-1, 14.8.4) and what it holds, in order.

    Attributes by their PDF names: Alt, ActualText, Lang, Scope, ColSpan, RowSpan, BBox, ListNumbering,
    and Contents, the words a link says.
    """

    tag: str
    parent: Element | None = None
    attributes: dict[str, Any] = field(default_factory=dict)
    kids: list[Element | Content | Annotation] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.parent is not None:
            self.parent.kids.append(self)

    def add(self, tag: str, **attributes: object) -> Element:
        return Element(tag, self, attributes)


@dataclass(slots=True)
class _Page:
    marked: list[Element] = field(default_factory=list)
    links: list[Element] = field(default_factory=list)


class TaggedText(PDFTextObject):  # type: ignore[misc]
    """A text object that belongs to an element, or to none: then it is an artifact."""

    def __init__(self, canvas: TaggedCanvas, *, element: Element | None, x: float = 0, y: float = 0) -> None:
        super().__init__(canvas, x, y)
        self.element = element
        self.links: dict[int, Element] = {}
        self.mark = "" if element is None else canvas.begin_mark(element)

    def switch(self, element: Element, properties: str = "") -> str:
        """The operators that end the current marked content and begin another, inside this text object."""
        return f"{_END} {self._canvas.begin_mark(element, properties)}"

    def setFillColor(self, aColor: Any, alpha: Any = None) -> None:
        super().setFillColor(self._canvas.inked(aColor), alpha)

    def begin_run(self, language: str, spoken: str | None = None) -> None:
        """What follows is in another language than the print, or is spoken in another order than drawn."""
        if self.element is None:
            return
        span = self.element.add("Span", **({"Lang": language} if language else {}))
        properties = (
            "" if spoken is None else f" /ActualText <FEFF{spoken.encode('utf-16-be').hex().upper()}>"
        )
        self._code.append(self.switch(span, properties))

    def end_run(self) -> None:
        """What follows is the element's own again."""
        if self.element is not None:
            self._code.append(self.switch(self.element))

    def _formatText(self, text: str) -> str:
        return str(super()._formatText(text.replace(NARROW_STAND_IN, NARROW_SPACE)))

    def _textOut(self, text: str, TStar: int = 0) -> None:
        """A real space at each soft line break: else readers and search glue the words."""
        if TStar and self.mark and not text.endswith((" ", "-", "–", "\u00a0")):
            text += " "
        super()._textOut(text, TStar)

    def _linkRecord(self, link: tuple[int, str], what: str) -> None:
        """ReportLab says where a link's text starts (just written) and ends; per line."""
        if self.element is None:
            return
        if what == "end":
            self._code.append(self.switch(self.element))
            return
        number, address = link
        if number not in self.links:
            self.links[number] = self.element.add("Link")
        self._canvas.link_elements[address] = self.links[number]
        self._code.insert(-1, self.switch(self.links[number]))


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """Draws pages and grows a structure tree beside them.

    `parent` is where new elements go, `leaf` the element that text drawn now belongs to.
    """

    _code: list[str]

    def __init__(
        self, file: object, *, pagesize: tuple[float, float], style: HouseStyle = INSTITUTIONAL
    ) -> None:
        self.style = style
        self._inking = False
        self.structure = Element("Document")
        self.parent = self.structure
        self.leaf: Element | None = None
        self.muted = False
        self.link_elements: dict[str, Element] = {}
        self.tagged_pages = [_Page()]
        self.places: dict[str, int] = {}
        self.when_laid_out: list[Callable[[TaggedCanvas], None]] = []
        self.has_links = True
        """False: where pages may be missing that links lead to."""
        self._in_figure = False
        super().__init__(
            file, pagesize=pagesize, pageCompression=1, invariant=1, initialFontName=face_font(Face.SANS)
        )
        self.setNamedCB("mark", _mark_run)

    # ---- what stands for which colour

    def inked(self, colour: Any) -> Color:
        """The style's colour for one of text or lines."""
        return HexColor(self.style.ink(_named(colour)))

    def setStrokeColor(self, aColor: Any, alpha: Any = None) -> None:
        super().setStrokeColor(self.inked(aColor), alpha)

    def setFillColor(self, aColor: Any, alpha: Any = None) -> None:
        ground = HexColor(self.style.ground(_named(aColor)))
        super().setFillColor(self.inked(aColor) if self._inking else ground, alpha)

    @contextmanager
    def inking(self) -> Iterator[None]:
        """What is filled within is text."""
        before, self._inking = self._inking, True
        yield
        self._inking = before

    # ---- what belongs to which element

    @contextmanager
    def inside(self, element: Element) -> Iterator[Element]:
        """Elements made within go into this one; text drawn within is an artifact unless it has a leaf."""
        with self._state(parent=element, leaf=None):
            yield element

    @contextmanager
    def writing(self, element: Element | None) -> Iterator[None]:
        """Text drawn within belongs to this element; None: artifact."""
        with self._state(parent=element or self.parent, leaf=element):
            yield

    @contextmanager
    def as_artifact(self) -> Iterator[None]:
        """Everything drawn within is an artifact, whatever it says of itself: headings repeated on a page."""
        before, self.muted = self.muted, True
        with self._state(parent=self.parent, leaf=None):
            yield
        self.muted = before

    @contextmanager
    def figure(self, alternative: str, box: tuple[float, float, float, float]) -> Iterator[None]:
        """Everything drawn within is one picture. Box in points on the page: left, bottom, right, top."""
        element = self.parent.add("Figure", Alt=alternative, BBox=box)
        self._code.append(f"{_END} {self.begin_mark(element)}")
        self._in_figure = True
        yield
        self._in_figure = False
        self._code.append(f"{_END} {_ARTIFACT}")

    @contextmanager
    def _state(self, *, parent: Element, leaf: Element | None) -> Iterator[None]:
        before = self.parent, self.leaf
        self.parent, self.leaf = parent, leaf
        yield
        self.parent, self.leaf = before

    # ---- marked content

    @property
    def number(self) -> str:
        """The number of the page being drawn, as printed."""
        return str(self.getPageNumber())

    @property
    def page_count(self) -> int:
        """Of the pages shown so far."""
        return len(self.tagged_pages) - 1

    @property
    def _page(self) -> int:
        return len(self.tagged_pages) - 1

    def begin_mark(self, element: Element, properties: str = "") -> str:
        """The operator that begins marked content of the element on this page."""
        marked = self.tagged_pages[self._page].marked
        element.kids.append(Content(self._page, len(marked)))
        marked.append(element)
        return f"/{element.tag} <</MCID {len(marked) - 1}{properties}>> BDC"

    def text_of(self, element: Element | None, x: float, y: float) -> TaggedText:
        """A text object of the given element."""
        return TaggedText(self, element=None if self.muted or self._in_figure else element, x=x, y=y)

    def beginText(self, x: float = 0, y: float = 0, direction: str | None = None) -> TaggedText:  # noqa: ARG002
        return self.text_of(self.leaf, x, y)

    def drawText(self, text: TaggedText) -> None:
        code = text.getCode()
        if not text.mark:
            self._code.append(code)
            return
        inner = code.removeprefix("BT").removesuffix("ET")
        self._code.append(f"{_END} BT {text.mark}{inner}{_END} ET {_ARTIFACT}")

    # ---- links

    def mark_place(self, key: str, above: float) -> None:
        """Links can lead here from now on; `places` holds the page's number."""
        self.bookmarkHorizontal(key, 0, above)
        self.places[key] = self.getPageNumber()

    def linkURL(self, url: str, rect: Any, relative: int = 0, **_look: object) -> None:
        action = pdfdoc.PDFDictionary({"S": pdfdoc.PDFName("URI"), "URI": pdfdoc.PDFString(url)})
        self._add_link(url, {"A": action}, rect, relative)

    def linkRect(
        self,
        contents: str,  # noqa: ARG002
        dest: str,
        Rect: Any = None,
        relative: int = 1,
        **_look: object,
    ) -> None:
        self._add_link(f"#{dest}", {"Dest": self._bookmarkReference(dest)}, Rect, relative)

    def _add_link(self, address: str, target: dict[str, Any], rect: Any, relative: int) -> None:
        if self.muted or not self.has_links:
            return
        element = self.link_elements.get(address)
        if element is None:
            element = self.link_elements[address] = self.parent.add("Link")
        annotation = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Annot"),
                "Subtype": pdfdoc.PDFName("Link"),
                "Rect": pdfdoc.PDFArray(self._absRect(rect, relative)),
                "Border": pdfdoc.PDFArray([0, 0, 0]),
                **target,
            }
        )
        element.attributes.setdefault("Contents", address)
        links = self.tagged_pages[self._page].links
        element.kids.append(Annotation(self._page, len(links)))
        links.append(element)
        self._addAnnotation(annotation)

    # ---- pages

    def save(self) -> None:
        """Ends the last page, lets what waited for page numbers draw, and writes the file."""
        if self._code:
            self.showPage()
        for draw in self.when_laid_out:
            draw(self)
        super().save()

    def so_far(self) -> bytes:
        """The file with the pages shown by now, without structure: to be looked at, on a canvas without links."""
        return bytes(self._doc.GetPDFData(self))

    def showPage(self) -> None:
        self._code.insert(0, _ARTIFACT)
        self._code.append(_END)
        super().showPage()
        self.tagged_pages.append(_Page())

    @contextmanager
    def on_page(self, number: int) -> Iterator[None]:
        """Draws on a page already shown (from 1): page numbers known only now. No links within."""
        code, pages = self._code, self.tagged_pages
        self._code, self.tagged_pages = [], pages[:number]
        yield
        self._doc.Pages.pages[number - 1].stream += "\n".join(["", _ARTIFACT, *self._code, _END, ""])
        self._code, self.tagged_pages = code, pages


def _named(colour: Any) -> str:
    """ "#12304F" for a colour in any of ReportLab's forms."""
    return f"#{toColor(colour).hexval()[2:].upper()}"


def _mark_run(canvas: TaggedCanvas, _kind: str, label: tuple[str, str | None] | None) -> None:
    """Called in the middle of a line where a run of another language or reading order begins; None: ends."""
    text: TaggedText = canvas._curr_tx_info["tx"]
    if label is None:
        text.end_run()
    else:
        text.begin_run(*label)
