# SPDX-License-Identifier: EUPL-1.2
"""Running a verb, and turning what goes wrong into one line and an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from octodesk import languages
from octodesk.cli.failing import DONE, INTERRUPTED, WRONG_USAGE, Failure
from octodesk.cli.helping import spoken
from octodesk.cli.telling import prepare
from octodesk.cli.usage import wrong_usage
from octodesk.languages import _


def main(arguments: Sequence[str]) -> int:
    """Runs one verb. Gives the exit status."""
    from octodesk.cli.verbs import octodesk

    languages.set_language(languages.choose_language(_language_in(arguments), os.environ))
    prepare(sys.stdout, sys.stderr)
    try:
        spoken(octodesk).main(args=list(arguments), prog_name="octodesk", standalone_mode=False)
    except Failure as failure:
        return _ended(failure.status, failure.sentence)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as wrong:
        return _ended(WRONG_USAGE, wrong_usage(wrong))
    except (click.Abort, KeyboardInterrupt):
        return _ended(INTERRUPTED, _("Stopped. Nothing was written."))
    return DONE


def _language_in(arguments: Sequence[str]) -> str | None:
    """What --language says, which counts for the help too, wherever it stands."""
    for place, word in enumerate(arguments):
        name, _equals, value = word.partition("=")
        if name == "--language":
            return (value or " ".join(arguments[place + 1 : place + 2])).split(",")[0]
    return None


def _ended(status: int, sentence: str) -> int:
    if sentence:
        click.echo(" ".join(sentence.split()), err=True)
    return status
