# SPDX-License-Identifier: EUPL-1.2
"""Rules every print keeps: all text tagged or an artifact, headings, tables, links, fonts, metadata."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise

import pytest

from octodesk.model.document import Document
from octodesk.printing import DOCUMENTS
from tests.printing.conference import forum, print_of, sample
from tests.printing.reading import Node, artifact_text, opened, structure, unmarked_text

CONFERENCES: dict[str, Callable[[], Document]] = {
    "forum": forum,
    "octopus-2021": sample,
    "octopus-2019": lambda: sample("octopus-2019"),
}
EVERY_PRINT = [
    (name, kind, language)
    for name in CONFERENCES
    for kind in DOCUMENTS
    for language in (
        ("en", "fr", "es") if name == "forum" or kind in ("front", "glance", "programme") else ("fr",)
    )
]
"""The samples' further documents in one language: they have the same parts in each."""
pytestmark = pytest.mark.parametrize(("name", "kind", "language"), EVERY_PRINT)


@cache
def document(name: str) -> Document:
    return CONFERENCES[name]()


@cache
def pdf(name: str, kind: str, language: str) -> bytes:
    return print_of(document(name), kind, languages=(language,)).pdf


def test_all_text_is_tagged_or_an_artifact(name: str, kind: str, language: str) -> None:
    assert unmarked_text(pdf(name, kind, language)) == []


LOOSE_SHEETS = {"door-signs", "badges", "name-plates", "everything"}
"""Documents of sheets or cards that go their own ways: each has a title, none has a footer."""


def test_one_title_and_no_heading_level_skipped(name: str, kind: str, language: str) -> None:
    levels = [
        int(node.tag[1])
        for node in structure(pdf(name, kind, language)).walk()
        if re.fullmatch("H[1-6]", node.tag)
    ]
    assert levels.count(1) == 1 or kind in LOOSE_SHEETS | {"itineraries"}
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_headings_have_words(name: str, kind: str, language: str) -> None:
    headings = [
        node for node in structure(pdf(name, kind, language)).walk() if re.fullmatch("H[1-6]", node.tag)
    ]
    assert all(node.words() for node in headings)


def test_table_heads_say_what_they_head_and_rows_are_equally_wide(
    name: str, kind: str, language: str
) -> None:
    for table in structure(pdf(name, kind, language)).find("Table"):
        assert all(head.facts.get("Scope") in {"Row", "Column"} for head in table.find("TH"))
        assert len(set(widths(table))) == 1


def widths(table: Node) -> list[int]:
    """Columns each row covers, cells that reach down from above counted."""
    covered: dict[int, int] = {}
    found = []
    rows = [kid for kid in table.kids if isinstance(kid, Node)]
    for number, row in enumerate(rows):
        width = covered.get(number, 0)
        for cell in (kid for kid in row.kids if isinstance(kid, Node)):
            columns, down = int(cell.facts.get("ColSpan", 1)), int(cell.facts.get("RowSpan", 1))
            width += columns
            for later in range(number + 1, number + down):
                covered[later] = covered.get(later, 0) + columns
        found.append(width)
    return found


def test_list_items_have_a_label_and_a_body(name: str, kind: str, language: str) -> None:
    for item in structure(pdf(name, kind, language)).find("LI"):
        assert [kid.tag for kid in item.kids if isinstance(kid, Node)] == ["Lbl", "LBody"]


def test_links_lead_to_places_web_or_mail_and_belong_to_the_tree(name: str, kind: str, language: str) -> None:
    printed = pdf(name, kind, language)
    with opened(printed) as read:
        links = [link for page in read.pages for link in page.get("/Annots", [])]
        assert all(link.Subtype == "/Link" and "/Contents" in link and int(link.F) & 4 for link in links)
        assert sorted(int(link.StructParent) for link in links) == sorted(
            {int(link.StructParent) for link in links}
        )
    targets = [target for node in structure(printed).walk() for target in node.links]
    assert len(targets) == len(links)
    assert all(re.match(r"https?://|mailto:|a place in this print", target) for target in targets)


def test_every_page_has_its_number_version_and_draft_mark_but_the_cover(
    name: str, kind: str, language: str
) -> None:
    event = document(name).event
    if kind in LOOSE_SHEETS:
        return
    for number, words in enumerate(artifact_text(pdf(name, kind, language)), start=1):
        if kind == "programme" and number == 1:
            assert words == ""
            continue
        assert event.short_name in words
        assert "13" in words or "4" in words  # the version's day, in any language
        assert str(number) in words.split()


def test_the_file_is_embedded_tagged_and_described(name: str, kind: str, language: str) -> None:
    with opened(pdf(name, kind, language)) as read:
        assert str(read.Root.Lang) == language
        assert bool(read.Root.ViewerPreferences.DisplayDocTitle)
        assert bool(read.Root.MarkInfo.Marked)
        assert "/Outlines" in read.Root
        assert "/JavaScript" not in read.Root.get("/Names", {})
        described = bytes(read.Root.Metadata.read_bytes()).decode()
        assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in described
        assert "<pdfuaid:part>1</pdfuaid:part>" in described
        fonts = {font.objgen: font for page in read.pages for font in page.Resources.Font.values()}
        assert all("/FontFile2" in font.FontDescriptor and "/ToUnicode" in font for font in fonts.values())
