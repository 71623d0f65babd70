# SPDX-License-Identifier: EUPL-1.2
"""How people are said on paper: names, roles, what they do and where they come from."""

from __future__ import annotations

from octodesk import languages
from octodesk.model.names import printed_name
from octodesk.model.rows import Contribution, Person
from octodesk.printing.edition import Edition
from octodesk.printing.lettering import Runs
from octodesk.printing.styles import GREY, Face

FIRST_ROLES = ("chair", "moderator")
"""Named before the others, each on a line of its own."""

UNNAMED_ROLES = frozenset({"interpreter", "secretariat", "technician"})
"""Work behind the scenes: on the run sheets, not in a programme."""


def person_runs(edition: Edition, person: Person) -> Runs:
    """ "Ms Olena KOVALENKO (Олена Коваленко)", or the function where there is no name."""
    name = latin_name(edition, person)
    if not name:
        return edition.set(
            function_words(edition, person) or country_words(edition, person), Face.SANS_SEMIBOLD
        )
    return edition.set(name, Face.SANS_SEMIBOLD) + _own_script(edition, person)


def latin_name(edition: Edition, person: Person) -> str:
    family_first = edition.event.name_order.in_language(edition.language) == "family-first"
    return printed_name(person, honorific=honorific(edition, person), family_first=family_first)


def _own_script(edition: Edition, person: Person) -> Runs:
    """Behind the name in brackets; left out, and noticed, where no font can set it."""
    own = person.own_script.strip()
    if not own:
        return ()
    if not edition.lettering.can_set(own):
        edition.notice("own-script-left-out", words=own, person=person.id)
        return ()
    return edition.set(" (", Face.SANS) + edition.set(own, Face.SANS) + edition.set(")", Face.SANS)


def honorific(edition: Edition, person: Person) -> str:
    """ "Ms", "H.E. Mr", "Dr", "Judge": titles before the name, as the print's language has them."""
    titles = list(person.titles)
    if "H.E." in titles:
        titles.remove("H.E.")
        return " ".join([_excellency(edition, person), *_title_words(edition, person, titles)]).strip()
    if titles:
        return " ".join(_title_words(edition, person, titles))
    return _form_of_address(edition, person)


def _form_of_address(edition: Edition, person: Person) -> str:
    match person.form_of_address:
        case "Ms":
            return edition.gettext("Ms")
        case "Mr":
            return edition.gettext("Mr")
    return ""


def _excellency(edition: Edition, person: Person) -> str:
    match person.form_of_address:
        case "Ms":
            return edition.gettext("H.E. Ms")
        case "Mr":
            return edition.gettext("H.E. Mr")
    return edition.gettext("H.E.")


def _title_words(edition: Edition, person: Person, titles: list[str]) -> list[str]:
    context = "title of a woman" if person.form_of_address == "Ms" else "title of a man"
    known = {
        ("Dr", "title of a woman"): edition.pgettext("title of a woman", "Dr"),
        ("Dr", "title of a man"): edition.pgettext("title of a man", "Dr"),
        ("Prof.", "title of a woman"): edition.pgettext("title of a woman", "Prof."),
        ("Prof.", "title of a man"): edition.pgettext("title of a man", "Prof."),
        ("Judge", "title of a woman"): edition.pgettext("title of a woman", "Judge"),
        ("Judge", "title of a man"): edition.pgettext("title of a man", "Judge"),
    }
    return [known.get((title, context), title) for title in titles]


def affiliation_words(edition: Edition, person: Person) -> str:
    """Function and organisation; without the function where that stands for the name."""
    texts = [person.organisation] if edition.shows("organisations") else []
    if latin_name(edition, person) and edition.shows("functions"):
        texts.insert(0, person.function)
    return ", ".join(words for words in (edition.words(text) for text in texts) if words)


def function_words(edition: Edition, person: Person) -> str:
    return edition.words(person.function)


def country_words(edition: Edition, person: Person) -> str:
    shown = person.country and edition.shows("countries")
    return languages.country_name(person.country, edition.language) if shown else ""


def presence_words(edition: Edition, person: Person, part: Contribution) -> str:
    """How and whether the person takes part, where it is worth saying: "by video link", "to be confirmed" …"""
    marks = []
    if part.way == "video":
        marks.append(edition.gettext("video message"))
    elif (part.way == "remote" or person.remote) and edition.event.mode != "online":
        marks.append(edition.gettext("by video link"))
    if person.status in {"invited", "to-be-confirmed"}:
        marks.append(edition.gettext("to be confirmed"))
    return ", ".join(marks)


def contribution_runs(edition: Edition, part: Contribution) -> Runs:
    """A person on one line: name, then function, organisation, country, and how they take part, in grey."""
    person = edition.document.person(part.person)
    facts = [affiliation_words(edition, person), country_words(edition, person)]
    if part.on_behalf_of:
        facts.append(edition.gettext("on behalf of {whom}").format(whom=edition.words(part.on_behalf_of)))
    words = ", ".join(fact for fact in facts if fact)
    runs = person_runs(edition, person)
    if words:
        runs += edition.set(f", {words}", colour=GREY)
    presence = presence_words(edition, person, part)
    return runs + (edition.set(f" ({presence})", colour=GREY) if presence else ())


def role_words(edition: Edition, role: str, people: list[Person]) -> str:
    """The heading above people with one role, in the number and gender of those people."""
    if len(people) > 1:
        return _roles(edition, role)
    return _role_of_a_woman(edition, role) if people[0].form_of_address == "Ms" else _role(edition, role)


def _role(edition: Edition, role: str) -> str:
    return {
        "chair": edition.gettext("Chair"),
        "moderator": edition.gettext("Moderator"),
        "speaker": edition.gettext("Speaker"),
        "panellist": edition.gettext("Panellist"),
        "keynote": edition.gettext("Keynote address"),
        "opening-address": edition.gettext("Opening address"),
        "rapporteur": edition.gettext("Rapporteur"),
    }.get(role, role)


def _role_of_a_woman(edition: Edition, role: str) -> str:
    return {
        "chair": edition.pgettext("a woman", "Chair"),
        "moderator": edition.pgettext("a woman", "Moderator"),
        "speaker": edition.pgettext("a woman", "Speaker"),
        "panellist": edition.pgettext("a woman", "Panellist"),
        "keynote": edition.gettext("Keynote address"),
        "opening-address": edition.gettext("Opening address"),
        "rapporteur": edition.pgettext("a woman", "Rapporteur"),
    }.get(role, role)


def _roles(edition: Edition, role: str) -> str:
    return {
        "chair": edition.gettext("Chairs"),
        "moderator": edition.gettext("Moderators"),
        "speaker": edition.gettext("Speakers"),
        "panellist": edition.gettext("Panellists"),
        "keynote": edition.gettext("Keynote addresses"),
        "opening-address": edition.gettext("Opening addresses"),
        "rapporteur": edition.gettext("Rapporteurs"),
    }.get(role, role)
