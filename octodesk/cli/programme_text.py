# SPDX-License-Identifier: EUPL-1.2
"""The programme, the conflicts and the history as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from octodesk import languages
from octodesk.languages import _
from octodesk.model.checks import Conflict
from octodesk.model.checks.folding import folded
from octodesk.model.document import Document
from octodesk.model.rows import Session
from octodesk.model.timetable import dates, not_placed, sessions_of_day
from octodesk.wording.folds import fold_name, fold_sentence
from octodesk.wording.rules import SEVERITY_NAMES, conflict_sentence, rule_name
from octodesk.wording.things import hour, rooms_named


def programme(document: Document) -> Iterator[str]:
    """The whole programme, a line per session under its day."""
    language = languages.language()
    event = document.event
    yield document.words(event.name, language)
    yield languages.date_range(event.first_day, event.last_day, language) + _version(document)
    for day in _days(document):
        yield ""
        yield languages.capitalised(languages.day_name(day, language))
        for session in sessions_of_day(document, day):
            yield "  " + _line(document, session)
    if waiting := not_placed(document):
        yield ""
        yield _("Not yet placed")
        for session in waiting:
            yield "  " + _named(document, session)


def _days(document: Document) -> list[date]:
    used = {document.day_of(one.placement) for one in document.sessions if one.placement}
    return sorted({*dates(document), *used})


def _version(document: Document) -> str:
    label = document.event.version
    return f" · {languages.version_label(label, languages.language())}" if label else ""


def _line(document: Document, session: Session) -> str:
    assert session.placement is not None
    start, end = session.placement.start, document.end(session)
    times = hour(document, start) if start == end else f"{hour(document, start)}–{hour(document, end)}"
    rooms = rooms_named(document, session.rooms)
    return "  ".join(
        part for part in (times, _named(document, session), f"[{rooms}]" if rooms else "") if part
    )


def _named(document: Document, session: Session) -> str:
    language = languages.language()
    label, title = document.label(session.id, language), document.words(session.title, language)
    return ": ".join(part for part in (label, title) if part) or document.title(session.id, language)


def conflict_lines(document: Document, conflicts: tuple[Conflict, ...]) -> Iterator[str]:
    """A line per clash, its severity first; then one per sort of thing that is still to do."""
    for conflict in conflicts:
        if conflict.is_clash or conflict.severity == "error":
            yield _conflict_line(document, conflict)
    to_do = [one for one in conflicts if one.severity != "error"]
    for fold in folded(one for one in to_do if one.acknowledged is None):
        sentence = fold_sentence(document, fold)
        yield f"{_(SEVERITY_NAMES[fold.severity])}: {fold_name(fold)}. {_sentence(sentence)}"
    for conflict in to_do:
        if not conflict.is_clash and conflict.acknowledged is not None:
            yield _conflict_line(document, conflict)


def _conflict_line(document: Document, conflict: Conflict) -> str:
    sentence = conflict_sentence(document, conflict)
    severity, rule = _(SEVERITY_NAMES[conflict.severity]), rule_name(conflict.rule)
    accepted = conflict.acknowledged
    words = "" if accepted is None else " " + _("(accepted: {reason})").format(reason=accepted)
    return f"{severity}: {rule}. {_sentence(sentence)}{words}"


def _sentence(words: str) -> str:
    return words if words.endswith(".") else f"{words}."


def checked(document: Document, conflicts: tuple[Conflict, ...]) -> dict[str, Any]:
    """As `check --json` prints them."""
    counts = {severity: sum(one.severity == severity for one in conflicts) for severity in SEVERITY_NAMES}
    return {"conflicts": [_plain(document, conflict) for conflict in conflicts], "counts": counts}


def _plain(document: Document, conflict: Conflict) -> dict[str, Any]:
    return {
        "rule": conflict.rule,
        "severity": conflict.severity,
        "sessions": list(conflict.sessions),
        "rooms": list(conflict.rooms),
        "people": list(conflict.people),
        "group": conflict.group,
        "message": conflict_sentence(document, conflict),
        "acknowledged": conflict.acknowledged,
    }
