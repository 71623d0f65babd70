# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with the words of a command, in one line of our own."""

from __future__ import annotations

import click

from octodesk.languages import _


def wrong_usage(wrong: click.ClickException) -> str:
    """What is wrong, and where the words of the command are listed."""
    context = getattr(wrong, "ctx", None)
    command = context.command_path if context else "octodesk"
    return _("{what} See: {command} --help").format(what=_what(wrong), command=command)


def _what(wrong: click.ClickException) -> str:
    match wrong:
        case click.NoSuchCommand():
            return _("There is no command “{name}”.").format(name=wrong.command_name)
        case click.NoSuchOption():
            return _("There is no option {name}.").format(name=wrong.option_name)
        case click.exceptions.NoArgsIsHelpError():
            return _("A command is missing.")
        case click.MissingParameter():
            return _("{name} is missing.").format(name=_name(wrong))
        case click.BadOptionUsage():
            return _bad_use(wrong)
        case click.BadParameter():
            return _bad_value(wrong)
    return _other(wrong)


def _other(wrong: click.ClickException) -> str:
    """Words that are left over, which click names in brackets; else whatever click says."""
    left = wrong.message.partition("(")[2].rstrip(")")
    if type(wrong) is click.UsageError and left:
        return _("That is too much: {words}.").format(words=left)
    return wrong.format_message().rstrip(".") + "."


def _bad_use(wrong: click.BadOptionUsage) -> str:
    if "does not take a value" in wrong.message:  # click says it in words alone
        return _("{name} takes no value.").format(name=wrong.option_name)
    return _("{name} needs a value.").format(name=wrong.option_name)


def _bad_value(wrong: click.BadParameter) -> str:
    kind = wrong.param.type if wrong.param else None
    if isinstance(kind, click.Choice):
        known = ", ".join(map(str, kind.choices))
        return _("{name}: there is {known}.").format(name=_name(wrong), known=known)
    if isinstance(kind, click.IntRange):
        return _bad_number(_name(wrong), kind)
    if kind is click.INT:
        return _("{name}: expected a whole number.").format(name=_name(wrong))
    return f"{_name(wrong)}: {wrong.message}"


def _bad_number(name: str, kind: click.IntRange) -> str:
    if kind.max is None:
        return _("{name}: expected a whole number from {least} on.").format(name=name, least=kind.min)
    return _("{name}: expected a whole number from {least} to {most}.").format(
        name=name, least=kind.min, most=kind.max
    )


def _name(wrong: click.BadParameter) -> str:
    """ "-o", "--first-day", "FILE"."""
    parameter = wrong.param
    if parameter is None:
        return str(wrong.param_hint or "")
    return parameter.opts[0] if isinstance(parameter, click.Option) else parameter.make_metavar(wrong.ctx)  # type: ignore[arg-type]
