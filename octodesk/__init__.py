# SPDX-License-Identifier: EUPL-1.2
"""OctoDesk plans a conference on the screen, keeps every edit, and prints its programme."""

__version__ = "0.1.0"
