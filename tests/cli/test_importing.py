# SPDX-License-Identifier: EUPL-1.2
"""`import` and `export` of programme documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Command
from tests.exchange.papers.words import long_document

PAPERS = Path(__file__).parent.parent / "exchange" / "papers"
NO_PROGRAMME = "No programme was found in “letter.txt”: no day and no hour that belong together. Check that it is the right document."
PROGRAMME = str(PAPERS / "octopus-2021-programme.txt")


def test_reads_the_programme_of_2021(run: Command) -> None:
    report = run.done("import", PROGRAMME, "-o", "i.octo", "--json").json
    assert report["read"] == {
        "days": 3, "sessions": 26, "rooms": 2, "people": 0, "agenda_points": 7, "headings": 11, "related": 1,
    }  # fmt: skip
    assert report["left_out"] == []
    assert {
        "what": "number-of-series",
        "where": "line 68",
        "value": "10",
        "message": "“Workshop 10” was counted in the same series, as number 10.",
    } in report["guessed"]
    shown = run.shown("i.octo")
    assert [one["label"] for one in shown["sessions"]][1:4] == ["WS 1", "WS 2", "WS 3"]
    assert run("check", "i.octo").status == 0


def test_says_in_words_what_was_read(run: Command) -> None:
    told = run.done("import", PROGRAMME, "-o", "i.octo").out.splitlines()
    assert told[0] == "Read: 3 days, 26 sessions, 2 rooms, 0 people."
    french = run.done("import", PROGRAMME, "-o", "i.octo", "--language", "fr").out.splitlines()
    assert french[0] == "Lu\u202f: 3 jours, 26 sessions, 2 salles, 0 personne."


def test_where_the_reading_stopped_is_said(run: Command) -> None:
    (run.folder / "long.docx").write_bytes(long_document(19_996, "<w:p/>"))
    sentence = (
        "The document is too long: nothing from here on was read. Save the rest as a document of its own."
    )
    report = run.done("import", "long.docx", "-o", "i.octo", "--json").json
    assert report["left_out"] == [{"what": "", "where": "paragraph 4", "message": sentence}]
    told = run.done("import", "long.docx", "-o", "i.octo").out.splitlines()
    assert told[-2:] == ["Left out:", f"paragraph 4: {sentence}"]


def test_the_printed_front_is_the_document(run: Command) -> None:
    run.done("import", PROGRAMME, "-o", "i.octo")
    run.done("print", "i.octo", "front", "-o", "i.pdf")
    assert (run.folder / "i.pdf").read_bytes().startswith(b"%PDF")


def test_the_format_can_be_named(run: Command) -> None:
    (run.folder / "programme.dat").write_bytes(Path(PROGRAMME).read_bytes())
    wrong = run("import", "programme.dat", "-o", "i.octo")
    assert (
        wrong.status,
        wrong.err.startswith("The format of “programme.dat” is not one that can be read."),
    ) == (2, True)
    run.done("import", "programme.dat", "-o", "i.octo", "--format", "txt")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.txt", b"", "“empty.txt” holds no words. Choose the document with the programme."),
        (
            "letter.txt",
            b"Dear colleague,\nthank you for your letter.\n",
            NO_PROGRAMME,
        ),
        (
            "picture.txt",
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR",
            "“picture.txt” is not a document this program reads. Save the programme as .docx, HTML or text.",
        ),
        (
            "old.txt",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
            "“old.txt” is a document of an old Word (.doc). Open it there and save it as .docx.",
        ),
    ],
)
def test_what_cannot_be_read(run: Command, name: str, content: bytes, sentence: str) -> None:
    (run.folder / name).write_bytes(content)
    ran = run("import", name, "-o", "i.octo")
    assert (ran.status, ran.err.strip(), run.files()) == (3, sentence, [name])


def test_a_missing_file(run: Command) -> None:
    ran = run("import", "none.txt", "-o", "i.octo")
    assert ran.status == 3
    assert ran.err.startswith("There is no file “none.txt” in ")


def test_a_programme_goes_to_word_and_back(run: Command) -> None:
    run.done("import", PROGRAMME, "-o", "i.octo")
    run.done("export", "i.octo", "-o", "i.docx")
    report = run.done("import", "i.docx", "-o", "again.octo", "--json").json
    assert report["left_out"] == []
    before, after = run.shown("i.octo"), run.shown("again.octo")
    assert after["event"].pop("id") != before["event"].pop("id")
    assert after == before


def test_export_in_two_languages(run: Command, sample: str) -> None:
    run.done("export", sample, "-o", "o.docx", "--language", "fr,es")
    run.done("import", "o.docx", "-o", "again.octo")
    names = run.shown("again.octo")["event"]["name"]
    assert names == {"es": "Conferencia Octopus 2021", "fr": "Conférence Octopus 2021"}


def test_what_cannot_be_exported(run: Command, sample: str) -> None:
    wrong = run("export", sample, "-o", "o.docx", "--language", "de")
    assert (wrong.status, wrong.err.strip(), run.files()) == (
        2,
        "The programme is written in one language or two of these: en, fr, es.",
        [sample],
    )
    wrong = run("export", sample, "-o", "o.txt")
    assert wrong.status == 2
    assert wrong.err.startswith("“o.txt” is not a format that can be written.")


def test_a_changed_programme_goes_into_the_conference_as_one_edit(run: Command) -> None:
    run.done("import", PROGRAMME, "-o", "i.octo")
    text = Path(PROGRAMME).read_text(encoding="utf-8")
    (run.folder / "new.txt").write_text(text.replace("Ransomware\n", "Ransom\n"), encoding="utf-8")
    run.done("import", "new.txt", "--into", "i.octo", "-o", "m.octo")
    compared = run("compare", "i.octo", "m.octo", "--json").json["differences"]
    assert [(one["what"], one["field"], one["before"], one["after"]) for one in compared] == [
        ("renamed", "title", "Ransomware", "Ransom")
    ]
    assert [one["label"] for one in run.done("history", "m.octo", "--json").json["edits"]] == [
        "event-created",
        "programme-taken",
    ]


def test_comments_of_a_colleague_stand_in_the_report(run: Command) -> None:
    import docx

    run.done("import", PROGRAMME, "-o", "i.octo")
    run.done("export", "i.octo", "-o", "i.docx")
    document = docx.Document(str(run.folder / "i.docx"))
    paragraph = next(
        one for cell in document.tables[0]._cells for one in cell.paragraphs if "Ransomware" in one.text
    )
    document.add_comment(paragraph.runs, text="Is this still on?", author="Ana", initials="A")
    document.save(str(run.folder / "commented.docx"))
    report = run.done("import", "commented.docx", "--into", "i.octo", "-o", "m.octo", "--json").json
    assert [(one["what"], one["author"], one["value"], one["message"]) for one in report["remarks"]] == [
        ("comment", "Ana", "WS 7: Ransomware", "Comment by Ana: “Is this still on?”")
    ]
    assert run("compare", "i.octo", "m.octo", "--json").json == {"differences": []}
