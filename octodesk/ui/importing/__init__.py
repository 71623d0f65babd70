# SPDX-License-Identifier: EUPL-1.2
"""A programme document comes into the program: opened, dropped or pasted, looked over line by line, and taken in."""
