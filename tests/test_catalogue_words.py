# SPDX-License-Identifier: EUPL-1.2
"""The wording of the catalogues: decided terms, words that never stand on a screen, French and Spanish typography."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from octodesk import languages
from octodesk.languages import NBSP, NNBSP
from octodesk.ui.actions import Actions

FOLDER = Path(__file__).resolve().parent.parent / "i18n"

# Words of the trade of programming, and what a translator makes of them.
NEVER = {
    "en": r"trays?|placements?|sandbox(es)?|parity|preflight|salvaged?|freez\w*|frozen|snap\w*|blockers?|milestones?"
    r"|severit\w*|retract\w*|replicas?",
    "fr": r"placements?|bacs?|parité|prévol|sauvetage|gel|gel(er|é\w*)|bloqueurs?|jalons?|gravités?|sévérités?"
    r"|rétract\w*|répliques?",
    "es": r"bandejas?|colocación|arenero|paridad|prevuelo|salvamento|congel\w*|bloqueador\w*|hitos?|gravedad\w*"
    r"|severidad\w*|retract\w*|réplicas?",
}

Message = tuple[str, tuple[str, ...], tuple[str, ...]]
"""Context, what stands in the code (singular and plural), what is said."""


@cache
def messages(language: str) -> tuple[Message, ...]:
    """Every message of a catalogue; English says what stands in the code."""
    path = FOLDER / ("octodesk.pot" if language == "en" else f"{language}.po")
    with path.open("rb") as file:
        catalogue = read_po(file)
    return tuple(
        (one.context or "", _strings(one.id), _strings(one.id if language == "en" else one.string))
        for one in catalogue
        if one.id
    )


def _strings(words: str | Sequence[str] | None) -> tuple[str, ...]:
    return (words or "",) if isinstance(words, str | None) else tuple(words)


def said(language: str) -> Iterator[str]:
    for _context, _asked, strings in messages(language):
        yield from strings


def found(language: str, pattern: str) -> list[str]:
    """What is said in a language and has a match of the pattern."""
    return [words for words in said(language) if re.search(pattern, words, re.IGNORECASE)]


def said_of(language: str, asked: str) -> list[str]:
    """What is said for the English sentences that match."""
    return [
        words
        for _context, ids, strings in messages(language)
        if any(re.search(asked, one, re.IGNORECASE) for one in ids)
        for words in strings
    ]


# ---- terms


@pytest.mark.parametrize(
    ("english", "french", "spanish"),
    [
        ("Programme at a glance", "Aperçu du programme", "Resumen del programa"),
        ("Draft programme", "Projet de programme", "Programa provisional"),
        ("Plenary session", "Séance plénière", "Sesión plenaria"),
        ("Special event", "Événement spécial", "Acto especial"),
        ("Workshops", "Ateliers", "Talleres"),
        ("Item", "Point", "Punto"),
        ("Panellist", "Panéliste", "Panelista"),
        ("Secretariat", "Secrétariat", "Secretaría"),
        ("to be confirmed", "à confirmer", "por confirmar"),
        ("by video link", "à distance", "a distancia"),
        ("Interpretation", "Interprétation", "Interpretación"),
        ("Restricted participation", "Participation restreinte", "Participación restringida"),
        ("Copy for", "Exemplaire pour", "Ejemplar para"),
        ("Not yet placed", "À placer", "Sin ubicar"),
        ("Clashes", "Conflits d’horaire", "Coincidencias de horario"),
        ("Still to do", "Reste à faire", "Pendiente"),
        ("Fixed time", "Horaire fixe", "Horario fijo"),
        ("Fixed room", "Salle fixe", "Sala fija"),
        ("History", "Historique", "Historial"),
        ("Undo: {change}", f"Annuler{NNBSP}: {{change}}", "Deshacer: {change}"),
        ("Close without changes", "Fermer sans rien changer", "Cerrar sin cambiar nada"),
        ("New conference", "Nouvelle conférence", "Nueva conferencia"),
    ],
)
def test_decided_terms_are_used(english: str, french: str, spanish: str) -> None:
    assert {
        "fr": languages.translation("fr").gettext(english),
        "es": languages.translation("es").gettext(english),
    } == {"fr": french, "es": spanish}


@pytest.mark.parametrize("role", ["Chair", "Moderator", "Rapporteur"])
@pytest.mark.parametrize("language", ["fr", "es"])
def test_a_woman_has_a_role_word_of_her_own(language: str, role: str) -> None:
    catalogue = languages.translation(language)
    contexts = {context for context, ids, _strings in messages(language) if role in ids and context}
    assert contexts
    assert all(
        catalogue.pgettext(context, role) != catalogue.gettext(role)
        for context in contexts
        if "woman" in context
    )


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_words_that_never_stand_on_a_screen_stand_in_no_catalogue(language: str) -> None:
    assert found(language, rf"\b({NEVER['en']}|{NEVER[language]})\b") == []


@pytest.mark.parametrize(
    ("language", "event"), [("en", r"\bevents?\b"), ("fr", "événement"), ("es", "evento")]
)
def test_the_whole_conference_is_never_an_event(language: str, event: str) -> None:
    others = {"en": ("special event", "side event"), "fr": ("spécial", "parallèle"), "es": ("paralelo",)}
    assert [
        words for words in found(language, event) if not any(one in words.lower() for one in others[language])
    ] == []


@pytest.mark.parametrize(("language", "translating"), [("fr", "tradui|traduc"), ("es", "traduc|traduz")])
def test_interpretation_is_never_called_translation(language: str, translating: str) -> None:
    assert said_of(language, "interpret") != []
    assert [words for words in said_of(language, "interpret") if re.search(translating, words)] == []


def test_in_french_only_sessions_are_cancelled() -> None:
    assert found("fr", r"\bannulée?s?\b") == said_of("fr", r"^cancelled$")


# ---- typography


def test_french_spaces_are_narrow_and_do_not_break() -> None:
    assert found("fr", rf"[^{NNBSP}\s][;?!»](?=\s|$)|[^{NNBSP}\d\"*)]:(?=\s|$)|«[^{NNBSP}]") == []
    assert found("fr", r"[ \u00a0][:;?!»](?=\s|$)") == []


def test_french_spaces_are_those_that_typed_texts_get() -> None:
    sentences = [
        words for words in said("fr") if not re.search(r';;|\{"| $', words)
    ]  # filters of files, JSON
    assert [words for words in sentences if languages.typeset(words, "fr") != words] == []


def test_french_apostrophes_are_curved() -> None:
    assert found("fr", "'") == []


def test_spanish_has_no_space_before_punctuation_and_opens_its_questions() -> None:
    assert found("es", rf"[ {NBSP}{NNBSP}][:;?!»](?=\s|$)|«\s") == []
    assert [words for words in said("es") if words.count("?") != words.count("¿")] == []


@pytest.mark.parametrize("language", ["fr", "es"])
def test_quotation_marks_are_the_languages_own(language: str) -> None:
    assert found(language, "[“”]") == []


@pytest.mark.parametrize("language", ["fr", "es"])
def test_a_sentence_ends_as_it_does_in_english(language: str) -> None:
    ends = ("…", ".", ": ", ":")
    different = [
        (asked, words)
        for _context, ids, strings in messages(language)
        for asked, words in zip(ids, strings, strict=True)
        if _end(asked, ends) != _end(words, ends)
    ]
    abbreviations = {"Ms", "Mr", "H.E. Ms", "H.E. Mr", "Dr", "Judge", "Prof."}
    assert [(asked, words) for asked, words in different if asked not in abbreviations] == []


def _end(words: str, ends: tuple[str, ...]) -> str:
    return next((end for end in ends if words.endswith(end)), "")


# ---- menus


@pytest.mark.parametrize("language", ["fr", "es"])
def test_no_two_entries_of_a_menu_have_the_same_letter(qtbot: QtBot, language: str) -> None:
    languages.set_language(language)
    window = QMainWindow()
    qtbot.addWidget(window)
    Actions(window).retranslate()
    bar = [action.text() for action in window.menuBar().actions()]
    menus = [[action.text() for action in menu.actions()] for menu in window.findChildren(QMenu)]
    assert [(entries, _doubled(entries)) for entries in [bar, *menus] if _doubled(entries)] == []


def _doubled(entries: Sequence[str]) -> list[str]:
    """Letters after "&" that stand twice."""
    letters = [match[1].lower() for match in (re.search(r"&(\w)", words) for words in entries) if match]
    return sorted({letter for letter in letters if letters.count(letter) > 1})
