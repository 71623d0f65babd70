# SPDX-License-Identifier: EUPL-1.2
"""The window. The only part of the program that imports Qt."""
