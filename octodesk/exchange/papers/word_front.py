# SPDX-License-Identifier: EUPL-1.2
"""The first page of the written document: title, dates, topics, participation, contact, funding."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from octodesk import languages
from octodesk.exchange.papers.copies import Copy, Said
from octodesk.exchange.papers.front_matter import working_languages
from octodesk.exchange.papers.word_sheet import Piece, Sheet
from octodesk.languages import N_
from octodesk.model.rows import Session
from octodesk.model.text import Text

_GROUPS = (
    ("special-event", N_("Special event"), ("special-event",)),
    ("workshops", N_("Workshops"), ("workshop",)),
)


def write_front(sheet: Sheet, copy: Copy) -> None:
    event = copy.document.event
    _texts(sheet, copy, "subtitle", event.subtitle)
    _texts(sheet, copy, "title", event.name)
    for language in copy.tongues:
        sheet.paragraph("dateline", _dateline(copy, language), language)
    sheet.paragraph("version", _version(copy))
    _paragraphs(sheet, copy, "introduction", event.introduction)
    _topics(sheet, copy)
    _participation(sheet, copy)
    _contact(sheet, copy)
    _paragraphs(sheet, copy, "funding", event.funding)


def _texts(sheet: Sheet, copy: Copy, what: str, text: Text) -> None:
    for said in copy.both(text):
        sheet.paragraph(what, said.words, said.language)


def _paragraphs(sheet: Sheet, copy: Copy, what: str, text: Text) -> None:
    for said in copy.paragraphs(text):
        sheet.paragraph(what, said.words, said.language)


def _dateline(copy: Copy, language: str) -> list[Piece]:
    event = copy.document.event
    pieces = [Piece(languages.date_range(event.first_day, event.last_day, language))]
    for what, text in (("place", event.place), ("venue", event.venue)):
        if said := copy.said(text, language):
            pieces += [Piece(" – "), Piece(said.words, what, said.language)]
    return pieces


def _version(copy: Copy) -> str:
    """ "Version 4 October 2021 · Draft programme"."""
    event = copy.document.event
    status = (
        copy.joined(N_("Draft programme")) if event.status == "draft" else copy.joined(N_("Final programme"))
    )
    return " · ".join(
        part for part in (languages.version_label(event.version, copy.language), status) if part
    )


# ---- topics


def _topics(sheet: Sheet, copy: Copy) -> None:
    lines = [(name, _lines(copy, group, kinds)) for group, name, kinds in _GROUPS]
    if not any(found for _, found in lines):
        return
    sheet.heading(copy.joined(N_("Programme")), 1)
    for name, found in lines:
        if found:
            sheet.heading(copy.joined(name), 2)
        for said in found:
            sheet.paragraph("topic", said.words, said.language)


def _lines(copy: Copy, group: str, kinds: Sequence[str]) -> list[Said]:
    """The lines of the list of topics: those written for it, else the titles of the sessions."""
    document = copy.document
    if document.headings:
        texts = [
            one.text for one in document.headings if one.group == group and _may_be_told(copy, one.sessions)
        ]
    else:
        sessions = [one for day in copy.days for one in copy.sessions(day) if one.kind in kinds]
        texts = [one.title for one in sessions if one.title and not copy.is_closed(one)]
    return [said for text in texts for said in copy.both(text)]


def _may_be_told(copy: Copy, session_ids: tuple[str, ...]) -> bool:
    """A line that stands for closed sessions alone would tell what they are about."""
    sessions: list[Session] = [copy.document.session(one) for one in session_ids]
    return not sessions or not all(map(copy.is_closed, sessions))


# ---- participation, contact


def _participation(sheet: Sheet, copy: Copy) -> None:
    event = copy.document.event
    said: list[tuple[str, Said]] = [("participation", one) for one in copy.paragraphs(event.participation)]
    for language in copy.tongues:
        said += [("participation", Said(words, language)) for words in _spoken(copy, language)]
        said += [("registration", Said(words, language)) for words in _registration(copy, language)]
    said += [
        ("related", one) for related in copy.document.related for one in copy.paragraphs(related.sentence)
    ]
    if said:
        sheet.heading(copy.joined(N_("Participation")), 1)
    for what, one in said:
        sheet.paragraph(what, one.words, one.language)


def _spoken(copy: Copy, language: str) -> Iterator[str]:
    """The working languages, where the text on participation does not say them."""
    event = copy.document.event
    told = [working_languages(one.words) for one in copy.paragraphs(event.participation)]
    if event.working_languages and list(event.working_languages) not in told:
        names = languages.listed(
            [languages.language_name(code, language) for code in event.working_languages], language
        )
        yield copy.gettext("Working languages: {languages}", language).format(languages=names)


def _registration(copy: Copy, language: str) -> Iterator[str]:
    facts = copy.document.event.registration
    first, last, link = _date(facts.get("from")), _date(facts.get("until")), facts.get("link")
    say: Callable[[str], str] = lambda message: copy.gettext(message, language)  # noqa: E731 - one language, four sentences
    if first and last:
        dates = languages.date_range(first, last, language)
        template = (
            say("Registration is open {dates} at {link}.") if link else say("Registration is open {dates}.")
        )
        yield template.format(dates=dates, link=link)
    elif link:
        yield say("Registration: {link}").format(link=link)


def _contact(sheet: Sheet, copy: Copy) -> None:
    document = copy.document
    lines = [(one.words, one.language) for one in copy.paragraphs(document.event.contact)]
    for contact in document.contacts:
        lines += [(one.words, one.language) for one in copy.paragraphs(contact.text)]
        lines += (
            [(copy.gettext("Tel. {number}").format(number=contact.phone), copy.language)]
            if contact.phone
            else []
        )
        lines += (
            [(copy.gettext("Email {address}").format(address=contact.email), copy.language)]
            if contact.email
            else []
        )
    if lines:
        sheet.heading(copy.joined(N_("Contact")), 1)
    for words, language in lines:
        sheet.paragraph("contact", words, language)


def _date(written: object) -> date | None:
    try:
        return date.fromisoformat(str(written))
    except ValueError:
        return None
