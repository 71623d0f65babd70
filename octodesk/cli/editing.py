# SPDX-License-Identifier: EUPL-1.2
"""Applying EDITS.json: the whole list or none of it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from octodesk.cli.failing import NO, UNREADABLE, Failure
from octodesk.desk import Desk
from octodesk.edits.verbs import Hand, edit_of
from octodesk.languages import _
from octodesk.model import stamped
from octodesk.model.edit import Refused
from octodesk.wording.refusals import refusal


def read_entries(path: Path) -> list[Any]:
    """The entries of the file. Failure(3) where it is no JSON list."""
    try:
        entries = stamped.parse(path.read_text(encoding="utf-8-sig"))
    except OSError as wrong:
        sentence = _("“{file}” cannot be read ({system}). Check its name and place.")
        raise Failure(UNREADABLE, sentence.format(file=path, system=wrong.strerror)) from wrong
    except (ValueError, RecursionError) as wrong:
        sentence = _("“{file}” is not JSON ({where}). Write a list of edits.")
        raise Failure(UNREADABLE, sentence.format(file=path, where=wrong)) from wrong
    if not isinstance(entries, list):
        raise Failure(UNREADABLE, _("“{file}” is not a list of edits.").format(file=path))
    return entries


def apply_all(desk: Desk, entries: list[Any]) -> None:
    """Applies each entry to what the ones before it made. Failure(1) names the first that is refused, by number."""
    hand = Hand(desk.author.id, os.urandom)
    for number, entry in enumerate(entries, start=1):
        try:
            apply_one(desk, entry, hand)
        except Refused as wrong:
            sentence = _("Entry {number}: {why} Nothing was written.")
            raise Failure(NO, sentence.format(number=number, why=refusal(desk.document, wrong))) from wrong


def apply_one(desk: Desk, entry: Any, hand: Hand) -> None:
    """One entry; undo and redo with nothing to take back do nothing. Raises Refused."""
    verb = entry.get("do") if isinstance(entry, dict) else None
    if verb in ("undo", "redo") and set(entry) != {"do"}:
        raise Refused("fact-unknown", verb=verb, fact=min(set(entry) - {"do"}))
    if verb == "undo":
        desk.undo()
    elif verb == "redo":
        desk.redo()
    else:
        desk.apply(edit_of(desk.document, entry, hand))
