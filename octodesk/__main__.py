# SPDX-License-Identifier: EUPL-1.2
"""`octodesk` with no words or a file opens the window; with a verb it works on the command line."""

from __future__ import annotations

import sys


def main() -> int:
    """What the `octodesk` command runs. Gives the exit status."""
    arguments = sys.argv[1:]
    if _is_for_the_window(arguments):
        from octodesk.ui.start import run

        return run(arguments)
    from octodesk import cli

    return cli.main(arguments)


def _is_for_the_window(arguments: list[str]) -> bool:
    """No words, options of the window, or a file: whatever is no verb and has a suffix or a folder in it."""
    if not arguments or arguments[0] in ("--sample", "--picture", "--database"):
        return True
    first = arguments[0]
    return not first.startswith("-") and (first.lower().endswith(".octo") or "/" in first)


if __name__ == "__main__":
    sys.exit(main())
