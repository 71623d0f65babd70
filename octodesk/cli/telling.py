# SPDX-License-Identifier: EUPL-1.2
"""Standard output: lines for people, one JSON document for programs."""

from __future__ import annotations

import json
import os
import sys
from typing import TextIO

import click

from octodesk.cli.failing import DONE, UNWRITABLE, Failure
from octodesk.languages import _


def prepare(*streams: TextIO) -> None:
    """Characters that a terminal's encoding lacks are written as escapes, not refused."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def say(line: str) -> None:
    """A line on standard output. Failure(4) where it cannot be written; one that has gone has seen enough: Failure(0)."""
    try:
        click.echo(line)
    except BrokenPipeError as gone:
        _write_no_more()
        raise Failure(DONE) from gone
    except OSError as wrong:
        _write_no_more()
        sentence = _("The answer cannot be written ({system}). Send it to another place.")
        raise Failure(UNWRITABLE, sentence.format(system=wrong.strerror)) from wrong


def _write_no_more() -> None:
    """Sends what is left in the buffer nowhere: else Python tries again while it ends, and ends with a status of its own."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def print_json(value: object) -> None:
    """Exactly one JSON document on standard output. Failure(4)."""
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "")
    say(json.dumps(value, ensure_ascii=encoding != "utf8", indent=1))
