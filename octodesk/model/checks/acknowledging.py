# SPDX-License-Identifier: EUPL-1.2
"""What was accepted, and whether it is still the same: an acknowledgement holds as long as what it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from octodesk.model.checks.conflict import Conflict
from octodesk.model.checks.found import Facts, Found
from octodesk.model.document import Document
from octodesk.model.rows import Acknowledgement

Accepted = Mapping[tuple[str, tuple[str, ...]], Sequence[Acknowledgement]]
"""By rule and sessions, sorted."""


def accepted(document: Document) -> Accepted:
    return document.derived("accepted conflicts", ("acknowledgement",), _accepted)


def _accepted(document: Document) -> Accepted:
    found: dict[tuple[str, tuple[str, ...]], list[Acknowledgement]] = {}
    for row in sorted(document.table("acknowledgement").values(), key=lambda one: one.id):
        given = cast("Acknowledgement", row)
        found.setdefault((given.rule, given.sessions), []).append(given)
    return found


def reason(given: Accepted, found: Found) -> str | None:
    """The reason with which a finding was accepted as it is; None where it was not, or rests on other facts now."""
    those = given.get((found.rule, tuple(sorted(found.sessions))), ())
    told = _grounds(found.when, found.rooms, found.people, found.facts) if those else ""
    holding = (one for one in those if _holds(one, found.rooms, found.people, told))
    return next((one.reason for one in holding), None)


def _holds(given: Acknowledgement, rooms: tuple[str, ...], people: tuple[str, ...], told: str) -> bool:
    """People or rooms that it names are those it holds for; without facts it holds whatever they are."""
    named = given.people in ((), tuple(sorted(people))) and given.rooms in ((), tuple(sorted(rooms)))
    return named and given.facts in ("", told)


def acknowledgements_of(document: Document, conflict: Conflict) -> Sequence[Acknowledgement]:
    """The rows by which a conflict counts as accepted."""
    those = accepted(document).get((conflict.rule, tuple(sorted(conflict.sessions))), ())
    told = grounds(conflict)
    return [one for one in those if _holds(one, conflict.rooms, conflict.people, told)]


def grounds(conflict: Conflict) -> str:
    """What a conflict rests on, as words that are the same as long as it is."""
    when = None if conflict.begins is None or conflict.ends is None else (conflict.begins, conflict.ends)
    return _grounds(when, conflict.rooms, conflict.people, conflict.facts)


def _grounds(
    when: tuple[int, int] | None, rooms: tuple[str, ...], people: tuple[str, ...], facts: Facts
) -> str:
    begins, ends = when or ("", "")
    told = " ".join(f"{name}={_plain(value)}" for name, value in facts)
    return f"{begins}-{ends} {','.join(rooms)} {','.join(people)} {told}".rstrip()


def _plain(value: object) -> str:
    return ",".join(value) if isinstance(value, tuple) else str(value)
