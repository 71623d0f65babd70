# SPDX-License-Identifier: EUPL-1.2
"""Makes drawn pages a document to keep: structure tree, metadata, colour, one small file.

Follows PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Pdf, String

from octodesk.printing.colour_profile import NAME as COLOUR_NAME
from octodesk.printing.colour_profile import srgb_profile
from octodesk.printing.tagging import Annotation, Content, Element, TaggedCanvas

PRODUCER: Final = "OctoDesk"
_OWNERS: Final = {
    "Scope": "Table",
    "ColSpan": "Table",
    "RowSpan": "Table",
    "BBox": "Layout",
    "ListNumbering": "List",
}
_NAMES: Final = frozenset({"Scope", "ListNumbering"})
_STRINGS: Final = frozenset({"Alt", "ActualText", "Lang", "E"})
_KEPT_EMPTY: Final = frozenset({"TD", "TH"})


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What the file says of itself. `language` is a BCP 47 tag, `made_at` an aware time."""

    title: str
    author: str
    subject: str
    language: str
    made_at: datetime


def archived(drawn: bytes, canvas: TaggedCanvas, facts: DocumentFacts, *, first: int = 1) -> bytes:
    """The finished file, without the pages before the `first`: equal bytes for equal pages and facts."""
    with pikepdf.open(BytesIO(drawn)) as pdf:
        _drop_pages(pdf, first - 1)
        _Tree(pdf, canvas, skipped=first - 1).write()
        _describe(pdf, facts)
        out = BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            fix_metadata_version=False,  # it would write the XMP anew
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
        )
    return out.getvalue()


class _Tree:
    """Writes the elements a canvas gathered, and each page's way back from content to element."""

    def __init__(self, pdf: Pdf, canvas: TaggedCanvas, *, skipped: int) -> None:
        self._pdf = pdf
        self._canvas = canvas
        self._skipped = skipped
        self._pages = [page.obj for page in pdf.pages]
        self._objects: dict[int, Object] = {}
        self._links: dict[Annotation, Object] = {}

    def write(self) -> None:
        _prune(self._canvas.structure, self._skipped)
        root = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        for element in _walk(self._canvas.structure):
            self._objects[id(element)] = self._pdf.make_indirect(Dictionary())
        numbers = self._parent_tree()
        for element in _walk(self._canvas.structure):
            self._fill(element, root)
        root.K = self._objects[id(self._canvas.structure)]
        root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        root.ParentTreeNextKey = len(numbers) // 2
        self._pdf.Root.StructTreeRoot = root
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _parent_tree(self) -> list[Any]:
        numbers: list[Any] = []
        pages = self._canvas.tagged_pages[self._skipped :]
        for index, (page, tagged) in enumerate(zip(self._pages, pages, strict=False)):
            page.StructParents = len(numbers) // 2
            page.Tabs = Name.S
            numbers += [page.StructParents, Array([self._objects[id(element)] for element in tagged.marked])]
            for number, element in enumerate(tagged.links):
                link = page.Annots[number]
                self._describe_link(link, element)
                link.StructParent = len(numbers) // 2
                numbers += [link.StructParent, self._objects[id(element)]]
                self._links[Annotation(index + self._skipped, number)] = link
        return numbers

    def _describe_link(self, link: Object, element: Element) -> None:
        link.F = 4  # printed, not hidden
        link.Contents = String(element.attributes["Contents"])

    def _fill(self, element: Element, root: Object) -> None:
        target = self._objects[id(element)]
        target.S = Name(f"/{element.tag}")
        target.P = root if element.parent is None else self._objects[id(element.parent)]
        page = next((kid.page for kid in element.kids if isinstance(kid, Content)), None)
        if page is not None:
            target.Pg = self._pages[page - self._skipped]
        kids = [self._kid(kid, page) for kid in element.kids]
        if kids:
            target.K = kids[0] if len(kids) == 1 else Array(kids)
        owned: dict[str, dict[str, Any]] = {}
        for key, value in element.attributes.items():
            if key in _STRINGS:
                target[f"/{key}"] = String(value)
            elif key in _OWNERS:
                owned.setdefault(_OWNERS[key], {})[f"/{key}"] = _attribute(key, value)
        if owned:
            target.A = Array([Dictionary({"/O": Name(f"/{owner}"), **owned[owner]}) for owner in owned])

    def _kid(self, kid: Element | Content | Annotation, own_page: int | None) -> Any:
        """Content on the element's own page is its number alone: half the file is saved by what need not be said."""
        if isinstance(kid, Element):
            return self._objects[id(kid)]
        if isinstance(kid, Content) and kid.page == own_page:
            return kid.mcid
        page = self._pages[kid.page - self._skipped]
        if isinstance(kid, Content):
            return Dictionary(Type=Name.MCR, MCID=kid.mcid, Pg=page)
        return Dictionary(Type=Name.OBJR, Obj=self._links[kid], Pg=page)


def _attribute(key: str, value: Any) -> Any:
    if key in _NAMES:
        return Name(f"/{value}")
    return Array([round(part, 2) for part in value]) if key == "BBox" else value


def _walk(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _walk(kid)


def _prune(element: Element, skipped: int) -> bool:
    """Drops what stands on skipped pages, and elements that hold nothing; whether this one holds something."""
    element.kids = [kid for kid in element.kids if _stays(kid, skipped)]
    if skipped and element.tag in {"Table", "TR"}:  # empty cells alone: its words stand on skipped pages
        return any(isinstance(kid, Content) for one in _walk(element) for kid in one.kids)
    return bool(element.kids) or element.tag in _KEPT_EMPTY


def _stays(kid: Element | Content | Annotation, skipped: int) -> bool:
    return _prune(kid, skipped) if isinstance(kid, Element) else kid.page >= skipped


def _drop_pages(pdf: Pdf, count: int) -> None:
    """Takes the first pages away, and the bookmarks that led to them."""
    if not count:
        return
    gone = {page.obj.objgen for page in pdf.pages[:count]}
    del pdf.pages[:count]
    with pdf.open_outline() as outline:
        outline.root[:] = list(_leading_on(outline.root, gone))


def _leading_on(items: Iterable[OutlineItem], gone: set[tuple[int, int]]) -> Iterator[OutlineItem]:
    """The bookmarks that lead to pages still there; those below one that is dropped take its place."""
    for item in items:
        item.children[:] = list(_leading_on(item.children, gone))
        if isinstance(item.destination, Array) and item.destination[0].objgen not in gone:
            yield item
        else:
            yield from item.children


def _describe(pdf: Pdf, facts: DocumentFacts) -> None:
    made = facts.made_at.astimezone(UTC)
    root = pdf.Root
    root.Lang = String(facts.language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.Metadata = pdf.make_stream(_xmp(facts, made.strftime("%Y-%m-%dT%H:%M:%SZ")).encode())
    root.Metadata.Type, root.Metadata.Subtype = Name.Metadata, Name.XML
    profile = pdf.make_stream(srgb_profile(), N=3)
    root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String(COLOUR_NAME),
                Info=String(COLOUR_NAME),
                DestOutputProfile=profile,
            )
        ]
    )
    stamp = String(made.strftime("D:%Y%m%d%H%M%SZ"))
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title=String(facts.title),
            Author=String(facts.author),
            Subject=String(facts.subject),
            Creator=String(PRODUCER),
            Producer=String(PRODUCER),
            CreationDate=stamp,
            ModDate=stamp,
        )
    )


def _xmp(facts: DocumentFacts, made: str) -> str:
    described = "".join(
        f'<rdf:Description rdf:about="" xmlns:{prefix}="{space}">{content}</rdf:Description>'
        for prefix, space, content in (
            ("dc", "http://purl.org/dc/elements/1.1/", _dublin_core(facts)),
            ("xmp", "http://ns.adobe.com/xap/1.0/", _dates(made)),
            ("pdf", "http://ns.adobe.com/pdf/1.3/", f"<pdf:Producer>{PRODUCER}</pdf:Producer>"),
            ("pdfaid", "http://www.aiim.org/pdfa/ns/id/", _PDF_A),
            ("pdfuaid", "http://www.aiim.org/pdfua/ns/id/", "<pdfuaid:part>1</pdfuaid:part>"),
        )
    )
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'{described}{_UA_SCHEMA}</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    )


def _dates(made: str) -> str:
    tool = f"<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>"
    return f"<xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate>{tool}"


def _dublin_core(facts: DocumentFacts) -> str:
    def alternatives(text: str) -> str:
        return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'

    return (
        "<dc:format>application/pdf</dc:format>"
        f"<dc:title>{alternatives(facts.title)}</dc:title>"
        f"<dc:creator><rdf:Seq><rdf:li>{escape(facts.author)}</rdf:li></rdf:Seq></dc:creator>"
        f"<dc:description>{alternatives(facts.subject)}</dc:description>"
        f"<dc:language><rdf:Bag><rdf:li>{facts.language}</rdf:li></rdf:Bag></dc:language>"
    )


_PDF_A: Final = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"

# PDF/A wants properties outside its own list, as PDF/UA's, declared in the file (ISO 19005-2, 6.6.2.3).
_UA_SCHEMA: Final = (
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>'
    '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>'
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
    '<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>'
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 the file follows</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)
