# SPDX-License-Identifier: EUPL-1.2
"""A conference on paper: Document -> PDF, tagged and archival. The only place that knows ReportLab.

`render` prints one of DOCUMENTS; everything else here is its parts.
"""

from octodesk.printing.options import (
    Fault,
    Notice,
    PrintCancelled,
    Printed,
    PrintOptions,
    PrintRefused,
)
from octodesk.printing.render import DOCUMENTS, render

__all__ = [
    "DOCUMENTS",
    "Fault",
    "Notice",
    "PrintCancelled",
    "PrintOptions",
    "PrintRefused",
    "Printed",
    "render",
]
