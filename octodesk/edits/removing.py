# SPDX-License-Identifier: EUPL-1.2
"""Removing personal data for good: from today's programme and from the whole history, whichever copy is merged later.

What is named is blanked by every holder of the log; the edits themselves stay, so that the chain holds. What somebody
typed about a person in a title, a description or a note is not found by this and must be changed by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from octodesk.edits.rows import delete_rows
from octodesk.model.document import Document
from octodesk.model.edit import ALIVE, Edit, Refused
from octodesk.model.fields import split_field
from octodesk.model.log import Log
from octodesk.model.stamped import ChangeRef

CONTACT = frozenset({"email", "phone"})
NEEDS = frozenset({"arrival", "departure", "availability", "owed", "technical_test", "time_zone"})
"""What was asked for planning alone."""
OF_A_PART = frozenset({"topic", "on_behalf_of"})


def remove_person(document: Document, log: Log, person_id: str) -> Edit:
    """The person goes with all parts, and everything ever written about them is removed for good. Cannot be undone.

    Refused: unknown-row, where nothing was ever known of such a person.
    """
    return _removed("person-removed", document, log, (person_id,), everybody=frozenset())


def close_conference(document: Document, log: Log) -> Edit:
    """After the conference: telephones, e-mails and what was asked for planning go from everybody, and people who declined
    go altogether. An empty edit where there is nothing of that. Cannot be undone."""
    declined = tuple(person.id for person in document.people if person.status == "declined")
    return _removed("conference-closed", document, log, declined, everybody=CONTACT | NEEDS)


def files_of(log: Log, edit: Edit) -> frozenset[str]:
    """The attachments that the values named which a removal takes; to be asked before it is made."""
    named = ((log[made].changes[place].field, log.value_of((made, place))) for made, place in edit.redacts)
    return frozenset(value for field, value in named if field == "photo" and isinstance(value, str))


def _removed(
    label: str, document: Document, log: Log, people: tuple[str, ...], *, everybody: frozenset[str]
) -> Edit:
    there = tuple(one for one in people if document.find("person", one) is not None)
    gone = delete_rows(document, table="person", row_ids=there).changes if there else ()
    refs = sorted({*_of_people(log, people), *_of_everybody(log, everybody)})
    if people and not refs:
        raise Refused("unknown-row", table="person", id=people[0])
    return Edit(label, gone, people, kind="redact", redacts=tuple(refs))


def _of_people(log: Log, people: Iterable[str]) -> Iterator[ChangeRef]:
    """Every value ever written into these people's rows, and into what is theirs of a part in a session."""
    wanted = set(people)
    for table, row_id in log.rows():
        if table == "person" and row_id in wanted:
            yield from _values(log, table, row_id, None)
        elif table == "contribution" and wanted & _ever_named(log, row_id):
            yield from _values(log, table, row_id, OF_A_PART)


def _ever_named(log: Log, contribution: str) -> set[str]:
    return {str(log.value_of(ref)) for ref in log.changes_of(("contribution", contribution, "person"))}


def _of_everybody(log: Log, fields: frozenset[str]) -> Iterator[ChangeRef]:
    for table, row_id in log.rows() if fields else ():
        if table == "person":
            yield from _values(log, table, row_id, fields)


def _values(log: Log, table: str, row_id: str, fields: frozenset[str] | None) -> Iterator[ChangeRef]:
    """The changes of a row's fields that still hold something."""
    for name in log.fields_of_row((table, row_id)):
        if name != ALIVE and (fields is None or split_field(name)[0] in fields):
            refs = log.changes_of((table, row_id, name))
            yield from (ref for ref in refs if log.value_of(ref) not in (None, "", [], {}))
