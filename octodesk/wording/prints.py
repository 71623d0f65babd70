# SPDX-License-Identifier: EUPL-1.2
"""What is to be known about a print, and why one is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from octodesk import languages
from octodesk.languages import N_, _, ngettext
from octodesk.model.document import Document
from octodesk.wording.scripts import package_for
from octodesk.wording.things import person_name, session_name

DOCUMENT_NAMES: Mapping[str, str] = {
    "front": N_("Draft programme (two pages)"),
    "glance": N_("Programme at a glance"),
    "programme": N_("Programme"),
    "workshop": N_("Sessions, a page each"),
    "announcement": N_("Announcement"),
    "door-signs": N_("Door signs"),
    "itineraries": N_("Personal programmes"),
    "badges": N_("Badges"),
    "name-plates": N_("Name plates"),
    "interpreters": N_("Interpretation, for the booths"),
    "run-sheet": N_("Run sheet"),
    "speakers": N_("Speakers"),
    "changes": N_("Changes since a version"),
    "everything": N_("Everything for a day"),
}
"""Names of the documents that can be printed, in English; translate where shown."""


class NoticeLike(Protocol):
    @property
    def code(self) -> str: ...
    @property
    def words(self) -> str: ...
    @property
    def session(self) -> str: ...
    @property
    def person(self) -> str: ...
    @property
    def count(self) -> int: ...


class PrintRefusal(Protocol):
    @property
    def reason(self) -> str: ...
    @property
    def facts(self) -> Mapping[str, str]: ...


def print_refusal(refused: PrintRefusal) -> str:
    """Why this cannot be printed, and what to do."""
    known = languages.listed(list(DOCUMENT_NAMES), languages.language())
    return _(_REFUSALS[refused.reason]).format(**{"known": known, **refused.facts})


_REFUSALS: Mapping[str, str] = {
    "unknown-document": N_("There is no document {document}. There is: {known}."),
    "unknown-language": N_("The conference has no texts in {language}. Choose one of its languages."),
    "unknown-paper": N_("There is no paper {paper}. Use a4, a3 or letter."),
    "unknown-orientation": N_("There is no orientation {orientation}. Use portrait or landscape."),
    "unknown-audience": N_("There are no copies for {audience}. Use public, participants or secretariat."),
    "one-language": N_("The document {document} is printed in one language at a time. Name one."),
    "too-many-languages": N_("More than two languages do not fit beside each other. Name one or two."),
    "unknown-room": N_("There is no room {room}. Use a room's id or its name."),
    "unknown-person": N_("There is no person {person}. Use the person's id or name."),
    "unknown-session": N_("There is no session {session}. Use the session's id, its label or its title."),
    "nothing-interpreted": N_(
        "Nothing is interpreted in these sessions. Say in which languages they are held first."
    ),
    "no-version": N_("Changes are counted from a version, and none was issued yet. Issue a version first."),
    "no-such-sheet": N_("There is no sheet {sheet}: the last is {last}."),
    "nobody-to-print": N_("There is nobody to print this for. Add people, or choose other sessions."),
    "nothing-on-that-day": N_("There is nothing on the programme on {day}."),
    "nothing-to-print": N_("There is nothing on the programme yet. Put a session on the timetable first."),
}


def notice_sentences(document: Document, notices: Iterable[NoticeLike]) -> list[str]:
    """A sentence per notice, in their order."""
    return [_notice(document, notice) for notice in notices]


def _notice(document: Document, notice: NoticeLike) -> str:
    return _NOTICES[notice.code](document, notice)


def _shortened(document: Document, notice: NoticeLike) -> str:
    if notice.person:
        name = person_name(document, notice.person)
    elif notice.session:
        name = session_name(document, notice.session)
    else:
        return _("Shortened to fit: {words}").format(words=notice.words)
    return _("Shortened to fit: {words} ({session})").format(words=notice.words, session=name)


def _no_glyph(_document: Document, notice: NoticeLike) -> str:
    if package := package_for(notice.words):
        return _(
            "No font on this computer has the character {words}. The package {package} would help."
        ).format(words=notice.words, package=package)
    return _("No font on this computer has the character {words}.").format(words=notice.words)


def _no_own_script(document: Document, notice: NoticeLike) -> str:
    name = person_name(document, notice.person) if notice.person else notice.words
    if package := package_for(notice.words):
        return _(
            "{person}: the name in own script is left out, no font on this computer has it. The package {package} "
            "would help."
        ).format(person=name, package=package)
    return _("{person}: the name in own script is left out, no font on this computer has it.").format(
        person=name
    )


def _too_small(document: Document, notice: NoticeLike) -> str:
    whose = person_name(document, notice.person) if notice.person else session_name(document, notice.session)
    return _("{name}: the words are so long that the letters are smaller than they should be.").format(
        name=whose
    )


def _not_published(_document: Document, notice: NoticeLike) -> str:
    return ngettext(
        "{count} person may not be named in a public copy and is left out. Print the secretariat's copy.",
        "{count} people may not be named in a public copy and are left out. Print the secretariat's copy.",
        notice.count,
    ).format(count=notice.count)


def _not_translated(_document: Document, notice: NoticeLike) -> str:
    return ngettext(
        "{count} text is not translated and is printed in another language.",
        "{count} texts are not translated and are printed in another language.",
        notice.count,
    ).format(count=notice.count)


_NOTICES: Mapping[str, Callable[[Document, NoticeLike], str]] = {
    "text-shortened": _shortened,
    "glyph-missing": _no_glyph,
    "own-script-left-out": _no_own_script,
    "translation-missing": _not_translated,
    "letters-too-small": _too_small,
    "not-published": _not_published,
}


class FaultLike(Protocol):
    @property
    def code(self) -> str: ...
    @property
    def words(self) -> str: ...
    @property
    def page(self) -> int: ...


MOST_FAULTS = 12
"""Sentences after which the others are counted: one lost page makes hundreds."""


def fault_sentences(faults: Sequence[FaultLike]) -> list[str]:
    """What the proof of a print found, a sentence each."""
    said = [
        _(_FAULTS[fault.code]).format(words=fault.words, page=fault.page) for fault in faults[:MOST_FAULTS]
    ]
    rest = len(faults) - MOST_FAULTS
    if rest > 0:
        said.append(
            ngettext("{n} more fault of this kind.", "{n} more faults of this kind.", rest).format(n=rest)
        )
    return said


_FAULTS: Mapping[str, str] = {
    "missing": N_("Missing on paper: {words}"),
    "out-of-order": N_("Not where it belongs: {words}"),
    "hidden-shown": N_("Page {page} shows what this copy may not: {words}"),
    "near-edge": N_("Page {page}: nearer than 5 mm to the edge: {words}"),
    "overlap": N_("Page {page}: one text over another: {words}"),
}
