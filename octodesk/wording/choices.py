# SPDX-License-Identifier: EUPL-1.2
"""What the identifiers a field chooses from are called: "cancelled", "by invitation"."""

from __future__ import annotations

from collections.abc import Mapping

from octodesk.languages import N_, _
from octodesk.wording.roles import role_name

_ANSWERS: Mapping[str, str] = {
    "invited": N_("invited"),
    "accepted": N_("has accepted"),
    "declined": N_("has declined"),
    "to-be-confirmed": N_("to be confirmed"),
}
_ACCESS: Mapping[str, str] = {
    "public": N_("open to the public"),
    "registered": N_("for those registered"),
    "media": N_("open to the media"),
    "invited": N_("by invitation"),
    "restricted": N_("Restricted participation"),
}
_CHOICES: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("event", "mode"): {"on-site": N_("on site"), "online": N_("online"), "hybrid": N_("on site and online")},
    ("event", "status"): {"draft": N_("draft"), "final": N_("final")},
    ("room", "mode"): {"physical": N_("on site"), "online": N_("online")},
    ("session", "access"): _ACCESS,
    ("related", "access"): _ACCESS,
    ("session", "status"): {
        "draft": N_("draft"),
        "confirmed": N_("confirmed"),
        "to-be-confirmed": N_("to be confirmed"),
        "cancelled": N_("cancelled"),
    },
    ("person", "status"): _ANSWERS,
    ("person", "types"): {
        "speaker": N_("speaker"),
        "participant": N_("participant"),
        "staff": N_("staff"),
        "interpreter": N_("interpreter"),
        "technician": N_("technician"),
    },
    ("person", "category"): {
        "government": N_("government"),
        "judiciary": N_("judiciary"),
        "prosecution": N_("prosecution"),
        "law-enforcement": N_("law enforcement"),
        "industry": N_("industry"),
        "civil-society": N_("civil society"),
        "data-protection": N_("data protection"),
        "academia": N_("academia"),
        "international-organisation": N_("international organisation"),
    },
    ("contribution", "way"): {
        "room": N_("in the room"),
        "remote": N_("by video link"),
        "video": N_("video message"),
    },
    ("booking", "status"): {
        "needed": N_("needed"),
        "requested": N_("requested"),
        "confirmed": N_("confirmed"),
        "refused": N_("refused"),
    },
    ("booking", "mode"): {
        "simultaneous": N_("simultaneous"),
        "consecutive": N_("consecutive"),
        "whispered": N_("whispered"),
        "sign": N_("sign language"),
        "remote": N_("remote"),
    },
    ("heading", "group"): {"workshops": N_("workshops"), "special-event": N_("special event")},
}


def choice_name(table: str, field: str, code: str) -> str:
    """ "by invitation", in the program's language; what has no name of its own as it is written."""
    if (table, field) == ("contribution", "role"):
        return role_name(code)
    named = _CHOICES.get((table, field), {})
    return _(named[code]) if code in named else code
