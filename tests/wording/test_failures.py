# SPDX-License-Identifier: EUPL-1.2
"""Every failure of a file, of writing, of the database and of a print has its sentence, with the facts really raised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from octodesk import languages
from octodesk.exchange import whole_file
from octodesk.exchange.whole_file import NotWritten
from octodesk.printing import Notice
from octodesk.store.errors import _REASONS
from octodesk.wording import failures, prints
from octodesk.wording.failures import file_failure, packing_failure, store_failure, write_failure
from octodesk.wording.prints import notice_sentences, print_refusal
from tests.build import conference, person, session
from tests.wording.raised import Raised, codes, raised

FILE_ERRORS = ("FileDamaged", "FileTooLarge", "FileUnreadable", "NotAnOctoFile")
LOG_DAMAGE = [
    Raised(one.code, one.facts | {"line"}, one.where)
    for one in raised("Damaged", "model/stamped.py", "model/log.py")
]
OF_FILES = [one for name in FILE_ERRORS for one in raised(name, "exchange")]
PACKING = {"not-unicode"}
FILE = Path("/home/ana/octopus.octo")


@dataclass(frozen=True)
class Coded:
    """A failure with a code and facts, as every kind of file failure has."""

    reason: str
    facts: Mapping[str, str | int] = field(default_factory=dict)


def with_facts(one: Raised) -> Coded:
    return Coded(
        one.code,
        {name: f"<{name}>" if name in ("entry", "edit", "system") else 7_000_000 for name in one.facts},
    )


@pytest.mark.parametrize("language", languages.LANGUAGES)
@pytest.mark.parametrize("one", [*OF_FILES, *LOG_DAMAGE], ids=lambda one: f"{one.code} {one.where}")
def test_every_failure_of_a_file_is_one_sentence_that_names_it(one: Raised, language: str) -> None:
    languages.set_language(language)
    written = one.code in PACKING or (one.code, "size" in one.facts) == ("line", True)
    say = packing_failure if written else file_failure
    words = say(with_facts(one), FILE)
    assert "octopus.octo" in words
    assert "{" not in words


def test_every_code_of_a_file_has_a_sentence_of_its_own() -> None:
    known = {one.code for one in (*OF_FILES, *LOG_DAMAGE)} | {"missing", "not-allowed", "unreadable"}
    assert known - PACKING - set(failures._FILE) == set()


@pytest.mark.parametrize("language", languages.LANGUAGES)
@pytest.mark.parametrize("code", ["file", "inflated", "entries", "too-deep", "number"])
def test_a_conference_that_does_not_fit_into_a_file_is_said_so(code: str, language: str) -> None:
    languages.set_language(language)
    words = packing_failure(Coded(code, {"limit": 512_000_000, "size": 600_000_000}), FILE)
    assert "octopus.octo" in words
    assert "{" not in words
    assert ("512" in words) == (code in ("file", "inflated", "entries"))


def test_a_missing_file_and_a_newer_one_in_words() -> None:
    assert file_failure(Coded("missing", {"system": "No such file"}), FILE) == (
        "There is no file “octopus.octo” in /home/ana. Check its name and place."
    )
    assert file_failure(Coded("too-new", {"needed": 3, "known": 1}), FILE) == (
        "“octopus.octo” was written by a newer version of the program (its format needs version 3, this program knows "
        "1). Update the program, then open it again."
    )


def test_a_name_with_braces_stays_as_it_is() -> None:
    assert file_failure(Coded("empty"), Path("/{folder}/{file}.octo")).startswith("“{file}.octo” is empty.")


NOT_WRITTEN = [
    one for one in vars(whole_file).values() if isinstance(one, type) and issubclass(one, NotWritten)
]


@pytest.mark.parametrize("language", languages.LANGUAGES)
@pytest.mark.parametrize("kind", NOT_WRITTEN)
def test_whatever_keeps_a_file_from_being_written_is_one_sentence(
    kind: type[NotWritten], language: str
) -> None:
    languages.set_language(language)
    words = write_failure(kind(FILE, "the system's own words"))
    assert "octopus.octo" in words or "/home/ana" in words
    assert "{" not in words


@pytest.mark.parametrize("language", languages.LANGUAGES)
@pytest.mark.parametrize("code", sorted({*codes("StoreError", "store"), *_REASONS.values()}))
def test_every_failure_of_the_database_has_its_sentence(code: str, language: str) -> None:
    assert code in failures._STORE
    languages.set_language(language)
    words = store_failure(code, "")
    assert "{" not in words
    assert store_failure(code, "<where>") != words or code == "disk-full"


# -- prints


@dataclass(frozen=True)
class Refusal:
    reason: str
    facts: Mapping[str, str]


@pytest.mark.parametrize("language", languages.LANGUAGES)
@pytest.mark.parametrize("one", raised("PrintRefused", "printing"), ids=lambda one: one.code)
def test_every_refused_print_says_why_with_its_facts(one: Raised, language: str) -> None:
    languages.set_language(language)
    words = print_refusal(Refusal(one.code, {name: f"<{name}>" for name in one.facts}))
    assert "{" not in words
    assert all(f"<{name}>" in words for name in one.facts)


def test_every_notice_of_a_print_has_its_sentence() -> None:
    assert {*codes("notice", "printing"), *codes("Notice", "printing")} == set(prints._NOTICES)


def test_notices_in_words() -> None:
    document = conference(session("yoga"), person("ana", given_name="Ana Maria", family_name="Silva"))
    notices = [
        Notice("text-shortened", words="A very long…", session="yoga"),
        Notice("text-shortened", words="A very long…"),
        Notice("glyph-missing", words="ꙮ"),
        Notice("own-script-left-out", words="…", person="ana"),
        Notice("translation-missing", words="fr", count=1),
        Notice("translation-missing", words="fr", count=3),
    ]
    assert notice_sentences(document, notices) == [
        "Shortened to fit: A very long… (“Yoga”)",
        "Shortened to fit: A very long…",
        "No font on this computer has the character ꙮ. The package fonts-noto-core would help.",
        "A. M. Silva: the name in own script is left out, no font on this computer has it.",
        "1 text is not translated and is printed in another language.",
        "3 texts are not translated and are printed in another language.",
    ]
