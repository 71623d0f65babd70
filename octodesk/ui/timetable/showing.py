# SPDX-License-Identifier: EUPL-1.2
"""What a gesture shows while it lasts: ghosts with hour and room, their price in words, the tint of every place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from octodesk.languages import _, ngettext
from octodesk.model import clock
from octodesk.model.document import Document
from octodesk.model.fields import Placement
from octodesk.ui import words
from octodesk.ui.timetable.carrying import Carrying
from octodesk.ui.timetable.costs import Stretch, need_of, stretches
from octodesk.ui.timetable.faces import BLUE, Face
from octodesk.ui.timetable.gestures import Banding, Gesture, Ghost, Locked
from octodesk.ui.timetable.overlay import Overlay
from octodesk.ui.timetable.price import Price, price_of, price_of_all
from octodesk.ui.timetable.price_words import PriceWords, clash_count, headline, price_words
from octodesk.ui.timetable.scene import Scene
from octodesk.ui.timetable.ways import Way
from octodesk.ui.timetable.wishes import BecomeItem, OverHeaders, OverList, Wish
from octodesk.wording.refusals import refusal

Costs = Mapping[int, tuple[Stretch, ...]]


def overlay_of(scene: Scene, gesture: Gesture, costs: Costs) -> Overlay:
    """Everything to paint for a gesture as it stands now."""
    if isinstance(gesture, Banding):
        return Overlay(band=gesture.area)
    ghosts = gesture.ghosts
    shown = tuple((ghost, ghost_face(scene, ghost)) for ghost in ghosts)
    if not ghosts or not ghosts[0].session:
        return Overlay(shown, costs=costs)
    keys = keys_of(scene, gesture)
    if isinstance(gesture, Carrying) and (refused := gesture.plan.refused) is not None:
        why = PriceWords(refusal(scene.document, refused))
        return Overlay(shown, why, clashes=1, hard=True, costs=costs, keys=keys)
    if (host := _host(gesture)) is not None:
        return Overlay(shown, PriceWords(_becomes(scene, host)), costs=costs, keys=keys)
    price = _price(scene.document, ghosts)
    said = _said(scene.document, price, ghosts[0])
    if isinstance(gesture, Carrying):
        said = PriceWords(said.headline, " ".join([*_before(scene, gesture), said.sentences]).strip())
    return Overlay(shown, said, clashes=price.clashes, hard=price.is_hard, costs=costs, keys=keys)


def _host(gesture: Gesture) -> str | None:
    """The lightning talks of which what is carried would become an item, where it can."""
    if not isinstance(gesture, Carrying) or not isinstance(wish := gesture.wish, BecomeItem):
        return None
    return wish.of if gesture.plan.refused is None else None


def _becomes(scene: Scene, host: str) -> str:
    return _("Becomes an item of {session}.").format(session=words.short_session_name(scene.document, host))


def _said(document: Document, price: Price, ghost: Ghost) -> PriceWords:
    """How many clashes all of it would have, and in sentences those of the session that was grabbed."""
    own = Price(tuple(one for one in price.conflicts if ghost.session in one.sessions))
    sentences = price_words(document, own, ghost.session, ghost.placement).sentences
    return PriceWords(headline(price.clashes), sentences)


def keys_of(scene: Scene, gesture: Gesture) -> tuple[tuple[str, str], ...]:
    """What can be done now, with the key that does it."""
    leave = (_("Esc"), _("leave as it was"))
    if isinstance(gesture, Carrying) and isinstance(gesture.target, OverHeaders):
        return (leave,)
    if not isinstance(gesture, Carrying):
        return (leave, ("↑ ↓", _("a minute")))
    met = gesture.met
    if met is None:
        return (leave, ("↑ ↓", _("a minute")), (_("Ctrl"), _("copy")))
    other = words.short_session_name(scene.document, met)
    return (
        (_("Alt"), _("swap with {session}").format(session=other)),
        (_("Shift"), _("push the rest")),
        leave,
    )


def _before(scene: Scene, gesture: Carrying) -> Iterator[str]:
    """In which way it would be put down, and why it does not follow the pointer everywhere."""
    document, met = scene.document, gesture.met
    if isinstance(gesture.target, OverHeaders):
        yield _("Nothing will run beside it.")
    elif gesture.way == "copy":
        yield _("A copy is made.")
    elif gesture.way == "swap" and met is not None:
        yield _("Changes places with {session}.").format(session=words.short_session_name(document, met))
    elif gesture.way == "push" and (count := len(gesture.plan.placed) - 1):
        yield ngettext("{n} session is pushed later.", "{n} sessions are pushed later.", count).format(
            n=count
        )
    yield from _fixed(scene, gesture.main)


def choices_of(scene: Scene, gesture: Carrying) -> tuple[tuple[str, Wish], ...]:
    """What can be done with what is carried, for the menu of the right button: words and wish."""
    document, found = scene.document, []
    said: dict[Way, str] = {"move": _("Move here"), "copy": _("Copy here")}
    met = gesture.met
    if met is not None:
        other = words.short_session_name(document, met)
        said |= {"swap": _("Swap with {session}").format(session=other), "push": _("Push the later ones")}
    for way, sentence in said.items():
        gesture.way = way
        if (wish := gesture.wish) is not None:
            found.append((_item_words(document, wish) or sentence, wish))
    return tuple(found)


def _item_words(document: Document, wish: Wish) -> str:
    if not isinstance(wish, BecomeItem):
        return ""
    other = words.short_session_name(document, wish.of)
    return _("Make it an item of {session}").format(session=other)


def locked_words(document: Document, locked: Locked) -> str:
    """Why it cannot be moved, and what would help."""
    name = words.session_name(document, locked.session)
    match locked.part:
        case "time":
            return _("{session} has a fixed time. Free the time first, then move it.").format(session=name)
        case "room":
            return _("{session} has a fixed room. Free the room first, then move it.").format(session=name)
        case _:
            return _("{session} has a fixed time and room. Free them first, then move it.").format(
                session=name
            )


def _fixed(scene: Scene, session_id: str) -> Iterator[str]:
    """Why it does not follow the pointer everywhere."""
    session = scene.document.session(session_id)
    if session.locked_time and session.placement is not None:
        yield _("Its time is fixed: only the room changes.")
    if session.locked_room and session.placement is not None:
        yield _("Its room is fixed: only the time changes.")


def costs_of(scene: Scene, gesture: Gesture, *, known: Costs) -> Costs:
    """For each column where the carried session would fit; computed once per gesture and view."""
    if known or not isinstance(gesture, Carrying):
        return known
    grid = scene.grid
    need = need_of(scene.document, gesture.main, besides=gesture.sessions)
    return {
        place: stretches(need, column, begins=grid.begins, ends=grid.ends)
        for place, column in enumerate(grid.columns)
    }


def _price(document: Document, ghosts: tuple[Ghost, ...]) -> Price:
    if len(ghosts) > 1:
        return price_of_all(document, ((ghost.session, ghost.placement) for ghost in ghosts))
    ghost = ghosts[0]
    return price_of(document, ghost.session, ghost.placement, minutes=ghost.minutes)


def ghost_face(scene: Scene, ghost: Ghost) -> Face:
    """The block's own face with the hours and room it would have."""
    hours = hours_of(scene.document, ghost)
    held = words.held_in(scene.document, ghost.placement)
    if not ghost.session:
        return Face("", "block", BLUE, "", _("New session"), hours, held, "")
    face = scene.face(ghost.session)
    return replace(face, hours=hours, facts=held, panel="", agenda=(), clashing=False)


def hours_of(document: Document, ghost: Ghost) -> str:
    start = ghost.placement.start
    end = clock.end_of(start, ghost.minutes, document.event.time_zone)
    return words.hours_words(document, start, end)


def described(scene: Scene, gesture: Gesture, overlay: Overlay) -> str:
    """For the status bar: "Dragging WS 4 Ransomware → Room 2, 14:15–16:05 · 2 clashes"."""
    if not gesture.sessions:
        return ""
    name = words.session_name(scene.document, gesture.sessions[0])
    if isinstance(gesture, Carrying) and isinstance(gesture.target, OverList):
        return _("Dragging {session} → not yet placed").format(session=name)
    if not overlay.ghosts:
        return _("Dragging {session}").format(session=name)
    if isinstance(gesture, Carrying) and isinstance(gesture.target, OverHeaders):
        clashes = clash_count(overlay.clashes)
        return _("Dragging {session} → nothing beside it · {clashes}").format(session=name, clashes=clashes)
    if (host := _host(gesture)) is not None:
        other = words.short_session_name(scene.document, host)
        return _("Dragging {session} → item of {other}").format(session=name, other=other)
    ghost = overlay.ghosts[0][0]
    return _("Dragging {session} → {room}, {hours} · {clashes}").format(
        session=name,
        room=_where(scene, ghost.placement),
        hours=hours_of(scene.document, ghost),
        clashes=clash_count(overlay.clashes),
    )


def _where(scene: Scene, at: Placement) -> str:
    """The room, with the day where several are in view."""
    room = words.held_in(scene.document, at)
    if len(scene.days) < 2:
        return room
    return _("{day}, {place}").format(day=words.short_day_words(scene.document.day_of(at)), place=room)
