# SPDX-License-Identifier: EUPL-1.2
"""What a person's part in a session is called."""

from __future__ import annotations

from octodesk.languages import _, pgettext
from octodesk.model.rows import Person


def role_name(role: str, person: Person | None = None) -> str:
    """The role in words; French and Spanish follow the person."""
    woman = person is not None and person.form_of_address == "Ms"
    words = {
        "moderator": (_("Moderator"), pgettext("woman", "Moderator")),
        "chair": (_("Chair"), pgettext("woman", "Chair")),
        "speaker": (_("Speaker"), pgettext("woman", "Speaker")),
        "panellist": (_("Panellist"), pgettext("woman", "Panellist")),
        "keynote": (_("Keynote address"), _("Keynote address")),
        "opening-address": (_("Opening address"), _("Opening address")),
        "rapporteur": (_("Rapporteur"), pgettext("woman", "Rapporteur")),
        "interpreter": (_("Interpreter"), pgettext("woman", "Interpreter")),
        "secretariat": (_("Secretariat"), _("Secretariat")),
        "technician": (_("Technician"), pgettext("woman", "Technician")),
    }
    return words[role][woman] if role in words else role
