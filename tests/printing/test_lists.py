# SPDX-License-Identifier: EUPL-1.2
"""The list of speakers with its totals, the announcement, and sessions on pages of their own."""

from __future__ import annotations

from datetime import date

from octodesk.printing.announcement import opening_session, topics_with_aims
from octodesk.printing.edition import Wording
from octodesk.printing.speakers import Speaker, Totals, speakers_of, totals
from tests.build import at, person, session, text
from tests.printing.conference import edition_of, forum, print_of, sample
from tests.printing.reading import all_words, page_words, structure


def test_speakers_by_family_name_with_their_sessions_and_roles() -> None:
    assert speakers_of(edition_of(forum())) == [
        Speaker("olena", "Minister of Harbours", "Ukraine",
                (("Ten years of the Forum & a new charter", "Chair"), ("WS 1", ""))),
        Speaker("tariq", "", "Tunisia", (("Ten years of the Forum & a new charter", "Panellist"),)),
        Speaker("nobody", "Ministry of Fish", "Japan", (("WS 1", ""),)),
        Speaker("ines", "Net Makers", "", (("WS 1", "Moderator"),)),
    ]  # fmt: skip


def test_totals_count_what_is_known() -> None:
    document = forum(person("tariq", form_of_address="Mr", country="UA", category="judiciary", remote=True))
    edition = edition_of(document)
    assert totals(edition, speakers_of(edition)) == Totals(
        4, (("Ukraine", 2), ("Japan", 1)), (("Judiciary", 1),), (("Women", 2), ("Men", 1), ("Not known", 1)),
        (("In person", 3), ("By video link", 1)),
    )  # fmt: skip


def test_topics_stand_with_the_aim_of_their_first_session() -> None:
    document = forum(session("nets", at("A", "11:30", day="2021-11-16"), aim=text("To mend.")))
    assert topics_with_aims(edition_of(document)) == [
        (Wording("Ten years of the Forum"), Wording("")),
        (Wording("Nets, knots and ropes"), Wording("To mend.")),
        (Wording("Tides and boats"), Wording("")),
    ]


def test_the_announcement_tells_the_opening_as_the_reference_does() -> None:
    words = all_words(print_of(sample("octopus-2019"), "announcement").pdf)
    assert "The conference opens on Wednesday 20 November at 14:00 (Assembly Chamber)." in words
    assert "press office" in words
    opening = opening_session(edition_of(sample("octopus-2019")))
    assert opening is not None
    assert opening.id == "opening"


def test_the_announcement_is_one_page_on_every_paper() -> None:
    for name in ("octopus-2021", "octopus-2019"):
        for paper in ("a4", "a3", "letter"):
            for language in ("en", "fr", "es"):
                made = print_of(sample(name), "announcement", paper=paper, languages=(language,))
                assert made.pages == 1


def test_a_page_per_session_without_pauses() -> None:
    pages = page_words(print_of(forum(), "workshop").pdf)
    assert len(pages) == 6
    assert not any("Pause" in words or "Break" in words for words in pages)


def test_the_session_asked_for_alone() -> None:
    made = print_of(forum(), "workshop", session="boats", day=date(2021, 11, 17))
    assert made.pages == 1
    assert structure(made.pdf).find("H3")[0].words() == "WS 4 Boats in two rooms"
