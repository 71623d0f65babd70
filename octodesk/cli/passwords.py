# SPDX-License-Identifier: EUPL-1.2
"""The password of `.octo` files: from a file named on the command line, else from the environment, never from its words,
which others can see."""

from __future__ import annotations

import os
from pathlib import Path

import click

from octodesk.cli.failing import WRONG_USAGE, Failure
from octodesk.languages import _

VARIABLE = "OCTODESK_PASSWORD"
_META = "octodesk.password"


def remember(context: click.Context, _parameter: click.Parameter, path: str | None) -> None:
    """Reads the first line of the file. Failure(2) where there is none."""
    if path is None:
        return
    try:
        words = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as wrong:
        sentence = _("The file with the password, “{file}”, cannot be read.")
        raise Failure(WRONG_USAGE, sentence.format(file=path)) from wrong
    if not (words and words[0]):
        raise Failure(WRONG_USAGE, _("The file with the password, “{file}”, is empty.").format(file=path))
    context.meta[_META] = words[0]


def password() -> str | None:
    """The one given for this run, None for none."""
    context = click.get_current_context(silent=True)
    given = context.meta.get(_META) if context else None
    return str(given) if given else os.environ.get(VARIABLE) or None
