# SPDX-License-Identifier: EUPL-1.2
"""A short talk becomes an item of lightning talks."""

from __future__ import annotations

from typing import Any

import pytest

from octodesk.edits.items import become_item, could_be_item, takes_items
from octodesk.model.document import Document
from octodesk.model.edit import Edit, Refused
from octodesk.model.rows import Kind, Session, SessionDocument
from tests.build import applied, at, conference, part, person, point, session, text

TALKS = Kind("lightning-talks", text("Lightning talks"))
HOST = session("sparks", at("A", "10:00"), kind="lightning-talks", minutes=45)


def talk(**values: Any) -> Session:
    return session("yoga", minutes=5, title=text("Breathe", "Respirer"), **values)


def become(document: Document) -> Edit:
    return become_item(document, "yoga", of="sparks", author_id="a" * 16, fresh_id="new")


def held() -> Document:
    return conference(
        TALKS, HOST, talk(), session("judo", apart_from=("yoga",)),
        point("first", "sparks"), person("ana"), person("ben"),
        part("sparks", "ben", "moderator", order="1010.a"),
        part("yoga", "ana", order="1010.a", seat=2, topic=text("Air"), on_behalf_of=text("the guild")),
        part("yoga", "ben", order="1020.a", way="remote"),
    )  # fmt: skip


def test_its_title_and_length_are_the_last_item() -> None:
    after = applied(held(), become(held()))
    assert [(one.id, one.text, one.minutes) for one in after.agenda_of("sparks")] == [
        ("first", text("first"), None),
        ("new", text("Breathe", "Respirer"), 5),
    ]


def test_its_people_speak_to_the_item_with_all_they_had() -> None:
    after = applied(held(), become(held()))
    found = [
        (one.person, one.role, one.agenda_point, one.seat, one.way, one.topic, one.on_behalf_of)
        for one in after.contributions_of("sparks")
    ]
    assert found == [
        ("ben", "moderator", None, None, "room", text(), text()),
        ("ana", "speaker", "new", 2, "room", text("Air"), text("the guild")),
        ("ben", "speaker", "new", None, "remote", text(), text()),
    ]


def test_the_session_is_gone_and_nothing_refers_to_it() -> None:
    after = applied(held(), become(held()))
    assert after.find("session", "yoga") is None
    assert after.session("judo").apart_from == ()
    assert after.contributions_of("yoga") == ()


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, True),
        ({"minutes": 30}, True),
        ({"minutes": 31}, False),
        ({"minutes": 0}, False),
        ({"title": text()}, False),
        ({"kind": "break"}, False),
        ({"kind": "plenary"}, False),
        ({"kind": "lightning-talks"}, False),
        ({"status": "cancelled"}, False),
        ({"placement": at("A", exclusive=True)}, False),
    ],
)
def test_short_talks_with_a_title_could_be_items(values: dict[str, Any], expected: bool) -> None:
    document = conference(TALKS, session("yoga", **{"minutes": 5, **values}))
    assert could_be_item(document, document.session("yoga")) is expected


@pytest.mark.parametrize(
    ("start", "expected"), [("09:55", False), ("10:00", True), ("10:44", True), ("10:45", False)]
)
def test_what_begins_during_lightning_talks_is_taken(start: str, expected: bool) -> None:
    assert takes_items(conference(TALKS, HOST), HOST, at("A", start)) is expected


def test_workshops_and_cancelled_talks_take_none() -> None:
    cancelled = session("sparks", at("A"), kind="lightning-talks", status="cancelled")
    assert not takes_items(conference(TALKS, cancelled), cancelled, at("A"))
    assert not takes_items(conference(session("judo", at("A"))), session("judo", at("A")), at("A"))


@pytest.mark.parametrize(
    ("values", "reason", "facts"),
    [
        ({"locked_time": True}, "session-time-locked", {}),
        ({"locked_room": True, "placement": at("A")}, "session-room-locked", {}),
        ({"description": text("Long")}, "more-than-an-item", {"field": "description"}),
        ({"note": "Bring mats"}, "more-than-an-item", {"field": "note"}),
        ({"equipment": ("projector",)}, "more-than-an-item", {"field": "equipment"}),
        ({"access": "restricted"}, "more-than-an-item", {"field": "access"}),
        ({"kind": "plenary"}, "no-item-of-this", {"stays": "sparks"}),
    ],
)
def test_what_would_be_lost_or_makes_no_sense_is_refused(
    values: dict[str, Any], reason: str, facts: dict[str, str]
) -> None:
    with pytest.raises(Refused) as raised:
        become(conference(TALKS, HOST, talk(**values)))
    assert (raised.value.reason, raised.value.facts) == (reason, {"session": "yoga", **facts})


@pytest.mark.parametrize(
    ("row", "table"),
    [(point("breath", "yoga"), "agenda_point"), (SessionDocument("d", "yoga"), "session_document")],
)
def test_what_has_rows_of_its_own_is_refused(row: Any, table: str) -> None:
    with pytest.raises(Refused) as raised:
        become(conference(TALKS, HOST, talk(), row))
    assert (raised.value.reason, raised.value.facts["table"]) == ("more-rows-than-an-item", table)


def test_needs_the_lightning_talks_have_too_are_no_hindrance() -> None:
    needing = session(
        "sparks", at("A"), kind="lightning-talks", minutes=45, equipment=("camera", "projector")
    )
    document = conference(TALKS, needing, talk(equipment=("projector",)))
    assert applied(document, become(document)).find("session", "yoga") is None
