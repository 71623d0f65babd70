# SPDX-License-Identifier: EUPL-1.2
"""When something was last exchanged with a file or a person, for each conference."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

from octodesk import languages
from octodesk.languages import _
from octodesk.ui.settings import Settings


class Exchanges:
    """Kept on this machine, beside the window's place."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def keep(self, event: str, name: str, at: datetime) -> None:
        self._settings.keep_words(_key(event, name), at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))

    def last(self, event: str, name: str) -> date | None:
        """The day, where the user is; None where nothing is known."""
        words = self._settings.kept_words(_key(event, name))
        try:
            return datetime.fromisoformat(words).astimezone().date() if words else None
        except ValueError:
            return None

    def words(self, event: str, names: Iterable[str]) -> str:
        """ "Last exchange with Benoît: 12 November 2021", of the first that is known; "" for none."""
        for name in names:
            day = self.last(event, name)
            if day is not None:
                said = _("Last exchange with {name}: {day}")
                return said.format(name=name, day=languages.long_date(day, languages.language()))
        return ""


def _key(event: str, name: str) -> str:
    """Names hold what a settings file cannot have in a key."""
    return f"exchanges/{event}/{name.encode().hex()}"
