# SPDX-License-Identifier: EUPL-1.2
"""Fixtures of the tests that write files."""

from tests.exchange.nobody import folder_for_nobody

__all__ = ["folder_for_nobody"]
