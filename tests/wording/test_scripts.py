# SPDX-License-Identifier: EUPL-1.2
"""Packages with a font for a script."""

from __future__ import annotations

import pytest

from octodesk.printing import Notice
from octodesk.wording.prints import notice_sentences
from octodesk.wording.scripts import package_for
from tests.build import conference, person


@pytest.mark.parametrize(
    ("words", "package"),
    [
        ("Թաթուլ", "fonts-noto-core"),
        ("พิมพ์", "fonts-noto-core"),
        ("李伟", "fonts-droid-fallback"),
        ("やまだ", "fonts-droid-fallback"),
        ("김민준", "fonts-nanum"),
        ("आशा", ""),
        ("\u2764", "fonts-symbola"),
        ("x", ""),
    ],
)
def test_the_package_that_has_the_script(words: str, package: str) -> None:
    assert package_for(words) == package


def test_the_sentence_names_it() -> None:
    document = conference(person("kim", given_name="Minjun", family_name="Kim"))
    assert notice_sentences(document, [Notice("own-script-left-out", words="김민준", person="kim")]) == [
        "M. Kim: the name in own script is left out, no font on this computer has it. The package fonts-nanum would help."
    ]
