# SPDX-License-Identifier: EUPL-1.2
"""The form of an edit in the log: its id is the hash of its words, and its values fit their digests."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest

from octodesk.model.edit import Author, Change, Edit
from octodesk.model.stamped import Damaged, Stamp, Stamped, canonical, digest, normal, parse, read, stamp

SALT = bytes(range(16))
OLDER, OLDEST = "b" * 64, "a" * 64


def stamped(edit: Edit, *, name: str = "Ana", parents: tuple[str, ...] = (), salt: bytes = SALT) -> Stamped:
    by = Stamp(
        "event", parents, 1 + len(parents), Author("a1", name), "d1", "2021-10-01T08:00:00Z", lambda: salt
    )
    return stamp(edit, by, lambda *_: [(OLDER, 1), (OLDEST, 3)])


def edited(value: Any = "Cloud") -> Edit:
    return Edit("field-set", (Change("session", "s", "title.en", value),), ("s",))


def again(made: Stamped, change: Callable[[dict[str, Any]], None]) -> tuple[str, str]:
    """The core with something changed in it, and the id that fits it."""
    facts = json.loads(made.core)
    change(facts)
    core = canonical(facts)
    return hashlib.sha256(core.encode()).hexdigest(), core


# -- stamping


def test_the_core_is_these_very_words() -> None:
    fitting = hashlib.sha256(SALT + b'"Cloud"').hexdigest()
    made = stamped(edited(), parents=(OLDER, OLDEST))
    assert made.core == (
        '{"about":["s"],"author":{"id":"a1","name":"Ana"},"changes":[{"digest":"'
        + fitting
        + '","field":"title.en",'
        f'"id":"s","supersedes":[["{OLDEST}",3],["{OLDER}",1]],"table":"session"}}],"device":"d1","event":"event",'
        f'"kind":"do","label":"field-set","lamport":3,"parents":["{OLDEST}","{OLDER}"],"wall":"2021-10-01T08:00:00Z"}}'
    )


def test_the_id_is_the_sha256_of_the_core() -> None:
    made = stamped(edited("Économie"), name="Zoé")
    assert made.id == hashlib.sha256(made.core.encode("utf-8")).hexdigest()


def test_values_stand_beside_the_core_with_their_salts() -> None:
    made = stamped(edited())
    assert made.values == ((SALT.hex(), "Cloud"),)
    assert "Cloud" not in made.core


def test_the_salt_is_part_of_the_digest() -> None:
    one, other = stamped(edited()), stamped(edited(), salt=bytes(16))
    assert one.changes[0].digest != other.changes[0].digest
    assert one.id != other.id


def test_each_change_has_a_salt_of_its_own() -> None:
    salts = iter([bytes(16), SALT])
    by = Stamp("event", (), 1, Author("a1", "Ana"), "d1", "", lambda: next(salts))
    made = stamp(
        Edit("x", (Change("room", "A", "mode", ""), Change("room", "B", "mode", ""))), by, lambda *_: []
    )
    assert made.values == ((bytes(16).hex(), ""), (SALT.hex(), ""))


def test_names_and_values_are_in_composed_form() -> None:
    made = stamped(edited({"e\u0301": ["e\u0301"]}), name="Zoe\u0301")
    assert made.value(0) == {"\u00e9": ["\u00e9"]}
    assert made.author.name == "Zo\u00e9"


def test_an_undo_names_the_edit_it_takes_back_and_others_say_nothing_of_it() -> None:
    assert stamped(Edit("undone", kind="undo", retracts=OLDER)).retracts == OLDER
    assert "retracts" not in stamped(edited()).core


def test_what_is_removed_for_good_is_named_in_order() -> None:
    made = stamped(Edit("removed", kind="redact", redacts=((OLDER, 1), (OLDEST, 0))))
    assert made.redacts == ((OLDEST, 0), (OLDER, 1))


# -- reading


def test_what_was_stamped_reads_back_the_same() -> None:
    made = stamped(edited([1, None, True]), parents=(OLDER,))
    assert read(made.id, made.core, made.values) == made


def test_a_value_removed_for_good_reads_as_none() -> None:
    made = stamped(edited())
    kept = read(made.id, made.core, [None])
    assert (kept.values, kept.value(0), kept.id) == ((None,), None, made.id)


def test_keys_of_a_newer_program_are_kept_in_the_core() -> None:
    made = stamped(edited())
    edit_id, core = again(made, lambda facts: facts.update(mood="sunny"))
    assert read(edit_id, core, made.values).core == core


def reason_of(edit_id: str, core: str, values: Any) -> str:
    with pytest.raises(Damaged) as caught:
        read(edit_id, core, values)
    return str(caught.value.reason)


def test_a_core_that_is_not_what_its_id_says_is_damage() -> None:
    made = stamped(edited())
    assert reason_of(made.id, made.core.replace("Ana", "Ben"), made.values) == "id-mismatch"
    assert reason_of(OLDER, made.core, made.values) == "id-mismatch"


def test_another_value_or_salt_than_the_digest_says_is_damage() -> None:
    made = stamped(edited())
    assert reason_of(made.id, made.core, [[SALT.hex(), "Clouds"]]) == "value-mismatch"
    assert reason_of(made.id, made.core, [[bytes(16).hex(), "Cloud"]]) == "value-mismatch"


def test_damage_names_the_edit_and_the_field() -> None:
    made = stamped(edited())
    with pytest.raises(Damaged) as caught:
        read(made.id, made.core, [[SALT.hex(), "Clouds"]])
    assert caught.value.facts == {"edit": made.id, "table": "session", "id": "s", "field": "title.en"}


@pytest.mark.parametrize("values", [[], [["00", "x"], ["00", "x"]]])
def test_a_value_too_few_or_too_many_is_damage(values: list[Any]) -> None:
    made = stamped(edited())
    assert reason_of(made.id, made.core, values) == "values-missing"


@pytest.mark.parametrize(
    "values", [["no pair at all"], [3], [["zz", "Cloud"]], [[3, "Cloud"]], [["00", float("nan")]]]
)
def test_a_value_of_no_known_form_is_damage(values: list[Any]) -> None:
    made = stamped(edited())
    assert reason_of(made.id, made.core, values) == "core-unreadable"


def without(name: str) -> Callable[[dict[str, Any]], None]:
    return lambda facts: facts.pop(name)


def with_(**facts: Any) -> Callable[[dict[str, Any]], None]:
    return lambda known: known.update(facts)


@pytest.mark.parametrize(
    "change",
    [
        *map(
            without, ("event", "parents", "author", "device", "wall", "lamport", "kind", "label", "changes")
        ),
        with_(kind="destroy"),
        with_(kind=["do"]),
        with_(lamport=True),
        with_(lamport="1"),
        with_(event=None),
        with_(author="Ana"),
        with_(author={"id": "a1"}),
        with_(parents=[3]),
        with_(label=None),
        with_(wall=20211001),
        with_(changes=[{"table": "session"}]),
        with_(changes=["session"]),
        with_(changes=None),
        with_(retracts=3),
        with_(redacts=[["x"]]),
        with_(redacts=[["x", "0"]]),
        with_(redacts=3),
        with_(about=[1]),
    ],
)
def test_a_core_of_no_known_form_is_damage(change: Callable[[dict[str, Any]], None]) -> None:
    edit_id, core = again(stamped(edited()), change)
    assert reason_of(edit_id, core, [None]) == "core-unreadable"


@pytest.mark.parametrize(
    "core", ["", "[]", "null", "{", '{"a":1.5}', '{"a":NaN}', '{"a":1,"a":1}', "[" * 100_000]
)
def test_a_core_that_is_no_json_we_know_is_damage(core: str) -> None:
    assert reason_of(hashlib.sha256(core.encode()).hexdigest(), core, []) == "core-unreadable"


# -- canonical JSON


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "null"),
        (True, "true"),
        (-7, "-7"),
        ("é\n", '"é\\n"'),
        ({"b": [1, 2], "a": {}}, '{"a":{},"b":[1,2]}'),
        (2**53, "9007199254740992"),
    ],
)
def test_canonical_words(value: Any, words: str) -> None:
    assert canonical(value) == words
    assert parse(words) == value


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_what_is_no_number_has_no_canonical_words(value: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        canonical(value)


@pytest.mark.parametrize("words", ["1.0", "1e3", "NaN", "Infinity", '{"a":1,"a":2}', '[{"b":0,"b":0}]'])
def test_fractions_no_numbers_and_doubled_names_are_refused(words: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # each reason has words of its own
        parse(words)


def test_the_digest_is_over_the_salts_bytes_and_the_canonical_value() -> None:
    assert digest("00ff", {"b": 1, "a": 2}) == hashlib.sha256(b"\x00\xff" + b'{"a":2,"b":1}').hexdigest()


def test_normal_leaves_what_has_no_words() -> None:
    assert normal([None, True, 3, {"a": []}]) == [None, True, 3, {"a": []}]
