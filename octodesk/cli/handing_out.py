# SPDX-License-Identifier: EUPL-1.2
"""A conference as a file to hand out: all of it to the secretariat, to others what they may see, and proof of that."""

from __future__ import annotations

import os

from octodesk.cli.conferences import Source, locked, now
from octodesk.cli.telling import say
from octodesk.exchange import octo
from octodesk.exchange.public_copy import proved, public_copy
from octodesk.exchange.samples import AUTHOR
from octodesk.languages import ngettext
from octodesk.model.beginning import Pen
from octodesk.model.identity import fresh_id
from octodesk.model.stamped import wall_words

DEVICE = "public-copy"


def to_hand_out(source: Source, audience: str) -> bytes:
    """The file's bytes. For others than the secretariat it is a new conference without history, and is looked through."""
    if audience == "secretariat":
        return locked(octo.write(source.log, enclosed=source.enclosed))
    pen = Pen(AUTHOR, DEVICE, wall_words(now()), lambda: os.urandom(16))
    copy = public_copy(
        source.log,
        source.enclosed,
        event_id=fresh_id(os.urandom(10)),
        pen=pen,
        named=audience == "participants",
    )
    content = octo.write(copy.log, enclosed=copy.enclosed)
    count = proved(content, copy)
    say(
        ngettext(
            "{n} internal text was left out; the file was searched, and it is not in it.",
            "{n} internal texts were left out; the file was searched, and none of them is in it.",
            count,
        ).format(n=count)
    )
    return locked(content)
