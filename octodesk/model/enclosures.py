# SPDX-License-Identifier: EUPL-1.2
"""What belongs to an event beside its edits: photos, logos, and what a newer program put into its file."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from octodesk.model.log import Log


@dataclass(frozen=True, slots=True)
class Enclosures:
    """`attachments` by the SHA-256 (hex) of their bytes. `unknown`: parts of a file of format `format` that only a newer
    program understands, by their names; kept so that they are there when it comes back to them."""

    attachments: Mapping[str, bytes] = field(default_factory=dict)
    unknown: Mapping[str, bytes] = field(default_factory=dict)
    format: int = 0

    def __bool__(self) -> bool:
        return bool(self.attachments or self.unknown)

    def over(self, other: Enclosures) -> Enclosures:
        """What both hold; of an unknown part that is different in both, this one's."""
        return Enclosures(
            {**other.attachments, **self.attachments},
            {**other.unknown, **self.unknown},
            max(self.format, other.format),
        )


NOTHING_ENCLOSED = Enclosures()


def attachment_name(content: bytes) -> str:
    """What a file that is attached is called: by its bytes, so that the same one attached twice is one."""
    return hashlib.sha256(content).hexdigest()


def without_removed(enclosed: Enclosures, log: Log) -> Enclosures:
    """What may be taken into an event with this log: where something was removed for good, only attachments that a value
    still names. A copy made before the removal holds the photos too, under names that nobody knows any more."""
    if not any(edit.redacts for edit in log):
        return enclosed
    named = "\n".join(str(edit.value(place)) for edit in log for place in range(len(edit.changes)))
    kept = {name: content for name, content in enclosed.attachments.items() if name in named}
    return replace(enclosed, attachments=kept)
