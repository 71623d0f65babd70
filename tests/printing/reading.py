# SPDX-License-Identifier: EUPL-1.2
"""Reads a produced PDF back: its structure tree with the words of each element, and all marked content."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf

SHOWN_ATTRIBUTES = ("/Lang", "/Alt")
SHOWN_OWNED = ("/Scope", "/ColSpan", "/RowSpan")


@dataclass
class Node:
    """An element of the structure tree; `words` are its own, without those of its kids."""

    tag: str
    facts: dict[str, str] = field(default_factory=dict)
    kids: list[Node | str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def words(self) -> str:
        """All the words below, in reading order."""
        return squeezed("".join(kid if isinstance(kid, str) else f"{kid.words()} " for kid in self.kids))

    def find(self, tag: str) -> list[Node]:
        return [node for node in self.walk() if node.tag == tag]


def squeezed(text: str) -> str:
    return re.sub(r"[ \n]+", " ", text).strip()


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def structure(pdf: bytes) -> Node:
    """The whole tree, its root the Document."""
    with opened(pdf) as read:
        pages = {page.obj.objgen: _marked(page) for page in read.pages}
        return _node(read.Root.StructTreeRoot.K, pages)


def dump(pdf: bytes) -> str:
    """The tree as text: tag, facts, words; one element a line."""
    return "\n".join(_lines(structure(pdf), 0)) + "\n"


def unmarked_text(pdf: bytes) -> list[str]:
    """Text shown neither for an element nor as an artifact: there must be none."""
    with opened(pdf) as read:
        return [text for page in read.pages for text in _marked(page).get(None, [])]


def artifact_text(pdf: bytes) -> list[str]:
    """The artifacts' words of each page: footers, repeated heads."""
    with opened(pdf) as read:
        return [squeezed(" ".join(_marked(page).get("artifact", []))) for page in read.pages]


def page_words(pdf: bytes) -> list[str]:
    """Every word of each page as drawn."""
    with opened(pdf) as read:
        return [squeezed("".join("".join(parts) for parts in _marked(page).values())) for page in read.pages]


def all_words(pdf: bytes) -> str:
    return squeezed(structure(pdf).words())


def _lines(node: Node, depth: int) -> Iterator[str]:
    facts = "".join(f" {name}={value}" for name, value in node.facts.items())
    own = squeezed(" ".join(kid for kid in node.kids if isinstance(kid, str)))
    targets = "".join(f" -> {target}" for target in node.links)
    yield f"{'  ' * depth}{node.tag}{facts}{f' | {own}' if own else ''}{targets}"
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from _lines(kid, depth + 1)


def _node(element: Any, pages: dict[Any, dict[Any, list[str]]]) -> Node:
    node = Node(str(element.S)[1:], _facts(element))
    for kid in _kids(element):
        if isinstance(kid, int):
            node.kids.append("".join(pages[element.Pg.objgen].get(kid, [])))
            continue
        kind = kid.get("/Type")
        if kind == "/MCR":
            node.kids.append("".join(pages[kid.Pg.objgen].get(int(kid.MCID), [])))
        elif kind == "/OBJR":
            node.links.append(_target(kid.Obj))
        else:
            node.kids.append(_node(kid, pages))
    return node


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, list | pikepdf.Array) else [kids]


def _facts(element: Any) -> dict[str, str]:
    facts = {name[1:]: str(element[name]) for name in SHOWN_ATTRIBUTES if name in element}
    for owned in element.get("/A", []):
        facts |= {name[1:]: str(owned[name]).lstrip("/") for name in SHOWN_OWNED if name in owned}
    return facts


def _target(annotation: Any) -> str:
    return str(annotation.A.URI) if "/A" in annotation else "a place in this print"


def _marked(page: Any) -> dict[Any, list[str]]:
    """Texts by marked content: MCID, "artifact", or None for what is not marked at all."""
    fonts = {str(name): _decoder(font) for name, font in page.Resources.Font.items()}
    found: dict[Any, list[str]] = {}
    stack: list[Any] = []
    font: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = instruction.operands, instruction.operator
        match str(operator):
            case "Tf":
                font = fonts[str(operands[0])]
            case "BMC":
                stack.append("artifact")
            case "BDC":
                stack.append(_mark(operands))
            case "EMC":
                stack.pop()
            case "Tj":
                mark = stack[-1] if stack else None
                said = mark[1] if isinstance(mark, tuple) else None
                key = mark[0] if isinstance(mark, tuple) else mark
                words = "".join(font.get(byte, "?") for byte in bytes(operands[0])) if said is None else said
                found.setdefault(key, []).append(words)
    assert not stack, "marked content left open"
    return found


def _mark(operands: Any) -> Any:
    properties = operands[1]
    mcid = int(properties["/MCID"])
    return (mcid, str(properties["/ActualText"])) if "/ActualText" in properties else mcid


def _decoder(font: Any) -> dict[int, str]:
    cmap = bytes(font.ToUnicode.read_bytes()).decode("ascii")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        pairs = re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block)
        found |= {int(code, 16): _unicode(value) for code, value in pairs}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, _, values in re.findall(r"<(\w+)>\s*<(\w+)>\s*\[(.*?)\]", block, re.DOTALL):
            listed = re.findall(r"<(\w+)>", values)
            found |= {int(first, 16) + place: _unicode(value) for place, value in enumerate(listed)}
    return found


def _unicode(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be")
