# SPDX-License-Identifier: EUPL-1.2
"""The translator's table, there and back."""

from __future__ import annotations

import io

import openpyxl
import pytest

from octodesk.edits.translations import take_translations
from octodesk.exchange.translator_sheet import NoSheet, Read, read, written
from octodesk.model.document import Document
from octodesk.model.parity import Wording, wordings
from tests.build import applied, conference, event, point, session, text

WAS = conference(
    session("yoga", title=text("Yoga", "Le yoga"), aim=text("=1+1")), point("p", "yoga", "Breathing")
)
STATES = {"missing": "missing", "stale": "changed"}


def name(one: Wording) -> str:
    return f"{one.row} {one.field}"


def table(document: Document, *, everything: bool = False) -> bytes:
    return written(
        document,
        "fr",
        titles=("Text", "English", "French", "State"),
        name=name,
        states=STATES,
        everything=everything,
    )


def filled(content: bytes, words: dict[str, str]) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    for row in sheet.iter_rows(min_row=2):
        if row[1].value in words:
            row[3].value = words[str(row[1].value)]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_what_is_missing_stands_in_it() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(table(WAS))).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == ["event fr", "Text", "English", "French", "State"]
    assert ["session yoga aim", "yoga aim", "=1+1", None, "missing"] in rows
    assert ["agenda_point p text", "p text", "Breathing", None, "missing"] in rows
    assert not any(row[0] == "session yoga title" for row in rows)
    assert sheet.column_dimensions["A"].hidden


def test_it_comes_back_as_changes() -> None:
    back = read(WAS, filled(table(WAS), {"yoga aim": "Deux", "p text": "Respirer"}))
    assert back == Read(
        "fr", {("session", "yoga", "aim"): "Deux", ("agenda_point", "p", "text"): "Respirer"}, 0
    )
    now = applied(WAS, take_translations(WAS, back.changed, language="fr"))
    assert now.session("yoga").aim == text("=1+1", "Deux")


def test_the_same_table_again_changes_nothing() -> None:
    assert read(WAS, table(WAS, everything=True)).changed == {}


def test_texts_that_are_gone_are_counted() -> None:
    without = conference(session("yoga", title=text("Yoga", "Le yoga"), aim=text("=1+1")))
    assert read(without, filled(table(WAS), {"p text": "Respirer"})) == Read("fr", {}, 1)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no", b"a,b\n"])
def test_other_bytes_are_refused(content: bytes) -> None:
    with pytest.raises(NoSheet, match="not-a-sheet"):
        read(WAS, content)


def test_another_conferences_table_is_refused() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["elsewhere fr", "", "", "", ""])
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(NoSheet, match="other-event"):
        read(WAS, out.getvalue())


def test_house_style_is_no_text_to_translate() -> None:
    document = conference(event(time_form=text("14:00")))
    assert not any(one.field == "time_form" for one in wordings(document))
