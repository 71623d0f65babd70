#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# check.sh: style, types, who imports whom, catalogues. All of them run; the status is 1 if any of them complains.
set -u
cd "$(dirname "$0")/.." || exit 1
status=0

try() {
  echo "== $*"
  ".venv/bin/$@" || status=1
}

try ruff check .
try ruff format --check .
try mypy
try mypy --no-explicit-package-bases packaging/*.py
try lint-imports
try python packaging/translations.py check
exit "$status"
