# SPDX-License-Identifier: EUPL-1.2
"""What can still be read of a damaged file or database, and how that is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from octodesk.cli.beginning import pen_of
from octodesk.cli.failing import UNREADABLE, Failure
from octodesk.exchange import octo, octo_scraps
from octodesk.exchange.octo_errors import OctoFileError
from octodesk.languages import _, ngettext
from octodesk.model.document import Document
from octodesk.model.enclosures import Enclosures
from octodesk.model.salvage import Salvage, Scrap, salvaged
from octodesk.store import salvaging
from octodesk.wording.failures import file_failure
from octodesk.wording.fields import field_name
from octodesk.wording.row_names import row_name

_DATABASE = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Saved:
    done: Salvage
    enclosed: Enclosures


def salvaged_from(path: Path, *, event: str | None, author: str | None) -> Saved:
    """One conference of a damaged `.octo` file or database. Failure(3) where nothing can be read of it."""
    try:
        content = octo.bytes_of(path)
    except OctoFileError as wrong:
        raise Failure(UNREADABLE, file_failure(wrong, path)) from wrong
    if content.startswith(_DATABASE):
        found = salvaging.found_in(path)
        event_id = _chosen(found.scraps, event, path)
        scraps, enclosed = found.scraps.get(event_id, []), found.enclosed(event_id)
    else:
        parts = octo_scraps.found_in(content)
        scraps, enclosed = list(parts.scraps), Enclosures(parts.attachments)
    done = salvaged(scraps, pen_of(author))
    if done is None:
        raise Failure(
            UNREADABLE, _("Nothing of a conference can be read in “{file}”.").format(file=path.name)
        )
    return Saved(done, enclosed)


def _chosen(scraps: Mapping[str, Sequence[Scrap]], wanted: str | None, path: Path) -> str:
    """The conference of a database that is asked for, or its only one."""
    named = {event: _short_name(found) for event, found in scraps.items() if event}
    matching = [one for one, name in named.items() if wanted is None or wanted in (one, name)]
    if len(matching) == 1:
        return matching[0]
    listed = ", ".join(f"{name} ({one})" if name else one for one, name in named.items())
    raise Failure(
        UNREADABLE,
        _("“{file}” holds these conferences: {names}. Say which with --conference.").format(
            file=path.name, names=listed
        )
        if named
        else _("Nothing of a conference can be read in “{file}”.").format(file=path.name),
    )


def _short_name(scraps: Sequence[Scrap]) -> str:
    done = salvaged(scraps, pen_of(None))
    return Document.of_log(done.log).event.short_name if done else ""


def plain(done: Salvage) -> dict[str, Any]:
    document = Document.of_log(done.log)
    return {
        "read": {
            "edits": len(done.log),
            "sessions": len(document.sessions),
            "rooms": len(document.rooms),
            "people": len(document.people),
        },
        "guessed": [*_guesses(done)],
        "left_out": [
            *({"what": "value", "where": " ".join(key), "message": _lost_words(document, key)} for key in done.lost),
            *({"what": "edits", "where": "", "message": _unsound_words(done.unsound)} for _once in range(done.unsound > 0)),
        ],
    }  # fmt: skip


def _guesses(done: Salvage) -> Iterator[dict[str, Any]]:
    for edit in done.rewritten:
        yield {"what": "edit", "where": edit, "value": None, "message": _rewritten_words(1)}
    if done.guessed:
        yield {"what": "values", "where": "", "value": done.guessed, "message": _guessed_words(done.guessed)}


def lines(done: Salvage) -> Iterator[str]:
    document = Document.of_log(done.log)
    count = len(done.log)
    yield ngettext("{n} change was read.", "{n} changes were read.", count).format(n=count)
    if done.rewritten:
        yield _rewritten_words(len(done.rewritten))
    for key in done.lost:
        yield _lost_words(document, key)
    if done.unsound:
        yield _unsound_words(done.unsound)
        if done.guessed:
            yield _guessed_words(done.guessed)
    if done.is_whole:
        yield _("Nothing is lost.")


def _rewritten_words(count: int) -> str:
    return ngettext(
        "{n} change stood on a damaged one: what it wrote is kept as a change of today.",
        "{n} changes stood on damaged ones: what they wrote is kept as a change of today.",
        count,
    ).format(n=count)


def _lost_words(document: Document, key: tuple[str, str, str]) -> str:
    table, row_id, field = key
    name = row_name(document, table, row_id)
    return _("Lost: {field} of {thing}.").format(field=field_name(field.partition(".")[0]), thing=name)


def _guessed_words(count: int) -> str:
    return ngettext(
        "{n} value was found in what is damaged and kept.",
        "{n} values were found in what is damaged and kept.",
        count,
    ).format(n=count)


def _unsound_words(count: int) -> str:
    return ngettext(
        "{n} change is damaged and could not be read.",
        "{n} changes are damaged and could not be read.",
        count,
    ).format(n=count)
