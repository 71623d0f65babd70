# SPDX-License-Identifier: EUPL-1.2
"""What the identifiers of the model are called where one chooses among them. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from octodesk.languages import N_, _

_STATUS: Mapping[str, Mapping[str, str]] = {
    "session": {
        "draft": N_("Draft"), "confirmed": N_("Confirmed"), "to-be-confirmed": N_("To be confirmed"),
        "cancelled": N_("Cancelled"),
    },
    "person": {
        "invited": N_("Invited"), "accepted": N_("Accepted"), "declined": N_("Declined"),
        "to-be-confirmed": N_("To be confirmed"),
    },
    "booking": {
        "needed": N_("Needed"), "requested": N_("Requested"), "confirmed": N_("Confirmed"), "refused": N_("Refused"),
    },
    "event": {"draft": N_("Draft programme"), "final": N_("Final programme")},
}  # fmt: skip
_ACCESS = {
    "public": N_("Public"), "registered": N_("Registered participants"), "media": N_("Open to the media"),
    "invited": N_("By invitation"), "restricted": N_("Restricted participation"),
}  # fmt: skip
_SETUP = {
    "": N_("Not said"), "theatre": N_("Theatre"), "classroom": N_("Classroom"), "u-shape": N_("U-shape"),
    "hollow-square": N_("Hollow square"), "cabaret": N_("Round tables"), "reception": N_("Standing"),
}  # fmt: skip
_WAYS = {"room": N_("In the room"), "remote": N_("By video link"), "video": N_("Video message")}
_ROOM_MODES = {"physical": N_("On site"), "online": N_("Online")}
_EVENT_MODES = {"on-site": N_("On site"), "online": N_("Online"), "hybrid": N_("On site and online")}
_BOOKING_MODES = {
    "simultaneous": N_("Simultaneous"), "consecutive": N_("Consecutive"), "whispered": N_("Whispered"),
    "sign": N_("Sign language"), "remote": N_("Remote"),
}  # fmt: skip
_TYPES = {
    "speaker": N_("Speaker"), "participant": N_("Participant"), "staff": N_("Staff"),
    "interpreter": N_("Interpreter"), "technician": N_("Technician"),
}  # fmt: skip
_CATEGORIES = {
    "": N_("Not said"), "government": N_("Government"), "judiciary": N_("Judiciary"),
    "prosecution": N_("Prosecution"), "law-enforcement": N_("Law enforcement"), "industry": N_("Industry"),
    "civil-society": N_("Civil society"), "data-protection": N_("Data protection"), "academia": N_("Academia"),
    "international-organisation": N_("International organisation"),
}  # fmt: skip
_OWED = {
    "reply": N_("Reply"), "title": N_("Title of the talk"), "photo": N_("Photo"), "biography": N_("Biography"),
    "consent": N_("Consent to publish"), "slides": N_("Slides"), "booth-text": N_("Text for the booths"),
}  # fmt: skip
_ADDRESSES = {"": N_("None"), "Ms": N_("Ms"), "Mr": N_("Mr")}
_NUMERALS = {"arabic": N_("1, 2, 3"), "roman": N_("I, II, III")}
_ALL: Mapping[str, Mapping[str, str]] = {
    "access": _ACCESS, "setup": _SETUP, "way": _WAYS, "room-mode": _ROOM_MODES, "event-mode": _EVENT_MODES,
    "booking-mode": _BOOKING_MODES, "type": _TYPES, "category": _CATEGORIES, "owed": _OWED, "address": _ADDRESSES,
    "numerals": _NUMERALS, **{f"{table}-status": words for table, words in _STATUS.items()},
}  # fmt: skip


def choices(what: str) -> Sequence[tuple[str, str]]:
    """(identifier, words) of what can be chosen, in the program's language: "access", "session-status"."""
    return [(value, _(words)) for value, words in _ALL[what].items()]


def word(what: str, value: str) -> str:
    """One of them in words; what a newer program has written, as it is written."""
    words = _ALL[what].get(value)
    return _(words) if words else value
