# SPDX-License-Identifier: EUPL-1.2
"""One session a page: to hand to its moderator, to pin up, to send."""

from __future__ import annotations

from datetime import date
from typing import Final

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, HRFlowable, PageBreak, Spacer

from octodesk.model.rows import Session
from octodesk.printing import styles, words
from octodesk.printing.audience import days_shown, sessions_shown
from octodesk.printing.edition import Edition, Wording
from octodesk.printing.entries import session_body
from octodesk.printing.flowables import Group, paragraph
from octodesk.printing.options import PrintRefused, page_size
from octodesk.printing.pages import Sheet
from octodesk.printing.placing import Book, largest
from octodesk.printing.styles import Face, TextStyle

_TITLE_SIZES: Final = (30.0, 27.0, 24.0, 21.0, 18.0)
_QUIET: Final = words.PAUSES | {"registration", "photo", "reception", "social"}


def workshop(edition: Edition) -> Book:
    """The session asked for, else every session that is more than a pause."""
    sheet = Sheet("workshop", page_size(edition.options))
    found = pages_of_sessions(edition)
    if not found:
        raise PrintRefused("nothing-to-print")
    flowables: list[Flowable] = []
    for day, session in found:
        flowables += [PageBreak()] if flowables else []
        flowables += _page(edition, day, session, sheet, first=not flowables)
    name = words.title(edition, found[0][1]).words if len(found) == 1 else edition.gettext("Sessions")
    return Book(f"{edition.words(edition.event.name)} – {name}", flowables, (sheet,))


def pages_of_sessions(edition: Edition) -> list[tuple[date, Session]]:
    """What has a page, with its day, in programme order."""
    days = ((day, sessions_shown(edition, day)) for day in days_shown(edition))
    return [(day, one) for day, sessions in days for one in sessions if _wanted(edition, one)]


def _wanted(edition: Edition, session: Session) -> bool:
    options = edition.options
    if options.session:
        return session.id == options.session
    in_room = not options.room or options.room in session.rooms
    return in_room and session.minutes > 0 and session.kind not in _QUIET


def _page(edition: Edition, day: date, session: Session, sheet: Sheet, *, first: bool) -> list[Flowable]:
    kicker = TextStyle(Face.SANS_SEMIBOLD, 10.5, 14, styles.TEAL)
    when = TextStyle(Face.SERIF_SEMIBOLD, 14, 19, styles.NAVY)
    where = TextStyle(size=10.5, leading=15, colour=styles.GREY, after=3)
    label, title = words.label(edition, session), words.title(edition, session)
    shown = title or Wording(label)
    heading = Group("H3")
    found: list[Flowable] = [
        paragraph(edition.set(edition.event.name, kicker.face), kicker, "H1" if first else "P"),
        paragraph(edition.set(f"{words.day_words(edition, day, year=True)}, {words.hours(edition, session)}", when.face),
                  when, "H2"),
    ]  # fmt: skip
    facts: list[str | Wording] = [
        words.room_words(edition, session),
        _interpretation(edition, session),
        words.status_mark(edition, session),
    ]
    runs = edition.set("")
    for fact in facts:
        if fact:
            runs += (edition.set(" · ") if runs else ()) + edition.set(fact)
    found += [paragraph(runs, where)] if runs else []
    if served := words.hours_served(edition, session):
        template = edition.gettext("Local times: {times}")
        found.append(paragraph(edition.set(template.format(times=" · ".join(served))), where))
    found.append(
        HRFlowable("100%", 1.2, color=HexColor(styles.GOLD), spaceBefore=4, spaceAfter=10, lineCap="butt")
    )
    if label and title:
        number = TextStyle(Face.SANS_SEMIBOLD, 13, 17, styles.TEAL, keep_with_next=True)
        found.append(paragraph(edition.set(label, number.face), number, "Span", group=heading))
    style = TextStyle(Face.SERIF, 30, 35, styles.NAVY, after=8)
    large = largest(edition, shown, style, _TITLE_SIZES, width=sheet.width, height=150)
    large.role.tag, large.role.group = "Span", heading
    large.role.key, large.role.outline = f"page-{session.id}", 0
    large.role.title = " ".join([*([label] if label and title else []), *shown.words.split()])
    return [*found, large, Spacer(1, 4), *session_body(edition, session, sheet.width)]


def _interpretation(edition: Edition, session: Session) -> str:
    spoken = words.interpretation(edition, session)
    return edition.gettext("Interpretation: {languages}").format(languages=spoken) if spoken else ""
