#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# prepare.sh run|test|check: what a fresh machine lacks. The environment in .venv from packaging/requirements.lock,
# Qt's libraries and fonts from Debian (installed when root, else named), compiled catalogues.
# When all is there it only looks, in well under a second.
set -eu
cd "$(dirname "$0")/.."
purpose=${1:-run}
python=${PYTHON:-python3}
lock=packaging/requirements.lock

qt="libgl1 libegl1 libxkbcommon0 libfontconfig1 libfreetype6 libglib2.0-0 libdbus-1-3 libx11-6"
window="libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-image0 libxcb-render-util0
 libxcb-randr0 libxcb-shape0 libxcb-xkb1 libx11-xcb1 libxcb-util1 libxcb-xfixes0 libxcb-sync1 libxcb-shm0 libxcb-render0"
fonts="fonts-noto-core fonts-droid-fallback"
tools="xvfb xauth openbox xdotool imagemagick dbus at-spi2-core gir1.2-atspi-2.0 python3-gi poppler-utils"

say() { printf 'octodesk: %s\n' "$*" >&2; }

stop() {
  say "$@"
  exit 1
}

# Names among the arguments that no installed Debian package has or provides.
missing() {
  dpkg-query -W -f '${db:Status-Status} ${Package}, ${Provides}\n' | awk -v wanted="$*" '
    $1 == "installed" { sub(/^installed /, ""); gsub(/\([^)]*\)|:[a-z0-9]+/, ""); n = split($0, names, /[, ]+/)
                        for (i = 1; i <= n; i++) have[names[i]] = 1 }
    END { n = split(wanted, names, /[ \n]+/)
          for (i = 1; i <= n; i++) if (names[i] != "" && !(names[i] in have)) printf "%s ", names[i] }'
}

install() {
  say "installing from Debian: $*"
  log=$(mktemp)
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2068 # one word per package
  if apt-get install -y -qq --no-install-recommends $@ >"$log" 2>&1 ||
    { apt-get update -qq >"$log" 2>&1 && apt-get install -y -qq --no-install-recommends $@ >"$log" 2>&1; }; then
    rm -f "$log"
  else
    cat "$log" >&2
    rm -f "$log"
    stop "that did not work; what apt-get said stands above."
  fi
}

system_packages() {
  needed="" wanted=""
  if [ ! -x .venv/bin/python ] && ! "$python" -c 'import ensurepip' 2>/dev/null; then needed="python3-venv"; fi
  case $purpose in
    run) needed="$needed $qt $window" wanted="$fonts" ;;
    test) needed="$needed $qt $window" wanted="$fonts $tools" ;;
  esac
  if ! command -v dpkg-query >/dev/null; then
    say "this is no Debian; Qt needs what Debian calls: $needed"
    return
  fi
  needed=$(missing "$needed")
  wanted=$(missing "$wanted")
  [ -n "$needed$wanted" ] || return 0
  if [ "$(id -u)" = 0 ]; then
    install "$needed" "$wanted"
    return
  fi
  say "some Debian packages are missing. To install them:"
  printf '  sudo apt-get install --no-install-recommends %s\n' "$needed$wanted" >&2
  [ -z "$needed" ] || exit 1
  say "going on without: names in some scripts are left out of prints and counted, tests that need a tool say so."
}

environment() {
  if ! .venv/bin/python -c '' 2>/dev/null; then
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || stop "Python 3.11 or newer is needed."
    rm -rf .venv
    "$python" -m venv .venv
  fi
  if ! cmp -s "$lock" .venv/installed.lock; then
    say "installing the libraries of $lock into .venv (only when it changed)"
    .venv/bin/python -m pip install -qq --disable-pip-version-check --no-deps -r "$lock"
    cp "$lock" .venv/installed.lock
  fi
  if [ ! -x .venv/bin/octodesk ]; then
    .venv/bin/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
  fi
}

catalogues() {
  for source in i18n/*.po; do
    if [ ! "${source%.po}.mo" -nt "$source" ]; then
      .venv/bin/python packaging/translations.py compile
      return
    fi
  done
}

command -v "$python" >/dev/null || stop "$python is missing: apt-get install python3"
system_packages
environment
catalogues
