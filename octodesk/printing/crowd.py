# SPDX-License-Identifier: EUPL-1.2
"""Which people a print is about, in which order, and what stands on their cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from octodesk import languages
from octodesk.model.names import printed_name
from octodesk.model.rows import Contribution, Person, Session
from octodesk.printing import people
from octodesk.printing.audience import contributions_shown, days_shown, sessions_shown
from octodesk.printing.edition import Edition, Wording


@dataclass(frozen=True, slots=True)
class Part:
    """What somebody does in a session, as this copy may tell it."""

    session: Session
    contribution: Contribution


def parts_in_order(edition: Edition) -> Iterator[Part]:
    """Every part in the sessions asked for, in programme order and within a session in podium order."""
    wanted = edition.options
    for day in days_shown(edition):
        for session in sessions_shown(edition, day):
            if wanted.session and session.id != wanted.session:
                continue
            if wanted.room and wanted.room not in session.rooms:
                continue
            for one in sorted(contributions_shown(edition, session), key=_on_podium):
                if not wanted.person or one.person == wanted.person:
                    yield Part(session, one)


def _on_podium(part: Contribution) -> tuple[bool, int, bool]:
    """Numbered seats first, in their order; then who leads, then the others as they are listed."""
    return part.seat is None, part.seat or 0, part.role not in people.FIRST_ROLES


def narrowed(edition: Edition) -> bool:
    """Whether only some sessions or people are asked for."""
    wanted = edition.options
    return bool(wanted.day or wanted.session or wanted.room or wanted.person)


def guests(edition: Edition) -> list[Person]:
    """Who gets a badge, by family name: whoever comes and has not declined; of the sessions asked for, if any are."""
    if edition.options.person:
        return [edition.document.person(edition.options.person)]
    found: Iterable[Person] = edition.document.people
    if narrowed(edition):
        found = {part.contribution.person: edition.document.person(part.contribution.person)
                 for part in parts_in_order(edition)}.values()  # fmt: skip
    coming = [person for person in found if comes(edition, person) and person.status != "declined"]
    shown = [person for person in coming if person.publish or not edition.public]
    if len(shown) < len(coming):
        edition.notice("not-published", count=len(coming) - len(shown))
    return sorted(shown, key=lambda one: by_name(edition, one))


def comes(edition: Edition, person: Person, part: Contribution | None = None) -> bool:
    """Whether somebody is there in person; at an online conference nobody is, and everybody counts."""
    remote = person.remote or (part is not None and part.way != "room")
    return edition.event.mode == "online" or not remote


def by_name(edition: Edition, person: Person) -> tuple[tuple[str, str], tuple[str, str]]:
    family = person.family_name or person.given_name or big_name(edition, person).words
    return languages.sort_key(family, edition.language), languages.sort_key(
        person.given_name, edition.language
    )


# ---- what stands on a card


def big_name(edition: Edition, person: Person, *, honorific: bool = False) -> Wording:
    """The Latin name, else the function, else the organisation, else the country."""
    family_first = edition.event.name_order.in_language(edition.language) == "family-first"
    before = people.honorific(edition, person) if honorific else ""
    if name := printed_name(person, honorific=before, family_first=family_first):
        return Wording(name)
    for text in (person.function, person.organisation):
        if text:
            return edition.wording(text)
    return Wording(people.country_words(edition, person))


def own_script(edition: Edition, person: Person) -> str:
    """The name in its own script, "" where there is none or no font has it, which is noticed."""
    own = person.own_script.strip()
    if own and not edition.lettering.can_set(own):
        edition.notice("own-script-left-out", words=own, person=person.id)
        return ""
    return own


def under_name(edition: Edition, person: Person) -> list[Wording]:
    """Function and organisation, as far as they do not stand for the name."""
    name = big_name(edition, person).words
    worded = [edition.wording(text) for text in (person.function, person.organisation)]
    return [one for one in worded if one and one.words != name]


def category_words(edition: Edition, category: str) -> str:
    return {
        "government": edition.gettext("Government"),
        "judiciary": edition.gettext("Judiciary"),
        "prosecution": edition.gettext("Prosecution"),
        "law-enforcement": edition.gettext("Law enforcement"),
        "industry": edition.gettext("Industry"),
        "civil-society": edition.gettext("Civil society"),
        "data-protection": edition.gettext("Data protection"),
        "academia": edition.gettext("Academia"),
        "international-organisation": edition.gettext("International organisation"),
    }.get(category, category)


def type_words(edition: Edition, person: Person) -> str:
    """As what somebody is there, in the gender of that person."""
    of_a_woman = person.form_of_address == "Ms"
    kind = next((one for one in ("staff", "interpreter", "technician") if one in person.types), "")
    kind = kind or ("speaker" if "speaker" in person.types else "participant")
    if of_a_woman:
        return {
            "staff": edition.gettext("Staff"),
            "interpreter": edition.pgettext("a woman", "Interpreter"),
            "technician": edition.pgettext("a woman", "Technician"),
            "speaker": edition.pgettext("a woman", "Speaker"),
            "participant": edition.pgettext("a woman", "Participant"),
        }[kind]
    return {
        "staff": edition.gettext("Staff"),
        "interpreter": edition.gettext("Interpreter"),
        "technician": edition.gettext("Technician"),
        "speaker": edition.gettext("Speaker"),
        "participant": edition.gettext("Participant"),
    }[kind]
