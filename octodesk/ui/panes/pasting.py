# SPDX-License-Identifier: EUPL-1.2
"""Tables as spreadsheets copy them: read into rows of the conference, and written from them. No Qt.

Columns are known by their titles in any of the program's languages and by what spreadsheets usually call them; without
a row of titles they are taken in the order of the table on the screen.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from octodesk import languages
from octodesk.languages import folded
from octodesk.model.document import Document
from octodesk.model.rows import fields_of
from octodesk.ui import reading
from octodesk.ui.panes.cells import Column
from octodesk.ui.panes.columns import text_language
from octodesk.ui.reading import Unreadable

_ALSO: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "full name", "speaker", "nom complet", "intervenant", "nombre completo", "ponente"),
    "family_name": ("surname", "last name", "family name", "nom", "nom de famille", "apellido", "apellidos"),
    "given_name": ("first name", "given name", "prenom", "nombre", "nombre de pila"),
    "form_of_address": ("address", "salutation", "civilite", "tratamiento", "mr/ms", "gender form"),
    "function": ("position", "job title", "function", "fonction", "poste", "cargo", "puesto"),
    "organisation": ("organization", "institution", "affiliation", "organisme", "organizacion", "institucion"),
    "country": ("country", "state", "pays", "pais"),
    "email": ("email", "e-mail", "mail", "courriel", "correo", "correo electronico"),
    "phone": ("phone", "telephone", "mobile", "tel", "telefono"),
    "title": ("title", "titre", "titulo", "session", "workshop"),
    "capacity": ("capacity", "seats", "places", "plazas", "capacite", "capacidad"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Read:
    """What a pasted table says: new rows, rows that are there already, and cells nobody could read, in words."""

    new: Sequence[Mapping[str, Any]] = ()
    known: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    unread: Sequence[str] = ()


def cells_of(text: str) -> list[list[str]]:
    """The cells of a table copied as text: between tabs, or else semicolons or commas. Empty lines are left out."""
    tabs = "\t" in text
    between = "\t" if tabs else ";" if ";" in text else ","
    rows = csv.reader(io.StringIO(text), delimiter=between)
    return [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]


def copied(document: Document, columns: Sequence[Column], ids: Iterable[str]) -> str:
    """Rows as text for a spreadsheet, with a row of titles."""
    buffer = io.StringIO()
    out = csv.writer(buffer, delimiter="\t", lineterminator="\n")
    out.writerow([column.title() for column in columns])
    for row_id in ids:
        out.writerow([column.words(document, row_id) for column in columns])
    return buffer.getvalue()


def read_table(
    document: Document, table: str, columns: Sequence[Column], shown: Sequence[Column], text: str
) -> Read:
    """Rows of a table from pasted text. `columns` may be named by titles, `shown` are those of a table without titles."""
    rows = cells_of(text)
    if not rows:
        return Read()
    named = _titled(columns, rows[0])
    body = rows[1:] if named else rows
    order = named or [column if column.write else None for column in shown]
    new: list[Mapping[str, Any]] = []
    known: dict[str, Mapping[str, Any]] = {}
    unread: list[str] = []
    for number, row in enumerate(body, start=len(rows) - len(body) + 1):
        values, lost = _values(document, table, order, row)
        unread.extend(f"{number}: {words}" for words in lost)
        if lost and "note" in fields_of(table):
            values["note"] = "\n".join(lost)  # what could not be read is not lost
        there = _known(document, table, values)
        if there:
            known[there] = {name: value for name, value in values.items() if value not in ("", None, [])}
        elif values:
            new.append(values)
    return Read(new, known, unread)


def _titled(columns: Sequence[Column], first: Sequence[str]) -> list[Column | None]:
    """The columns meant by a row of titles; nothing where it is none."""
    called = _titles(columns)
    found = [called.get(folded(cell)) for cell in first]
    if any(one is not None and one.name == "given_name" for one in found):
        # "Prénom, Nom": beside a given name the name is the family's.
        family = next((one for one in columns if one.name == "family_name"), None)
        found = [family if one is not None and one.name == "name" else one for one in found]
    return found if sum(one is not None for one in found) * 2 >= len([cell for cell in first if cell]) else []


def _titles(columns: Sequence[Column]) -> dict[str, Column]:
    """Every title a column may have, folded; in all of the program's languages."""
    spoken, found = languages.language(), {}
    by_name = {column.name: column for column in columns if column.write is not None}
    for name, words in _ALSO.items():
        if name in by_name:
            found.update({folded(word): by_name[name] for word in words})
    for code in languages.LANGUAGES:
        languages.set_language(code)
        found.update({folded(column.title()): column for column in by_name.values()})
    languages.set_language(spoken)
    return found


def _values(
    document: Document, table: str, order: Sequence[Column | None], row: Sequence[str]
) -> tuple[dict[str, Any], list[str]]:
    """The values of a row by field, and what of it could not be read: "Country: Atlantis"."""
    values: dict[str, Any] = {}
    lost: list[str] = []
    for column, cell in zip(order, row, strict=False):
        if column is None or not cell:
            continue
        try:
            values.update(_field_values(document, table, column, cell))
        except Unreadable:
            lost.append(f"{column.title()}: {cell}")
    return values, lost


def _field_values(document: Document, table: str, column: Column, cell: str) -> dict[str, Any]:
    kinds = fields_of(table)
    if table == "person" and column.name == "name":
        address, given, family = reading.name(cell)
        return {
            "given_name": given,
            "family_name": family,
            **({"form_of_address": address} if address else {}),
        }
    if column.name not in kinds:
        return {}
    value = (column.reader(document) if column.reader else column.read)(cell)
    return {column.name: {text_language(document): value} if kinds[column.name].translated else value}


def _known(document: Document, table: str, values: Mapping[str, Any]) -> str:
    """The row meant, where there is one of the same address or the same full name."""
    if table != "person":
        return ""
    email = folded(values.get("email", ""))
    names = folded(values.get("given_name", "")), folded(values.get("family_name", ""))
    for person in document.people:
        same_name = all(names) and (folded(person.given_name), folded(person.family_name)) == names
        if (email and folded(person.email) == email) or same_name:
            return person.id
    return ""
