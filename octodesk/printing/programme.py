# SPDX-License-Identifier: EUPL-1.2
"""The full programme: cover, contents, topics, then every session of every day, and what participants need."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from reportlab.platypus import Flowable, KeepTogether, NextPageTemplate, PageBreak, Spacer

from octodesk.model.rows import Session
from octodesk.printing import parts, styles, words
from octodesk.printing.audience import days_shown, sessions_shown
from octodesk.printing.contents import Entry, contents_table
from octodesk.printing.cover import Cover
from octodesk.printing.edition import Edition
from octodesk.printing.entries import key_of, session_entry
from octodesk.printing.flowables import paragraph
from octodesk.printing.options import Cancelled, Printed, Progress, page_size
from octodesk.printing.pages import Sheet, printed
from octodesk.printing.styles import Face

_MOST_SESSIONS_IN_CONTENTS: Final = 200
_LONGEST_LINE: Final = 400
"""Characters of a title in the contents: a line there does not go on on the next page."""


def print_programme(edition: Edition, progress: Progress, cancelled: Cancelled) -> Printed:
    """A book: as many pages as the sessions need."""
    size = page_size(edition.options)
    cover, sheet = Sheet("cover", size, footer=False), Sheet("page", size)
    name = edition.gettext("Programme")
    flowables: list[Flowable] = [NextPageTemplate("page"), Cover(edition, cover, name), PageBreak()]
    flowables += [
        _heading(edition, edition.gettext("Contents"), "contents"),
        *contents_table(edition, _entries(edition)),
    ]
    about = [*parts.introduction(edition), *parts.topics(edition, name=edition.gettext("Topics"))]
    flowables += _part(about)
    for day in days_shown(edition):
        flowables += [PageBreak(), *_day(edition, day, sheet.width)]
    closing = [*parts.participation(edition), *parts.contact(edition), *parts.funding(edition)]
    flowables += _part(closing)
    title = f"{edition.words(edition.event.name)} – {name}"
    return printed(edition, flowables, [cover, sheet], title=title, progress=progress, cancelled=cancelled)


def _part(flowables: list[Flowable]) -> list[Flowable]:
    """Together: on the page begun if there is room, else on the next."""
    return [Spacer(1, 22), KeepTogether(flowables)] if flowables else []


def _heading(edition: Edition, text: str, key: str) -> Flowable:
    return paragraph(edition.set(text, Face.SERIF), styles.TITLE, "H2", key=key, outline=0)


def _day(edition: Edition, day: date, width: float) -> list[Flowable]:
    found = [_heading(edition, words.day_words(edition, day), _key_of(day))]
    lead = words.day_label(edition, day)
    if lead:
        found.append(paragraph(edition.set(lead, Face.SANS_LIGHT), styles.LEAD, language=lead.language))
    found.append(Spacer(1, 6))
    for session in sessions_shown(edition, day):
        found += session_entry(edition, session, width)
    return found


def _key_of(day: date) -> str:
    return f"day-{day}"


# ---- contents


def _entries(edition: Edition) -> list[Entry]:
    """Topics, days with their sessions, participation; days alone where sessions would fill pages."""
    found = [_entry(edition, edition.gettext("Topics"), "topics")] if parts.topics(edition, name="") else []
    days = {day: sessions_shown(edition, day) for day in days_shown(edition)}
    with_sessions = sum(map(len, days.values())) <= _MOST_SESSIONS_IN_CONTENTS
    for day, sessions in days.items():
        found.append(_entry(edition, words.day_words(edition, day), _key_of(day)))
        if with_sessions:
            found += [
                _session_line(edition, one)
                for one in sessions
                if one.kind not in words.PAUSES and one.minutes
            ]
    for name, key, flowables in (
        (edition.gettext("Participation"), "part-participation", parts.participation(edition)),
        (edition.gettext("Contact"), "part-contact", parts.contact(edition)),
    ):
        found += [_entry(edition, name, key)] if flowables else []
    return found


def _entry(edition: Edition, text: str, key: str) -> Entry:
    return Entry(key, edition.set(text, Face.SANS_SEMIBOLD), 0)


def _session_line(edition: Edition, session: Session) -> Entry:
    label, title = words.label(edition, session), words.title(edition, session)
    if len(title.words) > _LONGEST_LINE:
        edition.notice("text-shortened", words=title.words, session=session.id)
        title = replace(title, words=f"{title.words[:_LONGEST_LINE].rstrip()}…")
    shown = edition.set(title) if title else edition.set(label)
    return Entry(
        key_of(session), shown, 1, edition.set(f"{label} ", Face.SANS_SEMIBOLD) if label and title else ()
    )
