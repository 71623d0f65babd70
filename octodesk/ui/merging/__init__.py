# SPDX-License-Identifier: EUPL-1.2
"""Reading a colleague's copy beside one's own, and taking it in."""
