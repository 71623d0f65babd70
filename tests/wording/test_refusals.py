# SPDX-License-Identifier: EUPL-1.2
"""Every refusal has its sentence, with the facts really raised."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from octodesk import languages
from octodesk.desk import Desk
from octodesk.edits.events import new_event
from octodesk.edits.items import check_item
from octodesk.edits.making_room import push
from octodesk.edits.sessions import resize_top
from octodesk.edits.verbs import Hand, edit_of
from octodesk.edits.versions import issue_version
from octodesk.model.edit import Change, Edit, Refused
from octodesk.model.log import Log
from octodesk.wording.refusals import refusal
from tests.build import (
    ANA,
    BEN,
    at,
    conference,
    desk_on,
    event,
    log_of,
    part,
    person,
    point,
    session,
    stamped_into,
    text,
)
from tests.wording.raised import codes

HAND = Hand(ANA.id, bytes)
ROWS = (
    session("yoga", at("A", "10:00"), number=4, number_fixed=True),
    session("dance", at("B", "11:00"), kind="break", title=text("Tango")),
    session("tea", title=text(), label_override="Tea time"),
    session("fixed", at("C"), locked_time=True, locked_room=True, title=text("Fixed one")),
    person("ana", given_name="Ana Maria", family_name="Silva"),
    person("ben", family_name="", function=text("Judge")),
    part("yoga", "ana"),
    point("p1", "yoga"),
)

ENTRIES: dict[str, tuple[Any, str]] = {
    "session-time-locked": (
        {"do": "unplace", "session": "fixed"}, "WS 1 has a fixed time. Free the time first, then move it.",
    ),
    "session-room-locked": (
        {"do": "delete", "table": "room", "id": "C"},
        "WS 1 has a fixed room. Free the room first, then move it.",
    ),
    "start-in-gap": (
        {"do": "place", "session": "tea", "start": "2021-03-28T02:30"},
        "The clocks go forward then: 2021-03-28T02:30 does not exist. The next time that does is 2021-03-28T03:00.",
    ),
    "length-impossible": (
        {"do": "resize", "session": "yoga", "minutes": -5},
        "WS 4 cannot last -5 minutes: 0 to 10080 are possible.",
    ),
    "shift-too-far": (
        {"do": "shift", "day": "2021-11-17", "from": "09:00", "minutes": 10**30},
        f"{10**30} minutes are too many: at most 10080, backwards or forwards.",
    ),
    "unknown-row": (
        {"do": "unplace", "session": "nobody"}, "There is no session with the id nobody.",
    ),
    "unknown-table": (
        {"do": "add", "table": "event", "values": {}},
        "There is no table conference, or its rows cannot be changed that way.",
    ),
    "unknown-field": (
        {"do": "set", "table": "room", "id": "A", "field": "seats", "value": 1}, "A room has no field seats.",
    ),
    "unknown-reference": (
        {"do": "set", "table": "session", "id": "yoga", "field": "track", "value": "law"},
        "track: there is no track with the id law.",
    ),
    "use-instead": (
        {"do": "set", "table": "session", "id": "yoga", "field": "start", "value": "x"},
        "start of a session is not set that way. Use: place.",
    ),
    "wrong-value": (
        {"do": "set", "table": "event", "id": "event", "field": "mode", "value": "on line"},
        "mode: expected one of on-site, online, hybrid.",
    ),
    "language-needed": (
        {"do": "set", "table": "session", "id": "yoga", "field": "title", "value": "x"},
        "title is written in several languages: say which, such as en.",
    ),
    "not-a-text": (
        {"do": "set", "table": "session", "id": "yoga", "field": "note", "value": "x", "language": "fr"},
        "internal note has no languages: leave the language out.",
    ),
    "unknown-zone": (
        {"do": "set", "table": "event", "id": "event", "field": "time_zone", "value": "Mars/Base"},
        "There is no time zone Mars/Base. Use a name such as Europe/Paris.",
    ),
    "days-backwards": (
        {"do": "set", "table": "event", "id": "event", "field": "last_day", "value": "2021-11-15"},
        "The last day (2021-11-15) would come before the first (2021-11-16).",
    ),
    "day-there": (
        {"do": "set", "table": "day", "id": "2021-11-16", "field": "date", "value": "2021-11-17"},
        "2021-11-17 is a day of the programme already.",
    ),
    "person-without-anything": (
        {"do": "add", "table": "person", "values": {}},
        "A person needs at least a name, a function, an organisation or a country.",
    ),
    "needed": (
        {"do": "add", "table": "agenda_point", "values": {}}, "A new item needs: session.",
    ),
    "id-used": (
        {"do": "add", "table": "room", "id": "A"}, "The id A is or was used for a room. Choose another.",
    ),
    "wrong-id": (
        {"do": "add", "table": "room", "id": "a b"},
        "a b cannot be an id. Use 1 to 64 letters, digits, dots, hyphens or underscores.",
    ),
    "id-is-derived": (
        {"do": "add", "table": "day", "id": "monday", "values": {"date": "2021-11-20"}},
        "The id of a day follows from its facts: leave it out, or use 2021-11-20.",
    ),
    "ends-before-start": (
        {"do": "add", "table": "booking", "values": {"room": "A", "date": "2021-11-17", "until": "08:00"}},
        "The end must come after the start.",
    ),
    "point-of-other-session": (
        {"do": "contribute", "session": "dance", "person": "ana", "role": "chair", "agenda_point": "p1"},
        "The item p1 does not belong to “Tango”.",
    ),
    "kind-in-use": (
        {"do": "delete", "table": "kind", "id": "break"},
        "This kind is still used, by “Tango” for one. Give those sessions another kind first.",
    ),
    "event-stays": (
        {"do": "delete", "table": "event", "id": "event"}, "The conference itself cannot be deleted here.",
    ),
    "not-ordered": (
        {"do": "reorder", "table": "person", "id": "ana", "after": None},
        "The rows of person have no order of their own.",
    ),
    "not-in-this-list": (
        {"do": "reorder", "table": "room", "id": "A", "after": "Z"}, "Z does not stand in the same list.",
    ),
    "same-person": (
        {"do": "replace-person", "old": "ana", "new": "ana"}, "The old and the new person are the same.",
    ),
    "takes-no-part": (
        {"do": "replace-person", "old": "ben", "new": "ana", "sessions": ["tea"]}, "Judge has no part in Tea time.",
    ),
    "unknown-rule": (
        {"do": "acknowledge", "rule": "no-fun", "sessions": [], "reason": "x"}, "There is no rule no-fun.",
    ),
    "not-an-entry": ("place", "Each entry must be an object with a \"do\"."),
    "unknown-verb": ({"do": "dance"}, "There is no verb “dance”."),
    "fact-missing": ({"do": "place", "session": "yoga"}, "place needs start."),
    "fact-unknown": ({"do": "unplace", "session": "yoga", "room": "A"}, "unplace knows no room."),
    "wrong-fact": (
        {"do": "shift", "day": "2021-11-17", "from": "9", "minutes": 5}, "from: expected a time such as 09:00.",
    ),
}  # fmt: skip


def desk() -> Desk:
    return desk_on(log_of(*ROWS))


def built_on() -> None:
    mine = desk()
    mine.apply(edit_of(mine.document, {"do": "add", "table": "session", "id": "new"}, HAND))
    theirs = desk_on(mine.log(), author=BEN)
    theirs.apply(edit_of(theirs.document, {"do": "resize", "session": "new", "minutes": 5}, HAND))
    desk_on(theirs.log(), author=ANA).undo()


def overwritten() -> None:
    log = desk().log()
    stamped_into(log, Edit("newer", (Change("session", "tea", "minutes", "long"),)), author=BEN)
    mine = desk_on(log)
    mine.apply(edit_of(mine.document, {"do": "resize", "session": "tea", "minutes": 5}, HAND))


def edited_since_merge() -> None:
    mine = desk()
    theirs = desk_on(mine.log(), author=BEN)
    theirs.apply(edit_of(theirs.document, {"do": "resize", "session": "tea", "minutes": 5}, HAND))
    mine.merge(theirs.log(), source="Ben")
    mine.apply(edit_of(mine.document, {"do": "resize", "session": "tea", "minutes": 10}, HAND))
    mine.undo_merge()


def removed_by_merge() -> None:
    mine = desk()
    theirs = mine.log()
    title = next(iter(theirs.changes_in(next(iter(theirs)).id)))[0]
    stamped_into(theirs, Edit("removed", kind="redact", redacts=(title,)), author=BEN)
    mine.merge(theirs, source="Ben")
    mine.undo()


def made_item(**values: Any) -> None:
    sparks = session("dance", at("B"), kind="lightning-talks")
    talk = session("yoga", minutes=5, **values)
    check_item(conference(sparks, talk, point("p1", "yoga")), "yoga", of="dance")


OTHERS: dict[str, tuple[Callable[[], object], str]] = {
    "others-built-on-it": (
        built_on, "This cannot be taken back: it was changed since by Ben. Change it by hand instead.",
    ),
    "written-by-newer": (
        overwritten,
        "session, length: this was written by a newer version of OctoDesk and cannot be changed here. Update OctoDesk first.",
    ),
    "edited-since-merge": (
        edited_since_merge,
        "Taking in “Ben” cannot be undone: you have made changes since. Take those back first.",
    ),
    "merge-removed-for-good": (
        removed_by_merge, "Taking in “Ben” cannot be undone: personal data was removed for good by it.",
    ),
    "no-item-of-this": (
        lambda: made_item(kind="break"),
        ("WS 4 cannot become an item of “Tango”: that is for lightning talks, and for talks of at most half an hour"
        " that have a title."),
    ),
    "more-than-an-item": (
        lambda: made_item(note="Mats"),
        "WS 4 holds more than an item can: internal note. Take that out first, or leave it a session of its own.",
    ),
    "more-rows-than-an-item": (
        made_item, "WS 4 holds more than an item can: item. Take that out first, or leave it a session of its own.",
    ),
    "no-room-to-push": (
        lambda: push(desk().document, "tea", at("C", "10:30")),
        "Tea time cannot be pushed that far: WS 1 stays where it is, 60 minutes are missing.",
    ),
    "not-placed": (
        lambda: resize_top(desk().document, "tea", start=datetime(2021, 11, 17, 9), minutes=5),
        "Tea time is not on the timetable yet. Give it a time first.",
    ),
    "other-event": (
        lambda: desk().merge(other_log()),
        "That is another conference: its changes cannot be taken into this one.",
    ),
}  # fmt: skip


def other_log() -> Log:
    from octodesk.model.stamped import Stamp, stamp

    edit = new_event(
        event_id="other", name="X", first_day=date(2022, 1, 1), days=1, time_zone="UTC", languages=("en",)
    )
    by = Stamp("other", (), 1, ANA, "d1", "2021-10-01T08:00:00Z", lambda: bytes(16))
    return Log([stamp(edit, by, lambda *_: ())])


def caught(make: Callable[[], object]) -> Refused:
    with pytest.raises(Refused) as raised:
        make()
    return raised.value


ALL: dict[str, tuple[Callable[[], object], str]] = {
    **{
        code: (lambda entry=entry: edit_of(desk().document, entry, HAND), words)  # type: ignore[misc]
        for code, (entry, words) in ENTRIES.items()
    },
    **OTHERS,
}


@pytest.mark.parametrize("code", ALL)
def test_a_refusal_says_why_and_what_to_do(code: str) -> None:
    make, words = ALL[code]
    wrong = caught(make)
    assert (wrong.reason, refusal(desk().document, wrong)) == (code, words)


@pytest.mark.parametrize("language", ["fr", "es"])
@pytest.mark.parametrize("code", ALL)
def test_in_every_language_all_places_are_filled(code: str, language: str) -> None:
    wrong = caught(ALL[code][0])
    languages.set_language(language)
    words = refusal(desk().document, wrong)
    assert "{" not in words.replace('{"en"', "")
    assert "None" not in words


def test_these_are_all_there_are() -> None:
    assert codes("Refused", "edits", "desk.py", "cli") == set(ALL)


EXPECTED: list[tuple[dict[str, Any], str]] = [
    ({"table": "event", "field": "short_name", "value": 5}, "short name: expected words."),
    ({"table": "session", "field": "webcast", "value": 1}, "webcast: expected true or false."),
    ({"table": "session", "field": "minutes", "value": 1.5}, "length: expected a whole number."),
    ({"table": "session", "field": "minutes", "value": -1}, "length: expected 0 to 10080 minutes."),
    ({"table": "session", "field": "expected", "value": -1},
     "expected attendance: expected a whole number from 0 to 100000000."),
    ({"table": "session", "field": "minutes", "value": 20000}, "length: expected 0 to 10080 minutes."),
    ({"table": "session", "field": "kind", "value": "a b"},
     "kind: expected an id of 1 to 64 letters, digits, dots, hyphens or underscores."),
    ({"table": "session", "field": "topics", "value": "x"}, "topics: expected a list of words."),
    ({"table": "person", "field": "arrival", "value": "soon"}, "arrival: expected a moment such as 2021-11-17T09:00."),
    ({"table": "event", "field": "first_day", "value": "soon"}, "first day: expected a date such as 2021-11-17."),
    ({"table": "day", "field": "opens", "value": "9"}, "opening time: expected a time such as 09:00."),
    ({"table": "person", "field": "availability", "value": {}}, "availability: expected a list of from and until."),
    ({"table": "person", "field": "availability",
      "value": [{"from": "2021-11-17T09:00", "until": "2021-11-17T08:00"}]},
     "availability: expected each until after its from."),
    ({"table": "person", "field": "owed", "value": []}, "owed: expected named values."),
    ({"table": "person", "field": "function", "value": {"en": 5}},
     "function: expected words by language, such as {\"en\": \"…\"}."),
    ({"table": "person", "field": "function", "value": {"English": "x"}},
     "function: expected a language code such as en."),
    ({"table": "event", "field": "languages", "value": []},
     "languages: expected one or more language codes such as en."),
    ({"table": "event", "field": "snap", "value": 0}, "snap: expected 1 to 120 minutes."),
    ({"table": "room", "field": "color", "value": "red"}, "colour: expected a colour such as #1F5A96."),
    ({"table": "event", "field": "registration", "value": {"a": ""}},
     "registration: expected from, until (dates such as 2021-11-17) and link."),
    ({"table": "session", "field": "media", "value": {"a": ""}},
     "media: expected from and until (times such as 09:00)."),
    ({"table": "person", "field": "category", "value": "king"},
     ("category: expected one of \"\", government, judiciary, prosecution, law-enforcement, industry, civil-society, "
      "data-protection, academia, international-organisation.")),
]  # fmt: skip


@pytest.mark.parametrize(("facts", "words"), EXPECTED)
def test_a_wrong_value_says_what_was_expected(facts: dict[str, Any], words: str) -> None:
    row = {"event": "event", "day": "2021-11-16", "room": "A", "person": "ana", "session": "yoga"}[
        facts["table"]
    ]
    wrong = caught(lambda: edit_of(desk().document, {"do": "set", "id": row, **facts}, HAND))
    assert refusal(desk().document, wrong) == words


def test_placement_and_days_say_what_was_expected() -> None:
    placed = {"do": "add", "table": "session", "values": {"placement": {"rooms": []}}}
    wrong = caught(lambda: edit_of(desk().document, placed, HAND))
    assert refusal(desk().document, wrong) == "time and place: expected start, rooms and exclusive."
    begun = {
        "event_id": "x",
        "name": "X",
        "first_day": date(2022, 1, 1),
        "time_zone": "UTC",
        "languages": ("en",),
    }
    wrong = caught(lambda: new_event(**begun, days=0))  # type: ignore[arg-type]
    assert refusal(desk().document, wrong) == "days: expected 1 to 366 days."


def test_what_was_built_by_oneself_is_to_be_taken_out_first() -> None:
    nobody = Refused("others-built-on-it", edit="e", about=(), names=())
    assert refusal(desk().document, nobody) == (
        "This cannot be taken back: other parts of the programme now refer to it. Take those out first."
    )


def test_an_empty_label_of_a_version_is_needed() -> None:
    document = desk().document
    wrong = caught(
        lambda: issue_version(
            document, label=" ", at=datetime(2021, 1, 1, tzinfo=UTC), author=ANA, fresh_id="v"
        )
    )
    assert refusal(document, wrong) == "A new version needs: label."


def test_a_reason_nobody_has_a_sentence_for_is_named() -> None:
    assert refusal(desk().document, Refused("brand-new")) == "That is not possible here (brand-new)."


def test_words_with_braces_stay_as_they_are() -> None:
    named = desk_on(log_of(session("yoga", at("A"), locked_time=True, title=text("{id} & {0}")), event()))
    wrong = caught(lambda: edit_of(named.document, {"do": "unplace", "session": "yoga"}, HAND))
    assert refusal(named.document, wrong) == "WS 1 has a fixed time. Free the time first, then move it."
