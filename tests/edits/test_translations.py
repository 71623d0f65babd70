# SPDX-License-Identifier: EUPL-1.2
"""Translations remember the wording they were made from."""

from __future__ import annotations

from octodesk.edits.fields import set_field
from octodesk.edits.translations import still_right, with_sources
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.translations import standing
from tests.build import applied, conference, desk_on, log_of, session, text


def titled(document: Document, language: str, words: str) -> Document:
    edit = set_field(document, table="session", row_id="yoga", field="title", value=words, language=language)
    return applied(document, with_sources(document, edit))


def standings(document: Document) -> dict[str, str]:
    return {code: standing(document, "session", "yoga", "title", code) for code in ("en", "fr", "es")}


BOTH = conference(session("yoga", title=text("Yoga", "Le yoga")))


def test_what_was_written_together_is_done() -> None:
    assert standings(BOTH) == {"en": "done", "fr": "done", "es": "missing"}


def test_a_text_without_any_words_is_absent() -> None:
    assert standing(BOTH, "session", "yoga", "aim", "fr") == "absent"


def test_a_translation_is_stale_once_its_source_changes() -> None:
    assert standings(titled(BOTH, "en", "Slow yoga")) == {"en": "done", "fr": "stale", "es": "missing"}


def test_the_old_wording_makes_it_right_again() -> None:
    assert standings(titled(titled(BOTH, "en", "Slow yoga"), "en", "Yoga"))["fr"] == "done"


def test_a_new_translation_makes_it_right() -> None:
    assert standings(titled(titled(BOTH, "en", "Slow yoga"), "fr", "Le yoga lent"))["fr"] == "done"


def test_it_can_be_confirmed() -> None:
    changed = titled(BOTH, "en", "Slow yoga")
    confirmed = applied(
        changed, still_right(changed, table="session", row_id="yoga", field="title", language="fr")
    )
    assert standings(confirmed)["fr"] == "done"
    assert still_right(confirmed, table="session", row_id="yoga", field="title", language="fr").is_empty


def test_two_people_who_write_source_and_translation_apart_find_it_stale() -> None:
    log = log_of(session("yoga", title=text("Yoga")))
    ana, ben = desk_on(log.copy()), desk_on(log.copy(), device="d2")
    for desk, language, words in ((ana, "en", "Slow yoga"), (ben, "fr", "Le yoga")):
        edit = set_field(
            desk.document, table="session", row_id="yoga", field="title", value=words, language=language
        )
        desk.apply(with_sources(desk.document, edit))
    ana.merge(ben.log())
    assert standings(ana.document) == {"en": "done", "fr": "stale", "es": "missing"}


def test_an_edit_without_texts_stays_as_it_is() -> None:
    edit = set_field(BOTH, table="session", row_id="yoga", field="expected", value=5)
    assert with_sources(BOTH, edit) is edit
    undo = Edit("undone", kind="undo", retracts="x")
    assert with_sources(BOTH, undo) is undo
