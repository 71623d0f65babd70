# SPDX-License-Identifier: EUPL-1.2
"""What the verbs take: FILE, OUT, and the options that several have."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeVar

import click

from octodesk import languages
from octodesk.cli.passwords import remember
from octodesk.languages import N_, _

_Command = TypeVar("_Command", bound=Callable[..., Any])


class Date(click.ParamType[date]):
    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(str(value), "%Y-%m-%d").date()
        except ValueError:
            self.fail(_("{value} is not a date such as 2021-11-16.").format(value=value), param, ctx)


class Words(click.ParamType[str]):
    """Words that go into the conference: text, not bytes that the terminal's encoding does not know."""

    name = "words"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        words = str(value)
        if any("\ud800" <= letter <= "\udfff" for letter in words):
            self.fail(_("Some of its characters cannot be read. Type it again."), param, ctx)
        return words


def speaks(command: _Command) -> _Command:
    """Every verb takes --language for its messages."""
    words = N_("Language of messages: en, fr or es.")
    add = click.option(
        "--language", metavar="L", callback=speak, is_eager=True, expose_value=False, help=words
    )
    return add(command)


def speak(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    if value:
        languages.set_language(languages.choose_language(value.split(",")[0], {}))
    return value


reads_file = click.argument("source", metavar="FILE")
writes_out = click.option("-o", "--output", "out", metavar="OUT", required=True, help="The file to write.")
tells_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
takes_author = click.option(
    "--author", type=Words(), metavar="NAME", help="Who makes the change; else your login name."
)


def takes_database(command: _Command) -> _Command:
    """Every verb that reads FILE takes where db:NAME is looked up, and the password of a locked file."""
    words = N_("A file whose first line is the password of FILE; what is written is locked with it too.")
    command = click.option(
        "--password-file", metavar="PATH", callback=remember, is_eager=True, expose_value=False, help=words
    )(command)
    return click.option(
        "--database", metavar="URL", help="Where db:NAME is looked up; else your own database."
    )(command)
