# SPDX-License-Identifier: EUPL-1.2
"""Parts that several documents have: title, topics, participation, contact, funding."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from reportlab.platypus import Flowable, HRFlowable, Spacer

from octodesk import languages
from octodesk.model.rows import Session
from octodesk.printing import styles, words
from octodesk.printing.audience import days_shown, is_closed, sessions_shown
from octodesk.printing.edition import Edition, Wording
from octodesk.printing.flowables import bullet_list, paragraph
from octodesk.printing.lettering import Runs, safe_link
from octodesk.printing.styles import Face, TextStyle

ARROW: Final = "▶"


# ---- the title


def title_block(edition: Edition, scale: float = 1.0) -> list[Flowable]:
    event = edition.event
    kicker = TextStyle(Face.SANS_SEMIBOLD, 10.5 * scale, 14 * scale, styles.TEAL, after=1)
    title = styles.TITLE.sized(27 * scale)
    line = TextStyle(Face.SERIF_SEMIBOLD, 14 * scale, 19 * scale, styles.NAVY, before=2)
    found: list[Flowable] = []
    if event.subtitle:
        found.append(worded(edition, edition.wording(event.subtitle), kicker))
    found.append(worded(edition, edition.wording(event.name), title, "H1", key="title", outline=0))
    found.append(paragraph(dateline(edition, line.face), line))
    if marks := edition_line(edition):
        found.append(paragraph(marks, TextStyle(size=10 * scale, leading=14 * scale, before=2, after=5)))
    found.append(HRFlowable("100%", 1.2, color=styles.GOLD, spaceBefore=4, spaceAfter=3, lineCap="butt"))
    return found


def dateline(edition: Edition, face: Face) -> Runs:
    place = words.place(edition)
    runs = edition.set(words.dates(edition), face)
    return runs + edition.set(" – ", face) + edition.set(place, face) if place else runs


def edition_line(edition: Edition) -> Runs:
    """ "Version 4 October 2021 · Draft"."""
    version, draft = words.version(edition), words.draft_mark(edition)
    runs = edition.set(version, colour=styles.GREY)
    if draft:
        runs += edition.set(" · " if version else "", colour=styles.GREY)
        runs += edition.set(draft, Face.SANS_SEMIBOLD, colour=styles.TEAL)
    return runs


# ---- the topics


def topics(edition: Edition, scale: float = 1.0, *, name: str, key: str = "topics") -> list[Flowable]:
    """The list of topics under a heading; nothing where there are none."""
    found: list[Flowable] = [part_heading(edition, name, key, scale)]
    for group, group_name in (
        ("special-event", edition.gettext("Special event")),
        ("workshops", edition.gettext("Workshops")),
    ):
        lines = topic_lines(edition, group)
        if lines:
            found += [_group_heading(group_name, edition, scale), *_arrows(edition, lines, scale)]
    return found if len(found) > 1 else []


def topic_lines(edition: Edition, group: str) -> list[Wording]:
    """The lines of the list of topics: those written for it, else a line per session."""
    document = edition.document
    if document.headings:
        headings = [one for one in document.headings if one.group == group and one.text]
        return [edition.wording(one.text) for one in headings if _may_be_told(edition, one.sessions)]
    kind = {"special-event": "special-event", "workshops": "workshop"}[group]
    sessions = (one for day in days_shown(edition) for one in sessions_shown(edition, day))
    return [_topic_of(edition, one) for one in sessions if one.kind == kind and not is_closed(edition, one)]


def _may_be_told(edition: Edition, session_ids: tuple[str, ...]) -> bool:
    """A line that stands for closed sessions alone would tell what they are about."""
    sessions = [edition.document.session(one) for one in session_ids]
    return not sessions or not all(is_closed(edition, one) for one in sessions)


def _topic_of(edition: Edition, session: Session) -> Wording:
    return words.title(edition, session) or edition.said(words.label(edition, session))


def _arrows(edition: Edition, lines: list[Wording], scale: float) -> list[Flowable]:
    style = TextStyle(size=10.5 * scale, leading=14.5 * scale, indent=14, after=1.5 * scale)
    group = bullet_list()
    return [paragraph(edition.set(line), style, group=group, bullet=ARROW) for line in lines]


# ---- participation, contact, funding


def participation(edition: Edition, scale: float = 1.0) -> list[Flowable]:
    body = styles.BODY.sized(10 * scale)
    found: list[Flowable] = [
        paragraph(runs, body) for runs in edition.paragraphs(edition.event.participation)
    ]
    if registration := registration_runs(edition):
        found.append(paragraph(registration, body))
    for related in edition.document.related:
        found += [paragraph(runs, body) for runs in edition.paragraphs(related.sentence)]
    return (
        [part_heading(edition, edition.gettext("Participation"), "part-participation", scale), *found]
        if found
        else []
    )


def registration_runs(edition: Edition) -> Runs:
    """ "Registration is open 20 September – 20 October 2021 at www…", or what of it is known."""
    facts = edition.event.registration
    first, last = _date(facts.get("from")), _date(facts.get("until"))
    parts: dict[str, Runs] = {"link": link_runs(edition, facts.get("link"))}
    if first and last:
        dates = languages.date_range(first, last, edition.language)
        parts["dates"] = edition.set(dates, Face.SANS_SEMIBOLD)
        if parts["link"]:
            return edition.sentence(edition.gettext("Registration is open {dates} at {link}."), parts)
        return edition.sentence(edition.gettext("Registration is open {dates}."), parts)
    if parts["link"]:
        return edition.sentence(edition.gettext("Registration: {link}"), parts)
    return ()


def link_runs(edition: Edition, address: str, *, shown: str = "") -> Runs:
    """An address as a link where it is one that may be followed, else as plain words."""
    link = safe_link(address)
    colour = styles.TEAL if link else None
    return edition.lettering.set(shown or address, link=link, colour=colour, underlined=bool(link))


def contact(edition: Edition, scale: float = 1.0) -> list[Flowable]:
    line = TextStyle(size=10 * scale, leading=14 * scale)
    found: list[Flowable] = [paragraph(runs, line) for runs in edition.paragraphs(edition.event.contact)]
    for one in edition.document.contacts:
        found += [paragraph(runs, line) for runs in edition.paragraphs(one.text)]
        if one.phone and edition.shows("phones"):
            template = edition.gettext("Tel. {number}")
            found.append(paragraph(edition.sentence(template, {"number": edition.set(one.phone)}), line))
        if one.email and edition.shows("emails"):
            template = edition.gettext("Email {address}")
            found.append(
                paragraph(edition.sentence(template, {"address": link_runs(edition, one.email)}), line)
            )
    return [part_heading(edition, edition.gettext("Contact"), "part-contact", scale), *found] if found else []


def funding(edition: Edition, scale: float = 1.0) -> list[Flowable]:
    style = TextStyle(size=9 * scale, leading=12.5 * scale, colour=styles.GREY)
    lines = [paragraph(runs, style) for runs in edition.paragraphs(edition.event.funding)]
    if not lines:
        return []
    rule = HRFlowable("100%", 0.5, color=styles.RULE, spaceBefore=0, spaceAfter=4, lineCap="butt")
    return [Spacer(1, 9 * scale), rule, *lines]


# ---- pieces


def part_heading(edition: Edition, text: str, key: str, scale: float) -> Flowable:
    style = TextStyle(
        Face.SERIF_SEMIBOLD, 15 * scale, 19 * scale, styles.NAVY, 9 * scale, 2, keep_with_next=True
    )
    return paragraph(edition.set(text, style.face), style, "H2", key=key, outline=1)


def _group_heading(text: str, edition: Edition, scale: float) -> Flowable:
    style = TextStyle(
        Face.SANS_SEMIBOLD, 10.5 * scale, 14 * scale, styles.TEAL, 5 * scale, 2, keep_with_next=True
    )
    return paragraph(edition.set(text, style.face), style, "H3")


def worded(edition: Edition, wording: Wording, style: TextStyle, tag: str = "P", **place: Any) -> Flowable:
    return paragraph(edition.set(wording, style.face), style, tag, language=wording.language, **place)


def _date(written: object) -> date | None:
    try:
        return date.fromisoformat(str(written))
    except ValueError:
        return None


def occasion_sentence(edition: Edition, session: Session, *, before_title: bool) -> Runs:
    """With whom and on which occasion a special event is organised; a title that follows may be the occasion."""
    places = {"partner": edition.set(session.cooperation), "occasion": edition.set(session.occasion)}
    if session.cooperation and session.occasion:
        template = edition.gettext(
            "Special event organised in co-operation with {partner} on the occasion of {occasion}"
        )
    elif session.cooperation and before_title:
        template = edition.gettext(
            "Special event organised in co-operation with {partner} on the occasion of:"
        )
    elif session.cooperation:
        template = edition.gettext("Special event organised in co-operation with {partner}")
    else:
        template = edition.gettext("Special event on the occasion of {occasion}")
    return edition.sentence(template, places)


def introduction(edition: Edition) -> list[Flowable]:
    style = styles.LEAD
    language = edition.wording(edition.event.introduction).language
    lines = edition.paragraphs(edition.event.introduction, style.face)
    return [paragraph(runs, style, language=language) for runs in lines]
