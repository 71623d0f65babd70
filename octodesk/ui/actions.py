# SPDX-License-Identifier: EUPL-1.2
"""Everything the window can do, as QActions with names that stay ("action-undo"), each in a menu with its keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from octodesk.languages import LANGUAGES, N_, OWN_NAMES, _
from octodesk.ui.icons import icon
from octodesk.ui.items import SEPARATOR, Item
from octodesk.ui.palettes import PALETTES
from octodesk.ui.session_menu import SESSION_ITEMS
from octodesk.ui.theme import Theme

Keys = QKeySequence.StandardKey
TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)


MENUS: Mapping[str, tuple[str, Sequence[Item]]] = {
    "file": (
        N_("&File"),
        (
            Item("new", N_("&New conference…"), (Keys.New,), "document"),
            Item("open", N_("&Open…"), (Keys.Open,), "open"),
            Item("import", N_("&From a programme document…")),
            SEPARATOR,
            Item("save", N_("&Save"), (Keys.Save,), "save"),
            Item("save-as", N_("Save &as…"), ("Ctrl+Shift+S",)),
            SEPARATOR,
            Item("copies", N_("Safety &copies…")),
            Item("start", N_("O&ther conferences…")),
            Item("close", N_("&Close"), ("Ctrl+W",)),
            Item("quit", N_("&Quit"), ("Ctrl+Q",)),
        ),
    ),
    "edit": (
        N_("&Edit"),
        (
            Item("undo", N_("Undo"), (Keys.Undo,), "undo"),
            Item("redo", N_("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
            SEPARATOR,
            Item("cut", N_("Cut"), (Keys.Cut,)),
            Item("copy", N_("Copy"), (Keys.Copy,)),
            Item("paste", N_("Paste"), (Keys.Paste,)),
            Item("duplicate", N_("D&uplicate"), ("Ctrl+D",)),
            Item("select-all", N_("Select &all"), (Keys.SelectAll,)),
            SEPARATOR,
            Item("find", N_("&Find…"), (Keys.Find,), "search"),
            Item("filter", N_("F&ilter the workshops"), ("Ctrl+Shift+F",), "filter"),
            Item("palette", N_("Find or d&o anything…"), ("Ctrl+K",)),
            SEPARATOR,
            Item("unplace", N_("&Take off the timetable"), (), "unplaced"),
            Item("delete", N_("&Delete session"), (), "trash"),
            SEPARATOR,
            Item("questions", N_("&Questions to settle…"), (), "question"),
            Item("before-merge", N_("As it was &before changes were taken in…")),
        ),
    ),
    "view": (
        N_("&View"),
        (
            Item("view-day", N_("One &day"), ("Ctrl+1",), "day"),
            Item("view-all-days", N_("&All days"), ("Ctrl+2",), "all-days"),
            Item("view-across", N_("Rooms down, hours across"), ("Ctrl+3",), "rooms"),
            Item("view-list", N_("List"), ("Ctrl+4",), "list"),
            Item("view-room", N_("One room, all days"), ("Ctrl+5",), "room"),
            Item("view-speaker", N_("One speaker, all days"), ("Ctrl+6",), "person"),
            Item("previous-day", N_("&Previous day"), ("Ctrl+PgUp",), "chevron-left"),
            Item("next-day", N_("&Next day"), ("Ctrl+PgDown",), "chevron-right"),
            SEPARATOR,
            Item("zoom-in", N_("Zoom &in"), ("Ctrl++", "Ctrl+="), "zoom-in"),
            Item("zoom-out", N_("Zoom &out"), ("Ctrl+-",), "zoom-out"),
            Item("zoom-fit", N_("Whole day in the window"), ("Ctrl+0",), "fit"),
            Item("zoom-all", N_("Everything in the window"), ("Ctrl+9",), "fit"),
            Item("overview", N_("Overview"), ("Ctrl+Shift+O",), checkable=True),
            SEPARATOR,
            Item("panes-back", N_("Panes where they stood at first")),
            SEPARATOR,
        ),
    ),
    "programme": (
        N_("P&rogramme"),
        (
            Item("new-session", N_("New &workshop"), ("Ctrl+Shift+N",), "plus"),
            Item("new-room", N_("New &room"), (), "room"),
            Item("new-speaker", N_("New &speaker"), (), "person"),
            SEPARATOR,
            Item("try-out", N_("&Try out"), ("Ctrl+Shift+Y",), checkable=True),
            Item("repair", N_("Re&pair…")),
            Item("rules", N_("What is chec&ked…")),
            SEPARATOR,
            Item("versions", N_("&Versions…"), (), "history"),
        ),
    ),
    "session": (N_("&Session"), SESSION_ITEMS),
    "conference": (
        N_("&Conference"),
        (
            Item("conference", N_("&Facts, days, kinds, front page…"), ("Ctrl+I",), "info"),
            Item("next-year", N_("Ne&xt year's conference…"), (), "calendar"),
            SEPARATOR,
            Item("dates", N_("Other &dates…"), (), "calendar"),
            Item("zone", N_("Other time &zone…"), (), "clock"),
            SEPARATOR,
            Item("translations", N_("&Translations…"), ("Ctrl+T",), "language"),
            Item("interpretation", N_("&Interpretation…"), ("Ctrl+Shift+I",), "interpretation"),
            SEPARATOR,
            Item("replace", N_("&Replace somebody…"), (), "swap"),
            Item("duplicates", N_("People listed t&wice…"), (), "people"),
            Item("balance", N_("&Balance of the programme…")),
            SEPARATOR,
            Item("remove-for-good", N_("Remove somebody for &good…")),
            Item("close-conference", N_("&Close the conference…")),
        ),
    ),
    "print": (
        N_("&Print"),
        (
            Item("print", N_("&Print…"), (Keys.Print,), "print"),
            SEPARATOR,
            Item("print-front", N_("&Draft programme, front pages…")),
            Item("print-glance", N_("Programme at a &glance…")),
            Item("print-programme", N_("&Full programme…")),
            Item("print-workshop", N_("&Sessions, a page each…")),
            Item("print-announcement", N_("&Announcement…")),
            SEPARATOR,
            Item("print-door-signs", N_("D&oor signs…")),
            Item("print-badges", N_("&Badges…")),
            Item("print-name-plates", N_("&Name plates…")),
            Item("print-itineraries", N_("P&ersonal programmes…")),
            Item("print-run-sheet", N_("&Run sheet…")),
            Item("print-interpreters", N_("&Interpreters’ sheet…")),
            Item("print-speakers", N_("&List of speakers…")),
            Item("print-changes", N_("&Changes since a version…")),
            Item("print-everything", N_("Everything for a da&y…")),
            SEPARATOR,
            Item("went-out", N_("&What went out…")),
        ),
    ),
    "help": (N_("&Help"), (Item("about", N_("&About OctoDesk"), (), "info"),)),
}

_CHOICES: Mapping[str, tuple[str, Sequence[Item]]] = {
    "color": (
        N_("&Colour by"),
        (Item("color-track", N_("Track"), group="color"), Item("color-kind", N_("Kind"), group="color")),
    ),
    "since": (N_("Moved &since"), ()),
    "rooms": (N_("Rooms shown"), ()),
    "zones": (N_("Hours of other zones"), ()),
    "text-size": (
        N_("&Text size"),
        tuple(Item(f"text-size-{size}", f"{size} %", group="text-size") for size in TEXT_SIZES),
    ),
    "palette": (
        N_("App&earance"),
        (
            Item("palette-light", N_("Light"), group="palette"),
            Item("palette-dark", N_("Dark"), group="palette"),
            Item("palette-contrast", N_("High contrast"), group="palette"),
        ),
    ),
    "language": (
        N_("&Language of the program"),
        tuple(Item(f"language-{code}", "", group="language") for code in LANGUAGES),
    ),
}

assert {f"palette-{name}" for name in PALETTES} == {item.name for item in _CHOICES["palette"][1]}


class Actions:
    """The actions of one window, by name without "action-". `on` says what one does."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._items: dict[str, Item] = {}
        self._menus: dict[str, tuple[QMenu, str]] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._theme = Theme()
        self._without_icons: set[str] = set()
        for name, (words, items) in MENUS.items():
            self._fill(window.menuBar().addMenu(""), name, words, items)
        view = self.menu("view")
        for name, (words, items) in _CHOICES.items():
            self._fill(view.addMenu(""), name, words, items)
        view.addSeparator()
        self.recent = QMenu(self.menu("file"))
        self.recent.setObjectName("menu-recent")
        self.menu("file").insertMenu(self["save"], self.recent)
        self.menu("file").insertSeparator(self["save"])
        self.menu("file").insertAction(self["start"], self["print"])
        self.menu("file").insertSeparator(self["start"])

    def _fill(self, menu: QMenu, name: str, words: str, items: Sequence[Item]) -> None:
        menu.setObjectName(f"menu-{name}")
        self._menus[name] = (menu, words)
        menu.aboutToShow.connect(partial(self._draw_icons, name, items))
        for item in items:
            if item is SEPARATOR:
                menu.addSeparator()
            else:
                menu.addAction(self._made(item))

    def _made(self, item: Item) -> QAction:
        action = QAction(self._window)
        action.setObjectName(f"action-{item.name}")
        action.setShortcuts([QKeySequence(keys) for keys in item.keys])
        action.setMenuRole(QAction.MenuRole.NoRole)
        if item.within:
            # Shown with the entry; the timetable itself heeds them, and nothing else must.
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setCheckable(item.checkable)
        if item.group:
            group = self._groups.setdefault(item.group, QActionGroup(self._window))
            action.setCheckable(True)
            group.addAction(action)
        self._actions[item.name] = action
        self._items[item.name] = item
        return action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    @property
    def names(self) -> Sequence[str]:
        return list(self._actions)

    def items(self) -> Sequence[Item]:
        """Every entry there is, in the order of the menus."""
        return list(self._items.values())

    def menu(self, name: str) -> QMenu:
        return self._menus[name][0]

    def on(self, name: str, act: Callable[[], object]) -> None:
        """Without the state Qt hands along."""
        self._actions[name].triggered.connect(lambda _on=False: act())

    def retranslate(self) -> None:
        for menu, words in self._menus.values():
            menu.setTitle(_(words))
        for name, item in self._items.items():
            self._actions[name].setText(_(item.words))
        for code in LANGUAGES:
            # Each by its own name: who does not read the others finds back.
            self._actions[f"language-{code}"].setText(OWN_NAMES[code])
        self.recent.setTitle(_("Open &recent"))

    def _draw_icons(self, menu: str, items: Sequence[Item]) -> None:
        """When a menu is first opened in a look: most are not."""
        if menu in self._without_icons:
            self._without_icons.remove(menu)
            for item in items:
                if item.icon:
                    self._actions[item.name].setIcon(icon(item.icon, self._theme.palette))

    def set_theme(self, theme: Theme) -> None:
        self._theme, self._without_icons = theme, set(self._menus)
        self._actions[f"palette-{theme.palette.name}"].setChecked(True)
        size = f"text-size-{theme.text_size}"
        if size in self._actions:
            self._actions[size].setChecked(True)
