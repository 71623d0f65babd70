# SPDX-License-Identifier: EUPL-1.2
"""What a conference is: rows, the document that holds them, the log of edits, and the facts derived from them.

Standard library only. Nothing here reads a file, a clock or a screen.
"""
