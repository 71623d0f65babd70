# SPDX-License-Identifier: EUPL-1.2
"""The door to printing: what is refused, progress, cancelling, equal bytes, paper."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from octodesk.model.document import Document
from octodesk.printing import DOCUMENTS, Notice, PrintCancelled, PrintOptions, PrintRefused, render
from octodesk.printing.choices import CHOICES
from tests.build import at, session, text
from tests.printing.conference import NOON, SESSION_PRINTS, forum, print_of, sample
from tests.printing.reading import all_words, opened, page_words, structure


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_equal_input_gives_equal_bytes(kind: str) -> None:
    assert print_of(sample(), kind) == print_of(sample(), kind)


def test_the_clock_stands_in_the_file() -> None:
    later = render(forum(), "front", PrintOptions(), clock=lambda: datetime(2022, 2, 3, 4, 5, 6, tzinfo=UTC))
    with opened(later.pdf) as read:
        assert str(read.docinfo.CreationDate) == "D:20220203040506Z"
        assert b"<xmp:CreateDate>2022-02-03T04:05:06Z</xmp:CreateDate>" in bytes(
            read.Root.Metadata.read_bytes()
        )


@pytest.mark.parametrize(
    ("kind", "options", "reason", "facts"),
    [
        ("poster", {}, "unknown-document", {"document": "poster"}),
        ("front", {"languages": ("en", "fr", "es")}, "too-many-languages", {}),
        ("front", {"languages": ("de",)}, "unknown-language", {"language": "de"}),
        ("front", {"paper": "a5"}, "unknown-paper", {"paper": "a5"}),
        ("front", {"orientation": "round"}, "unknown-orientation", {"orientation": "round"}),
        ("front", {"audience": "press"}, "unknown-audience", {"audience": "press"}),
        ("glance", {"room": "Z"}, "unknown-room", {"room": "Z"}),
        ("glance", {"day": date(2021, 11, 18)}, "nothing-on-that-day", {"day": "2021-11-18"}),
    ],
)
def test_what_cannot_be_printed_is_refused(
    kind: str, options: Any, reason: str, facts: dict[str, str]
) -> None:
    with pytest.raises(PrintRefused) as refused:
        print_of(forum(), kind, **options)
    assert (refused.value.reason, refused.value.facts) == (reason, facts)


def test_an_empty_programme_is_refused() -> None:
    with pytest.raises(PrintRefused) as refused:
        print_of(Document("event"), "front")
    assert refused.value.reason == "nothing-to-print"


def test_progress_is_told_page_by_page() -> None:
    pages: list[int] = []
    printed = render(sample(), "programme", PrintOptions(), clock=lambda: NOON, progress=pages.append)
    assert pages == list(range(1, printed.pages + 1))


def test_it_can_be_cancelled_after_a_page() -> None:
    asked = iter([False, False, True])
    with pytest.raises(PrintCancelled) as cancelled:
        render(sample(), "programme", PrintOptions(), clock=lambda: NOON, cancelled=lambda: next(asked))
    assert cancelled.value.pages == 3


@pytest.mark.parametrize(
    ("kind", "options", "size"),
    [
        ("front", {}, (595, 842)),
        ("front", {"paper": "letter"}, (612, 792)),
        ("front", {"paper": "a3", "orientation": "landscape"}, (1191, 842)),
        ("glance", {}, (842, 595)),
        ("glance", {"paper": "a3"}, (1191, 842)),
        ("glance", {"orientation": "portrait"}, (595, 842)),
        ("programme", {}, (595, 842)),
    ],
)
def test_paper(kind: str, options: dict[str, str], size: tuple[int, int]) -> None:
    with opened(print_of(forum(), kind, **options).pdf) as read:
        sizes = {(round(page.mediabox[2]), round(page.mediabox[3])) for page in read.pages}
    assert sizes == {size}


@pytest.mark.parametrize("kind", SESSION_PRINTS)
def test_one_day_alone(kind: str) -> None:
    words = " ".join(page_words(print_of(forum(), kind, day=date(2021, 11, 17)).pdf))
    assert "Boats in two rooms" in words
    assert "Tuesday" not in words


@pytest.mark.parametrize("kind", SESSION_PRINTS)
def test_one_room_alone(kind: str) -> None:
    words = all_words(print_of(forum(), kind, room="B").pdf)
    assert "Boats in two rooms" in words
    assert "WS 1" not in words
    assert "Lightning talks" not in words


@pytest.mark.parametrize("kind", SESSION_PRINTS)
def test_missing_translations_fall_back_are_tagged_and_counted(kind: str) -> None:
    printed = print_of(forum(), kind, languages=("fr",))
    notices = {notice.code: notice for notice in printed.notices}
    assert notices["translation-missing"].words == "fr"
    assert notices["translation-missing"].count > 5
    foreign = [node for node in structure(printed.pdf).walk() if node.facts.get("Lang") == "en"]
    assert "Boats in two rooms" in " ".join(node.words() for node in foreign)


def test_a_translated_conference_has_nothing_to_report() -> None:
    assert print_of(sample(), "front", languages=("fr",)).notices == ()


def test_characters_no_font_has_are_reported() -> None:
    odd = session("odd", at("A", "15:00"), title=text("Space \U0001f680 travel"))
    assert print_of(forum(odd), "front").notices == (Notice("glyph-missing", words="\U0001f680"),)


def test_every_document_says_what_of_it_can_be_chosen() -> None:
    assert set(CHOICES) == set(DOCUMENTS)
