# SPDX-License-Identifier: EUPL-1.2
"""--help in the program's language: our own sentences from the catalogue, and the words that click puts around them."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from copy import copy

import click

from octodesk.languages import _


def spoken(command: click.Command) -> click.Command:
    """A command, and all verbs of a group, whose help is in the program's language as it is now."""
    told = copy(command)
    told.context_class = _Context
    told.help = _words(command.help)
    told.params = [_spoken_parameter(one) for one in command.params]
    if isinstance(told, click.Group):
        told.commands = {name: spoken(verb) for name, verb in told.commands.items()}
    return told


def _spoken_parameter(parameter: click.Parameter) -> click.Parameter:
    told = copy(parameter)
    if isinstance(told, click.Option):
        told.help = _words(told.help)
    return told


def _words(help_words: str | None) -> str | None:
    """The help as the catalogue has it: in one line."""
    line = " ".join((help_words or "").split())
    return _(line) if line else None


class _Formatter(click.HelpFormatter):
    """Says what click itself says in the program's language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        words = args.replace("[OPTIONS]", _("[OPTIONS]")).replace("COMMAND [ARGS]...", _("COMMAND [WORDS]…"))
        super().write_usage(prog, words, prefix or _("Usage:") + " ")

    @contextmanager
    def section(self, name: str) -> Generator[None]:
        names = {"Options": _("Options"), "Commands": _("Commands")}
        with super().section(names.get(name, name)):
            yield

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(name, _own(told)) for name, told in rows], col_max, col_spacing)


def _own(told: str) -> str:
    """A line of help without click's English."""
    if told == "Show this message and exit.":
        return _("Show this help.")
    return told.replace("[required]", _("[required]"))


class _Context(click.Context):
    formatter_class = _Formatter
