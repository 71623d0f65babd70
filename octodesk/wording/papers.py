# SPDX-License-Identifier: EUPL-1.2
"""What was read from a programme document, what was guessed and what was left out, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from octodesk import languages
from octodesk.languages import N_, _, ngettext
from octodesk.wording.failures import CodedFailure


class PlaceLike(Protocol):
    @property
    def line(self) -> int: ...
    @property
    def paragraph(self) -> int: ...
    @property
    def table(self) -> int: ...
    @property
    def row(self) -> int: ...
    @property
    def cell(self) -> int: ...


class GuessLike(Protocol):
    @property
    def what(self) -> str: ...
    @property
    def place(self) -> PlaceLike: ...
    @property
    def value(self) -> str: ...
    @property
    def facts(self) -> tuple[tuple[str, str], ...]: ...


class LeftOutLike(Protocol):
    @property
    def words(self) -> str: ...
    @property
    def place(self) -> PlaceLike: ...
    @property
    def reason(self) -> str: ...


class RemarkLike(Protocol):
    @property
    def kind(self) -> str: ...
    @property
    def author(self) -> str: ...
    @property
    def words(self) -> str: ...


_REMARKS: Mapping[str, str] = {
    "comment": N_("Comment by {author}: {words}"),
    "inserted": N_("Inserted by {author}: {words}"),
    "deleted": N_("Deleted by {author}: {words}"),
}


def remark_sentence(remark: RemarkLike) -> str:
    """A comment in the margin or a tracked change, with who made it."""
    words = languages.quoted(remark.words.strip(), languages.language())
    return _(_REMARKS[remark.kind]).format(author=remark.author or _("somebody"), words=words)


def place_words(place: PlaceLike) -> str:
    """ "line 12", "table 2, row 3, cell 2", "paragraph 5"; "" for the document as a whole."""
    if place.table:
        return _("table {table}, row {row}, cell {cell}").format(
            table=place.table, row=place.row, cell=place.cell
        )
    if place.line:
        return _("line {line}").format(line=place.line)
    return _("paragraph {paragraph}").format(paragraph=place.paragraph) if place.paragraph else ""


_GUESSED: Mapping[str, str] = {
    "subtitle": N_("The line holds a motto and the name: the name was taken to be “{value}”."),
    "no-name": N_("The document says no name: the conference was called “{value}”."),
    "room-of-column": N_("Column {column} has no name: it was taken for a room and called “{value}”."),
    "heading-sessions": N_("The topic was linked to the sessions that share its words."),
    "zone": N_("“{mark}” was read as the time of {value}."),
    "year": N_("The day says no year: {value} was taken."),
    "weekday-differs": N_("The weekday does not fit the date: the date {value} was taken."),
    "no-such-day": N_("There is no such day: {value} was taken."),
    "day-outside": N_("{value} lies far from the days of the conference."),
    "end-before-start": N_("The end, {value}, is before the start: the length was guessed."),
    "length": N_("No end is given: {value} minutes were taken."),
    "kind": N_("The kind of session was taken to be “{value}”."),
    "number-of-series": N_("“{label}” was counted in the same series, as number {value}."),
    "person-unknown": N_("Nobody is named: “{value}” was kept as somebody to be confirmed."),
    "function-or-organisation": N_("“{value}” was taken for the organisation, or the function before it."),
    "language-uk": N_("“UK” was read as the Ukrainian language."),
}  # fmt: skip

_LEFT_OUT: Mapping[str, str] = {
    "unknown": N_("It is not clear what this line is."),
    "no-time": N_("It stands under a day, but at no hour."),
    "no-day": N_("It has an hour, but stands under no day."),
    "nothing-then": N_("There is an hour, but nothing beside it."),
    "another-conference": N_("Another conference begins here. Bring it in from a document of its own."),
    "too-deep": N_("The document is nested too deeply: nothing from here on was read. Copy the rest into a document of its own."),
    "too-long": N_("The document is too long: nothing from here on was read. Save the rest as a document of its own."),
}  # fmt: skip


def guess_sentence(guess: GuessLike) -> str:
    """What was guessed, and how."""
    template = _GUESSED.get(guess.what, N_("“{value}” was guessed."))
    return _(template).format(value=_value(guess), **dict(guess.facts))


def _value(guess: GuessLike) -> str:
    if guess.what != "kind":
        return guess.value
    return kind_words(guess.value)


def kind_words(kind_id: str) -> str:
    """The name of a built-in kind in the program's language; any other as it is."""
    from octodesk.model.kinds import BUILT_IN_KINDS

    names = BUILT_IN_KINDS.get(kind_id, {}).get("name", {})
    return str(names.get(languages.language()) or names.get("en") or kind_id)


def left_out_sentence(left: LeftOutLike) -> str:
    """Why nothing was made of it."""
    return _(_LEFT_OUT.get(left.reason, _LEFT_OUT["unknown"]))


class RemarkedLine(Protocol):
    @property
    def place(self) -> PlaceLike: ...
    @property
    def text(self) -> str: ...
    @property
    def remarks(self) -> Sequence[RemarkLike]: ...


def report_json(
    read: Mapping[str, int], guessed: Iterable[GuessLike], left_out: Iterable[LeftOutLike],
    lines: Iterable[RemarkedLine],
) -> dict[str, Any]:  # fmt: skip
    """As `import --json` prints it; `lines` are those of the document, with the comments and changes in its margin."""
    return {
        "read": dict(read),
        "guessed": [
            {
                "what": one.what,
                "where": place_words(one.place),
                "value": one.value,
                "message": guess_sentence(one),
            }
            for one in guessed
        ],
        "left_out": [
            {"what": one.words, "where": place_words(one.place), "message": left_out_sentence(one)}
            for one in left_out
        ],
        "remarks": [
            {
                "what": remark.kind,
                "where": place_words(line.place),
                "author": remark.author,
                "value": line.text,
                "message": remark_sentence(remark),
            }
            for line in lines
            for remark in line.remarks
        ],
    }


def report_lines(
    read: Mapping[str, int],
    guessed: Sequence[GuessLike],
    left_out: Sequence[LeftOutLike],
    lines: Iterable[RemarkedLine],
) -> Iterator[str]:
    """The same for people: what was read, then what to look at."""
    yield read_sentence(read)
    for guess in guessed:
        yield _("{where}: {what}").format(
            where=place_words(guess.place) or _("document"), what=guess_sentence(guess)
        )
    for line in lines:
        for remark in line.remarks:
            yield _("{where}: {what}").format(where=place_words(line.place), what=remark_sentence(remark))
    if left_out:
        yield _("Left out:")
    yield from map(_left_line, left_out)


def unread_lines(left_out: Iterable[LeftOutLike]) -> list[str]:
    """What was left out without its words being read: where the reading of the document stopped, and why."""
    return [languages.capitalised(_left_line(left)) for left in left_out if not left.words]


def _left_line(left: LeftOutLike) -> str:
    return _("{where}: {what}").format(where=place_words(left.place) or _("document"), what=_left_words(left))


def _left_words(left: LeftOutLike) -> str:
    """ "“Dear all” – It is not clear what this line is."; the reason alone where no words were read."""
    if not left.words:
        return left_out_sentence(left)
    return f"{languages.quoted(_shortened(left.words), languages.language())} – {left_out_sentence(left)}"


def read_sentence(read: Mapping[str, int]) -> str:
    """ "Read: 3 days, 26 sessions, 2 rooms, no people."."""
    sessions = ngettext("{n} session", "{n} sessions", read["sessions"]).format(n=read["sessions"])
    days = ngettext("{n} day", "{n} days", read["days"]).format(n=read["days"])
    rooms = ngettext("{n} room", "{n} rooms", read["rooms"]).format(n=read["rooms"])
    people = ngettext("{n} person", "{n} people", read["people"]).format(n=read["people"])
    return _("Read: {days}, {sessions}, {rooms}, {people}.").format(
        days=days, sessions=sessions, rooms=rooms, people=people
    )


def _shortened(words: str) -> str:
    return words if len(words) <= 80 else words[:79] + "…"


_FAILED: Mapping[str, str] = {
    "missing": N_("There is no file “{file}” in {folder}. Check its name and place."),
    "not-a-file": N_("“{file}” is a folder, not a document. Choose a file."),
    "not-allowed": N_("You are not allowed to read “{file}”. Ask its owner, or copy it to a folder of your own."),
    "unreadable": N_("“{file}” cannot be read ({system}). Try again, or copy it to this computer first."),
    "empty": N_("“{file}” holds no words. Choose the document with the programme."),
    "too-large": N_("“{file}” is too large for a programme ({size_mb} MB; the limit is {limit_mb} MB). Save the programme alone."),
    "locked": N_("“{file}” is locked with a password. Open it in Word, take the password off, and save it again."),
    "old-word": N_("“{file}” is a document of an old Word (.doc). Open it there and save it as .docx."),
    "not-a-document": N_("“{file}” is not a document this program reads. Save the programme as .docx, HTML or text."),
    "damaged": N_("“{file}” is damaged. Open it in Word and save it again, or ask for it to be sent again."),
    "no-programme": N_("No programme was found in “{file}”: no day and no hour that belong together. Check that it is the right document."),
}  # fmt: skip


def paper_failure(wrong: CodedFailure, path: Path) -> str:
    """Why a document cannot be read."""
    template = _FAILED.get(wrong.reason, _FAILED["damaged"])
    sizes = {
        f"{name}_mb": value // 1_000_000 for name, value in wrong.facts.items() if isinstance(value, int)
    }
    return _(template).format(file=path.name or str(path), folder=path.parent, **{**wrong.facts, **sizes})
