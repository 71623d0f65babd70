# SPDX-License-Identifier: EUPL-1.2
"""Printing in the window: a press in a process of its own, the dialog, the preview, the printer."""
