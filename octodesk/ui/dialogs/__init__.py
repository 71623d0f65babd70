# SPDX-License-Identifier: EUPL-1.2
"""Questions asked in a window of their own, opened and never waited for."""
