# SPDX-License-Identifier: EUPL-1.2
"""What is typed and not yet committed, and what the program remembers."""

from __future__ import annotations

import itertools
from pathlib import Path

from octodesk.model.edit import Author
from octodesk.store.drafts import Draft
from octodesk.store.events import Database
from octodesk.store.settings import AUTHOR_NAME, Identity
from tests.build import log_of

TITLE, AIM = ("session", "yoga", "title.en"), ("session", "yoga", "aim.en")
NOON, LATER = "2021-10-04T12:00:00Z", "2021-10-04T12:00:09Z"


def test_a_draft_is_there_after_a_restart(path: Path) -> None:
    with Database(path) as database:
        drafts = database.add(log_of()).drafts
        drafts.write(TITLE, "Yo", since=NOON)
        drafts.write(AIM, "To br", since=NOON)
        drafts.write(TITLE, "Yoga", since=LATER)
    with Database(path) as database:
        assert database.open("event").drafts.all() == (Draft(AIM, "To br", NOON), Draft(TITLE, "Yoga", NOON))


def test_a_cleared_draft_is_gone_and_clearing_again_does_nothing(database: Database) -> None:
    drafts = database.add(log_of()).drafts
    drafts.write(TITLE, "Yo", since=NOON)
    drafts.clear(TITLE)
    drafts.clear(TITLE)
    assert drafts.all() == ()


def test_a_setting_holds_any_json_until_it_is_forgotten(database: Database) -> None:
    settings = database.settings
    assert settings.get("recent", []) == []
    settings.set("recent", ["a.octo", {"seen": True}])
    settings.set("recent", ["b.octo"])
    assert settings.get("recent") == ["b.octo"]
    assert settings.all()["recent"] == ["b.octo"]
    settings.forget("recent")
    assert settings.get("recent") is None


def test_who_edits_here_is_made_once_and_kept(path: Path) -> None:
    chance = (bytes([n]) * 16 for n in itertools.count(1))
    with Database(path) as database:
        assert database.settings.identity(lambda: next(chance)) == Identity(Author("01" * 8, ""), "02" * 8)
        database.settings.set(AUTHOR_NAME, "Ana")
    with Database(path) as database:
        assert database.settings.identity(lambda: next(chance)) == Identity(Author("01" * 8, "Ana"), "02" * 8)
