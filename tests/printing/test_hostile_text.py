# SPDX-License-Identifier: EUPL-1.2
"""Whatever is typed is printed as typed: no markup, no file read, no strange link, no crash."""

from __future__ import annotations

from dataclasses import replace

import pytest

from octodesk.model.document import Document
from octodesk.model.rows import Contact, SessionDocument
from octodesk.model.text import Text
from octodesk.printing import DOCUMENTS
from tests.build import at, part, person, point, session, text
from tests.printing.conference import EVENT, SESSION_PRINTS, forum, print_of
from tests.printing.reading import opened, page_words, squeezed, structure

LONG = ("Co-operation between private service providers & public authorities in the gathering of <electronic> "
        "evidence: what works, what does not, and what the 2nd Additional Protocol may change")  # fmt: skip
HOSTILE = (
    "AT&T R&D",
    "<b",
    "a < b > c </para><br/>",
    "<img src='/etc/passwd'/>",
    "&amp; &#65; %s {0} {title}",
    "<a href='javascript:alert(1)'>x</a>",
    "((((\\",
    LONG,
)


def hostile(words: str) -> Document:
    """A conference that says it everywhere."""
    said = text(words)
    everywhere = replace(
        EVENT, name=said, subtitle=said, place=said, short_name=words, participation=said, introduction=said,
        contact=said, funding=said, organiser=said, version=words,
    )  # fmt: skip
    return forum(
        everywhere,
        session(
            "nets",
            at("A", "11:30", day="2021-11-16"),
            title=said,
            description=said,
            aim=said,
            outcome=said,
            label_override=words[:30],
            place=said,
        ),
        point("p9", "nets", words),
        person(
            "ines",
            given_name=words[:20],
            family_name=words[:20],
            own_script=words,
            organisation=said,
            function=said,
        ),
        part("nets", "ines", "moderator", order="1", on_behalf_of=said, topic=said),
        Contact("c", text=said, email=words, phone=words),
        SessionDocument("d1", "nets", title=said, link="javascript:alert(1)"),
    )


@pytest.mark.parametrize("kind", DOCUMENTS)
@pytest.mark.parametrize("words", HOSTILE)
def test_it_is_printed_as_typed(kind: str, words: str) -> None:
    printed = print_of(hostile(words), kind)
    read = squeezed(" ".join(page_words(printed.pdf)))
    assert squeezed(words) in read
    targets = [target for node in structure(printed.pdf).walk() for target in node.links]
    assert all(target.startswith(("https://", "mailto:", "a place")) for target in targets)


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_controls_and_overrides_never_reach_paper(kind: str) -> None:
    printed = print_of(hostile("one\x00two\u202ethree\x1b[31m"), kind)
    assert "onetwothree[31m" in squeezed(" ".join(page_words(printed.pdf)))


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_one_endless_word_is_broken_not_lost(kind: str) -> None:
    printed = print_of(hostile("x" * 400), kind)
    assert printed.pages < 30


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_texts_longer_than_a_page_flow_on(kind: str) -> None:
    document = hostile(
        "\n".join(f"Paragraph {number} of a very long text that goes on." for number in range(300))
    )
    printed = print_of(document, kind)
    assert printed.pages > 1 or kind == "badges"


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_session_with_an_agenda_longer_than_a_page(kind: str) -> None:
    points = [point(f"q{number:03}", "opening", f"Item {number}") for number in range(200)]
    assert print_of(forum(*points), kind).pages >= (2 if kind in SESSION_PRINTS else 1)


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_conference_of_empty_texts(kind: str) -> None:
    bare = forum(replace(EVENT, name=Text(), subtitle=Text(), short_name="", version="", place=Text(), venue=Text(),
                         organiser=Text(), working_languages=()))  # fmt: skip
    with opened(print_of(bare, kind).pdf) as read:
        assert len(read.pages) >= (2 if kind in SESSION_PRINTS else 1)
