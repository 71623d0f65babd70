# SPDX-License-Identifier: EUPL-1.2
"""Documents that are locked, damaged, huge, hostile or contradict themselves: what is sound is read, the rest is said."""

from __future__ import annotations

import time
import zipfile
from io import BytesIO

import docx
import pytest

from octodesk.exchange.papers.files import page_of
from octodesk.exchange.papers.gathering import LeftOut
from octodesk.exchange.papers.page import Place
from octodesk.exchange.papers.trouble import PaperError
from octodesk.exchange.papers.word_pages import page_of_word
from tests.exchange.papers.reading import guessed, left, lines_of, read, sessions, understood
from tests.exchange.papers.words import a_colleagues_document, bytes_of, long_document, read_word, with_part

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504


def reason(kind: str, content: bytes) -> str:
    with pytest.raises(PaperError) as wrong:
        page_of(kind, content)
    return wrong.value.reason


def test_a_password_and_an_old_word_are_told_apart() -> None:
    assert reason("docx", OLE + "EncryptedPackage".encode("utf-16-le")) == "locked"
    assert reason("docx", OLE) == "old-word"


@pytest.mark.parametrize("kept", [40, 1000, 20000])
def test_a_document_that_was_cut_off_is_damaged(kept: int) -> None:
    assert reason("docx", a_colleagues_document()[:kept]) == "damaged"


def test_broken_xml_is_damaged() -> None:
    assert (
        reason("docx", with_part(a_colleagues_document(), "word/document.xml", b"<w:document><w:body>"))
        == "damaged"
    )


def test_another_zip_is_no_document() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/zip")
    assert reason("docx", buffer.getvalue()) == "not-a-document"
    assert reason("docx", b"MZ\x90\x00") == "not-a-document"


def test_a_part_that_unpacks_to_gigabytes_is_refused_before_it_fills_the_memory() -> None:
    content = with_part(a_colleagues_document(), "word/document.xml", b" " * 70_000_000)
    started = time.monotonic()
    assert reason("docx", content) == "too-large"
    assert time.monotonic() - started < 5


def test_entities_are_neither_expanded_nor_fetched(tmp_path: object) -> None:
    hostile = (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname"><!ENTITY a "aaaaaaaaaa">]>'
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
        b"17 November 2021 &e;&a;</w:t></w:r></w:p></w:body></w:document>"
    )
    page = page_of_word(with_part(a_colleagues_document(), "word/document.xml", hostile))
    assert [line.text for line in page.lines] == ["17 November 2021"]


def test_macros_and_pictures_are_left_alone() -> None:
    with_macros = with_part(a_colleagues_document(), "word/vbaProject.bin", b"\xcc" * 100_000)
    assert lines_of(read_word(with_macros)) == lines_of(read_word(a_colleagues_document()))


def test_a_document_of_many_pages_is_read_within_ten_seconds() -> None:
    document = docx.Document()
    document.add_paragraph("Endless Conference 2021")
    document.add_paragraph("17 November 2021 – Strasbourg")
    content = bytes_of(document)
    row = "<w:tr><w:tc><w:p><w:r><w:t>9.00 – 10.00</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Talk {n}</w:t></w:r></w:p></w:tc></w:tr>"
    rows = "".join(row.format(n=number) for number in range(3000))
    day = "<w:p><w:r><w:t>Wednesday 17 November 2021</w:t></w:r></w:p>"
    grid = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="6000"/></w:tblGrid>'
    long = with_part(
        content, "word/document.xml", {"<w:sectPr": f"{day}<w:tbl>{grid}{rows}</w:tbl><w:sectPr"}
    )
    started = time.monotonic()
    assert len(read_word(long).drafts["session"]) == 3000
    assert time.monotonic() - started < 10


PROGRAMME = "<p>Forum 2021</p><p>16 November 2021</p><p>Tuesday 16 November</p><p>9.00-10.00 Talk</p>"


def test_html_of_endless_depth_ends_and_says_where() -> None:
    deep = PROGRAMME + "<div>" * 5000 + "17 November 2021" + "</div>" * 5000 + "<p>11.00-12.00 Lost</p>"
    found = understood(page_of("html", deep.encode()))
    assert found.left_out == (LeftOut("", Place(paragraph=4), "too-deep"),)
    assert understood(page_of("html", PROGRAMME.encode())).left_out == ()


def test_a_document_too_long_is_read_to_a_place_that_is_said() -> None:
    assert read_word(long_document(19_995, "")).left_out == ()
    found = read_word(long_document(19_996, "<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt><w:p/>"))
    assert found.left_out == (LeftOut("", Place(paragraph=4), "too-long"),)
    assert len(found.drafts["session"]) == 1


def test_a_table_too_long_is_read_to_a_row_that_is_said() -> None:
    row = "<w:tr><w:tc><w:p/></w:tc></w:tr>"
    found = read_word(long_document(19_990, f"<w:tbl>{row * 10}</w:tbl>"))
    assert found.left_out == (LeftOut("", Place(table=1, row=7, cell=1), "too-long"),)


# ---- contradictions


def test_a_weekday_that_does_not_fit_is_said_and_the_date_counts() -> None:
    found = read("Forum 2021\n16-17 November 2021\n\nMonday 16 November 2021\n9.00-10.00 Talk\n")
    assert [one["start"] for one in sessions(found)] == ["2021-11-16T09:00"]
    assert "weekday-differs" in guessed(found)


def test_an_end_before_its_start_is_said_and_the_length_guessed() -> None:
    found = read("Forum 2021\n16 November 2021\n\nTuesday 16 November\n11.00-10.00 Talk\n12.00-13.00 Lunch\n")
    assert [(one["start"][11:], one["minutes"]) for one in sessions(found)] == [("11:00", 60), ("12:00", 60)]
    assert {"end-before-start", "length"} <= set(guessed(found))


def test_rows_that_overlap_are_read_and_clash() -> None:
    found = read(
        "Forum 2021\n16 November 2021\n\nTuesday 16 November\n9.00-11.00 Opening\n10.00-12.00 Plenary session\n"
    )
    assert [(one["start"][11:], one["end"][11:]) for one in sessions(found)] == [
        ("09:00", "11:00"),
        ("10:00", "12:00"),
    ]


def test_a_day_that_does_not_exist() -> None:
    found = read(
        "Forum 2021\n29-30 November 2021\n\n30 November\n9.00-10.00 Talk\n31 November\n9.00-10.00 Other\n"
    )
    assert [one["start"][:10] for one in sessions(found)] == ["2021-11-30", "2021-12-01"]
    assert "no-such-day" in guessed(found)


def test_of_two_conferences_in_one_file_the_first_is_read() -> None:
    found = read(
        "Forum 2021\n16-17 November 2021\n\nTuesday 16 November\n9.00-10.00 Talk\n\n"
        "Another Forum 2022\n7-8 March 2022\n\nMonday 7 March\n9.00-10.00 Other\n"
    )
    assert [one["start"] for one in sessions(found)] == ["2021-11-16T09:00"]
    assert {why for _, why in left(found)} == {"another-conference"}


def test_hours_without_a_day_are_left_out() -> None:
    found = read("Forum 2021\n16-17 November 2021\n\n9.00-10.00 Talk\n")
    assert left(found) == [("9.00-10.00 Talk", "no-day")]


def test_no_programme_at_all() -> None:
    with pytest.raises(PaperError) as wrong:
        understood(page_of("txt", b"Dear colleague,\nthank you.\n"))
    assert wrong.value.reason == "no-programme"
