# SPDX-License-Identifier: EUPL-1.2
"""How serious each rule is in an event, and what its options are: the event's settings over the rule's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from octodesk.model import clock
from octodesk.model.checks.rules import RULES, Option
from octodesk.model.document import Document
from octodesk.model.rows import RuleSetting


def severities(document: Document) -> Mapping[str, str]:
    """By rule; "off" silences it."""
    return document.derived("severities", ("rule_setting",), _severities)


def options(document: Document) -> Mapping[str, Mapping[str, int]]:
    """By rule and option: numbers; an hour of the day as minutes since midnight."""
    return document.derived("rule options", ("rule_setting",), _options)


def _settings(document: Document) -> list[RuleSetting]:
    return [cast("RuleSetting", row) for row in document.table("rule_setting").values()]


def _severities(document: Document) -> dict[str, str]:
    set_here = {row.rule: row.severity for row in _settings(document) if row.severity}
    return {name: set_here.get(name, rule.severity) for name, rule in RULES.items()}


def _options(document: Document) -> dict[str, dict[str, int]]:
    set_here = {row.rule: row.options for row in _settings(document)}
    found: dict[str, dict[str, int]] = {}
    for name, rule in RULES.items():
        given = set_here[name].plain() if name in set_here else {}
        found[name] = {option: _number(given.get(option), own) for option, own in rule.options.items()}
    return found


def _number(given: object, own: Option) -> int:
    """The value set, if it is of the option's sort, else the rule's own."""
    if isinstance(own, str):
        return _minute_of_day(given if isinstance(given, str) else own, own)
    return given if isinstance(given, int) and not isinstance(given, bool) and given >= 0 else own


def _minute_of_day(given: str, own: str) -> int:
    try:
        at = clock.parse_time(given)
    except ValueError:
        at = clock.parse_time(own)
    return at.hour * 60 + at.minute
