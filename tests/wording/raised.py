# SPDX-License-Identifier: EUPL-1.2
"""The codes a part of the program can raise, read from its source: each call of a name with a code as first argument."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import octodesk

ROOT = Path(octodesk.__file__).parent


@dataclass(frozen=True)
class Raised:
    """A code, the names of the facts given with it, and where."""

    code: str
    facts: frozenset[str]
    where: str


def raised(name: str, *places: str) -> list[Raised]:
    """Every `name("code", fact=…)` in files or folders of the package."""
    return [found for place in places for path in _files(ROOT / place) for found in _calls(path, name)]


def codes(name: str, *places: str) -> set[str]:
    return {one.code for one in raised(name, *places)}


def _files(place: Path) -> list[Path]:
    return sorted(place.rglob("*.py")) if place.is_dir() else [place]


def _calls(path: Path, name: str) -> Iterator[Raised]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args and _called(node) == name:
            facts = frozenset(word.arg for word in node.keywords if word.arg)
            for code in _codes(node.args[0]):
                yield Raised(code, facts, f"{path.relative_to(ROOT)}:{node.lineno}")


def _called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def _codes(node: ast.expr) -> Iterator[str]:
    """The words an argument may be: a constant, or one of two by a condition."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    if isinstance(node, ast.IfExp):
        yield from _codes(node.body)
        yield from _codes(node.orelse)
