# SPDX-License-Identifier: EUPL-1.2
"""People as programmes name them: "Moderator: Ms Katrin NYMAN-METCALF, Estonia, Professor"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from octodesk.exchange.papers import vocabulary
from octodesk.exchange.papers.page import Line
from octodesk.exchange.papers.wordbook import country_code, folded, found, matches

_ADDRESSES: Final = "|".join(sorted({*vocabulary.ADDRESS, *vocabulary.TITLES}, key=len, reverse=True))
_ONE_ADDRESS: Final = re.compile(rf"(?P<word>(?<!\w)(?:{_ADDRESSES}))(?:\.\s*|\s+)(?=\S)")
_STARTS_PERSON: Final = re.compile(rf"(?:{_ADDRESSES})(?:\.\s*|\s+)\S")
_BETWEEN: Final = re.compile(
    rf"\s*;\s*|\s+[–—-]\s+(?={_STARTS_PERSON.pattern})|,?\s+(?:and|et|y|&)\s+(?={_STARTS_PERSON.pattern})"
)
_IN_BRACKETS: Final = re.compile(r"\s*\(([^()]*)\)\s*\.?$")
_ORGANISATION: Final = re.compile(
    r"\b(?:ministry|university|council|court|office|agency|commission|institute|association|centre|center|bank|police|union|"
    r"organisation|organization|foundation|company|ltd|gmbh|inc|ministere|universite|conseil|cour|agence|institut|banque|fondation|"
    r"ministerio|universidad|consejo|tribunal|oficina|agencia|comision|instituto|asociacion|centro|banco|fundacion|division|"
    r"department|direction|directorate|interpol|europol|unesco|nations|group|service|authority|academy|network|federation)\b"
)
_FUNCTION: Final = re.compile(
    r"\b(?:head|director|directrice|directeur|directora|minister|ministre|ministra|ministro|secretary|secretaire|secretari[oa]|"
    r"president[ea]?|chair\w*|professor|professeure?|profesor[a]?|judge|juge|juez|prosecutor|procureure?|fiscal|officer|adviser|"
    r"advisor|conseill\w+|asesor[a]?|chef|cheffe|jef[ea]|representative|representante?|member|membre|miembro|coordinator|manager|"
    r"commissioner|ambassador|ambassadeur|ambassadrice|embajador[a]?|expert[ea]?|experto|editor|mayor|maire|alcalde|lawyer|deputy)\b"
)
_CAPITALS: Final = re.compile(r"(?=.*[^\W\d_].*[^\W\d_])[^a-zß-öø-ÿ]+$")


@dataclass(frozen=True, slots=True)
class Named:
    """A person as one line names him or her."""

    form_of_address: str = ""
    titles: tuple[str, ...] = ()
    given_name: str = ""
    family_name: str = ""
    own_script: str = ""
    function: str = ""
    organisation: str = ""
    country: str = ""
    behalf: str = ""
    status: str = ""
    way: str = "room"
    doubtful: bool = False
    """Whether what is name and what is function was guessed."""

    @property
    def is_somebody(self) -> bool:
        return bool(self.given_name or self.family_name or self.function or self.organisation or self.country)


@cache
def _roles() -> re.Pattern[str]:
    phrases = sorted(
        (phrase for words in vocabulary.ROLES.values() for said in words.values() for phrase in said.split("|")),
        key=len, reverse=True,
    )  # fmt: skip
    return re.compile(
        rf"(?P<phrase>{'|'.join(map(re.escape, dict.fromkeys(phrases)))})(?:\(s\)|\(es\)|s)?(?:\s/\s[^:]{{3,40}})?\s*(?::\s*|$)"
    )


def role_line(text: str) -> tuple[str, str, str] | None:
    """(role, what stands behind it, its words) of "Moderator: …"; None for any other line."""
    match = _roles().match(folded(text))
    if match is None:
        return None
    role = next(
        role
        for role, said in vocabulary.ROLES.items()
        if any(match["phrase"] in one.split("|") for one in said.values())
    )
    return role, text[match.end() :].strip(), text[: match.end()].strip(" :")


def looks_like_a_person(text: str) -> bool:
    return bool(_STARTS_PERSON.match(folded(text)))


def read_people(line: Line, text: str) -> list[Named]:
    """Everybody a line names, in its order."""
    if line.said("family name") or line.said("given name"):
        return [_marked(line)]
    plain = folded(text)
    cuts = [(match.start(), match.end()) for match in _BETWEEN.finditer(plain)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(begin for begin, _ in cuts), len(text)]
    told = (read_person(text[begin:end]) for begin, end in zip(starts, ends, strict=True))
    return [one for one in told if one.is_somebody or one.status]


def read_person(text: str) -> Named:
    """One person, with function, organisation, country and how he or she takes part."""
    text, person = _without_brackets(text.strip(" ,.;–—-•"))
    if matches(vocabulary.UNKNOWN_PERSON, text):
        return replace(person, status="to-be-confirmed")
    text, person = _without_address(text, person)
    pieces = [piece.strip() for piece in text.split(",")]
    if not person.form_of_address and not person.titles and not _is_name(pieces[0]):
        return _with_facts(person, pieces)
    given, family = _parted(pieces[0])
    return _with_facts(replace(person, given_name=given, family_name=family), pieces[1:])


def _without_brackets(text: str) -> tuple[str, Named]:
    person = Named()
    while match := _IN_BRACKETS.search(text):
        known = _bracketed(person, match[1].strip())
        if known is None:
            break
        text, person = text[: match.start()], known
    return text.strip(" ,"), person


def _bracketed(person: Named, words: str) -> Named | None:
    """The person with what one pair of brackets says; None where it says something else."""
    for piece in (one.strip() for one in words.split(",")):
        if matches(vocabulary.UNKNOWN_PERSON, piece):
            person = replace(person, status="to-be-confirmed")
        elif matches(vocabulary.BY_VIDEO, piece):
            person = replace(person, way="video")
        elif matches(vocabulary.REMOTE, piece):
            person = replace(person, way="remote")
        elif code := country_code(piece):
            person = replace(person, country=code)
        else:
            return None
    return person


def _without_address(text: str, person: Named) -> tuple[str, Named]:
    while match := _ONE_ADDRESS.match(folded(text)):
        word = match["word"].rstrip(".")
        text = text[match.end() :]
        if word in vocabulary.ADDRESS:
            person = replace(person, form_of_address=vocabulary.ADDRESS[word])
        else:
            person = replace(person, titles=(*person.titles, vocabulary.TITLES[word]))
            if word in {"excmo", "excma"}:
                person = replace(person, form_of_address="Ms" if word == "excma" else "Mr")
    return text, person


def _is_name(words: str) -> bool:
    """Whether words without a form of address name somebody: a family name in capitals gives it away."""
    parts = words.split()
    return (
        2 <= len(parts) <= 6
        and any(_CAPITALS.match(part) and len(part) > 1 for part in parts)
        and not all(_CAPITALS.match(part) for part in parts)
    )


def _parted(name: str) -> tuple[str, str]:
    """(given name, family name): the family name is what is in capitals, else the last word."""
    parts = name.split()
    capital = [
        place for place, part in enumerate(parts) if _CAPITALS.match(part) and len(part.strip(".")) > 1
    ]
    if not capital:
        return (" ".join(parts[:-1]), parts[-1]) if parts else ("", "")
    first, last = capital[0], capital[-1]
    given = " ".join(parts[:first] + parts[last + 1 :])
    return given, " ".join(_capitalised(part) for part in parts[first : last + 1])


def _capitalised(word: str) -> str:
    return (
        re.sub(r"[^\W\d_]+", lambda match: match[0][0] + match[0][1:].lower(), word)
        if word.isupper()
        else word
    )


def _with_facts(person: Named, pieces: list[str]) -> Named:
    """What follows the name: countries are known by their names; then the function, then the organisation."""
    told: list[str] = []
    for piece in (one for one in pieces if one):
        code = country_code(piece)
        if code and not person.country:
            person = replace(person, country=code)
        elif match := found(r"on behalf of|au nom de|en nombre de|en representacion de", piece):
            person = replace(person, behalf=piece[match.end() :].strip())
        else:
            told.append(piece)
    if len(told) == 1 and _ORGANISATION.search(folded(told[0])) and not _FUNCTION.search(folded(told[0])):
        return replace(person, organisation=told[0], doubtful=True)
    return replace(
        person, function=told[0] if told else "", organisation=", ".join(told[1:]), doubtful=len(told) > 1
    )


def _marked(line: Line) -> Named:
    """A person whose parts the writer of this program marked one by one."""
    person = _without_address(line.said("address") + " x", Named())[1] if line.said("address") else Named()
    known = _bracketed(Named(), line.said("presence").strip(" ()")) or Named()
    return replace(
        person,
        given_name=line.said("given name"), family_name=line.said("family name"), own_script=line.said("own script"),
        function=line.said("function"), organisation=line.said("organisation"), country=country_code(line.said("country")),
        behalf=line.said("on behalf of"), status=known.status, way=known.way,
    )  # fmt: skip
