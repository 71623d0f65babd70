# SPDX-License-Identifier: EUPL-1.2
"""Why a document cannot be read at all."""

from __future__ import annotations

from collections.abc import Mapping


class PaperError(Exception):
    """`reason`: missing, not-allowed, unreadable, empty, too-large, locked, damaged, old-word, not-a-document, no-programme.

    The sentence is made where it is shown.
    """

    def __init__(self, reason: str, **facts: str | int) -> None:
        super().__init__(reason, facts)
        self.reason = reason
        self.facts: Mapping[str, str | int] = facts
