# SPDX-License-Identifier: EUPL-1.2
"""Dates, times, numbers, lists and names in three languages; the choice of a language; catalogues."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from octodesk import languages
from octodesk.languages import LANGUAGES, NBSP, NNBSP

WEDNESDAY = date(2021, 11, 17)


@pytest.mark.parametrize(
    ("wanted", "environment", "chosen"),
    [
        ("es", {"LC_ALL": "fr_FR.UTF-8"}, "es"),
        ("fr-CH", {}, "fr"),
        (None, {"LC_ALL": "fr_FR.UTF-8", "LANG": "es_ES"}, "fr"),
        (None, {"LC_ALL": "", "LC_MESSAGES": "es_ES@euro", "LANG": "fr_FR"}, "es"),
        (None, {"LC_ALL": "C.UTF-8", "LANG": "fr_FR"}, "en"),
        (None, {"LANG": "de_DE.UTF-8"}, "en"),
        ("ru", {"LANG": "fr_FR.UTF-8"}, "fr"),
        (None, {}, "en"),
    ],
)
def test_the_language_is_what_was_asked_for_else_what_the_environment_says_else_english(
    wanted: str | None, environment: dict[str, str], chosen: str
) -> None:
    assert languages.choose_language(wanted, environment) == chosen


def test_a_language_the_program_does_not_speak_is_refused_and_changes_nothing() -> None:
    languages.set_language("fr")
    with pytest.raises(ValueError, match="'xx'"):
        languages.set_language("xx")
    assert languages.language() == "fr"


def test_words_follow_a_change_of_language_at_once() -> None:
    said = []
    for code in LANGUAGES:
        languages.set_language(code)
        said.append(languages._("Version {date}"))
    assert said == ["Version {date}", "Version du {date}", "Versión de {date}"]


def test_a_print_in_another_language_leaves_the_program_s_own_alone() -> None:
    assert languages.translation("fr").gettext("Version {date}") == "Version du {date}"
    assert languages._("Version {date}") == "Version {date}"


def test_a_sentence_without_translation_stays_as_it_is_and_nothing_stays_nothing() -> None:
    languages.set_language("fr")
    assert [languages._("Not in any catalogue"), languages._("")] == ["Not in any catalogue", ""]
    assert [languages.ngettext("{n} thing", "{n} things", n) for n in (0, 1, 2)] == [
        "{n} things",
        "{n} thing",
        "{n} things",
    ]


def in_each(say: object, *arguments: object, **named: object) -> list[str]:
    assert callable(say)
    return [say(*arguments, language, **named) for language in LANGUAGES]


def test_the_name_of_a_day() -> None:
    assert in_each(languages.day_name, WEDNESDAY) == [
        "Wednesday 17 November",
        "mercredi 17 novembre",
        "miércoles 17 de noviembre",
    ]
    assert in_each(languages.day_name, WEDNESDAY, year=True) == [
        "Wednesday 17 November 2021",
        "mercredi 17 novembre 2021",
        "miércoles 17 de noviembre de 2021",
    ]


def test_the_first_of_a_month_is_premier_in_french() -> None:
    assert in_each(languages.day_name, date(2021, 10, 1)) == [
        "Friday 1 October",
        "vendredi 1er octobre",
        "viernes 1 de octubre",
    ]


def test_short_days() -> None:
    assert in_each(languages.short_day, WEDNESDAY) == ["Wed 17", "mer. 17", "mié 17"]


@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_the_names_written_in_the_program_are_babels(language: str) -> None:
    from babel import Locale
    from babel.numbers import format_decimal

    table = Locale("en", "GB") if language == "en" else Locale(language)
    days = [date(2024, 1, 1) + timedelta(days=n) for n in range(7)]  # from a Monday on
    months = [date(2024, month, 2) for month in range(1, 13)]
    wide, short = table.days["format"]["wide"], table.days["format"]["abbreviated"]
    assert [languages.day_name(day, language).split()[0] for day in days] == [wide[n] for n in range(7)]
    assert [languages.short_day(day, language).split()[0] for day in days] == [short[n] for n in range(7)]
    assert [languages.long_date(day, language).replace(" de ", " ").split()[1] for day in months] == [
        table.months["format"]["wide"][day.month] for day in months
    ]
    for value in (0, 999, 1_000, 9_999, 10_000, 1_234_567, -1_200):
        grouped = language != "es" or abs(value) >= 10_000
        assert languages.number(value, language) == format_decimal(
            value, locale=table, group_separator=grouped
        )
    assert languages.listed(["A", "B"], language) == table.list_patterns["standard"]["2"].format("A", "B")


def test_days_and_months_of_other_languages() -> None:
    assert languages.day_name(WEDNESDAY, "de", year=True) == "Mittwoch 17 November 2021"
    assert languages.short_day(WEDNESDAY, "de") == "Mi. 17"


def test_a_range_of_days_says_once_what_is_equal() -> None:
    assert in_each(languages.date_range, date(2021, 11, 16), date(2021, 11, 18)) == [
        "16–18 November 2021",
        "16-18 novembre 2021",
        "16-18 de noviembre de 2021",
    ]
    assert in_each(languages.date_range, date(2021, 11, 30), date(2021, 12, 1)) == [
        "30 November – 1 December 2021",
        "30 novembre – 1er décembre 2021",
        "30 de noviembre – 1 de diciembre de 2021",
    ]
    assert in_each(languages.date_range, date(2021, 12, 31), date(2022, 1, 2)) == [
        "31 December 2021 – 2 January 2022",
        "31 décembre 2021 – 2 janvier 2022",
        "31 de diciembre de 2021 – 2 de enero de 2022",
    ]
    assert in_each(languages.date_range, WEDNESDAY, WEDNESDAY) == [
        "17 November 2021",
        "17 novembre 2021",
        "17 de noviembre de 2021",
    ]


@pytest.mark.parametrize(
    "label",
    [
        "Version 4 October 2021",
        "Version du 4 octobre 2021",
        "Version 4 octobre 2021",
        "Versión de 4 de octubre de 2021",
        "Versión del 4 de octubre de 2021",
        "Version 2021-10-04",
    ],
)
def test_a_dated_version_prints_with_the_date_in_the_print_s_language(label: str) -> None:
    assert in_each(languages.version_label, label) == [
        "Version 4 October 2021",
        "Version du 4 octobre 2021",
        "Versión de 4 de octubre de 2021",
    ]


@pytest.mark.parametrize(
    "label", ["Version 2", "Version 31 February 2021", "Version for the Chair", "", "Draft"]
)
def test_any_other_version_label_prints_as_typed(label: str) -> None:
    assert in_each(languages.version_label, label) == [label] * 3


def test_clock_times_follow_the_language() -> None:
    assert in_each(languages.clock_time, time(9, 5)) == ["09:05", f"9{NNBSP}h{NNBSP}05", "09:05"]


@pytest.mark.parametrize(
    ("form", "texts"),
    [
        ("14:00", ["00:00", "12:00", "14:00", "14:30"]),
        ("14h30", ["0h00", "12h00", "14h00", "14h30"]),
        (
            "14 h 30",
            [f"{hour}{NNBSP}h{NNBSP}{rest}" for hour, rest in [(0, "00"), (12, "00"), (14, "00"), (14, 30)]],
        ),
        ("2 p.m.", [f"12{NBSP}a.m.", f"12{NBSP}p.m.", f"2{NBSP}p.m.", f"2:30{NBSP}p.m."]),
    ],
)
def test_the_house_style_decides_how_hours_are_written(form: str, texts: list[str]) -> None:
    hours = [time(0), time(12), time(14), time(14, 30)]
    assert [languages.clock_time(hour, "en", form=form) for hour in hours] == texts


def test_afternoon_in_spanish_has_a_space_inside() -> None:
    assert languages.clock_time(time(14), "es", form="2 p.m.") == f"2{NBSP}p.{NBSP}m."


def test_ranges_of_time() -> None:
    assert in_each(languages.time_range, time(13), time(18)) == [
        f"13:00{NBSP}– 18:00",
        f"13{NNBSP}h{NNBSP}00{NBSP}– 18{NNBSP}h{NNBSP}00",
        f"13:00{NBSP}– 18:00",
    ]


def test_lengths() -> None:
    assert [languages.duration(minutes, "en") for minutes in (0, 50, 120, 110, 65)] == [
        f"0{NBSP}min",
        f"50{NBSP}min",
        f"2{NBSP}h",
        f"1{NBSP}h{NBSP}50",
        f"1{NBSP}h{NBSP}05",
    ]
    assert languages.duration(110, "fr") == f"1{NNBSP}h{NNBSP}50"


@pytest.mark.parametrize(
    ("zone", "at", "mark"),
    [
        ("Europe/Paris", datetime(2021, 11, 17, 9), "CET"),
        ("Europe/Paris", datetime(2021, 7, 1, 9), "CEST"),
        ("Asia/Dubai", datetime(2021, 11, 17, 9), "UTC+4"),
        ("America/Bogota", datetime(2021, 11, 17, 9), "UTC−5"),
        ("Asia/Kathmandu", datetime(2021, 11, 17, 9), "UTC+5:45"),
    ],
)
def test_the_mark_of_a_zone(zone: str, at: datetime, mark: str) -> None:
    assert languages.zone_mark(zone, at) == mark


def test_numbers() -> None:
    assert in_each(languages.number, 1200.5) == ["1,200.5", f"1{NNBSP}200,5", "1200,5"]
    assert in_each(languages.number, 25000) == ["25,000", f"25{NNBSP}000", "25.000"]


def test_lists() -> None:
    assert in_each(languages.listed, ["A", "B", "C"]) == ["A, B and C", "A, B et C", "A, B y C"]
    assert in_each(languages.listed, ["A", "B"]) == ["A and B", "A et B", "A y B"]
    assert [languages.listed(items, "fr") for items in ([], ["A"])] == ["", "A"]


def test_y_becomes_e_before_the_sound_i() -> None:
    following = ["inglés", "Irán", "hindi", "hielo", "Ucrania"]
    assert [languages.listed(["francés", word], "es") for word in following] == [
        "francés e inglés",
        "francés e Irán",
        "francés e hindi",
        "francés y hielo",
        "francés y Ucrania",
    ]


def test_countries_and_languages() -> None:
    assert in_each(languages.country_name, "GE") == ["Georgia", "Géorgie", "Georgia"]
    assert in_each(languages.language_name, "fr") == ["French", "français", "francés"]
    assert languages.country_name("XQ", "en") == "XQ"
    assert [languages.language_code3(code) for code in ("en", "fr", "es", "uk", "qq")] == [
        "ENG",
        "FRA",
        "SPA",
        "UKR",
        "QQ",
    ]


def test_capitals_at_the_beginning_of_a_line() -> None:
    assert [languages.capitalised(text) for text in ("mercredi 17", "état", "")] == [
        "Mercredi 17",
        "État",
        "",
    ]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Qui sont les auteurs ?", f"Qui sont les auteurs{NNBSP}?"),
        ("Atelier 4: rançongiciels", f"Atelier 4{NNBSP}: rançongiciels"),
        ("Le « droit » : deux vues", f"Le «{NNBSP}droit{NNBSP}»{NNBSP}: deux vues"),
        ("«droit»; «fait» !", f"«{NNBSP}droit{NNBSP}»{NNBSP}; «{NNBSP}fait{NNBSP}»{NNBSP}!"),
        ("Vraiment ?! (oui !)", f"Vraiment{NNBSP}?! (oui{NNBSP}!)"),
        ("voir https://example.org/?a=b à 14:00", "voir https://example.org/?a=b à 14:00"),
        ("", ""),
    ],
)
def test_french_has_narrow_spaces_and_the_others_stay_as_typed(typed: str, printed: str) -> None:
    assert [languages.typeset(typed, language) for language in LANGUAGES] == [typed, printed, typed]
    assert languages.typeset(printed, "fr") == printed


def test_quotation_marks() -> None:
    assert in_each(languages.quoted, "WS 4") == ["“WS 4”", f"«{NNBSP}WS 4{NNBSP}»", "«WS 4»"]


def test_sorting_forgives_accents_and_case_and_knows_the_spanish_letter() -> None:
    words = ["Zagreb", "Ñandú", "école", "Nube", "Eco", "nzo"]
    assert sorted(words, key=lambda word: languages.sort_key(word, "fr")) == [
        "Eco",
        "école",
        "Ñandú",
        "Nube",
        "nzo",
        "Zagreb",
    ]
    assert sorted(words, key=lambda word: languages.sort_key(word, "es")) == [
        "Eco",
        "école",
        "Nube",
        "nzo",
        "Ñandú",
        "Zagreb",
    ]


def test_a_language_without_tables_is_written_with_english_names() -> None:
    assert languages.day_name(WEDNESDAY, "qq") == "Wednesday 17 November"
