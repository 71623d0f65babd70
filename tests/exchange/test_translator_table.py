# SPDX-License-Identifier: EUPL-1.2
"""The rows of the translator's table: what stands in them, and what they change."""

from __future__ import annotations

from octodesk.edits.translations import take_translations
from octodesk.exchange.translator_table import Read, Row, changes_of, rows_of
from octodesk.model.document import Document
from octodesk.model.parity import wordings
from tests.build import applied, conference, event, point, session, text

WAS = conference(
    session("yoga", title=text("Yoga", "Le yoga"), aim=text("=1+1")), point("p", "yoga", "Brea\x0bthing")
)


def table(document: Document, *, everything: bool = False) -> list[Row]:
    return rows_of(
        document,
        "fr",
        titles=("Text", "English", "French", "State"),
        name=lambda one: f"{one.row} {one.field}",
        states={"missing": "missing", "stale": "changed"},
        everything=everything,
    )


def filled(rows: list[Row], words: dict[str, str]) -> list[Row]:
    return [(*row[:3], words.get(row[1], row[3]), row[4]) for row in rows]


def test_what_is_missing_stands_in_it() -> None:
    rows = table(WAS)
    assert rows[0] == ("event fr", "Text", "English", "French", "State")
    assert ("session yoga aim", "yoga aim", "=1+1", "", "missing") in rows
    assert ("agenda_point p text", "p text", "Breathing", "", "missing") in rows
    assert not any(row[0] == "session yoga title" for row in rows)


def test_it_comes_back_as_changes() -> None:
    back = changes_of(WAS, filled(table(WAS), {"yoga aim": " Deux ", "p text": "Respirer"}))
    assert back == Read(
        "fr", {("session", "yoga", "aim"): "Deux", ("agenda_point", "p", "text"): "Respirer"}, 0
    )
    now = applied(WAS, take_translations(WAS, back.changed, language="fr"))
    assert now.session("yoga").aim == text("=1+1", "Deux")


def test_the_same_table_again_changes_nothing() -> None:
    assert changes_of(WAS, table(WAS, everything=True)) == Read("fr", {}, 0)


def test_texts_that_are_gone_are_counted() -> None:
    without = conference(session("yoga", title=text("Yoga", "Le yoga"), aim=text("=1+1")))
    assert changes_of(without, filled(table(WAS), {"p text": "Respirer"})) == Read("fr", {}, 1)


def test_house_style_is_no_text_to_translate() -> None:
    document = conference(event(time_form=text("14:00")))
    assert not any(one.field == "time_form" for one in wordings(document))
