# SPDX-License-Identifier: EUPL-1.2
"""The full programme: cover, contents, topics, then every session of every day, and what participants need."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
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
from octodesk.printing.lettering import Runs
from octodesk.printing.options import page_size
from octodesk.printing.pages import Sheet
from octodesk.printing.placing import Book
from octodesk.printing.side_by_side import side_by_side
from octodesk.printing.styles import Face

_MOST_SESSIONS_IN_CONTENTS: Final = 200
_LONGEST_LINE: Final = 400
"""Characters of a title in the contents: a line there does not go on on the next page."""


def programme(edition: Edition) -> Book:
    """A book: as many pages as the sessions need."""
    size = page_size(edition.options)
    cover, sheet = Sheet("cover", size, footer=False), Sheet("page", size)
    name = edition.joined_words(lambda one: one.gettext("Programme"))
    flowables: list[Flowable] = [NextPageTemplate("page"), Cover(edition, cover), PageBreak()]
    flowables += [
        _heading(edition, lambda one: one.gettext("Contents"), "contents"),
        *contents_table(edition, _entries(edition)),
    ]
    flowables += _part(side_by_side(edition, sheet.width, _about))
    for day in days_shown(edition):
        flowables += [PageBreak(), *_day(edition, day, sheet.width)]
    flowables += _part(side_by_side(edition, sheet.width, _closing))
    return Book(f"{edition.words(edition.event.name)} – {name}", flowables, (cover, sheet))


def _about(edition: Edition, _width: float) -> list[Flowable]:
    return [*parts.introduction(edition), *parts.topics(edition, name=edition.gettext("Topics"))]


def _closing(edition: Edition, _width: float) -> list[Flowable]:
    return [*parts.participation(edition), *parts.contact(edition), *parts.funding(edition)]


def _part(flowables: list[Flowable]) -> list[Flowable]:
    """Together: on the page begun if there is room, else on the next."""
    return [Spacer(1, 22), KeepTogether(flowables)] if flowables else []


def _heading(edition: Edition, say: Callable[[Edition], str], key: str) -> Flowable:
    runs = edition.joined(lambda one: one.set(say(one), Face.SERIF))
    style = styles.TITLE.sized(20) if edition.second else styles.TITLE
    return paragraph(runs, style, "H2", key=key, outline=0)


def _day(edition: Edition, day: date, width: float) -> list[Flowable]:
    found = [_heading(edition, lambda one: words.day_words(one, day), _key_of(day))]
    if lead := edition.joined(lambda one: one.set(words.day_label(one, day), Face.SANS_LIGHT)):
        found.append(paragraph(lead, styles.LEAD))
    found.append(Spacer(1, 6))
    for session in sessions_shown(edition, day):
        found += side_by_side(edition, width, partial(_in_one_language, session=session))
    return found


def _in_one_language(edition: Edition, width: float, *, session: Session) -> list[Flowable]:
    return session_entry(edition, session, width)


def _key_of(day: date) -> str:
    return f"day-{day}"


# ---- contents


def _entries(edition: Edition) -> list[Entry]:
    """Topics, days with their sessions, participation; days alone where sessions would fill pages."""
    found: list[Entry] = []
    if parts.topics(edition, name=""):
        found.append(_entry(edition, lambda one: one.gettext("Topics"), "topics"))
    days = {day: sessions_shown(edition, day) for day in days_shown(edition)}
    with_sessions = sum(map(len, days.values())) <= _MOST_SESSIONS_IN_CONTENTS
    for day, sessions in days.items():
        found.append(_entry(edition, partial(words.day_words, day=day), _key_of(day)))
        if with_sessions:
            found += [
                _session_line(edition, one)
                for one in sessions
                if one.kind not in words.PAUSES and one.minutes
            ]
    if parts.participation(edition):
        found.append(_entry(edition, lambda one: one.gettext("Participation"), "part-participation"))
    if parts.contact(edition):
        found.append(_entry(edition, lambda one: one.gettext("Contact"), "part-contact"))
    return found


def _entry(edition: Edition, say: Callable[[Edition], str], key: str) -> Entry:
    return Entry(key, edition.joined(lambda one: one.set(say(one), Face.SANS_SEMIBOLD)), 0)


def _session_line(edition: Edition, session: Session) -> Entry:
    label, titled = words.label(edition, session), bool(words.title(edition, session))
    mark = edition.set(f"{label} ", Face.SANS_SEMIBOLD) if label and titled else ()
    return Entry(key_of(session), edition.joined(lambda one: _title_line(one, session)), 1, mark)


def _title_line(edition: Edition, session: Session) -> Runs:
    title = words.title(edition, session) or edition.said(words.label(edition, session))
    if len(title.words) > _LONGEST_LINE:
        edition.notice("text-shortened", words=title.words, session=session.id)
        title = replace(title, words=f"{title.words[:_LONGEST_LINE].rstrip()}…")
    return edition.set(title)
