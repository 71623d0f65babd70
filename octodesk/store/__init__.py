# SPDX-License-Identifier: EUPL-1.2
"""Where edits are kept: in memory for files, in SQLite for the user's own events. It decides nothing itself."""
