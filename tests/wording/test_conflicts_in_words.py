# SPDX-License-Identifier: EUPL-1.2
"""Every rule has a name and a sentence with names, rooms, times and numbers, in three languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from octodesk import languages
from octodesk.model.checks import RULES, Conflict, check
from octodesk.model.document import Document
from octodesk.wording import rules
from octodesk.wording.rules import conflict_sentence, rule_name
from tests.build import at, conference, room
from tests.model.checks.cases import CASES, FRENCH
from tests.wording.raised import codes

N, S = "\u202f", "\xa0"
"""The narrow space that does not break, of French, and the wide one."""

SAID: dict[str, tuple[str, str, str]] = {
    "room-double-booked": (
        "Room A: WS 1 and WS 2 at the same time, 10:30 to 11:00.",
        f"Room A{N}: Atelier 1 et Atelier 2 en même temps, de 10{N}h{N}30 à 11{N}h{N}00.",
        "Room A: Taller 1 coincide con Taller 2, de 10:30 a 11:00.",
    ),
    "speaker-double-booked": (
        "A. Silva: in WS 1 and WS 2 at the same time, 10:59 to 11:00.",
        f"A. Silva{N}: Atelier 1 et Atelier 2 en même temps, de 10{N}h{N}59 à 11{N}h{N}00.",
        "A. Silva: Taller 1 coincide con Taller 2, de 10:59 a 11:00.",
    ),
    "beside-exclusive": (
        "WS 1 and “Opening” run at the same time, 10:30 to 11:00; one of them should have nothing beside it.",
        (
            f"Atelier 1 et «{N}Opening{N}» ont lieu en même temps, de 10{N}h{N}30 à 11{N}h{N}00{N}; rien ne"
            " devrait avoir lieu en parallèle."
        ),
        "Taller 1 coincide con «Opening», de 10:30 a 11:00; no debería haber nada en paralelo.",
    ),
    "across-break": (
        "WS 1 and “Pause” run at the same time, 10:30 to 11:00.",
        f"Atelier 1 et «{N}Pause{N}» ont lieu en même temps, de 10{N}h{N}30 à 11{N}h{N}00.",
        "Taller 1 coincide con «Pause», de 10:30 a 11:00.",
    ),
    "speaker-unavailable": (
        "A. Silva: not available for WS 1, 10:00 to 11:00.",
        f"A. Silva{N}: pas de disponibilité, de 10{N}h{N}00 à 11{N}h{N}00 (Atelier 1).",
        "A. Silva: sin disponibilidad, de 10:00 a 11:00 (Taller 1).",
    ),
    "room-unavailable": (
        "Room A: not available for WS 1, 10:00 to 11:00.",
        f"Room A{N}: pas de disponibilité, de 10{N}h{N}00 à 11{N}h{N}00 (Atelier 1).",
        "Room A: sin disponibilidad, de 10:00 a 11:00 (Taller 1).",
    ),
    "outside-event": (
        "WS 1 is not on a day of the conference.",
        f"Atelier 1{N}: ce jour n’est pas un jour de la conférence.",
        "Taller 1: ese día no es un día de la conferencia.",
    ),
    "outside-opening-hours": (
        "WS 1, 17:01 to 18:01, is outside the opening hours of the day.",
        f"Atelier 1{N}: horaire de 17{N}h{N}01 à 18{N}h{N}01 en dehors des heures d’ouverture du jour.",
        "Taller 1: horario de 17:01 a 18:01, fuera del horario de apertura del día.",
    ),
    "capacity-exceeded": (
        "Room A: 40 seats for the 65 expected in WS 1.",
        f"Room A{N}: 40 places pour 65 personnes attendues (Atelier 1).",
        "Room A: 40 plazas para 65 personas previstas (Taller 1).",
    ),
    "interpretation-missing": (
        (
            "WS 1 wants interpretation into French, which is not there in Room A, 10:00 to 11:00. It is"
            " there in: Room B."
        ),
        (
            f"Atelier 1{N}: interprétation demandée (français), mais non assurée (Room A, de 10{N}h{N}00 à"
            f" 11{N}h{N}00). Elle est assurée dans{N}: Room B."
        ),
        "Taller 1: se pide interpretación (francés), pero no la hay (Room A, de 10:00 a 11:00). La hay en: Room B.",
    ),
    "equipment-missing": (
        "WS 1 needs webcast, which is not there in Room A.",
        f"Atelier 1{N}: équipement demandé (webcast), mais absent (Room A).",
        "Taller 1: se pide equipo (webcast), pero falta (Room A).",
    ),
    "no-time-to-change-rooms": (
        f"A. Silva: 4{S}min from WS 1 to WS 2 in another room; 5{S}min are needed to get there.",
        f"A. Silva{N}: 4{N}min entre Atelier 1 et Atelier 2 dans une autre salle{N}; il faut 5{N}min pour y aller.",
        f"A. Silva: 4{S}min entre Taller 1 y Taller 2 en otra sala; hacen falta 5{S}min para llegar.",
    ),
    "no-pause-for-speaker": (
        f"A. Silva: 3{S}h{S}10 without a pause, in WS 1, WS 2 and WS 3, 14:00 to 17:10.",
        f"A. Silva{N}: 3{N}h{N}10 sans pause, de 14{N}h{N}00 à 17{N}h{N}10 (Atelier 1, Atelier 2 et Atelier 3).",
        f"A. Silva: 3{S}h{S}10 sin pausa, de 14:00 a 17:10 (Taller 1, Taller 2 y Taller 3).",
    ),
    "no-lunch-for-speaker": (
        f"A. Silva: no 30{S}min free for lunch on Wednesday 17 November, 11:30 to 14:30, because of WS 1 and WS 2.",
        (
            f"A. Silva{N}: moins de 30{N}min libres pour déjeuner le mercredi 17 novembre, entre 11{N}h{N}30"
            f" et 14{N}h{N}30 (Atelier 1 et Atelier 2)."
        ),
        (
            f"A. Silva: menos de 30{S}min libres para almorzar el miércoles 17 de noviembre, entre 11:30 y"
            " 14:30 (Taller 1 y Taller 2)."
        ),
    ),
    "parallel-same-track": (
        "WS 1 and WS 2 belong to the track “Law” and run at the same time, 10:30 to 11:00.",
        (
            f"Atelier 1 et Atelier 2 relèvent de l’axe «{N}Droit{N}» et ont lieu en même temps, de"
            f" 10{N}h{N}30 à 11{N}h{N}00."
        ),
        "Taller 1 y Taller 2 son del eje «Derecho» y tienen lugar al mismo tiempo, de 10:30 a 11:00.",
    ),
    "parallel-same-audience": (
        "WS 1 and WS 2 are both meant for Tokyo and run at the same time, 10:30 to 11:00.",
        (
            "Atelier 1 et Atelier 2 s’adressent au même public (Tokyo) et ont lieu en même temps, de"
            f" 10{N}h{N}30 à 11{N}h{N}00."
        ),
        "Taller 1 y Taller 2 se dirigen al mismo público (Tokyo) y tienen lugar al mismo tiempo, de 10:30 a 11:00.",
    ),
    "must-not-overlap": (
        "WS 1 and WS 2 must not run at the same time, but do, 10:30 to 11:00.",
        (
            f"Atelier 1 et Atelier 2 ne doivent pas avoir lieu en même temps, or c’est le cas de 10{N}h{N}30"
            f" à 11{N}h{N}00."
        ),
        "Taller 1 y Taller 2 no deben coincidir, pero coinciden de 10:30 a 11:00.",
    ),
    "wrong-order": (
        "WS 2 comes after WS 1, but begins at 10:59, before that is over at 11:00.",
        f"Atelier 2 vient après Atelier 1, mais commence à 10{N}h{N}59, avant la fin à 11{N}h{N}00.",
        "Taller 2 va después de Taller 1, pero empieza a las 10:59, antes de que termine a las 11:00.",
    ),
    "night-for-audience": (
        "WS 1, 14:01 to 15:01, is in the night for Tokyo (22:01 to 23:01 there).",
        f"Atelier 1, de 14{N}h{N}01 à 15{N}h{N}01, tombe la nuit à Tokyo (là-bas de 22{N}h{N}01 à 23{N}h{N}01).",
        "Taller 1, de 14:01 a 15:01, cae de noche en Tokyo (allí de 22:01 a 23:01).",
    ),
    "night-for-remote-speaker": (
        "A. Silva: WS 1, 13:30 to 14:30, is in the night in Tokyo (21:30 to 22:30 there).",
        (
            f"A. Silva{N}: Atelier 1, de 13{N}h{N}30 à 14{N}h{N}30, tombe la nuit à Tokyo (là-bas de"
            f" 21{N}h{N}30 à 22{N}h{N}30)."
        ),
        "A. Silva: Taller 1, de 13:30 a 14:30, cae de noche en Tokyo (allí de 21:30 a 22:30).",
    ),
    "interpreters-without-pause": (
        (
            f"Room A: the 2 interpreters would work for 3{S}h{S}31 without a pause, 09:00 to 12:31; so many"
            f" may for 3{S}h{S}30."
        ),
        (
            f"Room A{N}: les 2 interprètes travailleraient 3{N}h{N}31 sans pause, de 9{N}h{N}00 à"
            f" 12{N}h{N}31{N}; une telle équipe peut le faire pendant 3{N}h{N}30."
        ),
        (
            f"Room A: los 2 intérpretes trabajarían 3{S}h{S}31 sin pausa, de 09:00 a 12:31; un equipo así"
            f" puede hacerlo durante 3{S}h{S}30."
        ),
    ),
    "booking-too-short": (
        f"Room A: interpretation into French is booked for all but 30{S}min of WS 1, 10:00 to 11:00.",
        f"Room A{N}: il manque 30{N}min d’interprétation (français) pour Atelier 1, de 10{N}h{N}00 à 11{N}h{N}00.",
        f"Room A: faltan 30{S}min de interpretación (francés) para Taller 1, de 10:00 a 11:00.",
    ),
    "booking-unused": (
        (
            "Room A: interpretation into French is booked on Wednesday 17 November, 14:00 to 18:00, and no"
            " session wants it."
        ),
        (
            f"Room A{N}: interprétation (français) réservée le mercredi 17 novembre, de 14{N}h{N}00 à"
            f" 18{N}h{N}00, sans qu’aucune session la demande."
        ),
        (
            "Room A: interpretación (francés) reservada el miércoles 17 de noviembre, de 14:00 a 18:00, sin"
            " que ninguna sesión la pida."
        ),
    ),
    "too-many-minutes": (
        f"WS 1 takes 1{S}h, but what is planned in it takes 1{S}h{S}05.",
        f"Atelier 1 dure 1{N}h, mais ce qui y est prévu dure 1{N}h{N}05.",
        f"Taller 1 dura 1{S}h, pero lo previsto en ella dura 1{S}h{S}05.",
    ),
    "setup-overlap": (
        f"Room A: 20{S}min between WS 1 and WS 2; 25{S}min are needed to clear away and to set up.",
        f"Room A{N}: 20{N}min entre Atelier 1 et Atelier 2{N}; il faut 25{N}min pour ranger et aménager.",
        f"Room A: 20{S}min entre Taller 1 y Taller 2; hacen falta 25{S}min para recoger y preparar.",
    ),
    "no-moderator": (
        "WS 1 has nobody yet who moderates or chairs.",
        "Atelier 1 n’a encore personne à la modération ou à la présidence.",
        "Taller 1 aún no tiene quien modere o presida.",
    ),
    "no-speaker": (
        "WS 1 has no speaker yet.",
        "Atelier 1 n’a pas encore d’intervenant.",
        "Taller 1 aún no tiene ponente.",
    ),
    "no-title": (
        "WS 1 has no title yet.",
        "Atelier 1 n’a pas encore de titre.",
        "Taller 1 aún no tiene título.",
    ),
    "translation-missing": (
        "WS 1 is not complete in French.",
        f"Atelier 1{N}: incomplet en français.",
        "Taller 1: incompleto en francés.",
    ),
    "speaker-declined": (
        "A. Silva has declined, but still stands in WS 1.",
        "A. Silva a décliné, mais figure encore dans Atelier 1.",
        "A. Silva ha declinado, pero sigue figurando en Taller 1.",
    ),
    "speaker-unconfirmed": (
        "A. Silva has not yet confirmed: WS 1.",
        f"A. Silva n’a pas encore confirmé{N}: Atelier 1.",
        "A. Silva aún no ha confirmado: Taller 1.",
    ),
    "not-placed": (
        f"“Yoga”, 1{S}h",
        f"«{N}Yoga{N}», 1{N}h",
        f"«Yoga», 1{S}h",
    ),
    "room-to-be-decided": (
        "WS 1 has a time but no room yet.",
        "Atelier 1 a un horaire mais pas encore de salle.",
        "Taller 1 tiene hora pero aún no sala.",
    ),
    "remote-test-missing": (
        "A. Silva: the technical test has not yet been passed (WS 1).",
        f"A. Silva{N}: le test technique n’est pas encore passé (Atelier 1).",
        "A. Silva: aún no se ha superado la prueba técnica (Taller 1).",
    ),
    "restricted-in-public": (
        "Participation in WS 1 is restricted, but it goes out as a webcast.",
        f"Atelier 1{N}: participation restreinte, mais la session est diffusée sur le web.",
        "Taller 1: participación restringida, pero se transmite por internet.",
    ),
    "registration-window": (
        "Registration until Friday 19 November would go on after the conference.",
        "L’inscription jusqu’au vendredi 19 novembre continuerait après la conférence.",
        "La inscripción hasta el viernes 19 de noviembre seguiría después de la conferencia.",
    ),
}


def conflict_of(rule: str) -> tuple[Document, Conflict]:
    document = conference(*CASES[rule].speaks)
    return document, next(one for one in check(document) if one.rule == rule)


@pytest.mark.parametrize("rule", CASES)
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_rule_in_words(rule: str, language: str) -> None:
    languages.set_language(language)
    document, conflict = conflict_of(rule)
    wanted = SAID[rule][("en", "fr", "es").index(language)]
    assert conflict_sentence(document, conflict) == wanted


def test_interpretation_is_missing_and_no_room_has_it() -> None:
    document = conference(replace(FRENCH, placement=at("A", "10:00")), room("B", languages=("es",)))
    missing = next(one for one in check(document) if one.rule == "interpretation-missing")
    assert conflict_sentence(document, missing).endswith("No room has it then.")


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_rule_has_a_name_of_its_own(language: str) -> None:
    languages.set_language(language)
    names = {rule_name(rule) for rule in RULES}
    assert len(names) == len(RULES)
    assert all(names)


def test_these_are_all_rules_that_are_checked() -> None:
    written = codes("Found", "model/checks") | codes("_pair", "model/checks")
    assert written == set(RULES) == set(rules.RULE_NAMES) == set(rules._SENTENCES) == set(SAID)
