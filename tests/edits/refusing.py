# SPDX-License-Identifier: EUPL-1.2
"""What an edit that makes no sense is refused with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from octodesk.model.edit import Refused


def refused(make: Callable[[], object]) -> tuple[str, dict[str, Any]]:
    """The reason and the facts."""
    with pytest.raises(Refused) as raised:
        make()
    return raised.value.reason, dict(raised.value.facts)
