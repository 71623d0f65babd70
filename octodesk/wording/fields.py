# SPDX-License-Identifier: EUPL-1.2
"""What tables and fields are called in sentences about edits and refusals."""

from __future__ import annotations

from collections.abc import Mapping

from octodesk.languages import N_, _

_TABLES: Mapping[str, str] = {
    "event": N_("conference"),
    "day": N_("day"),
    "room": N_("room"),
    "booking": N_("interpretation booking"),
    "track": N_("track"),
    "kind": N_("kind of session"),
    "session": N_("session"),
    "agenda_point": N_("item"),
    "contribution": N_("contribution"),
    "person": N_("person"),
    "heading": N_("front page line"),
    "related": N_("related meeting"),
    "contact": N_("contact"),
    "donor": N_("donor"),
    "session_document": N_("document"),
    "acknowledgement": N_("acknowledged clash"),
    "rule_setting": N_("rule"),
    "version": N_("version"),
    "issue": N_("entry of what went out"),
    "translation": N_("translation"),
}

_FIELDS: Mapping[str, str] = {
    "title": N_("title"),
    "style": N_("look of prints"),
    "ink": N_("colour of prints"),
    "footer": N_("foot of printed pages"),
    "unprinted": N_("what prints show"),
    "subtitle": N_("subtitle"),
    "name": N_("name"),
    "short_name": N_("short name"),
    "description": N_("description"),
    "aim": N_("aim"),
    "kind": N_("kind"),
    "minutes": N_("length"),
    "placement": N_("time and place"),
    "track": N_("track"),
    "expected": N_("expected attendance"),
    "interpretation": N_("interpretation"),
    "floor_languages": N_("languages spoken"),
    "equipment": N_("equipment"),
    "access": N_("access"),
    "status": N_("status"),
    "apart_from": N_("not at the same time as"),
    "after": N_("comes after"),
    "locked_time": N_("fixed time"),
    "locked_room": N_("fixed room"),
    "note": N_("internal note"),
    "label_override": N_("label"),
    "number": N_("number"),
    "number_fixed": N_("fixed number"),
    "capacity": N_("seats"),
    "booths": N_("booths"),
    "languages": N_("languages"),
    "availability": N_("availability"),
    "given_name": N_("given name"),
    "family_name": N_("family name"),
    "own_script": N_("name in own script"),
    "function": N_("function"),
    "organisation": N_("organisation"),
    "country": N_("country"),
    "email": N_("e-mail"),
    "phone": N_("telephone"),
    "biography": N_("biography"),
    "text": N_("text"),
    "order": N_("order"),
    "role": N_("role"),
    "way": N_("way of taking part"),
    "topic": N_("topic"),
    "color": N_("colour"),
    "version": N_("version"),
    "first_day": N_("first day"),
    "last_day": N_("last day"),
    "time_zone": N_("time zone"),
    "opens": N_("opening time"),
    "closes": N_("closing time"),
    "label": N_("label"),
    "date": N_("date"),
    "session": N_("session"),
    "person": N_("person"),
    "rooms": N_("rooms"),
    "exclusive": N_("nothing beside it"),
    "registration": N_("registration"),
    "participation": N_("participation"),
    "introduction": N_("introduction"),
    "funding": N_("funding"),
    "contact": N_("contact"),
    "sessions": N_("sessions"),
}


def table_name(table: str) -> str:
    """ "room", in the program's language; an unknown table as it is written."""
    return _(_TABLES[table]) if table in _TABLES else table


def field_name(field: str) -> str:
    """ "title", in the program's language; what has no name of its own as it is written."""
    return _(_FIELDS[field]) if field in _FIELDS else field.replace("_", " ")
