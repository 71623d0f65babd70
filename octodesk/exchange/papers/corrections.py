# SPDX-License-Identifier: EUPL-1.2
"""Correcting what was understood: a field of a row, or what a line is. Each gives what is understood then."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from octodesk.exchange.papers.gathering import Draft, Use
from octodesk.exchange.papers.page import Line
from octodesk.exchange.papers.understanding import Understood


def with_value(understood: Understood, draft: Draft, name: str, value: Any) -> Understood:
    """A field of a row holds another value; a doubt about it is settled."""
    rows = tuple(
        replace(one, values={**one.values, name: value}) if one.id == draft.id else one
        for one in understood.drafts[draft.table]
    )
    about = (draft.table, draft.id, name)
    guesses = tuple(one for one in understood.guesses if one.about != about)
    return replace(understood, drafts={**understood.drafts, draft.table: rows}, guesses=guesses)


def with_words(understood: Understood, draft: Draft, name: str, words: str) -> Understood:
    """The same for a text, in the document's language where it has none of the words yet."""
    texts: Mapping[str, str] = draft.values.get(name, {})
    language = understood.language if understood.language in texts or not texts else next(iter(texts))
    return with_value(understood, draft, name, {**texts, language: words})


def accepted(understood: Understood, line: int) -> Understood:
    """What was guessed of a line is right, and what stands in its margin has been read."""
    guesses = tuple(one for one in understood.guesses if one.line != line)
    return replace(understood, guesses=guesses, page=understood.page.without_remarks(line))


def without(understood: Understood, draft: Draft) -> Understood:
    """A row is not taken, nor what belongs to it."""
    gone = {(draft.table, draft.id)}
    drafts: dict[str, tuple[Draft, ...]] = {}
    for table, rows in understood.drafts.items():
        kept = tuple(one for one in rows if not _belongs(one, gone) and (table, one.id) not in gone)
        gone |= {(table, one.id) for one in rows if one not in kept}
        drafts[table] = kept
    return replace(understood, drafts=_unmentioned(drafts, draft))


def _belongs(row: Draft, gone: set[tuple[str, str]]) -> bool:
    refers = {"agenda_point": ("session",), "contribution": ("session", "person", "agenda_point")}
    return any((name, row.values.get(name)) in gone for name in refers.get(row.table, ()))


def _unmentioned(drafts: Mapping[str, tuple[Draft, ...]], gone: Draft) -> dict[str, tuple[Draft, ...]]:
    """Rooms leave the sessions held in them, sessions the topics that stand for them."""
    changed = dict(drafts)
    if gone.table == "room":
        changed["session"] = tuple(_without_room(one, gone.id) for one in drafts.get("session", ()))
    if gone.table == "session":
        changed["heading"] = tuple(
            replace(
                one,
                values={
                    **one.values,
                    "sessions": [each for each in one.values["sessions"] if each != gone.id],
                },
            )
            for one in drafts.get("heading", ())
        )
    return changed


def _without_room(session: Draft, room: str) -> Draft:
    at = session.values["placement"]
    rooms = [one for one in at["rooms"] if one != room]
    return replace(session, values={**session.values, "placement": {**at, "rooms": rooms}})


# ---- lines that nothing was made of

PURPOSES: Final = ("item", "description", "introduction", "participation", "contact")
"""What such a line can be made: the first two belong to the session above it."""


def with_line_as(understood: Understood, line: Line, purpose: str) -> Understood:
    """A line that was left out is one of PURPOSES; one that needs a session above and has none changes nothing."""
    made = _MADE[purpose](understood, line)
    if made is None:
        return understood
    found, use = made
    left = tuple(one for one in found.left_out if one.line != line.number)
    return replace(found, left_out=left, uses={**found.uses, line.number: (use,)})


def _item(understood: Understood, line: Line) -> tuple[Understood, Use] | None:
    session = session_above(understood, line)
    if session is None:
        return None
    known = understood.drafts.get("agenda_point", ())
    point = Draft("agenda_point", f"agenda-point-{len(known) + 1}-{line.number}")
    point.values.update({"session": session.id, "text": {understood.language: line.text}})
    found = replace(understood, drafts={**understood.drafts, "agenda_point": (*known, point)})
    return found, Use("agenda_point", point.id, "text")


def _description(understood: Understood, line: Line) -> tuple[Understood, Use] | None:
    session = session_above(understood, line)
    return _added_to(understood, session, "description", line) if session else None


def _of_event(name: str) -> Callable[[Understood, Line], tuple[Understood, Use] | None]:
    return lambda understood, line: _added_to(understood, understood.event, name, line)


def _added_to(understood: Understood, draft: Draft, name: str, line: Line) -> tuple[Understood, Use]:
    before = draft.values.get(name, {}).get(understood.language, "")
    words = f"{before}\n{line.text}" if before else line.text
    texts = {**draft.values.get(name, {}), understood.language: words}
    return with_value(understood, draft, name, texts), Use(draft.table, draft.id, name)


_MADE: Final[Mapping[str, Callable[[Understood, Line], tuple[Understood, Use] | None]]] = {
    "item": _item,
    "description": _description,
    "introduction": _of_event("introduction"),
    "participation": _of_event("participation"),
    "contact": _of_event("contact"),
}


def session_above(understood: Understood, line: Line) -> Draft | None:
    """The session that the nearest line above tells of."""
    for number in range(line.number - 1, -1, -1):
        for use in understood.uses.get(number, ()):
            if use.table == "session":
                return next((one for one in understood.drafts["session"] if one.id == use.id), None)
    return None
