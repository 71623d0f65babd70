# SPDX-License-Identifier: EUPL-1.2
"""Finding places in the window: for one session, for an empty place, after something was lost."""
