# SPDX-License-Identifier: EUPL-1.2
"""What is wished for on the timetable, made into edits: the one place between the surface and the desk. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from octodesk.edits import copies, items, making_room, rows, sessions
from octodesk.model import clock
from octodesk.model.document import Document
from octodesk.model.edit import Change, Edit
from octodesk.model.fields import Placement
from octodesk.ui.stay import Stay
from octodesk.ui.timetable.ways import met_by
from octodesk.ui.timetable.wishes import BecomeItem, CopyTo, Drop, Join, Push, Resize, Sketch, Swap, Wish

if TYPE_CHECKING:
    from octodesk.ui.timetable.surface import Surface

Make = Callable[[Document], Edit]


class Bench(Protocol):
    """Applies the edit made of the document as it is; says itself why it was refused, and what would be possible."""

    @property
    def author_id(self) -> str: ...

    def fresh_id(self) -> str: ...

    def do(
        self, make: Make, *, stay: Stay | None = None, wished: tuple[str, Placement] | None = None
    ) -> bool: ...


def connect(surface: Surface, bench: Bench) -> None:
    """Lets everything wished for on a surface be done."""
    commands = _Commands(surface, bench)
    # A function of its own: of a bound method the signal would not keep the object.
    surface.wished.connect(partial(_Commands.fulfil, commands))
    surface.locks_toggled.connect(lambda chosen: bench.do(partial(locks_toggled, chosen=chosen)))


class _Commands:
    def __init__(self, surface: Surface, bench: Bench) -> None:
        self._surface, self._bench = surface, bench

    def fulfil(self, wish: Wish) -> None:
        match wish:
            case Sketch():
                self._draw(wish)
            case CopyTo():
                self._copy(wish)
            case BecomeItem():
                self._join_talks(wish)
            case Drop():
                self._drop(wish)
            case _:
                self._change(wish)

    def _change(self, wish: Wish, stay: Stay | None = None) -> bool:
        return self._bench.do(lambda document: edit_of(document, wish), stay=stay, wished=_wished(wish))

    def _drop(self, drop: Drop) -> None:
        """Where others stand, what else could be done is offered, and would take the place of this."""
        before, stay = self._surface.scene.document, Stay()
        met = met_by(before, drop.placements)
        if self._change(drop, stay) and met is not None:
            session, at = drop.placements[0]
            assert at is not None
            # What takes the drop's place is made of the document after it, so the old place is looked up now.
            swapped = sessions.exchanged(before, session, met)
            swap = partial(sessions.put_all, label="sessions-swapped", placements=swapped)
            self._surface.offer_choices(
                drop,
                met,
                swap=lambda: self._bench.do(swap, stay=stay),
                push=lambda: self._change(Push(session, at), stay),
            )

    def _draw(self, sketch: Sketch) -> None:
        """A session drawn is selected and opened."""
        new_id, bench = self._bench.fresh_id(), self._bench
        if bench.do(partial(added, sketch=sketch, author_id=bench.author_id, fresh_id=new_id)):
            self._surface.choose((new_id,))
            self._surface.opened.emit(new_id)

    def _join_talks(self, wish: BecomeItem) -> None:
        """The session is gone afterwards, so the one it went into is selected."""
        fresh, author = self._bench.fresh_id(), self._bench.author_id
        become = partial(items.become_item, session_id=wish.session, of=wish.of)
        if self._bench.do(lambda document: become(document, author_id=author, fresh_id=fresh)):
            self._surface.choose((wish.of,))

    def _copy(self, wish: CopyTo) -> None:
        made = fresh_ids(self._bench, wish.placements)
        if self._bench.do(lambda document: copied(document, wish, new_ids=made)):
            self._surface.choose(made)


def place_after(document: Document, session_id: str) -> Placement | None:
    """Right after a session, in its rooms, where nothing stands there; else None: not yet placed."""
    session = document.session(session_id)
    at = session.placement
    if at is None:
        return None
    after = Placement(document.end(session), at.rooms, at.exclusive)
    return after if not making_room.in_the_way(document, session_id, after) else None


def fresh_ids(bench: Bench, sessions: Iterable[object]) -> tuple[str, ...]:
    """One new id for each."""
    return tuple(bench.fresh_id() for _ in sessions)


def edit_of(document: Document, wish: Wish) -> Edit:
    """The edit of a wish that changes sessions there are. Refused as edits.sessions and edits.making_room say."""
    match wish:
        case Drop():
            return put(document, wish)
        case Swap(first, second):
            return sessions.swap(document, first=first, second=second)
        case Push(session, placement):
            return making_room.push(document, session, placement)
        case Resize():
            return resized(document, wish)
        case Join(session, placement):
            return sessions.move_session(document, session, placement)
        case _:
            raise TypeError(wish)


def _wished(wish: Wish) -> tuple[str, Placement] | None:
    """Which session was to go where, so that the nearest place that works can be offered."""
    match wish:
        case Drop(((session, at), *_)) if at is not None:
            return session, at
        case Push(session, placement) | Join(session, placement):
            return session, placement
        case _:
            return None


def put(document: Document, drop: Drop) -> Edit:
    """Sessions where they were dropped, as one edit. Refused as edits.sessions says."""
    if len(drop.placements) > 1:
        return sessions.put_all(document, "sessions-moved", drop.placements)
    session, at = drop.placements[0]
    return sessions.unplace(document, session) if at is None else sessions.move_session(document, session, at)


def resized(document: Document, resize: Resize) -> Edit:
    """An edge pulled. With the start it moves only if the upper edge was."""
    if document.session(resize.session).start == resize.start:
        return sessions.resize(document, resize.session, minutes=resize.minutes)
    return sessions.resize_top(document, resize.session, start=resize.start, minutes=resize.minutes)


def copied(document: Document, wish: CopyTo, *, new_ids: Iterable[str]) -> Edit:
    """Copies where they were dropped; items and people go along."""
    made = [(copies.copy_of(document, session), at) for session, at in wish.placements]
    return copies.put_copies(document, made, new_ids=new_ids)


def added(document: Document, sketch: Sketch, *, author_id: str, fresh_id: str) -> Edit:
    """A new session where it was drawn, of the first kind and without a title."""
    at = sketch.placement
    placement = {"start": clock.moment_words(at.start), "rooms": list(at.rooms), "exclusive": at.exclusive}
    values: dict[str, Any] = {"minutes": sketch.minutes, "placement": placement}
    return rows.add_row(
        document, table="session", values=values, author_id=author_id, row_id=None, fresh_id=fresh_id
    )


def locks_toggled(document: Document, chosen: Iterable[str]) -> Edit:
    """Time and room fixed for all of them, or free again where all were fixed."""
    found = [document.session(session) for session in chosen]
    lock = not all(one.locked_time and one.locked_room for one in found)
    edits = [
        document.edit(
            "session-locked" if lock else "session-unlocked", one, locked_time=lock, locked_room=lock
        )
        for one in found
    ]
    if len(edits) == 1:
        return edits[0]
    return _together("session-locked", edits, (one.id for one in found))


def _together(label: str, edits: Iterable[Edit], about: Iterable[str]) -> Edit:
    changes: list[Change] = [change for edit in edits for change in edit.changes]
    return Edit(label, tuple(changes), tuple(about))
