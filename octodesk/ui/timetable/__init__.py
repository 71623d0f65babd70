# SPDX-License-Identifier: EUPL-1.2
"""The timetable: rooms across, time down, moved by hand."""
