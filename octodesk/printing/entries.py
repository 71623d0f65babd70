# SPDX-License-Identifier: EUPL-1.2
"""A session as the full programme prints it: number and title, when and where, words, people, agenda."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from reportlab.lib.colors import HexColor
from reportlab.platypus import CondPageBreak, Flowable, Indenter, KeepTogether, Spacer

from octodesk import languages
from octodesk.model.rows import Contribution, Session
from octodesk.printing import people, styles, words
from octodesk.printing.audience import agenda_shown, contributions_shown, is_closed
from octodesk.printing.edition import Edition, Wording
from octodesk.printing.flowables import Group, TaggedParagraph, bullet_list, in_pieces, paragraph, table
from octodesk.printing.lettering import Runs
from octodesk.printing.pages import width_of
from octodesk.printing.parts import ARROW, link_runs, occasion_sentence
from octodesk.printing.styles import MM, Face, TextStyle

NUMBER_WIDTH: Final = 18 * MM
_NUMBERED: Final = re.compile(r"(?P<words>.*?)[\s\u00a0]*(?P<number>\d+|[IVXLC]+)")
_NAME, _AFFILIATION, _COUNTRY = 66 * MM, 56 * MM, 26 * MM
_NARROW: Final = 90 * MM
"""Where three columns of people would break their words."""
_FLUSH: Final = [("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 6)]


def key_of(session: Session) -> str:
    return f"session-{session.id}"


def session_entry(edition: Edition, session: Session, width: float) -> list[Flowable]:
    """What follows a session's number and title on paper; breaks and milestones take a line."""
    if session.kind in words.PAUSES:
        return [_pause(edition, session, width), Spacer(1, 12)]
    if session.minutes == 0:
        return [_milestone(edition, session, width), Spacer(1, 12)]
    parts = session_body(edition, session, width - NUMBER_WIDTH)
    head = _head(edition, session, width)
    indent, back = Indenter(left=NUMBER_WIDTH), Indenter(left=-NUMBER_WIDTH)
    if not parts:
        return [KeepTogether(head), Spacer(1, 14)]
    return [KeepTogether([*head, indent, parts[0]]), *parts[1:], back, Spacer(1, 16)]


def session_body(edition: Edition, session: Session, width: float) -> list[Flowable]:
    """What follows the head: words, people, agenda, documents, in the secretariat's copy the note."""
    parts = [*_texts(edition, session), *_people(edition, session, width), *_agenda(edition, session)]
    return parts + _documents(edition, session) + _note(edition, session)


# ---- head


def _head(edition: Edition, session: Session, width: float) -> list[Flowable]:
    heading = Group("H3")
    title = words.title(edition, session)
    label = words.label(edition, session)
    shown = title or edition.said(label)
    style = replace(styles.HEADING, before=0, after=2)
    heading_words = paragraph(
        edition.lines(shown, style.face),
        style,
        "Span",
        language=title.language,
        group=heading,
        key=key_of(session),
        outline=1,
        title=" ".join([*([label] if label and title else []), *shown.words.split()]),
    )
    number = _number(edition, label, heading) if title else ""
    rule = [
        ("LINEABOVE", (0, 0), (-1, 0), 1.1, HexColor(styles.TEAL)),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
        *_FLUSH,
    ]
    widths = [NUMBER_WIDTH, width - NUMBER_WIDTH]
    pieces = in_pieces([heading_words, *_when_and_where(edition, session)], widths[1])
    cells = [[number if place == 0 else "", piece] for place, piece in enumerate(pieces)]
    return [table(cells, widths, rule, layout_only=True)]


def _number(edition: Edition, label: str, heading: Group) -> list[Flowable]:
    """ "WS" small above a large "4"; a label without a number at its end stays as it is."""
    match = _NUMBERED.fullmatch(label)
    small = TextStyle(Face.SANS_SEMIBOLD, 8.5, 10.5, styles.TEAL, before=2)
    if match is None:
        return [paragraph(edition.set(label, small.face), small, "Span", group=heading)] if label else []
    large = _size_of_number(edition, match["number"])
    before = paragraph(edition.set(match["words"], small.face), small, "Span", group=heading)
    return [before, paragraph(edition.set(match["number"], large.face), large, "Span", group=heading)]


def _size_of_number(edition: Edition, number: str) -> TextStyle:
    """So that it stands on one line: "1007" and "XXXVIII" are wide."""
    large = TextStyle(Face.SERIF, 24, 26, styles.TEAL)
    room = NUMBER_WIDTH - 6
    needed = width_of(edition.set(number, large.face), large.size)
    return large if needed <= room else large.sized(large.size * room / needed * 0.99)


def _when_and_where(edition: Edition, session: Session) -> list[TaggedParagraph]:
    style = styles.META
    runs = edition.set(words.hours(edition, session), Face.SANS_SEMIBOLD, colour=styles.NAVY)
    room = words.room_words(edition, session) if edition.shows("rooms") else Wording("")
    spoken = words.interpretation(edition, session) if edition.shows("languages") else ""
    interpretation = edition.gettext("Interpretation: {languages}").format(languages=spoken) if spoken else ""
    for fact in (room, interpretation, words.status_mark(edition, session)):
        if fact:
            runs += edition.set(" · ") + edition.set(fact)
    lines = [paragraph(runs, style)]
    if served := words.hours_served(edition, session):
        template = edition.gettext("Local times: {times}")
        lines.append(paragraph(edition.set(template.format(times=" · ".join(served))), style))
    return lines


# ---- words


def _texts(edition: Edition, session: Session) -> list[Flowable]:
    found: list[Flowable] = []
    if session.cooperation or session.occasion:
        found.append(paragraph(occasion_sentence(edition, session, before_title=False), styles.BODY))
    subtitle = TextStyle(Face.SANS_SEMIBOLD, 10.5, 14.5, after=4)
    for text, style in (
        (session.subtitle, subtitle),
        (session.aim, styles.BODY),
        (session.description, styles.BODY),
    ):
        language = edition.wording(text).language
        found += [paragraph(runs, style, language=language) for runs in edition.paragraphs(text, style.face)]
    if session.outcome:
        found.append(_small_heading(edition, edition.gettext("Expected outcome")))
        found += [paragraph(runs, styles.BODY) for runs in edition.paragraphs(session.outcome)]
    return found


def _note(edition: Edition, session: Session) -> list[Flowable]:
    """The internal note, in the secretariat's copy alone."""
    if not edition.internal or not session.note:
        return []
    note = edition.gettext("Internal note: {note}").format(note=session.note)
    return [paragraph(edition.set(note, Face.SANS_ITALIC), TextStyle(Face.SANS_ITALIC, 9, 12.5, before=4))]


# ---- people


def _people(edition: Edition, session: Session, width: float) -> list[Flowable]:
    """First who leads it, then the speakers as a table, then the others; those of agenda points stand there."""
    shown = [part for part in contributions_shown(edition, session) if part.role not in people.UNNAMED_ROLES]
    parts = [part for part in shown if part.agenda_point is None]
    leading = [part for part in parts if part.role in people.FIRST_ROLES]
    speaking = [part for part in parts if part.role not in (*people.FIRST_ROLES, "rapporteur")]
    reporting = [part for part in parts if part.role == "rapporteur"]
    return [
        *_named(edition, leading),
        *_speakers(edition, speaking, width),
        *_named(edition, reporting),
    ]


def _named(edition: Edition, parts: Sequence[Contribution]) -> list[Flowable]:
    found: list[Flowable] = []
    for role, group in groupby(sorted(parts, key=lambda part: part.role), lambda part: part.role):
        members = list(group)
        found.append(_role_heading(edition, role, members))
        found += [paragraph(people.contribution_runs(edition, part), styles.BODY) for part in members]
    return found


def _speakers(edition: Edition, parts: Sequence[Contribution], width: float) -> list[Flowable]:
    if len(parts) < 2:
        return _named(edition, parts)
    if width < _NARROW:
        return _listed(edition, parts)
    roles = {part.role for part in parts}
    heading = _speakers_heading(edition, parts)
    names = (
        edition.gettext("Name"),
        edition.gettext("Function and organisation"),
        edition.gettext("Country"),
    )
    rows = [[paragraph(edition.set(name, Face.SANS_SEMIBOLD), styles.TABLE_HEAD) for name in names]]
    rows += [_speaker_row(edition, part, with_role=len(roles) > 1) for part in parts]
    look = [
        *_FLUSH,
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
        ("LINEBELOW", (0, 0), (-1, -1), 0.35, HexColor(styles.RULE)),
        ("NOSPLIT", (0, 0), (-1, min(2, len(rows) - 1))),
        ("NOSPLIT", (0, -min(2, len(rows))), (-1, -1)),
    ]
    total = _NAME + _AFFILIATION + _COUNTRY
    widths = [width * part / total for part in (_NAME, _AFFILIATION, _COUNTRY)]
    people_table = table(rows, widths, look, header_rows=1, header_columns=1)
    return [CondPageBreak(34 * MM), heading, people_table, Spacer(1, 6)]


def _speakers_heading(edition: Edition, parts: Sequence[Contribution]) -> Flowable:
    """ "Panellists" where all are, else "Speakers"."""
    alike = len({part.role for part in parts}) == 1
    return _role_heading(edition, parts[0].role if alike else "speaker", parts)


def _listed(edition: Edition, parts: Sequence[Contribution]) -> list[Flowable]:
    lines = [paragraph(people.contribution_runs(edition, part), styles.BODY) for part in parts]
    return [_speakers_heading(edition, parts), *lines]


def _speaker_row(edition: Edition, part: Contribution, *, with_role: bool) -> list[Flowable]:
    person = edition.document.person(part.person)
    name = people.person_runs(edition, person)
    marks = [people.role_words(edition, part.role, [person])] if with_role and part.role != "speaker" else []
    if presence := people.presence_words(edition, person, part):
        marks.append(presence)
    if marks:
        name += edition.set(f" ({', '.join(marks)})", colour=styles.GREY)
    facts = [people.affiliation_words(edition, person)]
    if part.on_behalf_of:
        facts.append(edition.gettext("on behalf of {whom}").format(whom=edition.words(part.on_behalf_of)))
    if part.topic:
        facts.append(languages.quoted(edition.words(part.topic), edition.language))
    small = TextStyle(size=9, leading=12, colour=styles.GREY)
    cells = [
        edition.set(", ".join(fact for fact in facts if fact)),
        edition.set(people.country_words(edition, person)),
    ]
    return [paragraph(name, styles.NAME), *(paragraph(runs, small) for runs in cells)]


def _role_heading(edition: Edition, role: str, parts: Sequence[Contribution]) -> Flowable:
    members = [edition.document.person(part.person) for part in parts]
    return _small_heading(edition, people.role_words(edition, role, members))


# ---- agenda, documents


def _agenda(edition: Edition, session: Session) -> list[Flowable]:
    points = agenda_shown(edition, session)
    if not points:
        return []
    group = bullet_list()
    found: list[Flowable] = [CondPageBreak(26 * MM), _small_heading(edition, edition.gettext("Agenda"))]
    shown = contributions_shown(edition, session)
    who = TextStyle(size=9, leading=12.5, indent=14, after=1)
    times = words.agenda_times(edition, session, points)
    for point, time in zip(points, times, strict=True):
        parts = [part for part in shown if part.agenda_point == point.id]
        style = TextStyle(indent=14, after=2 if not parts else 0.5, keep_with_next=bool(parts))
        runs = edition.set(time, Face.SANS_SEMIBOLD, colour=styles.NAVY) + edition.set(point.text)
        found.append(paragraph(runs, style, group=group, bullet=ARROW))
        found += [paragraph(_point_runs(edition, part), who) for part in parts]
    return found


def _point_runs(edition: Edition, part: Contribution) -> Runs:
    """A person under an agenda point, the role before the name unless it is to speak."""
    runs: Runs = ()
    if part.role not in ("speaker", "opening-address"):
        role = people.role_words(edition, part.role, [edition.document.person(part.person)])
        runs = edition.set(edition.gettext("{role}: ").format(role=role), colour=styles.GREY)
    return runs + people.contribution_runs(edition, part)


def _documents(edition: Edition, session: Session) -> list[Flowable]:
    documents = () if is_closed(edition, session) else edition.document.documents_of(session.id)
    found: list[Flowable] = [_small_heading(edition, edition.gettext("Documents"))] if documents else []
    for document in documents:
        shown = " ".join(part for part in (document.number, edition.words(document.title)) if part)
        found.append(paragraph(link_runs(edition, document.link, shown=shown), styles.META))
    return found


# ---- lines between sessions


def _pause(edition: Edition, session: Session, width: float) -> Flowable:
    style = TextStyle(size=10, leading=13, colour=styles.GREY)
    runs = edition.set(words.hours(edition, session), Face.SANS_SEMIBOLD) + edition.set("   ")
    where = words.room_words(edition, session)
    title = edition.set(words.title(edition, session)) + (
        edition.set(" – ") + edition.set(where) if where else ()
    )
    tint = [
        ("BACKGROUND", (0, 0), (-1, -1), HexColor(styles.BREAK_TINT.surface)),
        ("LEFTPADDING", (0, 0), (0, 0), 8),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
    ]
    cells = [paragraph(runs, style), paragraph(title, style)]
    return table([cells], [46 * MM, width - 46 * MM], tint, layout_only=True)


def _milestone(edition: Edition, session: Session, width: float) -> Flowable:
    style = TextStyle(size=10, leading=13, colour=styles.NAVY)
    time = edition.set(words.hours(edition, session), Face.SANS_SEMIBOLD)
    title = edition.set(words.title(edition, session), Face.SANS_ITALIC)
    look = [("LEFTPADDING", (0, 0), (0, 0), 8)]
    return table(
        [[paragraph(time, style), paragraph(title, style)]],
        [46 * MM, width - 46 * MM],
        look,
        layout_only=True,
    )


def _small_heading(edition: Edition, text: str) -> Flowable:
    style = styles.SMALL_HEADING
    return paragraph(edition.set(text.upper(), style.face), style, "H4")
