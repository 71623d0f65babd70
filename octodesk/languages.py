# SPDX-License-Identifier: EUPL-1.2
"""The program's language, and dates, times, numbers, lists and names of countries as each language writes them.

The only module that imports Babel, and only when something is asked that needs its tables.
"""

from __future__ import annotations

import gettext as catalogues
import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from octodesk import resources

if TYPE_CHECKING:
    from babel import Locale

LANGUAGES = ("en", "fr", "es")
"""The languages the program itself speaks."""

OWN_NAMES: Mapping[str, str] = {"en": "English", "fr": "Français", "es": "Español"}
"""Each as it calls itself, for the menu that chooses it."""

NBSP, NNBSP = "\u00a0", "\u202f"

_WEEKDAYS: Mapping[str, Sequence[str]] = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "fr": ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    "es": ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
}
_SHORT_WEEKDAYS: Mapping[str, Sequence[str]] = {
    "en": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    "fr": ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
    "es": ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"],
}
_MONTHS: Mapping[str, Sequence[str]] = {
    "en": [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ],
    "fr": [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
        "novembre", "décembre",
    ],
    "es": [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
        "noviembre", "diciembre",
    ],
}  # fmt: skip
_AND: Mapping[str, str] = {"en": "and", "fr": "et", "es": "y"}
_THOUSANDS: Mapping[str, str] = {"en": ",", "fr": NNBSP, "es": "."}
# These are Babel's, which a test holds; written here because the first paint shows them and need not wait for
# Babel and its tables. Other languages are asked of Babel.

TIME_FORMS = ("14:00", "14h30", "14 h 30", "2 p.m.")
"""House styles of the clock; the default is "14 h 30" in French, else "14:00"."""

Translations = catalogues.NullTranslations
"""Has gettext, ngettext, pgettext, npgettext."""

_language = "en"


# ---- words


def language() -> str:
    """The program's language now."""
    return _language


def set_language(code: str) -> None:
    """From now on `_` answers in this language, one of LANGUAGES. Raises ValueError."""
    global _language  # noqa: PLW0603 - one program has one language; prints use translation(language)
    if code not in LANGUAGES:
        raise ValueError(f"the program does not speak {code!r}")
    _language = code


def choose_language(wanted: str | None, environment: Mapping[str, str]) -> str:
    """What was asked for, else LC_ALL, LC_MESSAGES, LANG (the first that is set decides), else English."""
    locale = next(
        (environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), ""
    )
    return _spoken(wanted or "") or _spoken(locale) or "en"


def _spoken(locale: str) -> str | None:
    """The language of "fr", "fr_CH.UTF-8" or "fr-CH", if the program speaks it."""
    code = re.split(r"[-_.@]", locale)[0].lower()
    return code if code in LANGUAGES else None


@lru_cache(maxsize=8)
def translation(language: str) -> Translations:
    """The catalogue of a language, for what is not in the program's own: a print. English answers as asked."""
    path = resources.catalogue_path(language)
    if language == "en" or not path.is_file():
        return Translations()
    with path.open("rb") as file:
        return catalogues.GNUTranslations(file)


def gettext(message: str) -> str:
    """The sentence in the program's language, looked up at each call. "" stays ""."""
    return translation(_language).gettext(message) if message else ""


def ngettext(singular: str, plural: str, n: int) -> str:
    return translation(_language).ngettext(singular, plural, n)


def pgettext(context: str, message: str) -> str:
    return translation(_language).pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802 - the name that collects words from tables, translated where shown
    return message


_ = gettext


# ---- dates


def day_name(day: date, language: str, *, year: bool = False) -> str:
    """ "Wednesday 17 November", "mercredi 17 novembre", "miércoles 17 de noviembre"."""
    weekday = _weekdays(language)[day.weekday()]
    return f"{weekday} {long_date(day, language) if year else _day_of_month(day, language)}"


def short_day(day: date, language: str) -> str:
    """ "Wed 17", "mer. 17", "mié 17"."""
    return f"{_weekdays(language, short=True)[day.weekday()]} {_ordinal(day, language)}"


def _weekdays(language: str, *, short: bool = False) -> Sequence[str]:
    """From Monday on."""
    known = (_SHORT_WEEKDAYS if short else _WEEKDAYS).get(language)
    return known or _in_order(_locale(language).days["format"]["abbreviated" if short else "wide"])


def long_date(day: date, language: str) -> str:
    """ "4 October 2021", "4 octobre 2021", "4 de octubre de 2021"."""
    return f"{_day_of_month(day, language)}{_of(language)}{day.year}"


def date_range(first: date, last: date, language: str) -> str:
    """ "16–18 November 2021", "16-18 novembre 2021", "16-18 de noviembre de 2021"; what is equal is said once."""
    end = long_date(last, language)
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{_ordinal(first, language)}{'–' if language == 'en' else '-'}{end}"
    start = _day_of_month(first, language) if first.year == last.year else long_date(first, language)
    return f"{start} – {end}"


def _day_of_month(day: date, language: str) -> str:
    return f"{_ordinal(day, language)}{_of(language)}{_months(language)[day.month - 1]}"


def _ordinal(day: date, language: str) -> str:
    return "1er" if language == "fr" and day.day == 1 else str(day.day)


def _of(language: str) -> str:
    return " de " if language in {"es", "pt"} else " "


def _months(language: str) -> Sequence[str]:
    """From January on."""
    return _MONTHS.get(language) or _in_order(_locale(language).months["format"]["wide"])


def _in_order(names: Mapping[int, str]) -> Sequence[str]:
    return [names[number] for number in sorted(names)]


def version_label(label: str, language: str) -> str:
    """A label "Version <date>" with the date in this language; any other as typed.

    The date may be typed in any of the program's languages ("Version 4 October 2021", "Version du 4 octobre
    2021", "Versión de 4 de octubre de 2021") or as 2021-10-04. An hour may follow, as in "Version 4 October 2021, 14:30".
    """
    match = re.fullmatch(
        r"versi[oó]n (?:du |de |del )?(\S.*?)(?:, (\d\d):(\d\d))?", label.strip(), re.IGNORECASE
    )
    day = match and _typed_date(match[1])
    if not match or not day or (match[2] and not (int(match[2]) < 24 and int(match[3]) < 60)):
        return label
    said = translation(language).gettext("Version {date}").format(date=long_date(day, language))
    return f"{said}, {clock_time(time(int(match[2]), int(match[3])), language)}" if match[2] else said


def _typed_date(typed: str) -> date | None:
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", typed):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    match = re.fullmatch(r"(\d{1,2})(?:er)?(?: de)? ([^\W\d]+)(?: de)? (\d{4})", typed)
    month = match and _month_number(match[2])
    return _date(int(match[3]), month, int(match[1])) if match and month else None


def _month_number(name: str) -> int | None:
    wanted = folded(name)
    months = ((number, month) for code in LANGUAGES for number, month in enumerate(_months(code), start=1))
    return next((number for number, month in months if folded(month) == wanted), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


# ---- times


def clock_time(at: time, language: str, *, form: str | None = None) -> str:
    """The hour in one of TIME_FORMS, by default the language's: "14:00", "14 h 30" with narrow spaces."""
    match form or ("14 h 30" if language == "fr" else "14:00"):
        case "14h30":
            return f"{at.hour}h{at.minute:02}"
        case "14 h 30":
            return f"{at.hour}{NNBSP}h{NNBSP}{at.minute:02}"
        case "2 p.m.":
            return _twelve_hours(at, language)
        case _:
            return f"{at.hour:02}:{at.minute:02}"


def _twelve_hours(at: time, language: str) -> str:
    half = "a.m." if at.hour < 12 else "p.m."
    half = half.replace(".", f".{NBSP}", 1) if language == "es" else half
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{NBSP}{half}"


def time_range(start: time, end: time, language: str, *, form: str | None = None) -> str:
    """ "13:00 – 18:00", with spaces that break nowhere but after the dash."""
    return f"{clock_time(start, language, form=form)}{NBSP}– {clock_time(end, language, form=form)}"


def duration(minutes: int, language: str) -> str:
    """ "50 min", "2 h", "1 h 50", with spaces that do not break, narrow in French."""
    space = NNBSP if language == "fr" else NBSP
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest}{space}min"
    return f"{hours}{space}h{space}{rest:02}" if rest else f"{hours}{space}h"


def zone_mark(zone: str, at: datetime) -> str:
    """What is printed after an hour: "CET", "CEST"; "UTC+4", "UTC+5:30" where the zone has no letters of its own.

    `at` is wall clock in that zone, without a zone of its own. A zone unknown here is named as it is.
    """
    try:
        name = at.replace(tzinfo=ZoneInfo(zone)).tzname() or ""
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return zone
    match = re.fullmatch(r"([+-])(\d\d)(\d\d)?", name)
    if not match:
        return name
    sign = "−" if match[1] == "-" else "+"
    return f"UTC{sign}{int(match[2])}" + (f":{match[3]}" if match[3] else "")


# ---- numbers, lists, names, typography


def number(value: int | float, language: str) -> str:
    """ "1,200.5", "1 200,5" (narrow space), "1200,5"; Spanish groups from five digits on."""
    grouped = language != "es" or abs(value) >= 10_000
    if isinstance(value, int) and language in _THOUSANDS:
        return f"{value:,}".replace(",", _THOUSANDS[language] if grouped else "")
    from babel.numbers import format_decimal

    return format_decimal(value, locale=_locale(language), group_separator=grouped)


def listed(items: Sequence[str], language: str) -> str:
    """ "A, B and C", "A, B et C", "A, B y C" ("e" before the sound i)."""
    if len(items) < 2:
        return "".join(items)
    *start, last = items
    return f"{', '.join(start)} {_and(last, language)} {last}"


def _and(following: str, language: str) -> str:
    if language == "es" and re.match(r"h?[ií](?![aeou])", following, re.IGNORECASE):
        return "e"
    if language in _AND:
        return _AND[language]
    pair: str = _locale(language).list_patterns["standard"]["2"]
    return pair.replace("{0}", "").replace("{1}", "").strip()


def country_name(code: str, language: str) -> str:
    """The country of an ISO 3166 code ("FR") in a language; an unknown code stays itself."""
    name: str = _locale(language).territories.get(code.upper(), code)
    return name


@lru_cache(maxsize=1)
def country_codes() -> Mapping[str, str]:
    """ISO 3166 codes by the folded names of countries in all of the program's languages."""
    listed = ((code, name) for spoken in LANGUAGES for code, name in _locale(spoken).territories.items())
    return {folded(name): code for code, name in listed if len(code) == 2 and code.isalpha()}


def official_languages(country: str) -> tuple[str, ...]:
    """The codes of the languages official in a country of an ISO 3166 code, the most spoken first; () if unknown."""
    from babel.languages import get_official_languages

    return tuple(code.partition("_")[0] for code in get_official_languages(country.upper(), regional=False))


def language_name(code: str, language: str) -> str:
    """The name of a language ("fr") in a language: "French", "français", "francés"; an unknown code stays itself."""
    name: str = _locale(language).languages.get(code.lower(), code)
    return name


# ISO 639-2/T, for the languages conferences are held in; paper never says "UK" for Ukrainian.
_CODES3: dict[str, str] = dict(
    re.findall(
        r"(\w\w):(\w{3})",
        "ar:ARA az:AZE be:BEL bg:BUL bs:BOS ca:CAT cs:CES cy:CYM da:DAN de:DEU el:ELL en:ENG es:SPA et:EST "
        "eu:EUS fa:FAS fi:FIN fr:FRA ga:GLE gl:GLG he:HEB hi:HIN hr:HRV hu:HUN hy:HYE id:IND is:ISL it:ITA "
        "ja:JPN ka:KAT kk:KAZ ko:KOR ky:KIR lb:LTZ lt:LIT lv:LAV mk:MKD mn:MON ms:MSA mt:MLT nb:NOB nl:NLD "
        "nn:NNO no:NOR pl:POL pt:POR ro:RON ru:RUS sk:SLK sl:SLV sq:SQI sr:SRP sv:SWE sw:SWA th:THA tr:TUR "
        "uk:UKR ur:URD uz:UZB vi:VIE zh:ZHO",
    )
)


def language_code3(code: str) -> str:
    """The three letters of a language: "ENG", "FRA", "SPA"; an unknown code in capitals."""
    return _CODES3.get(code.lower(), code.upper())


def capitalised(text: str) -> str:
    """The first letter in capitals, as at the beginning of a line: "Mercredi 17 novembre"."""
    return text[:1].upper() + text[1:]


def typeset(text: str, language: str) -> str:
    """A typed text with the spaces its language wants: in French narrow ones before : ; ? ! and inside « »."""
    if language != "fr":
        return text
    text = re.sub(r"(?<=\S)[ \u00a0\u202f]*([;?!]+|:)(?=[\s\u202f»”)\]]|$)", rf"{NNBSP}\1", text)
    return re.sub(r"(?<=«)[ \u00a0\u202f]*(?=\S)|(?<=\S)[ \u00a0\u202f]*(?=»)", NNBSP, text)


def quoted(text: str, language: str) -> str:
    """“Text”, « Texte » with narrow spaces, «Texto»."""
    match language:
        case "fr":
            return f"«{NNBSP}{text}{NNBSP}»"
        case "es":
            return f"«{text}»"
        case _:
            return f"“{text}”"


def salutation(form_of_address: str, family_name: str, language: str) -> str:
    """How a letter begins: "Dear Ms Silva,", "Madame,", "Estimada Sra. Silva:"; without a name or form to everybody."""
    woman, man, anybody = {
        "fr": ("Madame,", "Monsieur,", "Madame, Monsieur,"),
        "es": ("Estimada Sra. {name}:", "Estimado Sr. {name}:", "Estimado/a ponente:"),
    }.get(language, ("Dear Ms {name},", "Dear Mr {name},", "Dear speaker,"))
    wording = {"Ms": woman, "Mr": man}.get(form_of_address if family_name else "", anybody)
    return wording.format(name=family_name)


def folded(text: str) -> str:
    """Without accents and case, for finding and sorting."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def sort_key(text: str, language: str) -> tuple[str, str]:
    """Sorts as a reader expects: accents and case count last; in Spanish ñ follows n."""
    parts = text.casefold().split("ñ") if language == "es" else [text]
    return "n\uffff".join(folded(part) for part in parts), text


@lru_cache(maxsize=32)
def _locale(language: str) -> Locale:
    """Babel's tables; English as written in Europe; a language they lack is read as English."""
    from babel import Locale, UnknownLocaleError

    if language == "en":
        return Locale("en", "GB")
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")
