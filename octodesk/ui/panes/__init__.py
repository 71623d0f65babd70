# SPDX-License-Identifier: EUPL-1.2
"""What stands around the timetable: workshops, rooms, speakers, the inspector, clashes, history."""
