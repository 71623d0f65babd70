# SPDX-License-Identifier: EUPL-1.2
"""Applying EDITS.json: the whole list or none of it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, NoReturn

from octodesk.cli.failing import NO, UNREADABLE, Failure
from octodesk.desk import Desk
from octodesk.edits.removing import close_conference, remove_person
from octodesk.edits.translations import with_sources
from octodesk.edits.verbs import Hand, edit_of
from octodesk.languages import _
from octodesk.model.edit import Edit, Refused
from octodesk.wording.refusals import refusal


def read_entries(path: Path) -> list[Any]:
    """The entries of the file. Failure(3) where it is no JSON list."""
    try:
        entries = _parsed(path.read_text(encoding="utf-8-sig"))
    except OSError as wrong:
        sentence = _("“{file}” cannot be read ({system}). Check its name and place.")
        raise Failure(UNREADABLE, sentence.format(file=path, system=wrong.strerror)) from wrong
    except (ValueError, RecursionError) as wrong:
        sentence = _("“{file}” is not JSON ({where}). Write a list of edits.")
        raise Failure(UNREADABLE, sentence.format(file=path, where=wrong)) from wrong
    if not isinstance(entries, list):
        raise Failure(UNREADABLE, _("“{file}” is not a list of edits.").format(file=path))
    return entries


def _parsed(words: str) -> Any:
    """JSON of Unicode text, without NaN or a name given twice. Raises ValueError, RecursionError."""
    value = json.loads(words, parse_constant=_refuse, object_pairs_hook=_without_doubles)
    json.dumps(value, ensure_ascii=False).encode()
    return value


def _refuse(words: str) -> NoReturn:
    raise ValueError(words)


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(found := dict(pairs)) != len(pairs):
        names = [name for name, _value in pairs]
        raise ValueError(next(f'"{name}" twice' for name in names if names.count(name) > 1))
    return found


def apply_all(desk: Desk, entries: list[Any]) -> None:
    """Applies each entry to what the ones before it made. Failure(1) names the first that is refused, by number."""
    hand = Hand(desk.author.id, os.urandom)
    for number, entry in enumerate(entries, start=1):
        try:
            apply_one(desk, entry, hand)
        except Refused as wrong:
            sentence = _("Entry {number}: {why} Nothing was written.")
            raise Failure(NO, sentence.format(number=number, why=refusal(desk.document, wrong))) from wrong


_FOR_GOOD = {"remove-for-good": {"do", "person"}, "close-conference": {"do"}}
"""Verbs that look through the whole history, and the facts they take."""


def _removal(desk: Desk, entry: dict[str, Any]) -> Edit:
    verb, facts = entry["do"], _FOR_GOOD[entry["do"]]
    if unknown := set(entry) - facts:
        raise Refused("fact-unknown", verb=verb, fact=min(unknown))
    if missing := facts - set(entry):
        raise Refused("fact-missing", verb=verb, fact=min(missing))
    if verb == "close-conference":
        return close_conference(desk.document, desk.log())
    return remove_person(desk.document, desk.log(), str(entry["person"]))


def apply_one(desk: Desk, entry: Any, hand: Hand) -> None:
    """One entry; undo and redo with nothing to take back do nothing. Raises Refused."""
    verb = entry.get("do") if isinstance(entry, dict) else None
    step = {"undo": desk.undo, "redo": desk.redo}.get(verb) if isinstance(verb, str) else None
    if isinstance(verb, str) and verb in _FOR_GOOD:
        desk.apply(_removal(desk, entry))
        return
    if step is None:
        desk.apply(with_sources(desk.document, edit_of(desk.document, entry, hand)))
        return
    if unknown := set(entry) - {"do"}:
        raise Refused("fact-unknown", verb=verb, fact=min(unknown))
    step()
