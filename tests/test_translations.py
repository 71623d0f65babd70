# SPDX-License-Identifier: EUPL-1.2
"""The script that keeps the catalogues: nothing translated is lost, and what is wrong is said."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "packaging" / "translations.py"


@pytest.fixture(scope="session")
def translations() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Workshop:
    """A folder of code that says sentences, and its catalogues."""

    def __init__(self, script: ModuleType, root: Path) -> None:
        self.script, self.code, self.folder = script, root / "code", root / "i18n"
        self.code.mkdir()
        self.folder.mkdir()

    def say(self, *calls: str) -> None:
        (self.code / "sentences.py").write_text("\n".join(calls) + "\n", encoding="utf-8")

    def update(self) -> None:
        self.script.update(self.folder, self.code)
        self.script.compile_catalogues(self.folder)

    def translate(self, before: str, after: str) -> None:
        for path in self.folder.glob("*.po"):
            path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
        self.script.compile_catalogues(self.folder)

    def complaints(self) -> list[str]:
        return [line for line in self.script.complaints(self.folder, self.code) if not line.startswith("es.")]


@pytest.fixture
def workshop(translations: ModuleType, tmp_path: Path) -> Workshop:
    return Workshop(translations, tmp_path)


def test_a_complete_catalogue_has_nothing_to_complain_of(workshop: Workshop) -> None:
    workshop.say('_("Room {name}")')
    workshop.update()
    workshop.translate('msgid "Room {name}"\nmsgstr ""', 'msgid "Room {name}"\nmsgstr "Salle {name}"')
    assert workshop.complaints() == []


def test_new_and_vanished_sentences_are_named(workshop: Workshop) -> None:
    workshop.say('_("Old")')
    workshop.update()
    workshop.say('pgettext("verb", "New")')
    assert workshop.complaints() == [
        "octodesk.pot lacks 'verb: New': run `make translations`",
        "octodesk.pot has 'Old', which no code says any more: run `make translations`",
        "fr.po lacks 'verb: New': run `make translations`",
    ]


def test_untranslated_and_doubtful_sentences_are_named(workshop: Workshop) -> None:
    workshop.say('_("Break")', '_("Room")')
    workshop.update()
    workshop.translate('msgid "Room"\nmsgstr ""', '#, fuzzy\nmsgid "Room"\nmsgstr "Salle"')
    assert workshop.complaints() == ["fr.po: 'Break' is not translated", "fr.po: 'Room' is marked fuzzy"]


def test_a_place_that_is_missing_or_misspelt_is_named(workshop: Workshop) -> None:
    workshop.say('_("Room {name}")')
    workshop.update()
    workshop.translate('msgid "Room {name}"\nmsgstr ""', 'msgid "Room {name}"\nmsgstr "Salle {nom}"')
    assert workshop.complaints() == ["fr.po: 'Room {name}' has other places: 'Salle {nom}'"]


def test_a_plural_may_leave_its_number_out_but_nothing_else(workshop: Workshop) -> None:
    workshop.say('ngettext("{n} session in {room}", "{n} sessions in {room}", n)')
    workshop.update()
    workshop.translate('msgstr[0] ""\nmsgstr[1] ""', 'msgstr[0] "Une en {room}"\nmsgstr[1] "{n} en tout"')
    assert workshop.complaints() == [
        "fr.po: '{n} session in {room} | {n} sessions in {room}' has other places: '{n} en tout'"
    ]


def test_a_sentence_that_leaves_the_code_and_comes_back_has_its_translation(workshop: Workshop) -> None:
    workshop.say('_("Break")', '_("Room")')
    workshop.update()
    workshop.translate('msgid "Break"\nmsgstr ""', 'msgid "Break"\nmsgstr "Pause"')
    workshop.translate('msgid "Room"\nmsgstr ""', 'msgid "Room"\nmsgstr "Salle"')
    workshop.say('_("Room")')
    workshop.update()
    workshop.say('_("Room")', '_("Break")')
    workshop.update()
    assert workshop.complaints() == []


def test_updating_twice_changes_no_byte(workshop: Workshop) -> None:
    workshop.say('_("Break")')
    workshop.update()
    first = {path.name: path.read_bytes() for path in workshop.folder.iterdir()}
    workshop.update()
    assert {path.name: path.read_bytes() for path in workshop.folder.iterdir()} == first
