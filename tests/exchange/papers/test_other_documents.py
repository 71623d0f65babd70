# SPDX-License-Identifier: EUPL-1.2
"""Documents of other shapes and languages: Markdown in Spanish, a list with a field per column, typed French."""

from __future__ import annotations

from tests.exchange.papers.reading import document_of, guessed, left, lines_of, people_of, read

SPANISH = """# Foro Iberoamericano sobre Confianza Digital 2025
## Proyecto de programa

Madrid, del 12 al 13 de mayo de 2025

**Idiomas de trabajo:** español, inglés y francés

| Hora | Sala A | Sala B |
|------|--------|--------|
| **Lunes 12 de mayo** | | |
| 8.30 – 9.00 | Acreditación | |
| 10.30 – 11.00 | Pausa para el café | |
| 11.00 – 12.30 | Taller 1: Pruebas<br>Moderadora: Sra. Lucía ROMERO, España, Fiscal | Taller 2: Las víctimas |
| **Martes 13 de mayo** | | |
| 9.00 – 10.00 | Mesa redonda: la cooperación | Charlas relámpago I |
| 10.00 | Fin del Foro | |
"""


def test_markdown_in_spanish() -> None:
    found = read(SPANISH)
    assert left(found) == []
    assert lines_of(found) == [
        "2025-05-12 08:30-09:00 registration Acreditación [Sala A]",
        "2025-05-12 10:30-11:00 coffee Pausa para el café []!",
        "2025-05-12 11:00-12:30 workshop Taller 1: Pruebas [Sala A]",
        "2025-05-12 11:00-12:30 workshop Taller 2: Las víctimas [Sala B]",
        "2025-05-13 09:00-10:00 panel Mesa redonda: la cooperación [Sala A]",
        "2025-05-13 09:00-10:00 lightning-talks Charlas relámpago I [Sala B]",
        "2025-05-13 10:00-10:00 milestone Fin del Foro []!",
    ]
    assert people_of(found) == ["moderator Ms Lucía ROMERO, Fiscal, ES"]
    assert document_of(found).event.working_languages == ("es", "en", "fr")


def test_a_list_with_a_field_per_column() -> None:
    found = read(
        "Date\tStart\tEnd\tTitle\tRoom\tSpeakers\n"
        "17/11/2025\t09:00\t10:00\tOpening session\themicycle\tMs Ana SILVA, Portugal, Minister\n"
        "17/11/2025\t10:00\t11:00\tWorkshop 1: Crime\tRoom 5\tMr Bo LIND; Ms Eva ORTIZ, Spain\n"
        "18/11/2025\t09:00\t10:00\tWorkshop 2: Trust\tRoom 5\t\n"
    )
    assert lines_of(found) == [
        "2025-11-17 09:00-10:00 opening Opening session [Hemicycle]!",
        "2025-11-17 10:00-11:00 workshop WS 1: Crime [Room 5]",
        "2025-11-18 09:00-10:00 workshop WS 2: Trust [Room 5]",
    ]
    assert people_of(found) == [
        "speaker Ms Ana SILVA, Minister, PT",
        "speaker Mr Bo LIND",
        "speaker Ms Eva ORTIZ, ES",
    ]
    assert document_of(found).event.name.plain() == {"en": "Conference 17–18 November 2025"}
    assert "no-name" in guessed(found)


def test_french_as_it_is_typed() -> None:
    found = read(
        "Conférence sur la confiance 2025\nProgramme provisoire\nStrasbourg, 3 et 4 juin 2025\n\nMardi 3 juin 2025\n"
        "9h00 – 9h30 : Accueil des participants (foyer)\n9h30 – 11h00 : Séance d'ouverture, Hémicycle\n"
        "11h30 – 13h00 : Ateliers parallèles\nAtelier 1 : Les preuves (salle 1 – interprétation FR/EN)\n"
        "Atelier 2 : Les victimes (salle 2)\nMercredi 4 juin 2025\nDe 9 h à 10 h 30 : Table ronde – Perspectives\n"
        "11 h : Fin de la conférence\n"
    )
    assert left(found) == []
    assert lines_of(found) == [
        "2025-06-03 09:00-09:30 registration Accueil des participants []",
        "2025-06-03 09:30-11:00 opening Séance d'ouverture [Hémicycle]!",
        "2025-06-03 11:30-13:00 workshop Atelier 1: Les preuves [Salle 1]",
        "2025-06-03 11:30-13:00 workshop Atelier 2: Les victimes [Salle 2]",
        "2025-06-04 09:00-10:30 panel Table ronde – Perspectives []",
        "2025-06-04 11:00-11:00 milestone Fin de la conférence []!",
    ]
