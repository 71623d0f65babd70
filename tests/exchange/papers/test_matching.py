# SPDX-License-Identifier: EUPL-1.2
"""A programme beside a conference that is here: what moved, what is new, what has another name."""

from __future__ import annotations

import itertools

from octodesk.exchange.papers.matching import with_programme
from octodesk.exchange.samples import sample_log
from octodesk.model.comparison import compare
from octodesk.model.document import Document
from tests.exchange.papers.reading import FOLDER, document_of, read, read_file

TEXT = (FOLDER / "octopus-2021-programme.txt").read_text(encoding="utf-8")


def differences(document: Document, text: str) -> list[tuple[str, str, str]]:
    fresh = itertools.count()
    there = with_programme(document, read(text), author_id="a" * 16, fresh=lambda: f"new-{next(fresh)}")
    return [(one.what, one.table, one.log_field) for one in compare(document, there)]


def test_the_same_programme_changes_nothing() -> None:
    assert differences(document_of(read_file("octopus-2021-programme.txt")), TEXT) == []


def test_what_moved_what_is_new_and_what_is_renamed() -> None:
    text = TEXT.replace("Crime and crypto currencies", "Crime and crypto assets").replace(
        "07:00 – 08:50 CET\tWS 1", "07:10 – 09:00 CET\tWS 1"
    )
    text = text.replace("13:45 – 14:30 CET\tBreak", "13:45 – 14:30 CET\tLunch break")
    text = text.replace("18:00\t<i>End", "17:00 – 17:10 CET\tGroup photo\t\n18:00\t<i>End")
    assert sorted(differences(document_of(read_file("octopus-2021-programme.txt")), text)) == [
        ("added", "session", "row"),
        ("changed", "session", "kind"),
        ("moved", "session", "placement"),
        ("renamed", "session", "title.en"),
        ("renamed", "session", "title.en"),
    ]


def test_what_the_programme_does_not_speak_of_stays() -> None:
    """The sample has people, translations, bookings and notes of which the paper knows nothing."""
    found = differences(Document.of_log(sample_log("octopus-2021")), TEXT)
    assert {(what, table) for what, table, _ in found} == {("changed", "event"), ("changed", "related")}
