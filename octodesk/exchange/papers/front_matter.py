# SPDX-License-Identifier: EUPL-1.2
"""What stands before and behind the timetable: title, dates, place, version, topics, participation, contact, funding."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from octodesk.exchange.papers import vocabulary
from octodesk.exchange.papers.dates import DaySpan, read_span, years_in
from octodesk.exchange.papers.gathering import Draft, Gathering
from octodesk.exchange.papers.page import Line
from octodesk.exchange.papers.rooms import Rooms
from octodesk.exchange.papers.titles import parted_title, short_name, without_programme_words
from octodesk.exchange.papers.tongues import language_of_line
from octodesk.exchange.papers.wordbook import folded, found, language_codes, matches

_ADDRESS: Final = re.compile(r"(?:https?://|www\.)[^\s<>()]+[^\s<>().,;]", re.IGNORECASE)
_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE: Final = re.compile(
    r"^(?:tel|phone|telephone|telefono|tfno)\b[\s.:°]*(?P<number>[+\d(][\d\s().\-/]{5,}\d)"
)
_VERSION: Final = re.compile(r"versi[oó]n\b.*", re.IGNORECASE)
_ONLINE: Final = r"online|en ligne|en linea|virtual(?:ly)?|by video ?conference|par visioconference"
_HYBRID: Final = r"hybrid|hybride|hibrid[oa]"
_RESTRICTED: Final = vocabulary.ACCESS["restricted"] + "|restricted|restreinte|restringida"
_TOPICS: Final = frozenset({"special-event", "workshops"})
_LONGEST_TITLE: Final = 220


class FrontMatter:
    """Reads the lines that belong to no time. `event` and everything else found goes into the gathering."""

    def __init__(
        self, gathering: Gathering, event: Draft, *, rooms: Rooms, language: str, everything: str
    ) -> None:
        """`everything` is the text of the whole document, folded: what a title is called elsewhere tells where it begins."""
        self._gathering, self._event, self._rooms = gathering, event, rooms
        self._language, self._everything = language, everything
        self.span: DaySpan | None = None
        self._section = ""
        self._named = False
        self._paragraphs: dict[str, list[tuple[str, str]]] = {}

    def read(self, lines: list[Line]) -> None:
        dated = next((place for place, line in enumerate(lines) if self._is_dateline(line)), None)
        for place, line in enumerate(lines):
            self._line(line, before_date=dated is not None and place <= dated)
        for name, told in self._paragraphs.items():
            for language, words in told:
                text = self._event.text(name)
                text[language] = f"{text[language]}\n{words}" if language in text else words

    # ---- one line

    def _line(self, line: Line, *, before_date: bool) -> None:
        marked = self._marked().get(line.style)
        if marked is not None:
            marked(line)
            return
        for told in (
            self._heading,
            self._version,
            self._dateline,
            self._funding,
            self._related,
            self._registration,
        ):
            if told(line):
                return
        if self._section:
            self._of_section(line)
        elif self._may_be_title(line) and (before_date or not self._named):
            (self._subtitle if self._named else self._title)(line)
        elif self._is_long(line):
            self._paragraph(line, "participation" if self._of_participation(line) else "introduction")
        else:
            self._rest(line)

    def _marked(self) -> Mapping[str, Callable[[Line], object]]:
        """What to do with a line whose style says what it is."""
        return {
            "title": self._whole_title,
            "subtitle": self._whole_subtitle,
            "dateline": self._marked_dateline,
            "version": self._marked_version,
            "topic": self._topic,
            "introduction": lambda line: self._paragraph(line, "introduction"),
            "participation": lambda line: self._paragraph(line, "participation"),
            "registration": self._registration,
            "related": self._related,
            "contact": self._contact,
            "funding": self._funding,
        }

    def _whole_title(self, line: Line) -> None:
        self._named = True
        self._event.text("name").setdefault(self._tongue(line), line.text)
        self._event.values.setdefault("short_name", short_name(line.text))
        self._gathering.use(line, self._event, "name")

    def _whole_subtitle(self, line: Line) -> None:
        self._event.text("subtitle").setdefault(self._tongue(line), line.text)
        self._gathering.use(line, self._event, "subtitle")

    def _marked_dateline(self, line: Line) -> None:
        span = read_span(line.text)
        if span is not None and self.span is None:
            self.span = span
            self._event.values.update(first_day=span.first.isoformat(), last_day=span.last.isoformat())
        for name in ("place", "venue"):
            if words := line.said(name):
                self._event.text(name).setdefault(self._tongue(line), words)
        self._event.values.setdefault("mode", _mode(line.text))
        self._gathering.use(line, self._event, "first_day")

    def _of_section(self, line: Line) -> None:
        if self._section == "contact":
            self._contact(line)
        elif self._section in {"participation", "introduction"}:
            self._paragraph(line, self._section)
        elif self._section in _TOPICS and (line.bullet or not self._is_long(line)):
            self._topic(line)
        else:
            self._rest(line)

    def _heading(self, line: Line) -> bool:
        """A line that says what the ones below are, or that this is a draft."""
        if line.bullet:
            return False
        if matches(vocabulary.DRAFT, line.text) or matches(vocabulary.FINAL, line.text):
            self._status(line)
            self._section = ""
            return True
        section = next((name for name, words in vocabulary.SECTIONS.items() if matches(words, line.text)), "")
        if not section and not matches(vocabulary.PROGRAMME, line.text):
            return False
        self._gathering.use(line)
        self._section = section
        return True

    def _status(self, line: Line) -> None:
        final = matches(vocabulary.FINAL, line.text)
        self._event.values["status"] = "final" if final else "draft"
        self._gathering.use(line, self._event, "status")

    def _version(self, line: Line) -> bool:
        pieces = re.split(r"\s+[·|]\s+", line.text)
        if not _VERSION.fullmatch(pieces[0]) or len(pieces[0]) > 60:
            return False
        self._event.values["version"] = pieces[0]
        self._gathering.use(line, self._event, "version")
        for piece in pieces[1:]:
            self._status(replace(line, text=piece))
        return True

    def _marked_version(self, line: Line) -> None:
        """ "Version 4 October 2021 · Draft programme / Projet de programme"."""
        for piece in line.text.split(" · "):
            if matches(f"{vocabulary.DRAFT}|{vocabulary.FINAL}", piece):
                self._status(replace(line, text=piece))
            else:
                self._event.values["version"] = piece
                self._gathering.use(line, self._event, "version")

    # ---- title, dates, place

    @staticmethod
    def _is_dateline(line: Line) -> bool:
        span = read_span(line.text)
        return (
            span is not None and not line.bullet and len(line.text) <= 160 and not _VERSION.match(line.text)
        )

    def _dateline(self, line: Line) -> bool:
        if self.span is not None or self._section or not self._is_dateline(line):
            return False
        span = read_span(line.text)
        assert span is not None
        before, after = line.text[: span.begin], line.text[span.end :]
        if len(before.split()) > 9:
            return False
        self.span = span
        self._event.values.update(first_day=span.first.isoformat(), last_day=span.last.isoformat())
        self._gathering.use(line, self._event, "first_day")
        if not self._named and len(before.split()) > 3:
            self._title(line, before.strip(" ,–—-:("))
            before = ""
        self._places(line, before, after)
        return True

    def _places(self, line: Line, before: str, after: str) -> None:
        """ "Strasbourg, 7-8 November 2024 – Palais, Hemicycle and Rooms 5 to 9": the place, the venue, its rooms."""
        place = re.sub(r"(?:,|–|—|-|:|\bfrom|\bdu|\bdel|\ble|\bel|\bon)?\s*$", "", before.strip()).strip(
            " ,–—-:"
        )
        pieces = [
            piece.strip(" .") for piece in re.split(r"\s[–—-]\s|[,;|·]", re.sub(r"^[\s,–—:()-]+", "", after))
        ]
        rest = [piece for piece in pieces if piece]
        if not place and rest:
            place = rest.pop(0)
        if place:
            self._event.text("place")[self._tongue(line)] = place
            self._event.values["mode"] = _mode(line.text)
            self._gathering.use(line, self._event, "place")
        if venue := [piece for piece in rest if not self._rooms.listed(piece, line)]:
            self._event.text("venue")[self._tongue(line)] = ", ".join(venue)
            self._gathering.use(line, self._event, "venue")

    @staticmethod
    def _may_be_title(line: Line) -> bool:
        return not line.bullet and len(line.text) <= _LONGEST_TITLE

    def _title(self, line: Line, words: str = "") -> None:
        text, programme = without_programme_words(words or line.text)
        if programme:
            self._event.values.setdefault("status", "draft")
        if not text:
            self._gathering.use(line)
            return
        self._named = True
        subtitle, name = parted_title(text, self._everything)
        language = self._tongue(line)
        self._event.text("name")[language] = name
        self._event.values["short_name"] = short_name(name)
        self._gathering.use(line, self._event, "name")
        if subtitle:
            self._event.text("subtitle")[language] = subtitle
            self._gathering.use(line, self._event, "subtitle")
            self._gathering.guess("subtitle", line, name, draft=self._event, name="name", subtitle=subtitle)

    def _subtitle(self, line: Line) -> None:
        """A second line of the title; a name with a year in it is the name, and the first line stood above it."""
        name, subtitle = self._event.text("name"), self._event.text("subtitle")
        language = self._tongue(line)
        known = name.get(language, "")
        if known and years_in(line.text) and not years_in(known) and not subtitle.get(language):
            subtitle[language], name[language] = known, line.text
            self._event.values["short_name"] = short_name(line.text)
            self._gathering.use(line, self._event, "name")
        elif known and not subtitle.get(language):
            subtitle[language] = line.text
            self._gathering.use(line, self._event, "subtitle")
        elif not known:
            name[language] = line.text
            self._gathering.use(line, self._event, "name")
        else:
            self._gathering.leave(line, "unknown")

    # ---- topics

    def _topic(self, line: Line) -> None:
        language = self._tongue(line)
        last = next(reversed(self._gathering.of("heading")), None)
        if line.style and last is not None and language not in last.text("text"):
            last.text("text")[language] = line.text  # the same in the document's second language
            self._gathering.use(line, last, "text")
            return
        heading = self._gathering.add(
            "heading", group=self._section or "workshops", text={language: line.text}, sessions=[]
        )
        self._gathering.use(line, heading, "text")

    # ---- participation

    def _registration(self, line: Line) -> bool:
        """ "Registration will be open from 20 September to 20 October 2021 at www…"."""
        if line.bullet or not found(vocabulary.REGISTRATION, line.text):
            return False
        span = read_span(line.text, year=self._year)
        address = _ADDRESS.search(line.text)
        opens = span is not None and span.first != span.last
        if not (opens or address) or len(line.text) > 400:
            return False
        facts = {"link": address[0] if address else ""}
        if span is not None and opens:
            facts.update({"from": span.first.isoformat(), "until": span.last.isoformat()})
        elif span is not None:
            facts["until"] = span.last.isoformat()
        self._event.values["registration"] = facts
        self._gathering.use(line, self._event, "registration")
        return True

    def _related(self, line: Line) -> bool:
        """ "The conference will be preceded by the plenary session of the committee on 15 November."."""
        title, span = self._meeting(line.text)
        if span is None and not line.style:
            return False
        language = self._tongue(line)
        known = next(reversed(self._gathering.of("related")), None)
        again = line.style and known is not None and language not in known.text("sentence")
        related = known if again and known else self._gathering.add("related")
        related.text("title")[language], related.text("sentence")[language] = title or line.text, line.text
        if span is not None:
            related.values.update({"from": span.first.isoformat(), "until": span.last.isoformat()})
        related.values["access"] = "restricted" if found(_RESTRICTED, line.text) else "public"
        self._gathering.use(line, related, "sentence")
        return True

    def _meeting(self, text: str) -> tuple[str, DaySpan | None]:
        """(what a meeting beside the conference is called, when it is); ("", None) for a sentence about none."""
        match, held = found(vocabulary.RELATED, text), found(vocabulary.TAKES_PLACE, text)
        if match is not None:
            behind = text[match.end() :]
            span = read_span(behind, year=self._year)
            title = behind[: span.begin] if span else behind
        elif held is not None and found(vocabulary.BESIDE, text):
            span = read_span(text[held.end() :], year=self._year)
            title = text[: held.start()]
        else:
            return "", None
        title = re.sub(r"\s*(?:,|\bon|\bfrom|\ble|\bdu|\bel|\bdel|\bthe)?\s*$", "", title).strip(" ,(.")
        title = re.sub(r"^(?:the|la|le|l['’]|el|una?|an?|une?)\s+", "", title, flags=re.IGNORECASE)
        return title[:1].upper() + title[1:], span

    def _of_participation(self, line: Line) -> bool:
        return bool(found(vocabulary.REGISTRATION, line.text) or working_languages(line.text))

    def _paragraph(self, line: Line, name: str) -> None:
        if codes := working_languages(line.text):
            self._event.values["working_languages"] = codes
            self._gathering.use(line, self._event, "working_languages")
            if re.match(rf"(?:{vocabulary.WORKING_LANGUAGES})\s*:", folded(line.text)):
                return
        self._paragraphs.setdefault(name, []).append((self._tongue(line), line.text))
        self._gathering.use(line, self._event, name)

    # ---- contact, funding

    def _contact(self, line: Line) -> None:
        mail, phone = _MAIL.search(line.text), _PHONE.match(folded(line.text))
        if not mail and not phone:
            self._paragraphs.setdefault("contact", []).append((self._tongue(line), line.text))
            self._gathering.use(line, self._event, "contact")
            return
        contact = next(iter(self._gathering.of("contact")), None) or self._gathering.add(
            "contact", "contact-1", purpose="general"
        )
        if mail:
            contact.values.setdefault("email", mail[0])
        if phone:
            contact.values.setdefault("phone", line.text[phone.start("number") : phone.end("number")].strip())
        self._gathering.use(line, contact, "email" if mail else "phone")

    def _funding(self, line: Line) -> bool:
        about_it = self._section == "funding" or found(vocabulary.FUNDED, line.text)
        if not line.style and (line.bullet or not about_it or not self._is_long(line)):
            return False
        self._paragraphs.setdefault("funding", []).append((self._tongue(line), line.text))
        self._gathering.use(line, self._event, "funding")
        return True

    # ---- the rest

    def _rest(self, line: Line) -> None:
        if codes := working_languages(line.text):
            self._event.values["working_languages"] = codes
            self._gathering.use(line, self._event, "working_languages")
        elif self._is_long(line):
            self._paragraph(line, "introduction")
        elif _MAIL.search(line.text) or _PHONE.match(folded(line.text)):
            self._contact(line)
        else:
            self._gathering.leave(line, "unknown")

    @staticmethod
    def _is_long(line: Line) -> bool:
        return len(line.text.split()) > 12 or len(line.text) > 80

    @property
    def _year(self) -> int:
        return self.span.first.year if self.span else 0

    def _tongue(self, line: Line) -> str:
        return language_of_line(line, self._language)


def working_languages(text: str) -> list[str]:
    """The codes of the languages a text says are the working languages, in its order."""
    match = found(vocabulary.WORKING_LANGUAGES, text)
    if match is None:
        return []
    sentence = re.split(r"\.(?:\s|$)", text[match.end() :])[0]
    words = re.findall(r"[^\W\d_]{4,}|\b[A-Z]{2,3}\b", sentence)
    codes = (language_codes().get(folded(word)) for word in words)
    return list(dict.fromkeys(code for code in codes if code))


def _mode(words: str) -> str:
    if found(_HYBRID, words):
        return "hybrid"
    return "online" if found(_ONLINE, words) else "on-site"


def donors_in(funding: str) -> Iterator[str]:
    """ "voluntary contributions from Canada, Hungary and USA": who contributes."""
    match = re.search(
        r"(?:contributions?|contribuciones)(?:\s\w+)?\s(?:from|de la|du|des|de)\s(?P<who>[^.]+)", funding
    )
    for name in re.split(r",|\band\b|\bet\b|\by\b", match["who"]) if match else ():
        if words := re.sub(r"^(?:the|la|le|les|el|los|du|de la)\s", "", name.strip()):
            yield words
