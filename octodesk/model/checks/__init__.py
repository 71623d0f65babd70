# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a programme. `check` looks at all of it, `what_if` at one session in a place it might take.

Each family of rules is a module with functions that look at one session among the others (see programme.py) and yield
conflicts; FAMILIES lists them. To add a rule: name it in rules.py, write its function, and its sentence in
octodesk/wording/rules.py.
"""

from __future__ import annotations

from octodesk.model.checks.checking import check, grounds, what_if
from octodesk.model.checks.conflict import Conflict
from octodesk.model.checks.rules import RULES, Rule

__all__ = ["RULES", "Conflict", "Rule", "check", "grounds", "what_if"]
