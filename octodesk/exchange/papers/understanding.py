# SPDX-License-Identifier: EUPL-1.2
"""From a Page to a conference: its rows, a report, and for every line what was made of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from octodesk import languages
from octodesk.exchange.papers import vocabulary
from octodesk.exchange.papers.dates import DayWords, day_of, years_in
from octodesk.exchange.papers.front_matter import FrontMatter, donors_in
from octodesk.exchange.papers.gathering import Draft, Gathering, Guess, LeftOut, Use
from octodesk.exchange.papers.headings import sessions_by_heading
from octodesk.exchange.papers.hours import ZONES, dominant_form
from octodesk.exchange.papers.page import Line, Page
from octodesk.exchange.papers.programme import Placed, Programme
from octodesk.exchange.papers.rooms import Rooms
from octodesk.exchange.papers.timetable import Timetable, timetable_of
from octodesk.exchange.papers.tongues import language_of_document
from octodesk.exchange.papers.trouble import PaperError
from octodesk.exchange.papers.wordbook import folded
from octodesk.model import clock
from octodesk.model.edit import Addition, Edit
from octodesk.model.kinds import BUILT_IN_KINDS
from octodesk.model.order import first_keys
from octodesk.model.rows import ROWS, fields_of

_FARTHEST: Final = 60
"""Days a day may lie outside the dates of the front page."""
_DEFAULT_FORM: Final = {"en": "14:00", "fr": "14 h 30", "es": "14:00"}
_QUARTER: Final = 15
_UNNAMED: Final = {"en": "Conference", "fr": "Conférence", "es": "Conferencia"}
_MODES: Final = ("on-site", "online", "hybrid")
_COUNTED: Final = {
    "days": "day", "sessions": "session", "rooms": "room", "people": "person", "agenda_points": "agenda_point",
    "headings": "heading", "related": "related",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Understood:
    """What a document says. `drafts` are its rows by table, the event among them."""

    page: Page
    drafts: Mapping[str, tuple[Draft, ...]]
    guesses: tuple[Guess, ...]
    left_out: tuple[LeftOut, ...]
    uses: Mapping[int, tuple[Use, ...]]
    language: str

    @property
    def event(self) -> Draft:
        return self.drafts["event"][0]

    @property
    def counts(self) -> dict[str, int]:
        """How many rows of each kind were read, by their names in `show`."""
        return {name: len(self.drafts.get(table, ())) for name, table in _COUNTED.items()}

    def edit(self, event_id: str, author_id: str) -> Edit:
        """The edit that makes a new conference of it."""
        changes = [change for row in self.additions(event_id, author_id) for change in row.changes()]
        return Edit("event-created", tuple(changes), (event_id,), kind="create")

    def additions(self, event_id: str, author_id: str) -> list[Addition]:
        """The rows as they are added, the kinds every conference begins with among them."""
        kinds = [
            Addition("kind", kind_id, by_language("kind", kind)) for kind_id, kind in BUILT_IN_KINDS.items()
        ]
        found = [Addition("event", event_id, by_language("event", self.event.values)), *kinds]
        for table in ROWS:
            rows = () if table == "event" else self.drafts.get(table, ())
            keys = first_keys(len(rows), author_id) if "order" in fields_of(table) else [""] * len(rows)
            for row, key in zip(rows, keys, strict=True):
                order = {"order": key} if key else {}
                found.append(Addition(table, row.id, {**by_language(table, row.values), **order}))
        return found


def by_language(table: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Values by the fields of the log: a text is one per language there."""
    plain: dict[str, Any] = {}
    for name, value in values.items():
        if fields_of(table)[name].translated:
            plain.update({f"{name}.{language}": words for language, words in sorted(value.items()) if words})
        else:
            plain[name] = value
    return plain


def understand(page: Page, *, today: date) -> Understood:
    """Reads a page. `today` is only asked where no year stands anywhere. Raises PaperError("no-programme")."""
    return _Reading(page, today).whole()


class _Reading:
    def __init__(self, page: Page, today: date) -> None:
        self._page, self._today = page, today
        self._gathering = Gathering()
        self._language = language_of_document(page.lines)
        self._event = self._gathering.add("event", "event")
        self._rooms = Rooms(self._gathering, self._language)
        self._timetable: Timetable = timetable_of(page)

    def whole(self) -> Understood:
        front = self._front()
        dates = self._dates(front)
        placed = self._sessions(dates)
        if not placed and front.span is None:
            raise PaperError("no-programme")
        self._days(placed, dates)
        self._name()
        self._house_style()
        self._languages()
        self._headings()
        self._donors()
        for line, reason in self._timetable.elsewhere:
            self._gathering.leave(line, reason)
        self._unused()
        self._unread()
        return self._understood()

    def _front(self) -> FrontMatter:
        everything = " ".join(folded(line.text) for line in self._page.lines)
        front = FrontMatter(
            self._gathering, self._event, rooms=self._rooms, language=self._language, everything=everything
        )
        front.read(self._timetable.front)
        self._properties()
        return front

    def _properties(self) -> None:
        """What the properties of a document this program wrote say beside its words."""
        values = self._event.values
        if not any(line.style == "dateline" for line in self._timetable.front):
            return
        if subject := self._page.fact("subject"):
            values["short_name"] = subject
        for word in self._page.fact("keywords").split(", "):
            if "/" in word and is_zone(word):
                values["time_zone"] = word
            elif word in _MODES:
                values["mode"] = word

    def _sessions(self, dates: list[date]) -> list[Placed]:
        tongues = [words.language or self._language for words, _ in self._timetable.days]
        programme = Programme(
            self._gathering,
            self._timetable,
            dates,
            rooms=self._rooms,
            language=self._language,
            tongues=tongues,
        )
        placed = programme.read()
        for facts in self._timetable.room_list:
            self._rooms.told(facts)
        if self._event.values.get("mode") == "online":
            for room in self._gathering.of("room"):
                room.values["mode"] = "online"
        for line in self._timetable.structure:
            self._gathering.use(line)
        return placed

    def _name(self) -> None:
        """A table alone says no name: the conference is called by its dates until it gets one."""
        name = self._event.text("name")
        if any(name.values()):
            return
        first, last = (date.fromisoformat(self._event.values[one]) for one in ("first_day", "last_day"))
        name[self._language] = (
            f"{_UNNAMED[self._language]} {languages.date_range(first, last, self._language)}"
        )
        self._event.values["short_name"] = name[self._language]
        self._gathering.guess("no-name", None, name[self._language], draft=self._event, name="name")

    # ---- days

    def _dates(self, front: FrontMatter) -> list[date]:
        """The date of each heading; one that is none is told of and takes the day after the one before."""
        if (
            not self._timetable.days
            and self._timetable.slots
            and front.span
            and front.span.first == front.span.last
        ):
            self._only_day()
        found: list[date] = []
        for words, line in self._timetable.days:
            day = self._date(words, line, front, found)
            found.append(day)
            self._gathering.use(line)
        if found and front.span is None:
            self._event.values.update(first_day=min(found).isoformat(), last_day=max(found).isoformat())
        elif found and front.span is not None:
            first, last = min([*found, front.span.first]), max([*found, front.span.last])
            self._event.values.update(first_day=first.isoformat(), last_day=last.isoformat())
        return found

    def _only_day(self) -> None:
        """A conference of one day needs no heading for it."""
        first = self._timetable.slots[0].line
        self._timetable.days.append((DayWords(nth=1), first))
        for slot in self._timetable.slots:
            slot.day = 0

    def _date(self, words: DayWords, line: Line, front: FrontMatter, before: list[date]) -> date:
        day = self._dated(words, line, front, before) if words.day else self._counted(words, front, before)
        if front.span and not -_FARTHEST <= (day - front.span.first).days <= _FARTHEST:
            self._gathering.guess("day-outside", line, day.isoformat())
        return day

    def _dated(self, words: DayWords, line: Line, front: FrontMatter, before: list[date]) -> date:
        year = words.year or self._year(words, line, front, before)
        day = day_of(year, words.month, words.day)
        if day is None:
            day = before[-1] + timedelta(days=1) if before else day_of(year, words.month, 1) or self._today
            self._gathering.guess("no-such-day", line, day.isoformat())
        elif words.weekday not in {-1, day.weekday()}:
            self._gathering.guess("weekday-differs", line, day.isoformat())
        return day

    def _year(self, words: DayWords, line: Line, front: FrontMatter, before: list[date]) -> int:
        if before:
            return before[-1].year
        if front.span:
            last = front.span.last
            return last.year if words.month == last.month else front.span.first.year
        known = [year for one in self._timetable.front for year in years_in(one.text)]
        fitting = (
            year
            for year in [*known, *range(self._today.year, self._today.year + 6)]
            if self._fits(words, year)
        )
        year = next(fitting, self._today.year)
        self._gathering.guess("year", line, str(year))
        return year

    @staticmethod
    def _fits(words: DayWords, year: int) -> bool:
        day = day_of(year, words.month, words.day)
        return day is not None and words.weekday in {-1, day.weekday()}

    def _counted(self, words: DayWords, front: FrontMatter, before: list[date]) -> date:
        """ "Day 2", "Wednesday": counted from the first day."""
        first = front.span.first if front.span else self._today
        if words.nth:
            return first + timedelta(days=words.nth - 1)
        after = before[-1] + timedelta(days=1) if before else first
        return after + timedelta(days=(words.weekday - after.weekday()) % 7)

    def _days(self, placed: list[Placed], dates: list[date]) -> None:
        for day in sorted({*dates, *self._all_days()}):
            draft = self._gathering.add("day", day.isoformat(), date=day.isoformat())
            draft.values.update(_hours_open([one for one in placed if one.start.date() == day]))
        for (words, line), day in zip(self._timetable.days, dates, strict=True):
            draft = next(one for one in self._gathering.of("day") if one.id == day.isoformat())
            self._gathering.use(line, draft, "date")
            if words.label:
                draft.text("label").setdefault(words.language or self._language, words.label)

    def _all_days(self) -> list[date]:
        values = self._event.values
        if "first_day" not in values:
            return []
        first, last = (date.fromisoformat(values[name]) for name in ("first_day", "last_day"))
        return [first + timedelta(days=n) for n in range(min((last - first).days, _FARTHEST) + 1)]

    # ---- what the whole says

    def _house_style(self) -> None:
        hours = [slot.hours for slot in self._timetable.slots]
        form = dominant_form(iter(hours))
        if form and form != _DEFAULT_FORM[self._language]:
            self._event.values["time_form"] = {self._language: form}
        marks = Counter(one.zone for one in hours if one.zone)
        if not marks:
            return
        mark, count = marks.most_common(1)[0]
        zone = ZONES.get(folded(mark), "")
        if zone and "time_zone" not in self._event.values:
            self._event.values["time_zone"] = zone
            line = next(slot.line for slot in self._timetable.slots if slot.hours.zone == mark)
            self._gathering.guess("zone", line, zone, draft=self._event, name="time_zone", mark=mark)
        if 2 * count > len(hours):
            self._event.values["zone_mark"] = {self._language: "yes"}

    def _languages(self) -> None:
        """The languages something is written in, the document's own first."""
        used = Counter(
            language
            for rows in self._gathering.tables.values()
            for row in rows
            for name, value in row.values.items()
            if fields_of(row.table)[name].translated
            for language in value
        )
        others = [code for code in vocabulary.LANGUAGES if used[code] and code != self._language]
        self._event.values["languages"] = [self._language, *others]

    def _headings(self) -> None:
        headings = self._gathering.of("heading")
        titles = {
            words for one in self._gathering.of("session") for words in one.values.get("title", {}).values()
        }
        if titles and all(words in titles for one in headings for words in one.values["text"].values()):
            headings.clear()  # such a list every print makes by itself
        sessions = {one.id: _called(one, self._language) for one in self._gathering.of("session")}
        for group in ("special-event", "workshops"):
            lines = [one for one in headings if one.values["group"] == group]
            fitting = {
                one.id: sessions[one.id] for one in self._gathering.of("session") if _belongs(one, group)
            }
            words = [" ".join(one.values["text"].values()) for one in lines]
            for heading, found in zip(lines, sessions_by_heading(words, fitting), strict=True):
                self._connect(heading, found)

    def _connect(self, heading: Draft, sessions: list[str]) -> None:
        heading.values["sessions"] = sorted(sessions)
        if sessions:
            line = self._line_of(heading, "text")
            self._gathering.guess(
                "heading-sessions", line, ", ".join(sessions), draft=heading, name="sessions"
            )

    def _line_of(self, draft: Draft, name: str) -> Line | None:
        number = next(iter(draft.lines.get(name, [])), -1)
        return self._page.lines[number] if number >= 0 else None

    def _donors(self) -> None:
        donors = self._gathering.of("donor")
        for language, words in self._event.values.get("funding", {}).items():
            for place, name in enumerate(donors_in(words)):
                donor = donors[place] if place < len(donors) else self._gathering.add("donor")
                donor.text("name")[language] = name

    # ---- the report

    def _unused(self) -> None:
        told = {one.line for one in self._gathering.left}
        for line in self._page.lines:
            if line.number not in self._gathering.uses and line.number not in told:
                self._gathering.leave(line, "unknown")

    def _unread(self) -> None:
        """What the reading of the page itself stopped at; it has no words and no line."""
        self._gathering.left.extend(LeftOut("", place, code) for code, place in self._page.troubles)

    def _understood(self) -> Understood:
        gathering = self._gathering
        return Understood(
            self._page,
            {table: tuple(rows) for table, rows in gathering.tables.items()},
            tuple(sorted(gathering.guesses, key=lambda one: one.line)),
            tuple(sorted(gathering.left, key=lambda one: one.line)),
            {number: tuple(uses) for number, uses in gathering.uses.items()},
            self._language,
        )


def is_zone(name: str) -> bool:
    """Whether this computer knows a time zone of this name."""
    try:
        clock.zone(name)
    except clock.UnknownZone:
        return False
    return True


def _called(session: Draft, language: str) -> str:
    """A session's kind and titles, for comparing."""
    name = BUILT_IN_KINDS[session.values["kind"]]["name"][language]
    return f"{name} {' '.join(session.values.get('title', {}).values())}"


def _belongs(session: Draft, group: str) -> bool:
    kind = session.values["kind"]
    return (
        kind in {"special-event", "plenary"}
        if group == "special-event"
        else kind in {"workshop", "panel", "outlook"}
    )


def _hours_open(placed: list[Placed]) -> dict[str, str]:
    """From the first start until the last end, to the quarter of an hour."""
    if not placed:
        return {}
    opens = min(one.start for one in placed)
    closes = max(one.start + timedelta(minutes=one.minutes or 0) for one in placed)
    opens -= timedelta(minutes=opens.minute % _QUARTER)
    closes += timedelta(minutes=-closes.minute % _QUARTER)
    return {"opens": _clock(opens), "closes": _clock(closes)}


def _clock(at: datetime) -> str:
    return time(at.hour, at.minute).isoformat("minutes")
