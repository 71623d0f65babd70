# SPDX-License-Identifier: EUPL-1.2
"""What each side has changed, as two letters side by side: HTML for the screen, for paper and for a file. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from octodesk import languages
from octodesk.languages import _
from octodesk.model.collisions import Collision
from octodesk.model.comparison import Difference
from octodesk.model.merge_review import Group, Line, Review
from octodesk.ui.merging.marking import marked
from octodesk.wording.collisions import answer_words, question_words
from octodesk.wording.differences import LONG
from octodesk.wording.merging import group_words, line_words, signature, summary
from octodesk.wording.rules import conflict_sentence


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: the author's id, when, and what the other side is called."""

    me: str
    now: datetime
    who: str


@dataclass(frozen=True, slots=True)
class Inks:
    """Colours of what is not plain text: headings, who and when, lines."""

    heading: str = "#12304f"
    muted: str = "#566373"
    line: str = "#d5dce4"


def letters(review: Review, reader: Reader, inks: Inks) -> str:
    """The two columns, group by group. A session's heading is a link to "session:ID"."""
    rows = "".join(_group(review, group, reader, inks) for group in review.groups())
    if not rows:
        nothing = _("Nothing differs but the history.")
        return f"<p>{escape(nothing)}</p>"
    you = _head(_("You"), inks)
    head = f"<tr>{_cell(you)}{_cell(_head(reader.who, inks))}</tr>"
    return f'<table width="100%" cellspacing="0" cellpadding="6">{head}{rows}</table>'


def _head(words: str, inks: Inks) -> str:
    return f'<b style="color:{inks.heading}">{escape(words)}</b>'


def _cell(inside: str, more: str = 'width="50%" valign="top"') -> str:
    return f"<td {more}>{inside}</td>"


def _group(review: Review, group: Group, reader: Reader, inks: Inks) -> str:
    name = escape(group_words(review.merged, review.base, group.session, group.table))
    if group.session and review.merged.find("session", group.session):
        name = f'<a href="session:{escape(group.session)}" style="color:{inks.heading};text-decoration:none">{name}</a>'
    ruled = f'colspan="2" style="border-top:1px solid {inks.line};padding-top:8px"'
    heading = f"<tr>{_cell(f'<b>{name}</b>', ruled)}</tr>"
    mine = "".join(_line(review, line, reader, inks, theirs=False) for line in group.mine)
    theirs = "".join(_line(review, line, reader, inks, theirs=True) for line in group.theirs)
    return f"{heading}<tr>{_cell(mine)}{_cell(theirs)}</tr>"


def _line(review: Review, line: Line, reader: Reader, inks: Inks, *, theirs: bool) -> str:
    words = escape(line_words(review, line, theirs=theirs))
    by = escape(signature(line.edit, reader.me, reader.now))
    signed = f' <span style="color:{inks.muted}">· {by}</span>' if by else ""
    return f"<p>{words}{signed}{_rewritten(line.difference, inks)}</p>"


def _rewritten(one: Difference, inks: Inks) -> str:
    """A long text in full, with what went and what came."""
    if not one.language or max(len(one.before or ""), len(one.after or "")) <= LONG:
        return ""
    return f'<br><span style="color:{inks.muted}">{marked(one.before or "", one.after or "")}</span>'


# -- the report


def report(
    review: Review, reader: Reader, *, title: str, left: Sequence[Collision], settled: Sequence[str]
) -> str:
    """All of it as one HTML document: for the printer and for a file."""
    inks, changes = Inks(), _("Changes")
    parts = [
        f'<h1 style="color:{inks.heading}">{escape(title)}</h1>',
        "".join(f"<p>{escape(words)}</p>" for words in summary(review, reader.who)),
        _listed(_("Settled"), settled, inks),
        _listed(_("Left for later"), list(_questions(review, left, reader)), inks),
        _listed(_("New clashes"), [conflict_sentence(review.merged, one) for one in review.clashes], inks),
        f'<h2 style="color:{inks.heading}">{escape(changes)}</h2>',
        letters(review, reader, inks),
    ]
    language = languages.language()
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style>'
    return f'<!doctype html><html lang="{language}"><head>{head}</head><body>{"".join(parts)}</body></html>'


_STYLE = "body{font-family:'Source Sans Pro',sans-serif;font-size:10pt;color:#1d2733} h1{font-size:17pt} h2{font-size:12pt}"


def _listed(title: str, sentences: Sequence[str], inks: Inks) -> str:
    if not sentences:
        return ""
    items = "".join(f"<li>{escape(words)}</li>" for words in sentences)
    return f'<h2 style="color:{inks.heading}">{escape(title)}</h2><ul>{items}</ul>'


def _questions(review: Review, left: Sequence[Collision], reader: Reader) -> Iterator[str]:
    for one in left:
        answers = [
            _("{value} ({who})").format(
                value=answer_words(review.merged, one, held.value),
                who=signature(held.edit, reader.me, reader.now),
            )
            for held in one.values
        ]
        yield _("{question}: {answers}").format(
            question=question_words(review.merged, one), answers=_(" or ").join(answers)
        )
