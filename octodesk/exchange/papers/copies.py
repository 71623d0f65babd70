# SPDX-License-Identifier: EUPL-1.2
"""A copy of the programme as a document: in which languages, for whom, and what that copy shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from octodesk import languages
from octodesk.model.document import Document
from octodesk.model.rows import Contribution, Kind, Person, Session
from octodesk.model.text import Text
from octodesk.model.timetable import dates, sessions_of_day

PAUSES = frozenset({"break", "coffee", "lunch"})
_NEVER_SHOWN = frozenset({"blocker", "technical-test"})


@dataclass(frozen=True, slots=True)
class Said:
    """Words and the language they are in."""

    words: str
    language: str

    def __bool__(self) -> bool:
        return bool(self.words)


@dataclass(frozen=True)
class Copy:
    """`tongues`: one language or two. `audience`: public, participants or secretariat."""

    document: Document
    tongues: tuple[str, ...]
    audience: str = "public"

    @property
    def language(self) -> str:
        return self.tongues[0]

    # ---- words

    def gettext(self, message: str, language: str = "") -> str:
        """The program's words in the copy's first language, or in another."""
        return languages.translation(language or self.language).gettext(message)

    def joined(self, message: str) -> str:
        """The program's words in both languages: "Time / Heure"."""
        return " / ".join(dict.fromkeys(self.gettext(message, language) for language in self.tongues))

    def said(self, text: Text, language: str) -> Said:
        """A text in a language, else in the first of the conference's that has it."""
        words, spoken = text.best((language, *self.document.languages))
        return Said(words, spoken)

    def both(self, text: Text) -> list[Said]:
        """A text in each of the copy's languages, once where they fall back on the same words."""
        return [one for one in dict.fromkeys(self.said(text, language) for language in self.tongues) if one]

    def paragraphs(self, text: Text) -> list[Said]:
        """The same paragraph by paragraph."""
        return [
            Said(words, one.language)
            for one in self.both(text)
            for line in one.words.split("\n")
            if (words := line.strip())
        ]

    # ---- what is shown

    @property
    def days(self) -> tuple[date, ...]:
        """The days that hold something."""
        document = self.document
        placed = {document.day_of(one.placement) for one in document.sessions if one.placement}
        return tuple(day for day in sorted({*dates(document), *placed}) if self.sessions(day))

    def sessions(self, day: date) -> tuple[Session, ...]:
        """The day's sessions as this copy may show them, in programme order."""
        found = sessions_of_day(self.document, day)
        return tuple(one for one in found if one.kind not in _NEVER_SHOWN and one.status != "cancelled")

    def is_closed(self, session: Session) -> bool:
        """Whether this copy says no more of it than that it is closed."""
        return session.access == "restricted" and self.audience != "secretariat"

    def parts(self, session: Session) -> tuple[Contribution, ...]:
        if self.is_closed(session):
            return ()
        return tuple(one for one in self.document.contributions_of(session.id) if self._named(one))

    def _named(self, part: Contribution) -> bool:
        person = self.document.person(part.person)
        return person.status != "declined" and (person.publish or self.audience != "public")

    # ---- times

    @property
    def _time_form(self) -> str | None:
        form = self.document.event.time_form.in_language(self.language)
        return form if form in languages.TIME_FORMS else None

    def hours(self, session: Session) -> str:
        """ "13:00 – 18:00 CET"; one hour for what has no length."""
        assert session.placement is not None
        start, end = session.placement.start, self.document.end(session)
        if not session.minutes:
            return languages.clock_time(start.time(), self.language, form=self._time_form)
        shown = languages.time_range(start.time(), end.time(), self.language, form=self._time_form)
        marked = self.document.event.zone_mark.in_language(self.language) == "yes"
        return (
            f"{shown}\u00a0{languages.zone_mark(self.document.event.time_zone, start)}" if marked else shown
        )

    # ---- names

    def kind_name(self, session: Session, language: str) -> str:
        kind = self.document.find("kind", session.kind)
        return self.said(kind.name, language).words if isinstance(kind, Kind) else session.kind

    def room_names(self, session: Session, language: str) -> list[Said]:
        return [self.said(room.name, language) for room in self.document.rooms if room.id in session.rooms]

    def roles(self, session: Session, point: str | None) -> Iterator[tuple[str, list[Contribution]]]:
        """The parts in a session, or in one of its agenda points, by role, in the order in which they begin."""
        by_role: dict[str, list[Contribution]] = {}
        for part in self.parts(session):
            if part.agenda_point == point:
                by_role.setdefault(part.role, []).append(part)
        yield from by_role.items()

    def address(self, person: Person) -> str:
        """ "Ms", "H.E. Mr", "Dr": what stands before the name."""
        forms = {"Ms": self.gettext("Ms"), "Mr": self.gettext("Mr")}
        form = forms.get(person.form_of_address, "")
        before = [title for title in person.titles if title == "H.E."]
        behind = [title for title in person.titles if title != "H.E."]
        return " ".join(word for word in (*before, form, *behind) if word)

    def role_name(self, role: str, people: list[Person], language: str) -> str:
        """ "Moderator", "Modératrice", "Speakers": in the number and gender of the people."""
        catalogue = languages.translation(language)
        one, several = _ROLES.get(role, (role, role))
        if len(people) > 1:
            return catalogue.gettext(several)
        if people[0].form_of_address == "Ms" and role in _OF_A_WOMAN:
            return catalogue.pgettext("a woman", one)
        return catalogue.gettext(one)


_ROLES = {
    "chair": ("Chair", "Chairs"),
    "moderator": ("Moderator", "Moderators"),
    "speaker": ("Speaker", "Speakers"),
    "panellist": ("Panellist", "Panellists"),
    "keynote": ("Keynote address", "Keynote addresses"),
    "opening-address": ("Opening address", "Opening addresses"),
    "rapporteur": ("Rapporteur", "Rapporteurs"),
}
"""Messages the catalogues have for paper."""
_OF_A_WOMAN = frozenset({"chair", "moderator", "speaker", "panellist", "rapporteur"})
