# SPDX-License-Identifier: EUPL-1.2
"""Edits that keep or remove data, as sentences: what was brought back, what was damaged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.wording.things import session_name


class About(Protocol):
    @property
    def about(self) -> tuple[str, ...]: ...


def _brought_back(document: Document, edit: About) -> str:
    return _("{session} is again as it was").format(session=session_name(document, edit.about[0]))


def _written_again(_document: Document, _edit: About) -> str:
    return _("What could still be read of damaged changes, written again")


def _values_lost(_document: Document, _edit: About) -> str:
    return _("What was damaged, taken out")


def _person_removed(_document: Document, _edit: About) -> str:
    return _("What was known of a person removed for good")


def _closed(_document: Document, _edit: About) -> str:
    return _("The conference closed: telephones, e-mails and needs removed for good")


SAFEKEEPING: Mapping[str, Callable[[Document, About], str]] = {
    "session-brought-back": _brought_back,
    "written-again": _written_again,
    "values-lost": _values_lost,
    "person-removed": _person_removed,
    "conference-closed": _closed,
}
