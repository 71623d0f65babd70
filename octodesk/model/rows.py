# SPDX-License-Identifier: EUPL-1.2
"""What a conference consists of, one frozen dataclass per table. The names are those of the field.

Each attribute declares its kind (see fields.py); `ROWS` names the tables. An `order` is an order key (see order.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache

from octodesk.model import fields
from octodesk.model.accounts import WAYS_OUT as WAYS_OUT
from octodesk.model.accounts import Issue as Issue
from octodesk.model.accounts import Translation as Translation
from octodesk.model.accounts import Version as Version
from octodesk.model.fields import Facts, FieldKind, Placement, Span, field
from octodesk.model.text import Text

ACCESS = ("public", "registered", "media", "invited", "restricted")
ROLES = (
    "moderator", "chair", "speaker", "panellist", "keynote", "opening-address",
    "rapporteur", "interpreter", "secretariat", "technician",
)  # fmt: skip
PRINTED_FACTS = (
    "functions", "organisations", "countries", "emails", "phones", "labels", "languages", "rooms", "codes",
)  # fmt: skip
_Date = date
"""For classes in which a field is called `date`."""

CATEGORIES = (
    "", "government", "judiciary", "prosecution", "law-enforcement", "industry",
    "civil-society", "data-protection", "academia", "international-organisation",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Event:
    id: str
    name: Text = fields.text()
    short_name: str = fields.words()
    subtitle: Text = fields.text()
    place: Text = fields.text()
    venue: Text = fields.text()
    first_day: date = field(fields.DATE, date(2000, 1, 1))
    last_day: date = field(fields.DATE, date(2000, 1, 1))
    time_zone: str = fields.words("Europe/Paris")
    mode: str = fields.choice("on-site", "online", "hybrid")
    introduction: Text = fields.text()
    participation: Text = fields.text()
    registration: Facts = field(fields.FACTS, Facts())
    """from, until (dates as "2021-09-20"), link."""
    contact: Text = fields.text()
    """The address block; telephone and mail stand in the contact rows."""
    funding: Text = fields.text()
    organiser: Text = fields.text()
    partners: tuple[str, ...] = field(fields.SEQUENCE, ())
    logo: str = fields.words()
    version: str = fields.words()
    status: str = fields.choice("draft", "final")
    languages: tuple[str, ...] = field(fields.SEQUENCE, ("en",))
    working_languages: tuple[str, ...] = field(fields.SEQUENCE, ())
    snap: int = fields.count(5)
    time_form: Text = fields.text()
    """House style per language: "14:00", "14h30", "14 h 30" or "2 p.m."."""
    zone_mark: Text = fields.text()
    """House style per language: "yes" where the zone's mark is printed behind times."""
    name_order: Text = fields.text()
    """House style per language: "given-first" or "family-first"."""
    style: str = fields.words()
    """How prints look: the name of a ready-made style; "" for the institutional one."""
    ink: str = fields.words()
    """The strong colour of prints, "#RRGGBB"; "" for the style's own."""
    footer: Text = fields.text()
    """What stands at the foot of each printed page instead of the short name."""
    unprinted: tuple[str, ...] = field(fields.SET, ())
    """What prints leave out, of PRINTED_FACTS."""
    derived_from: str = fields.words()


@dataclass(frozen=True, slots=True)
class Day:
    id: str
    date: date = field(fields.DATE, date(2000, 1, 1))
    label: Text = fields.text()
    opens: time = field(fields.TIME, time(9))
    closes: time = field(fields.TIME, time(18))


@dataclass(frozen=True, slots=True)
class Room:
    id: str
    name: Text = fields.text()
    aliases: tuple[str, ...] = field(fields.SET, ())
    building: Text = fields.text()
    floor: str = fields.words()
    capacity: int | None = fields.count(None)
    mode: str = fields.choice("physical", "online")
    link: str = fields.words()
    panel_link: str = fields.words()
    interpreters_link: str = fields.words()
    booths: int = fields.count()
    languages: tuple[str, ...] = field(fields.SET, ())
    """Usual interpretation languages."""
    equipment: tuple[str, ...] = field(fields.SET, ())
    setup_style: str = fields.words()
    availability: tuple[Span, ...] = field(fields.SPANS, ())
    """Empty: always."""
    color: str = fields.words()
    order: str = fields.words()


@dataclass(frozen=True, slots=True)
class Booking:
    """Interpretation ordered for a room and part of a day."""

    id: str
    room: str = fields.reference("room")
    date: date = field(fields.DATE, date(2000, 1, 1))
    from_: time = field(fields.TIME, time(9))
    until: time = field(fields.TIME, time(13))
    floor: tuple[str, ...] = field(fields.SET, ())
    into: tuple[str, ...] = field(fields.SET, ())
    mode: str = fields.choice("simultaneous", "consecutive", "whispered", "sign", "remote")
    team: int = fields.count()
    status: str = fields.choice("needed", "requested", "confirmed", "refused")
    deadline: _Date | None = field(fields.DATE, None, optional=True)
    paid_by: str = fields.words()


@dataclass(frozen=True, slots=True)
class Track:
    id: str
    name: Text = fields.text()
    color: str = fields.words()
    order: str = fields.words()


@dataclass(frozen=True, slots=True)
class Kind:
    """What sort of session: its colour, number pattern, default length, and whether nothing runs beside it."""

    id: str
    name: Text = fields.text()
    color: str = fields.words()
    pattern: Text = fields.text()
    """With {n} for the number, "WS {n}"; empty: not numbered."""
    numerals: str = fields.choice("arabic", "roman")
    restart: bool = fields.flag()
    """Numbers begin again at 1 on each day."""
    minutes: int = fields.minutes(60)
    exclusive: bool = fields.flag()
    order: str = fields.words()


@dataclass(frozen=True, slots=True)
class Session:
    id: str
    kind: str = fields.reference("kind")
    number: int | None = fields.count(None)
    number_fixed: bool = fields.flag()
    label_override: str = fields.words()
    title: Text = fields.text()
    subtitle: Text = fields.text()
    aim: Text = fields.text()
    description: Text = fields.text()
    outcome: Text = fields.text()
    cooperation: Text = fields.text()
    occasion: Text = fields.text()
    minutes: int = fields.minutes(60)
    placement: Placement | None = field(fields.PLACEMENT, None, optional=True)
    place: Text = fields.text()
    track: str | None = fields.reference("track", optional=True)
    topics: tuple[str, ...] = field(fields.SET, ())
    expected: int | None = fields.count(None)
    floor_languages: tuple[str, ...] = field(fields.SET, ())
    interpretation: tuple[str, ...] = field(fields.SET, ())
    equipment: tuple[str, ...] = field(fields.SET, ())
    setup_style: str = fields.words()
    setup_minutes: int = fields.minutes()
    clear_minutes: int = fields.minutes()
    access: str = fields.choice(*ACCESS, unknown="restricted")
    media: Facts = field(fields.FACTS, Facts())
    """from, until ("14:00") when the media may be in the room; empty: all the time."""
    webcast: bool = fields.flag()
    recorded: bool = fields.flag()
    regions: tuple[str, ...] = field(fields.SET, ())
    """Time zones of the audience, "Asia/Tokyo"."""
    apart_from: tuple[str, ...] = fields.references("session")
    """Sessions that must not run at the same time."""
    after: tuple[str, ...] = fields.references("session")
    """Sessions that must be over before it begins."""
    status: str = fields.choice("draft", "confirmed", "to-be-confirmed", "cancelled", default="confirmed")
    locked_time: bool = fields.flag()
    locked_room: bool = fields.flag()
    note: str = fields.words()

    @property
    def start(self) -> datetime | None:
        return self.placement.start if self.placement else None

    @property
    def rooms(self) -> tuple[str, ...]:
        return self.placement.rooms if self.placement else ()

    @property
    def exclusive(self) -> bool:
        return self.placement is not None and self.placement.exclusive


@dataclass(frozen=True, slots=True)
class AgendaPoint:
    id: str
    session: str = fields.reference("session")
    text: Text = fields.text()
    minutes: int | None = fields.minutes(None)
    order: str = fields.words()


@dataclass(frozen=True, slots=True)
class Contribution:
    """A person's part in a session, or in one of its agenda points. Session, person, role and agenda point make the id
    and cannot be set later."""

    id: str
    session: str = fields.reference("session")
    person: str = fields.reference("person")
    role: str = fields.choice(*ROLES, default="speaker")
    agenda_point: str | None = fields.reference("agenda_point", optional=True)
    minutes: int | None = fields.minutes(None)
    way: str = fields.choice("room", "remote", "video")
    topic: Text = fields.text()
    on_behalf_of: Text = fields.text()
    seat: int | None = fields.count(None)
    order: str = fields.words()


@dataclass(frozen=True, slots=True)
class Person:
    id: str
    types: tuple[str, ...] = fields.choices(
        "speaker", "participant", "staff", "interpreter", "technician", default=("speaker",)
    )
    form_of_address: str = fields.choice("", "Ms", "Mr")
    titles: tuple[str, ...] = field(fields.SEQUENCE, ())
    """Codes such as "H.E.", "Dr", "Prof.", "Judge"."""
    given_name: str = fields.words()
    family_name: str = fields.words()
    own_script: str = fields.words()
    pronunciation: str = fields.words()
    function: Text = fields.text()
    organisation: Text = fields.text()
    country: str = fields.words()
    """ISO 3166-1 alpha-2."""
    category: str = fields.choice(*CATEGORIES)
    rank: int | None = fields.count(None)
    languages: tuple[str, ...] = field(fields.SET, ())
    email: str = fields.words()
    phone: str = fields.words()
    photo: str = fields.words()
    biography: Text = fields.text()
    remote: bool = fields.flag()
    time_zone: str | None = field(fields.WORDS, None, optional=True)
    availability: tuple[Span, ...] = field(fields.SPANS, ())
    """Empty: always."""
    arrival: datetime | None = field(fields.MOMENT, None, optional=True)
    departure: datetime | None = field(fields.MOMENT, None, optional=True)
    status: str = fields.choice("invited", "accepted", "declined", "to-be-confirmed")
    owed: Facts = field(fields.FACTS, Facts())
    """What is still owed (reply, title, photo, biography, consent, slides, booth-text) -> date or ""."""
    technical_test: Facts = field(fields.FACTS, Facts())
    publish: bool = fields.flag(default=True)
    note: str = fields.words()


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the front page's list of topics, and the sessions it stands for."""

    id: str
    group: str = fields.choice("workshops", "special-event")
    text: Text = fields.text()
    sessions: tuple[str, ...] = fields.references("session")
    order: str = fields.words()


@dataclass(frozen=True, slots=True)
class Related:
    """A meeting beside the conference."""

    id: str
    title: Text = fields.text()
    from_: date = field(fields.DATE, date(2000, 1, 1))
    until: date = field(fields.DATE, date(2000, 1, 1))
    access: str = fields.choice(*ACCESS, unknown="restricted")
    sentence: Text = fields.text()
    blocked_rooms: tuple[str, ...] = fields.references("room")
    blocked_people: tuple[str, ...] = fields.references("person")
    order: str = fields.words()


@dataclass(frozen=True, slots=True)
class Contact:
    id: str
    purpose: str = fields.words()
    text: Text = fields.text()
    email: str = fields.words()
    phone: str = fields.words()
    order: str = fields.words()


@dataclass(frozen=True, slots=True)
class Donor:
    id: str
    name: Text = fields.text()
    logo: str = fields.words()
    order: str = fields.words()


@dataclass(frozen=True, slots=True)
class SessionDocument:
    id: str
    session: str = fields.reference("session")
    number: str = fields.words()
    title: Text = fields.text()
    languages: tuple[str, ...] = field(fields.SET, ())
    deadline: date | None = field(fields.DATE, None, optional=True)
    link: str = fields.words()
    order: str = fields.words()


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """A conflict somebody has looked at and accepts, with the reason."""

    id: str
    rule: str = fields.words()
    sessions: tuple[str, ...] = fields.references("session")
    people: tuple[str, ...] = fields.references("person")
    rooms: tuple[str, ...] = fields.references("room")
    reason: str = fields.words()
    facts: str = fields.words()
    """What the conflict rested on when it was acknowledged; it comes back when this changes."""


@dataclass(frozen=True, slots=True)
class RuleSetting:
    id: str
    rule: str = fields.words()
    severity: str = fields.choice("", "error", "warning", "note", "off")
    options: Facts = field(fields.FACTS, Facts())


Row = (
    Event | Day | Room | Booking | Track | Kind | Session | AgendaPoint | Contribution | Person | Heading | Related
    | Contact | Donor | SessionDocument | Acknowledgement | RuleSetting | Version | Issue | Translation
)  # fmt: skip

ROWS: Mapping[str, type] = {
    "event": Event,
    "day": Day,
    "room": Room,
    "booking": Booking,
    "track": Track,
    "kind": Kind,
    "session": Session,
    "agenda_point": AgendaPoint,
    "contribution": Contribution,
    "person": Person,
    "heading": Heading,
    "related": Related,
    "contact": Contact,
    "donor": Donor,
    "session_document": SessionDocument,
    "acknowledgement": Acknowledgement,
    "rule_setting": RuleSetting,
    "version": Version,
    "issue": Issue,
    "translation": Translation,
}

DERIVED_ID = frozenset({"contribution", "day", "rule_setting", "acknowledgement", "translation"})
"""Tables whose ids follow from the row's facts, so that the same row added twice is one row."""


@cache
def fields_of(table: str) -> Mapping[str, FieldKind]:
    """The fields of a table by their names in the log; a text is one entry here. KeyError for an unknown table."""
    return fields.kinds_of(ROWS[table])


@cache
def references_of(table: str) -> tuple[tuple[str, str], ...]:
    """(field, table referred to) for each field of a table that holds ids of other rows."""
    return tuple((name, kind.refers_to) for name, kind in fields_of(table).items() if kind.refers_to)


def attribute(field_name: str) -> str:
    """The Python attribute of a log field: "from" is a keyword, so its attribute is `from_`."""
    return "from_" if field_name == "from" else field_name
