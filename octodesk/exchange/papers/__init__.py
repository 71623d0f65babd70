# SPDX-License-Identifier: EUPL-1.2
"""Programmes as documents: Word, HTML, Markdown, tables and plain text, read into a conference and written.

A reader turns a file into a Page (page.py); `understanding` turns any Page into rows, with a Report of what was guessed
and what was left out, and for every line what was made of it.
"""
