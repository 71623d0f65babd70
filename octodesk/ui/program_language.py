# SPDX-License-Identifier: EUPL-1.2
"""Switching the program's language while it runs: our words and Qt's own, in every window at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from octodesk import languages

_TRANSLATOR = "octodesk-qt-words"


def speak(application: QApplication, code: str) -> None:
    """From now on everything is in this language, one of languages.LANGUAGES."""
    languages.set_language(code)
    QLocale.setDefault(QLocale(code))
    for old in application.findChildren(QTranslator, _TRANSLATOR):
        application.removeTranslator(old)
        old.deleteLater()
    words = QTranslator(application)
    words.setObjectName(_TRANSLATOR)
    # English is what Qt speaks by itself.
    if code != "en" and words.load(
        f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ):
        application.installTranslator(words)
    for widget in application.topLevelWidgets():
        # Qt has posted the event where a translator came or went; once is enough.
        application.removePostedEvents(widget, QEvent.Type.LanguageChange.value)
        application.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
