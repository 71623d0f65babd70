# SPDX-License-Identifier: EUPL-1.2
"""Finds places for sessions: the best free ones for one session, the fewest moves that make a programme hold again."""
