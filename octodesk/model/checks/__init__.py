# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a programme. `check` looks at all of it, `what_if` at one session in a place it might take.

A rule is a small function in a module of its family; families.py lists them by what they look at: a session where it
stands, a person's days, a room's bookings; what is missing stands in completeness.py. To add a rule: name it in
rules.py, write its function, and its sentence in octodesk/wording/rules.py.
"""

from __future__ import annotations

from octodesk.model.checks.acknowledging import grounds
from octodesk.model.checks.checking import check, what_if
from octodesk.model.checks.conflict import Conflict
from octodesk.model.checks.rules import RULES, Rule

__all__ = ["RULES", "Conflict", "Rule", "check", "grounds", "what_if"]
