# SPDX-License-Identifier: EUPL-1.2
"""Running a verb, and turning what goes wrong into one line and an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from octodesk import languages
from octodesk.cli.failing import Failure
from octodesk.languages import _


def main(arguments: Sequence[str]) -> int:
    """Runs one verb. Gives the exit status."""
    from octodesk.cli.verbs import octodesk

    languages.set_language(languages.choose_language(None, os.environ))
    try:
        octodesk.main(args=list(arguments), prog_name="octodesk", standalone_mode=False)
    except Failure as failure:
        return _told(failure.sentence, failure.status)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.UsageError as wrong:
        return _told(_usage(wrong), 2)
    except (click.Abort, KeyboardInterrupt):
        return _told(_("Stopped. Nothing was written."), 130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return 0


def _told(sentence: str, status: int) -> int:
    if sentence:
        click.echo(" ".join(sentence.split()), err=True)
    return status


def _usage(wrong: click.UsageError) -> str:
    command = wrong.ctx.command_path if wrong.ctx else "octodesk"
    return _("{what} See: {command} --help").format(what=wrong.format_message(), command=command)
