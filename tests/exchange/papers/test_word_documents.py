# SPDX-License-Identifier: EUPL-1.2
"""Word documents: what is written is read back equal, and a colleague's document is read as the text is."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import docx
import pytest

from octodesk.exchange.papers.html_pages import page_of_html
from octodesk.exchange.samples import sample_log
from octodesk.model.document import Document
from tests.exchange.papers.reading import FOLDER, document_of, left, lines_of, read_file, understood
from tests.exchange.papers.sameness import without_ids
from tests.exchange.papers.words import a_colleagues_document, bytes_of, read_word, with_part, written

PROGRAMMES = ["octopus-2021-programme.txt", "forum-programme.txt"]


@pytest.mark.parametrize("name", PROGRAMMES)
def test_what_is_written_is_read_back_equal(name: str) -> None:
    document = document_of(read_file(name))
    again = read_word(written(document))
    assert left(again) == []
    assert without_ids(document_of(again)) == without_ids(document)


def test_a_colleagues_document_is_read_as_the_text_is() -> None:
    found = read_word(a_colleagues_document())
    assert left(found) == []
    assert without_ids(document_of(found)) == without_ids(
        document_of(read_file("octopus-2021-programme.txt"))
    )


@pytest.fixture(scope="module")
def sample() -> Document:
    return Document.of_log(sample_log("octopus-2021"))


def test_people_texts_and_agenda_points_of_the_sample_come_back_in_two_languages(sample: Document) -> None:
    again = document_of(read_word(written(sample, "en", "fr")))
    assert again.languages == ("en", "fr")
    for old, new in zip(sample.sessions, again.sessions, strict=True):
        for name in ("title", "aim", "description", "outcome", "cooperation"):
            wanted, got = getattr(old, name), getattr(new, name)
            assert [got.in_language(code) for code in ("en", "fr")] == [
                wanted.in_language(code) for code in ("en", "fr")
            ]
        assert [point.minutes for point in again.agenda_of(new.id)] == [
            point.minutes for point in sample.agenda_of(old.id)
        ]
        assert _parts(again, new.id) == _parts(sample, old.id)


def _parts(document: Document, session: str) -> list[tuple[object, ...]]:
    points = [point.id for point in document.agenda_of(session)]
    told = []
    for part in document.contributions_of(session):
        one = document.person(part.person)
        if one.status == "declined":
            continue
        names = (
            one.form_of_address,
            one.titles,
            one.given_name,
            one.family_name,
            one.own_script,
            one.country,
        )
        texts = tuple(text.in_language("en") for text in (one.function, one.organisation, part.on_behalf_of))
        told.append((part.role, points.index(part.agenda_point) if part.agenda_point else None, names, texts))
    return sorted(told, key=str)


def test_a_public_copy_says_nothing_of_a_restricted_session_but_that_it_is_closed() -> None:
    found = read_file("forum-programme.txt")
    session = next(one for one in found.drafts["session"] if one.values.get("access") == "invited")
    session.values["access"] = "restricted"
    document = document_of(found)
    assert b"Bureau" not in _main(written(document))
    assert b"Closed session" in _main(written(document))
    assert b"Bureau" in _main(written(document, audience="secretariat"))


def _main(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("word/document.xml")


def test_real_styles_header_rows_and_languages() -> None:
    content = written(document_of(read_file("octopus-2021-programme.txt")))
    document = docx.Document(io.BytesIO(content))
    styles = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert {"Title", "Subtitle", "Heading 1", "Heading 2", "Programme Topic"} <= styles
    table = document.tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["Time", "Room 1", "Room 2"]
    main = _main(content).decode()
    assert main.count("<w:tblHeader/>") == 1
    assert 'w:tblCaption w:val="Programme"' in main
    runs = re.findall(r"<w:r>.*?</w:r>", main, re.DOTALL)
    assert [run for run in runs if "<w:t" in run and "w:lang" not in run] == []


def test_the_footer_has_version_draft_mark_and_page_numbers() -> None:
    content = written(document_of(read_file("octopus-2021-programme.txt")))
    document = docx.Document(io.BytesIO(content))
    foot = document.sections[0].footer.paragraphs[0]
    assert foot.text.startswith("Octopus 2021 · Version 4 October 2021 · Draft · Page ")
    assert re.findall(r"<w:instrText>(\w+)</w:instrText>", foot._p.xml) == ["PAGE", "NUMPAGES"]


def test_a_final_programme_says_so() -> None:
    found = read_file("octopus-2021-programme.txt")
    found.event.values["status"] = "final"
    again = document_of(read_word(written(document_of(found))))
    assert again.event.status == "final"


# ---- what Word documents hold beside words


def test_deleted_words_are_not_read_and_inserted_ones_are() -> None:
    document = _small()
    content = with_part(
        bytes_of(document),
        "word/document.xml",
        {
            "<w:t>WS 1: Crime</w:t></w:r>": "<w:t>WS 1: Crime</w:t></w:r>"
            '<w:ins w:id="1" w:author="Ana"><w:r><w:t xml:space="preserve"> and trust</w:t></w:r></w:ins>'
            '<w:del w:id="2" w:author="Ben"><w:r><w:delText> and fear</w:delText></w:r></w:del>'
        },
    )
    found = read_word(content)
    assert lines_of(found) == ["2021-11-17 09:00-10:00 workshop WS 1: Crime and trust [Room 1]", *_OTHERS]
    line = next(one for one in found.page.lines if one.text == "WS 1: Crime and trust")
    assert [(one.kind, one.author, one.words) for one in line.remarks] == [
        ("inserted", "Ana", " and trust"),
        ("deleted", "Ben", " and fear"),
    ]


def test_comments_stand_with_the_line_they_are_about() -> None:
    document = _small()
    run = document.tables[0].cell(1, 1).paragraphs[0].runs[0]
    document.add_comment(run, text="Later, please.", author="Ana", initials="A")
    line = next(one for one in read_word(bytes_of(document)).page.lines if one.text == "WS 1: Crime")
    assert [(one.kind, one.author, one.words) for one in line.remarks] == [
        ("comment", "Ana", "Later, please.")
    ]


_OTHERS = ["2021-11-17 09:00-10:00 workshop WS 2: Trust [Room 2]"]


def _small() -> Any:
    document = docx.Document()
    document.add_paragraph("Small Conference 2021")
    document.add_paragraph("17 November 2021 – Strasbourg")
    table = document.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "Wednesday 17 November"
    for column, words in enumerate(("9.00 – 10.00", "WS 1: Crime", "WS 2: Trust")):
        table.cell(1, column).text = words
    return document


def test_a_table_within_a_cell_is_read_line_by_line() -> None:
    document = _small()
    inner = document.tables[0].cell(1, 1).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Moderator: Ms Ana SILVA", "Portugal"
    found = read_word(bytes_of(document))
    assert [one.values["family_name"] for one in found.drafts["person"]] == ["Silva"]


def test_a_table_that_is_no_timetable_is_left_out_and_said() -> None:
    document = _small()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Hotel Europa", "95 euros"
    found = read_word(bytes_of(document))
    assert left(found) == [("Hotel Europa", "unknown"), ("95 euros", "unknown")]
    assert found.left_out[0].place.table == 2


def test_cells_that_reach_over_rows() -> None:
    document = _small()
    table = document.tables[0]
    row = table.add_row()
    table.cell(1, 0).merge(row.cells[0])
    row.cells[1].text = "WS 3: Third"
    assert lines_of(read_word(bytes_of(document)))[1:] == [
        "2021-11-17 09:00-10:00 workshop WS 3: Third [Room 1]",
        "2021-11-17 09:00-10:00 workshop WS 2: Trust [Room 2]",
    ]


def test_html_pasted_from_a_browser_is_read_as_the_text_is() -> None:
    assert without_ids(document_of(understood(page_of_html(_as_html())))) == without_ids(
        document_of(read_file("octopus-2021-programme.txt"))
    )


def _as_html() -> str:
    """The programme of 2021 as a browser would copy it."""
    parts, rows = [], []
    text = (FOLDER / "octopus-2021-programme.txt").read_text(encoding="utf-8")
    for line in text.split("\n"):
        if "\t" not in line:
            words = re.sub(r"\*\*|\]\(#\)|\[", "", line)
            parts.append(f"<li>{words[4:]}</li>" if words.startswith("- ▶") else f"<p>{words}</p>")
            continue
        time, *cells = line.split("\t")
        spread = time.endswith("November") or not time
        rows.append(
            f'<tr><td colspan="3"><b>{time}</b></td></tr>'
            if spread
            else f"<tr><td>{time}</td>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
        )
    return f"<html><body>{''.join(parts)}<table>{''.join(rows)}</table></body></html>"
