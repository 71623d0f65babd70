# SPDX-License-Identifier: EUPL-1.2
"""The name of a conference within the line that announces it."""

from __future__ import annotations

import re
from typing import Final

from octodesk.exchange.papers import vocabulary
from octodesk.exchange.papers.wordbook import folded, matches

_GENERIC: Final = (
    "conference|forum|congress|summit|symposium|seminar|meeting|assembly|days|conferencia|congreso|cumbre|seminario|jornadas|foro|"
    "congres|sommet|colloque|seminaire|assises|journees"
)
_YEAR: Final = re.compile(r"\s*(?:19|20|21)\d\d$")


def without_programme_words(text: str) -> tuple[str, bool]:
    """(the title without "Draft programme" in any language, whether such words stood there)."""
    pieces = re.split(r"(\s+[–—-]\s+|\s*[/|:·]\s+|\s+/\s*)", text)
    kept: list[str] = []
    taken = False
    for piece in pieces:
        if matches(vocabulary.DRAFT, piece) or matches(vocabulary.PROGRAMME, piece):
            taken = True
        else:
            kept.append(piece)
    words = "".join(kept)
    return re.sub(r"^[\s–—/|:·-]+|[\s–—/|:·-]+$", "", words) if taken else text.strip(), taken


def parted_title(text: str, everything: str) -> tuple[str, str]:
    """(what stands before the name, the name): the name is what the document calls the conference elsewhere.

    "Cooperation against Cybercrime Octopus Conference 2021" where "the Octopus Conference" is told of: the last two words
    and the year are the name. Without such a place the whole line is.
    """
    words = text.split()
    plain = folded(text)
    for first in range(1, len(words) - 1):
        name = " ".join(words[first:])
        bare = folded(_YEAR.sub("", name))
        generic = re.search(rf"\b(?:{_GENERIC})$", bare)
        elsewhere = everything.replace(plain, " ")
        if generic and len(bare.split()) > 1 and words[first][:1].isupper() and f"the {bare} " in elsewhere:
            return " ".join(words[:first]).strip(" ,:–—-"), name
    return "", text


def short_name(name: str) -> str:
    """ "Octopus 2021" of "Octopus Conference 2021"; a name without a year stays whole."""
    match = re.fullmatch(rf"(?P<own>\S+(?:\s\S+)?)\s(?:{_GENERIC})\s(?P<year>\d{{4}})", folded(name))
    if match is None:
        return name
    own = name[: match.end("own")]
    return f"{own} {name[-4:]}"
