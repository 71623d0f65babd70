# SPDX-License-Identifier: EUPL-1.2
"""The kinds of session every new conference begins with. Their ids are the identifiers of the contract."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from octodesk.model.order import first_keys

_NAVY, _BLUE, _GREEN, _BROWN, _PURPLE, _GREY = (
    "#12304F",
    "#1F5A96",
    "#1C6B50",
    "#8F4E00",
    "#7D2F78",
    "#566373",
)

_NAMES: Mapping[str, tuple[str, str, str]] = {
    "plenary": ("Plenary session", "Séance plénière", "Sesión plenaria"),
    "special-event": ("Special event", "Événement spécial", "Acto especial"),
    "workshop": ("Workshop", "Atelier", "Taller"),
    "panel": ("Panel", "Table ronde", "Mesa redonda"),
    "outlook": ("Outlook", "Perspectives", "Perspectivas"),
    "lightning-talks": ("Lightning talks", "Interventions éclair", "Charlas relámpago"),
    "keynote": ("Keynote address", "Discours liminaire", "Discurso principal"),
    "side-meeting": ("Side event", "Événement parallèle", "Evento paralelo"),
    "opening": ("Opening session", "Séance d’ouverture", "Sesión de apertura"),
    "conclusions": ("Conclusions", "Conclusions", "Conclusiones"),
    "break": ("Break", "Pause", "Pausa"),
    "coffee": ("Coffee break", "Pause-café", "Pausa para el café"),
    "lunch": ("Lunch break", "Pause déjeuner", "Almuerzo"),
    "reception": ("Reception", "Réception", "Recepción"),
    "social": ("Social programme", "Programme social", "Programa social"),
    "registration": ("Registration desk", "Accueil des participants", "Acreditación"),
    "photo": ("Group photo", "Photo de famille", "Foto de familia"),
    "press": ("Press point", "Point presse", "Encuentro con la prensa"),
    "technical-test": ("Technical test", "Test technique", "Prueba técnica"),
    "milestone": ("Moment", "Moment", "Momento"),
    "blocker": ("Unavailable (not printed)", "Indisponible (non imprimé)", "No disponible (no se imprime)"),
}

_PATTERNS: Mapping[str, tuple[str, str, str]] = {
    "workshop": ("WS {n}", "Atelier {n}", "Taller {n}"),
    "lightning-talks": ("Lightning talks {n}", "Interventions éclair {n}", "Charlas relámpago {n}"),
    "outlook": ("Outlook {n}", "Perspectives {n}", "Perspectivas {n}"),
}

_ROMAN = frozenset({"lightning-talks"})

_EXCLUSIVE = frozenset(
    {"plenary", "special-event", "outlook", "opening", "conclusions", "break", "coffee", "lunch", "milestone"}
)

_COLORS: Mapping[str, str] = {
    "plenary": _NAVY,
    "special-event": _NAVY,
    "opening": _NAVY,
    "conclusions": _NAVY,
    "outlook": _GREEN,
    "panel": _GREEN,
    "keynote": _GREEN,
    "lightning-talks": _PURPLE,
    "side-meeting": _BROWN,
    "workshop": _BLUE,
}
"""The house colours; every other kind is grey."""

_MINUTES: Mapping[str, int] = {
    "plenary": 120,
    "special-event": 180,
    "workshop": 90,
    "outlook": 45,
    "lightning-talks": 45,
    "keynote": 30,
    "conclusions": 45,
    "break": 30,
    "coffee": 30,
    "lunch": 90,
    "reception": 90,
    "social": 120,
    "photo": 15,
    "press": 30,
    "technical-test": 30,
    "milestone": 0,
}
"""Default lengths; every other kind has an hour."""


def _text(words: tuple[str, str, str]) -> dict[str, str]:
    return dict(zip(("en", "fr", "es"), words, strict=True))


def _values(kind_id: str, order: str) -> Mapping[str, Any]:
    pattern = _PATTERNS.get(kind_id)
    return {
        "name": _text(_NAMES[kind_id]),
        "color": _COLORS.get(kind_id, _GREY),
        **({"pattern": _text(pattern)} if pattern else {}),
        "numerals": "roman" if kind_id in _ROMAN else "arabic",
        "minutes": _MINUTES.get(kind_id, 60),
        "exclusive": kind_id in _EXCLUSIVE,
        "order": order,
    }


# The order keys name no user, so that a kind is the same row in every conference.
BUILT_IN_KINDS: Mapping[str, Mapping[str, Any]] = {
    kind_id: _values(kind_id, order)
    for kind_id, order in zip(_NAMES, first_keys(len(_NAMES), "octodesk"), strict=True)
}
"""By id, in their order: plain values by field, texts as {language: words}."""
