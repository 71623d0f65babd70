# SPDX-License-Identifier: EUPL-1.2
"""An announcement to the media and everybody, on one page: what, when, the topics with their aims, the opening, whom to ask."""

from __future__ import annotations

from typing import Final

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, HRFlowable

from octodesk import languages
from octodesk.model.rows import Contact, Session
from octodesk.printing import parts, styles, words
from octodesk.printing.audience import days_shown, is_closed, sessions_shown
from octodesk.printing.edition import Edition, Wording
from octodesk.printing.flowables import bullet_list, paragraph
from octodesk.printing.lettering import Runs
from octodesk.printing.options import page_size
from octodesk.printing.pages import Sheet, height_of
from octodesk.printing.placing import Book
from octodesk.printing.styles import MM, Face, TextStyle

_SCALES: Final = (1.08, 1.0, 0.95, 0.9, 0.85, 0.8)
_OPENS: Final = ("opening", "special-event", "plenary", "keynote")


def announcement(edition: Edition) -> Book:
    sheet = Sheet("announcement", page_size(edition.options), top=20 * MM)
    flowables = _parts(edition, _SCALES[-1])
    for scale in _SCALES:
        made = _parts(edition, scale)
        if height_of(made, sheet.width) <= sheet.height:
            flowables = made
            break
    name = edition.gettext("Announcement")
    return Book(f"{edition.words(edition.event.name)} – {name}", flowables, (sheet,))


def _parts(edition: Edition, scale: float) -> list[Flowable]:
    body = TextStyle(size=10.5 * scale, leading=15 * scale, after=6 * scale)
    return [
        *_head(edition, scale),
        *_introduction(edition, scale),
        *_topics(edition, body, scale),
        *_opening(edition, body, scale),
        *_media(edition, scale),
    ]


# ---- what and when


def _head(edition: Edition, scale: float) -> list[Flowable]:
    kicker = TextStyle(Face.SANS_SEMIBOLD, 10.5 * scale, 14 * scale, styles.TEAL, after=2)
    title = styles.TITLE.sized(26 * scale)
    line = TextStyle(Face.SANS_SEMIBOLD, 10.5 * scale, 15 * scale, styles.GREY)
    event = edition.event
    found: list[Flowable] = [
        paragraph(edition.set(edition.gettext("Announcement").upper(), kicker.face), kicker)
    ]
    found.append(paragraph(_title(edition, title.face), title, "H1", key="title", outline=0))
    where = ", ".join(edition.words(text) for text in (event.organiser, event.place) if text)
    issued = words.version(edition) or languages.long_date(edition.made_at.date(), edition.language)
    dateline = " · ".join(part for part in (where, issued, words.draft_mark(edition)) if part)
    found.append(paragraph(edition.set(dateline, line.face), line))
    found.append(HRFlowable("100%", 1.2, color=HexColor(styles.GOLD), spaceBefore=4, spaceAfter=8 * scale))
    return found


def _title(edition: Edition, face: Face) -> Runs:
    """The conference and what it is about."""
    runs = edition.set(edition.event.name, face)
    return (
        runs + edition.set(" – ", face) + edition.set(edition.event.subtitle, face)
        if edition.event.subtitle
        else runs
    )


def _introduction(edition: Edition, scale: float) -> list[Flowable]:
    """When and where in a sentence, then the event's own words."""
    lead = TextStyle(Face.SERIF_SEMIBOLD, 12.5 * scale, 17.5 * scale, styles.NAVY, after=6 * scale)
    place = words.place(edition).words
    template = (
        edition.gettext("{conference} takes place on {dates} ({place}).")
        if place
        else edition.gettext("{conference} takes place on {dates}.")
    )
    said = template.format(
        conference=edition.words(edition.event.name), dates=words.dates(edition), place=place
    )
    text = TextStyle(size=10.5 * scale, leading=15 * scale, after=6 * scale)
    language = edition.wording(edition.event.introduction).language
    paragraphs = edition.paragraphs(edition.event.introduction)
    return [
        paragraph(edition.set(said, lead.face), lead),
        *(paragraph(runs, text, language=language) for runs in paragraphs),
    ]


# ---- topics


def _topics(edition: Edition, body: TextStyle, scale: float) -> list[Flowable]:
    lines = topics_with_aims(edition)
    if not lines:
        return []
    item = TextStyle(size=body.size, leading=body.leading * 0.97, indent=14, after=3 * scale)
    found: list[Flowable] = [_heading(edition, edition.gettext("The topics"), scale)]
    group = bullet_list()
    for topic, aim in lines:
        runs = edition.set(topic, Face.SANS_SEMIBOLD)
        if aim:
            runs += edition.set(": " if edition.language != "fr" else "\u202f: ") + edition.set(aim)
        found.append(paragraph(runs, item, group=group, bullet=parts.ARROW))
    return found


def topics_with_aims(edition: Edition) -> list[tuple[Wording, Wording]]:
    """The front list's lines, each with the aim of the first of its sessions that has one."""
    document = edition.document
    found = []
    for heading in document.headings:
        told = [document.session(one) for one in heading.sessions]
        told = [one for one in told if not is_closed(edition, one)]
        if heading.text and (told or not heading.sessions):
            aims = [edition.wording(one.aim) for one in told if one.aim]
            found.append((edition.wording(heading.text), aims[0] if aims else Wording("")))
    if document.headings:
        return found
    sessions = (one for day in days_shown(edition) for one in sessions_shown(edition, day))
    topical = (one for one in sessions if one.kind in {"workshop", "panel"} and not is_closed(edition, one))
    return [(words.title(edition, one), edition.wording(one.aim)) for one in topical]


# ---- the opening, the media


def opening_session(edition: Edition) -> Session | None:
    """What begins the conference: the opening, else the first session everybody goes to."""
    sessions = [
        one
        for day in days_shown(edition)
        for one in sessions_shown(edition, day)
        if not is_closed(edition, one)
    ]
    for kind in _OPENS:
        if found := next((one for one in sessions if one.kind == kind), None):
            return found
    return None


def _opening(edition: Edition, body: TextStyle, scale: float) -> list[Flowable]:
    session = opening_session(edition)
    if session is None or session.placement is None:
        return []
    day = languages.day_name(edition.document.day_of(session.placement), edition.language)
    room = words.room_words(edition, session).words
    template = (
        edition.gettext("The conference opens on {day} at {hour} ({room}).")
        if room
        else edition.gettext("The conference opens on {day} at {hour}.")
    )
    said = template.format(day=day, hour=words.hour(edition, session.placement.start), room=room)
    style = TextStyle(
        Face.SANS_SEMIBOLD, body.size, body.leading, styles.NAVY, before=6 * scale, after=4 * scale
    )
    return [paragraph(edition.set(said, style.face), style)]


def _media(edition: Edition, scale: float) -> list[Flowable]:
    """What is open to the media, how to register, whom to ask."""
    line = TextStyle(size=10 * scale, leading=14 * scale)
    found: list[Flowable] = [paragraph(edition.set(one), line) for one in _open_to_media(edition)]
    if registration := parts.registration_runs(edition):
        found.append(paragraph(registration, line))
    for one in _contacts(edition):
        runs: Runs = edition.set(one.text)
        if one.phone:
            runs += edition.set(" · " if runs else "") + edition.set(one.phone)
        if one.email:
            runs += edition.set(" · " if runs else "") + parts.link_runs(edition, one.email)
        found.append(paragraph(runs, line))
    return [_heading(edition, edition.gettext("For the media"), scale), *found] if found else []


def _contacts(edition: Edition) -> list[Contact]:
    """Those for the media, else all."""
    known = list(edition.document.contacts)
    return [one for one in known if one.purpose in {"media", "press"}] or known


def _open_to_media(edition: Edition) -> list[str]:
    found = []
    for day in days_shown(edition):
        for one in sessions_shown(edition, day):
            if one.access == "media":
                title = words.title(edition, one) or Wording(words.label(edition, one))
                template = edition.gettext("Open to the media: {title}, {day}, {hours}")
                day_name = languages.day_name(day, edition.language)
                found.append(
                    template.format(title=title.words, day=day_name, hours=words.hours(edition, one))
                )
    return found


def _heading(edition: Edition, text: str, scale: float) -> Flowable:
    style = TextStyle(
        Face.SERIF_SEMIBOLD, 14 * scale, 18 * scale, styles.NAVY, 7 * scale, 4 * scale, keep_with_next=True
    )
    return paragraph(edition.set(text, style.face), style, "H2")
