# SPDX-License-Identifier: EUPL-1.2
"""What was removed for good is in no file that lies on this computer: not in the database, its log, its copies, drafts."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from octodesk.desk import Desk
from octodesk.edits.removing import remove_person
from octodesk.exchange import octo
from octodesk.model.enclosures import Enclosures, attachment_name
from octodesk.store.backups import back_up, backups_of
from octodesk.store.events import Database
from octodesk.store.forgetting import forget
from octodesk.store.reading import read_document
from octodesk.store.verifying import faults_of
from tests.build import BEN, at, log_of, part, person, session, text
from tests.build import desk_on as in_memory

PHOTO = b"the photo of Ida " * 300
SECRETS = (b"Halonen", b"+33 1 23 45 67 89", b"the photo of Ida", b"Halo draft", b"ida@example.org")


def files_with_secrets(folder: Path) -> dict[str, list[bytes]]:
    found = {}
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        content = path.read_bytes()
        if left := [secret for secret in SECRETS if secret in content]:
            found[path.name] = left
    return found


def test_nothing_of_a_removed_person_is_left_on_this_computer(
    path: Path, desk_on: Callable[..., Desk]
) -> None:
    ida = person(
        "ida",
        family_name="Halonen",
        phone="+33 1 23 45 67 89",
        photo=attachment_name(PHOTO),
        function=text("Judge"),
    )
    log = log_of(session("yoga", at("A")), ida, part("yoga", "ida"))
    with Database(path) as database:
        store = database.add(log, Enclosures({attachment_name(PHOTO): PHOTO}))
        store.drafts.write(("person", "ida", "family_name"), "Halo draft", since="2021-10-04T12:00:00Z")
        theirs = in_memory(log.copy(), author=BEN, device="d2")
        theirs.apply(theirs.document.edit("set", theirs.document.person("ida"), email="ida@example.org"))
        desk = desk_on(store)
        desk.merge(theirs.log(), received=octo.write(theirs.log(), compressed=False), source="Ben")
        database.flush()
    os.utime(path, ns=(10**9, 10**9))
    back_up(path, "opened", datetime(2021, 10, 4, 12, tzinfo=UTC))
    path.with_name(path.name + ".damaged-20210101T000000Z").write_bytes(b"Halonen")
    assert len(files_with_secrets(path.parent)) == 3
    with Database(path) as database:
        desk = desk_on(database.open("event"))
        desk.apply(remove_person(desk.document, desk.log(), "ida"))
        removal = next(edit for edit in desk.log() if edit.redacts)
        rewritten = forget(database, "event", removal, photos={attachment_name(PHOTO)})
        assert files_with_secrets(path.parent) == {}
        assert desk.undo() is None
    (copy,) = backups_of(path)
    assert rewritten == (copy.path,)
    assert (faults_of(path), faults_of(copy.path)) == ((), ())
    assert read_document(copy.path, "event") == read_document(path, "event")


def test_a_photo_that_somebody_else_has_too_stays(path: Path, desk_on: Callable[..., Desk]) -> None:
    name = attachment_name(PHOTO)
    log = log_of(
        person("ida", family_name="Halonen", photo=name), person("omar", given_name="Omar", photo=name)
    )
    with Database(path) as database:
        desk = desk_on(database.add(log, Enclosures({name: PHOTO})))
        desk.apply(remove_person(desk.document, desk.log(), "ida"))
        forget(database, "event", next(edit for edit in desk.log() if edit.redacts), photos={name})
        assert desk.enclosures().attachments == {name: PHOTO}
