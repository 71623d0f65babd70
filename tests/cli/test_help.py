# SPDX-License-Identifier: EUPL-1.2
"""--help in the program's languages: every verb, with the words that click puts around ours."""

from __future__ import annotations

import re

import click
import pytest

from octodesk import languages
from octodesk.cli.helping import spoken
from octodesk.cli.verbs import octodesk
from tests.cli.running import Command

VERBS = ("", *sorted(octodesk.commands))
# Every word click says in a help text, beside what is spelt alike in French.
OF_CLICK = re.compile(
    r"Usage:|\bCOMMAND\b|\bARGS\b|Commands:|Show this|\bversion and\b|\bexit\b|required|default:|env var|deprecated"
)


@pytest.mark.parametrize("language", ["fr", "es"])
@pytest.mark.parametrize("verb", VERBS)
def test_no_english_of_click_stands_in_help(run: Command, verb: str, language: str) -> None:
    said = run.done(*verb.split(), "--help", "--language", language).out if verb else _told(run, language)
    assert OF_CLICK.findall(said) == []
    assert said.startswith({"fr": "Utilisation\u202f: ", "es": "Uso: "}[language])


def _told(run: Command, language: str) -> str:
    """The list of verbs, which takes no --language of its own."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("LC_ALL", f"{language}_XX.UTF-8")
        return run.done("--help").out


@pytest.mark.parametrize("language", ["fr", "es"])
@pytest.mark.parametrize("verb", VERBS)
def test_every_sentence_of_help_is_translated(verb: str, language: str) -> None:
    languages.set_language(language)
    command = octodesk.commands[verb] if verb else octodesk
    assert _sentences(spoken(command)).isdisjoint(_sentences(command))


def _sentences(command: click.Command) -> set[str]:
    given = [command.help, *(one.help for one in command.params if isinstance(one, click.Option))]
    return {" ".join(words.split()) for words in given if words}


def test_help_is_english_without_another_language(run: Command) -> None:
    assert run.done("show", "--help", "--language", "en").out.startswith(
        "Usage: octodesk show [OPTIONS] FILE\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("show --json=3 x", "--json ne prend pas de valeur. Voir : octodesk --help\n"),
        ("show x y z", "Ces mots sont de trop : y z. Voir : octodesk show --help\n"),
        (
            "print x y -o z --from-sheet 0",
            "--from-sheet : un nombre entier à partir de 1 est attendu. Voir : octodesk print --help\n",
        ),
        (
            "suggest x y --most 1000",
            "--most : un nombre entier de 1 à 100 est attendu. Voir : octodesk suggest --help\n",
        ),
    ],
)
def test_what_click_refuses_is_said_in_the_program_s_language(run: Command, words: str, said: str) -> None:
    ran = run(*words.split(), "--language", "fr")
    assert (ran.status, ran.err) == (2, said)
