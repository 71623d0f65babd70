#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# headless.sh FOLDER: what `make run` does without a display. The sample's prints and a picture of the window.
set -eu
cd "$(dirname "$0")/.."
folder=${1:-pictures}
mkdir -p "$folder"
octodesk() { .venv/bin/python -m octodesk "$@"; }

octodesk sample octopus-2021 -o "$folder/octopus-2021.octo"
for document in front glance programme; do
  octodesk print "$folder/octopus-2021.octo" "$document" -o "$folder/$document.pdf"
done
QT_QPA_PLATFORM=offscreen octodesk --picture "$folder/window.png"

echo "There is no display here, so the window stays shut. Instead, in $(cd "$folder" && pwd):"
echo "  front.pdf, glance.pdf, programme.pdf   the sample conference as it prints"
echo "  window.png                             the window as it would stand on your screen"
echo "  octopus-2021.octo                      the conference itself"
