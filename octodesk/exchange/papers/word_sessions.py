# SPDX-License-Identifier: EUPL-1.2
"""A session in the written document: its title line, its occasion, where it is, who speaks, its agenda points."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from octodesk import languages
from octodesk.exchange.papers.copies import Copy, Said
from octodesk.exchange.papers.labels import read_label
from octodesk.exchange.papers.word_sheet import Piece
from octodesk.languages import N_
from octodesk.model.rows import Contribution, Person, Session

Put = Callable[[str, Sequence[Piece], str], None]
"""Takes a paragraph: what it is, its pieces, its language."""


def title_pieces(copy: Copy, session: Session, language: str, *, default_kind: str) -> list[Piece]:
    """ "WS 4: Crime and crypto currencies". The kind stands before where the title does not say it: `default_kind` is what
    a title that says nothing is taken for."""
    if copy.is_closed(session):
        return [Piece(copy.gettext("Closed session", language), "kind", language)]
    label = copy.document.label(session.id, language)
    title = copy.said(session.title, language)
    before = (
        [Piece(label, "label", language)] if label else _kind(copy, session, title, language, default_kind)
    )
    between = [Piece(copy.gettext("{label}: ", language).replace("{label}", ""))] if before and title else []
    marks = ", ".join(_marks(copy, session, language))
    return [
        *before, *between, *([Piece(title.words, "name", title.language)] if title else []),
        *([Piece(" "), Piece(f"({marks})", "mark", language)] if marks else []),
    ]  # fmt: skip


def _kind(copy: Copy, session: Session, title: Said, language: str, default_kind: str) -> list[Piece]:
    guessed = read_label(title.words) if title else None
    if title and (guessed.kind if guessed else default_kind) == session.kind:
        return []
    return [Piece(copy.kind_name(session, language), "kind", language)]


def _marks(copy: Copy, session: Session, language: str) -> list[str]:
    """What is to be known of it: "by invitation", "to be confirmed"."""
    marks = []
    if session.access == "invited":
        marks.append(copy.gettext("by invitation", language))
    if session.access == "media":
        marks.append(copy.gettext("open to the media", language))
    if session.status == "to-be-confirmed":
        marks.append(copy.gettext("to be confirmed", language))
    return marks


def put_titles(put: Put, copy: Copy, session: Session, *, default_kind: str, behind: Sequence[Piece]) -> None:
    """The title in each language, what stands behind the first one; of a special event the sentence that introduces it."""
    if (
        session.kind == "special-event"
        and (session.cooperation or session.occasion)
        and not copy.is_closed(session)
    ):
        _put_occasion(put, copy, session, behind)
        return
    more = [Piece(" · "), *behind] if behind else []
    for place, language in enumerate(_tongues(copy, session)):
        pieces = title_pieces(copy, session, language, default_kind=default_kind)
        put("session", pieces if place else [*pieces, *more], language)
    if (session.cooperation or session.occasion) and not copy.is_closed(session):
        for language in copy.tongues:
            put("occasion", _occasion(copy, session, language), language)


def _tongues(copy: Copy, session: Session) -> list[str]:
    """The second language only where it says something else."""
    said: dict[str, str] = {}
    for language in copy.tongues:
        words = (copy.document.label(session.id, language), copy.said(session.title, language).words)
        said.setdefault(" ".join(words), language)
    return list(said.values())


def _put_occasion(put: Put, copy: Copy, session: Session, behind: Sequence[Piece]) -> None:
    more = [Piece(" · "), *behind] if behind else []
    put("session", [Piece(copy.joined(N_("Plenary session")), "kind", copy.language), *more], copy.language)
    for language in copy.tongues:
        put("occasion", _occasion(copy, session, language), language)
    for said in copy.both(session.title):
        put("more title", [Piece(said.words, "name", said.language)], said.language)


def _occasion(copy: Copy, session: Session, language: str) -> list[Piece]:
    """With whom, and on which occasion, each marked as what it is."""
    partner, occasion = copy.said(session.cooperation, language), copy.said(session.occasion, language)
    if partner and occasion:
        template = copy.gettext(
            "Special event organised in co-operation with {partner} on the occasion of {occasion}", language
        )
    elif partner:
        template = copy.gettext(
            "Special event organised in co-operation with {partner} on the occasion of:", language
        )
    else:
        template = copy.gettext("Special event on the occasion of {occasion}", language)
    if session.kind != "special-event":
        template = "{partner} – {occasion}" if partner and occasion else "{partner}{occasion}"
    return _filled(template, {"partner": partner, "occasion": occasion})


def _filled(template: str, places: dict[str, Said]) -> list[Piece]:
    pieces = [Piece(template)]
    for name, said in places.items():
        split: list[Piece] = []
        for piece in pieces:
            before, found, after = (
                piece.words.partition(f"{{{name}}}") if not piece.what else (piece.words, "", "")
            )
            split += [Piece(before, piece.what, piece.language)]
            split += [Piece(said.words, name, said.language), Piece(after)] if found else []
        pieces = split
    return [piece for piece in pieces if piece.words]


# ---- where, and in which languages


def facts_pieces(copy: Copy, session: Session, language: str, *, rooms: bool, spoken: bool) -> list[Piece]:
    """ "Room 1 · foyer · Interpretation: English, French"."""
    if copy.is_closed(session):
        return []
    named = copy.room_names(session, language) if rooms else ()
    parts = [[Piece(room.words, "room", room.language)] for room in named]
    if rooms and not session.rooms and not session.exclusive and not session.place:
        parts.append([Piece(copy.gettext("Room to be decided", language))])
    if place := copy.said(session.place, language):
        parts.append([Piece(place.words, "elsewhere", place.language)])
    if spoken and session.interpretation:
        names = ", ".join(languages.language_name(code, language) for code in session.interpretation)
        parts.append([Piece(copy.gettext("Interpretation: {languages}", language).format(languages=names))])
    if spoken and session.floor_languages and not session.interpretation:
        names = ", ".join(languages.language_name(code, language) for code in session.floor_languages)
        parts.append([Piece(copy.gettext("{languages} only", language).format(languages=names))])
    return [piece for place_, part in enumerate(parts) for piece in ([Piece(" · ")] if place_ else []) + part]


# ---- agenda points and people


def put_points(put: Put, copy: Copy, session: Session, *, people: bool) -> None:
    """The agenda points, with those who speak in each where `people` are wanted."""
    if copy.is_closed(session):
        return
    for point in copy.document.agenda_of(session.id):
        for place, said in enumerate(copy.both(point.text)):
            length = languages.duration(point.minutes, said.language) if point.minutes and place == 0 else ""
            more = [Piece(" · "), Piece(length, "minutes", said.language)] if length else []
            put("point", [Piece(said.words), *more], said.language)
        if people:
            put_people(put, copy, session, point.id)


def put_people(put: Put, copy: Copy, session: Session, point: str | None) -> None:
    """Who has a part, by role: in the session, or in one of its agenda points."""
    role_style, style = ("role in point", "person in point") if point else ("role", "person")
    for role, parts in copy.roles(session, point):
        people = [copy.document.person(part.person) for part in parts]
        names = dict.fromkeys(copy.role_name(role, people, language) for language in copy.tongues)
        put(role_style, [Piece(" / ".join(names) + ":")], copy.language)
        for part, person in zip(parts, people, strict=True):
            put(style, person_pieces(copy, part, person), copy.language)


def person_pieces(copy: Copy, part: Contribution, person: Person) -> list[Piece]:
    """ "Ms Katrin TAMM, Professor, University, Estonia (to be confirmed)", each part marked as what it is."""
    name = [
        Piece(copy.address(person), "address"), Piece(person.given_name, "given name"),
        Piece(person.family_name, "family name"), Piece(person.own_script, "own script"),
    ]  # fmt: skip
    function, organisation = (
        copy.said(text, copy.language) for text in (person.function, person.organisation)
    )
    facts = [
        Piece(function.words, "function", function.language),
        Piece(organisation.words, "organisation", organisation.language),
        Piece(languages.country_name(person.country, copy.language) if person.country else "", "country"),
        Piece(copy.said(part.on_behalf_of, copy.language).words, "on behalf of"),
    ]
    pieces = _joined([piece for piece in name if piece.words], " ")
    pieces = _joined_groups([pieces, *([piece] for piece in facts if piece.words)], ", ")
    presence = _presence(copy, part, person)
    return [*pieces, Piece(" "), Piece(f"({presence})", "presence")] if presence else pieces


def _presence(copy: Copy, part: Contribution, person: Person) -> str:
    marks = []
    if part.way == "video":
        marks.append(copy.gettext("video message"))
    elif (part.way == "remote" or person.remote) and copy.document.event.mode != "online":
        marks.append(copy.gettext("by video link"))
    if person.status in {"invited", "to-be-confirmed"}:
        marks.append(copy.gettext("to be confirmed"))
    return ", ".join(marks)


def _joined(pieces: Sequence[Piece], between: str) -> list[Piece]:
    return _joined_groups([[piece] for piece in pieces], between)


def _joined_groups(groups: Sequence[Sequence[Piece]], between: str) -> list[Piece]:
    found: list[Piece] = []
    for group in groups:
        if group and found:
            found.append(Piece(between))
        found.extend(group)
    return found
