# SPDX-License-Identifier: EUPL-1.2
"""How many random examples a property gets: a share of what the Hypothesis profile in force allows."""

from __future__ import annotations

from hypothesis import HealthCheck, settings


def examples(percent: int) -> settings:
    """With 100 the profile's own number, with 50 half of it: cheap properties can have more than costly ones."""
    profile = settings.default
    assert profile is not None
    return settings(
        max_examples=max(1, profile.max_examples * percent // 100),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
