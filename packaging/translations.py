# SPDX-License-Identifier: EUPL-1.2
"""Catalogues: words are collected from the code into i18n/octodesk.pot, merged into the .po files, compiled to .mo.

translations.py update     collects, merges into fr.po and es.po keeping what is translated, compiles
translations.py compile    compiles the .po files that are newer than their .mo
translations.py check      says what is missing, doubtful or out of date; status 1 if anything is
"""

from __future__ import annotations

import ast
import io
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
CODE, CATALOGUES = ROOT / "octodesk", ROOT / "i18n"
LANGUAGES = ("es", "fr")
HEADER = "# The words of OctoDesk.\n# SPDX-License-Identifier: EUPL-1.2\n#"
# Dates and addresses would change the files each time they are written, without any change of words.
UNSTABLE = re.compile(
    rb'^"(POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Report-Msgid-Bugs-To|Generated-By):.*\n',
    re.MULTILINE,
)
PLACE = re.compile(r"\{(\w*)[^{}]*\}")


def collected(code: Path) -> Catalog:
    """Every message of the code, with the file it stands in; a comment "Translators: …" above a call goes along."""
    catalogue = Catalog(project="OctoDesk", version="0", charset="utf-8", header_comment=HEADER, fuzzy=False)
    found = extract_from_dir(
        code, [("**.py", "python")], comment_tags=("Translators:",), strip_comment_tags=True
    )
    for file, line, words, comments, context in found:
        catalogue.add(words, None, [(f"{code.name}/{file}", line)], auto_comments=comments, context=context)
    for path in sorted((code / "cli").glob("*.py")):
        for words in sorted(_help_words(ast.parse(path.read_text(encoding="utf-8")))):
            catalogue.add(words, None, [(f"{code.name}/cli/{path.name}", 1)])
    return catalogue


def _help_words(module: ast.Module) -> set[str]:
    """What --help says: the docstrings of verbs, and what is given as help."""
    found: set[str | None] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef) and any(map(_makes_a_verb, node.decorator_list)):
            found.add(ast.get_docstring(node))
        if isinstance(node, ast.Call):
            given = [one.value for one in node.keywords if one.arg == "help"]
            found.update(
                one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)
            )
    return {" ".join(words.split()) for words in found if words}


def _makes_a_verb(decorator: ast.expr) -> bool:
    made = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(made, ast.Attribute) and made.attr in ("command", "group")


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=None if path.suffix == ".pot" else path.stem, abort_invalid=True)


def write(catalogue: Catalog, path: Path) -> None:
    """In the order of the files, without line numbers: only a change of words changes a catalogue."""
    catalogue.header_comment = HEADER
    catalogue.fuzzy = False
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=110, sort_by_file=True, include_lineno=False)
    _replace(path, UNSTABLE.sub(b"", buffer.getvalue()))


def update(folder: Path, code: Path) -> None:
    template = collected(code)
    write(template, folder / "octodesk.pot")
    for language in LANGUAGES:
        path = folder / f"{language}.po"
        catalogue = read(path) if path.exists() else Catalog(locale=language, project="OctoDesk", version="0")
        catalogue.update(template, no_fuzzy_matching=True)
        _bring_back(catalogue)
        write(catalogue, path)


def _bring_back(catalogue: Catalog) -> None:
    """A message that left the code and came back has its old translation again."""
    for key, old in list(catalogue.obsolete.items()):
        message = catalogue.get(old.id, old.context)
        if message is None:
            continue
        if not any(_strings(message)):
            message.string = old.string
        del catalogue.obsolete[key]


def compile_catalogues(folder: Path) -> None:
    for source in sorted(folder.glob("*.po")):
        if _stale(source):
            buffer = io.BytesIO()
            write_mo(buffer, read(source))
            _replace(source.with_suffix(".mo"), buffer.getvalue())


def complaints(folder: Path, code: Path) -> Iterator[str]:
    """What `make check` refuses, one sentence each."""
    said, template = _keys(collected(code)), _keys(read(folder / "octodesk.pot"))
    for key in sorted(said.keys() - template.keys()):
        yield f"octodesk.pot lacks {key!r}: run `make translations`"
    for key in sorted(template.keys() - said.keys()):
        yield f"octodesk.pot has {key!r}, which no code says any more: run `make translations`"
    for language in LANGUAGES:
        path = folder / f"{language}.po"
        translated = _keys(read(path))
        for key in sorted(said.keys() - translated.keys()):
            yield f"{path.name} lacks {key!r}: run `make translations`"
        for key in sorted(said.keys() & translated.keys()):
            yield from (f"{path.name}: {key!r} {fault}" for fault in _faults(translated[key]))
        if _stale(path):
            yield f"{path.with_suffix('.mo').name} is older than {path.name}: run `make translations`"


def _faults(message: Message) -> Iterator[str]:
    if message.fuzzy:
        yield "is marked fuzzy"
    strings = _strings(message)
    if not all(strings):
        yield "is not translated"
        return
    ids = message.id if message.pluralizable else (str(message.id),)
    places = [set(PLACE.findall(words)) for words in ids]
    # "1 session" may be said as "a session": the number may be left out of a plural's forms.
    needed = set.intersection(*places) - ({"n"} if message.pluralizable else set())
    for string in strings:
        if not needed <= set(PLACE.findall(string)) <= set.union(*places):
            yield f"has other places: {string!r}"


def _strings(message: Message) -> tuple[str, ...]:
    if isinstance(message.string, tuple | list):
        return tuple(message.string)
    return (message.string or "",)


def _keys(catalogue: Catalog) -> dict[str, Message]:
    """Messages by what identifies them: context, singular and plural in one string."""
    return {_key(message): message for message in catalogue if message.id}


def _key(message: Message) -> str:
    words = " | ".join(message.id) if message.pluralizable else str(message.id)
    return f"{message.context}: {words}" if message.context else words


def _stale(source: Path) -> bool:
    built = source.with_suffix(".mo")
    return not built.exists() or built.stat().st_mtime_ns < source.stat().st_mtime_ns


def _replace(path: Path, content: bytes) -> None:
    if path.exists() and path.read_bytes() == content:
        os.utime(path)  # unchanged, but looked at: not stale
        return
    part = path.with_suffix(f"{path.suffix}.{os.getpid()}")
    part.write_bytes(content)
    part.replace(path)


def main(words: list[str]) -> int:
    if words == ["update"]:
        update(CATALOGUES, CODE)
    if words in (["update"], ["compile"]):
        compile_catalogues(CATALOGUES)
        return 0
    if words == ["check"]:
        found = list(complaints(CATALOGUES, CODE))
        print("\n".join(found) or f"catalogues: complete in {', '.join(LANGUAGES)}")
        return 1 if found else 0
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
