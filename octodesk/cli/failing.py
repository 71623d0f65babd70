# SPDX-License-Identifier: EUPL-1.2
"""What ends a verb early: a sentence and an exit status."""

from __future__ import annotations

DONE, NO, WRONG_USAGE, UNREADABLE, UNWRITABLE = 0, 1, 2, 3, 4
INTERRUPTED = 130


class Failure(Exception):
    """Ends the verb with a status and one line on standard error; an empty sentence says nothing."""

    def __init__(self, status: int, sentence: str = "") -> None:
        super().__init__(status, sentence)
        self.status, self.sentence = status, sentence
