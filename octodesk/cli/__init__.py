# SPDX-License-Identifier: EUPL-1.2
"""The command line: the verbs of the contract. Each works without a screen and imports what it needs when it runs.

Exit status: 0 done; 1 done, and the answer is "no" or "not all"; 2 wrong usage; 3 the input cannot be read; 4 the
output cannot be written. For 2, 3 and 4, and for a refusal, one line on standard error says what, where and what to do.
"""

from octodesk.cli.running import main

__all__ = ["main"]
