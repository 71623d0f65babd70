# SPDX-License-Identifier: EUPL-1.2
"""A database of every version there has been opens for ever: one of each lies here, packed."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from octodesk.model.document import Document
from octodesk.model.edit import Author, Change, Edit
from octodesk.store import file_format, reading
from octodesk.store.drafts import Draft
from octodesk.store.events import Database
from tests.build import BEN, at, stamped_into
from tests.store.dumps import dump

OLD_FILES = Path(__file__).parent / "old_files"
VERSIONS = range(1, file_format.VERSION)


@pytest.fixture(params=VERSIONS)
def old(request: pytest.FixtureRequest, path: Path) -> Path:
    path.write_bytes(lzma.decompress((OLD_FILES / f"database-{request.param}.db.xz").read_bytes()))
    return path


def test_it_is_read_before_it_is_brought_up_to_date(old: Path) -> None:
    document = reading.read_document(old, "event")
    assert document == Document.of_log(reading.read_log(old, "event"))
    assert document.session("yoga").placement == at("C", "14:00")


def test_brought_up_to_date_it_has_what_it_had_and_the_tables_of_a_new_one(old: Path, tmp_path: Path) -> None:
    log, document = reading.read_log(old, "event"), reading.read_document(old, "event")
    with Database(old) as opened, Database(tmp_path / "new.db") as new:
        new.add(log)
        assert opened.open("event").document() == document
        assert opened.open("event").drafts.all() == (
            Draft(("session", "yoga", "title.en"), "Yog", "2021-10-04T12:00:00Z"),
        )
        assert opened.settings.get("author-name") == "Ana"
        assert set(dump(opened)) == set(dump(new))


def test_it_takes_in_and_gives_back_a_merge(old: Path) -> None:
    with Database(old) as opened:
        store = opened.open("event")
        before = store.document()
        edit = Edit("x", (Change("session", "yoga", "minutes", 45),))
        store.merge(
            [stamped_into(store.log(), edit, author=Author("c" * 16, "Cara"))],
            received=b"zip",
            source=BEN.name,
        )
        assert store.document() != before
        store.take_out_newest_merge()
        assert store.document() == before
