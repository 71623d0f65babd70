# SPDX-License-Identifier: EUPL-1.2
"""Conferences in and out: the program's own file, ready-made samples, other people's formats.

Bytes to a log or a document and back. Nothing here writes to the database.
"""
