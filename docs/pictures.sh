#!/usr/bin/env bash
# Makes the pictures of the user guide from the real program on a display of its own: docs/images/*.png, 1600 × 1000.
#
# Usage: docs/pictures.sh [BINARY]   (default target/release/wayfarer, built by `cargo build --release`)
# Uses: Xvfb, openbox, xdotool, xprop, ImageMagick; no portal, so that the program shows its own path dialog.
# Nothing waits blindly: windows, pixels and the end of the program are polled with a time limit.
set -euo pipefail
cd "$(dirname "$0")/.."
BINARY=$(realpath "${1:-target/release/wayfarer}")
IMAGES=$PWD/docs/images
SAMPLES=$PWD/sample_maps
# shellcheck source=tests/e2e/screen.sh
source tests/e2e/screen.sh

WORK=$(mktemp -d)
SHOTS=$WORK
LOG=$WORK/out.log
APP_PID=
# The program takes its language from it; it need not be installed.
APP_LOCALE=en_US.UTF-8
export HOME=$WORK/home LC_ALL=C.UTF-8 LANG=en_US.UTF-8
export XDG_CONFIG_HOME=$HOME/config XDG_STATE_HOME=$HOME/state XDG_DATA_HOME=$HOME/data XDG_CACHE_HOME=$HOME/cache
export XDG_RUNTIME_DIR=$WORK/runtime DBUS_SESSION_BUS_ADDRESS=unix:path=$WORK/no-bus LIBGL_ALWAYS_SOFTWARE=1
unset WAYLAND_DISPLAY LC_MESSAGES LANGUAGE
mkdir -p "$HOME/maps" "$XDG_RUNTIME_DIR" "$IMAGES"
chmod 700 "$XDG_RUNTIME_DIR"
cp "$SAMPLES"/*.ron "$SAMPLES"/*.csv "$HOME/maps"

finish() {
  [[ -n "$APP_PID" ]] && kill -KILL "$APP_PID" 2> /dev/null || true
  stop_screen
  rm -rf "$WORK"
}
trap finish EXIT

# start_app TITLE ARGUMENT…: the program with its window on the screen, at rest, the pointer out of the way.
start_app() {
  local title=$1
  shift
  env LC_ALL="$APP_LOCALE" "$BINARY" "$@" > "$LOG" 2>&1 &
  APP_PID=$!
  wait_title "$title"
  wait_for "the window to be drawn" is_drawn
  xdotool mousemove --sync 1599 999
  settle
}

# A window that has not drawn yet has one colour.
is_drawn() {
  (( $(import -silent -window root -format %k info:-) > 64 ))
}

app_is_gone() {
  ! kill -0 "$APP_PID"
}

quit_app() {
  press ctrl+q
  wait_for "the program to end" app_is_gone
  wait "$APP_PID" || fail "the program did not end well"
  APP_PID=
}

# Ends the program where a question is open; nothing was changed, so nothing is left to bring back.
kill_app() {
  kill -KILL "$APP_PID"
  wait "$APP_PID" 2> /dev/null || true
  APP_PID=
}

# The screen as a picture of the guide, with at most 256 colours.
picture() {
  settle
  import -silent -window root png:- |
    convert png:- -strip +dither -colors 256 -define png:compression-level=9 "PNG8:$IMAGES/$1.png"
  echo "docs/images/$1.png: $(wc -c < "$IMAGES/$1.png") bytes"
}

# Walks along the touchpoints of the open map to the nth one, from 1.
walk_to() {
  local step
  changes_by press Right
  changes_by press Down
  for (( step = 1; step < $1; step++ )); do changes_by press Right; done
}

# The place of a touchpoint among those of a map file, from 1: its name stands at a depth of its own.
place_of() {
  local place
  place=$(grep -E '^          name: ' "$1" | grep -nF "\"$2\"" | head -n 1 | cut -d : -f 1)
  [[ -n "$place" ]] || fail "$1 has no touchpoint $2"
  echo "$place"
}

# The map with a touchpoint selected, and the review of its curves.
window_and_review() {
  local map=$HOME/maps/air_purifier.ron
  start_app 'purifier' "$map"
  press shift+1
  settle
  walk_to "$(place_of "$map" Delivery)"
  picture window
  changes_by press F6
  press shift+1
  picture review
  changes_by press F6
  quit_app
}

# The preview before a survey is attached.
survey() {
  start_app 'purifier' "$HOME/maps/air_purifier.ron"
  changes_by press ctrl+shift+u
  press ctrl+a
  changes_by write "$HOME/maps/air_purifier_2026_10.csv"
  changes_by press Return
  picture survey
  kill_app
}

# The other sample in Vietnamese, as a Vietnamese system shows it.
vietnamese() {
  local map=$HOME/maps/bay_giai_doan_so.ron
  APP_LOCALE=vi_VN.UTF-8
  start_app 'Wayfarer' "$map"
  walk_to "$(place_of "$map" 'Giao hàng và lắp đặt')"
  picture window_vi
  quit_app
  APP_LOCALE=en_US.UTF-8
}

# The start page with the maps that were open before.
start_page() {
  start_app '^Wayfarer$'
  picture start
  quit_app
}

# The guided start with a few answers.
guided_start() {
  local at line
  start_app '^Wayfarer$'
  at=($(middle_of '#3457D5' 3% 150 400 40 60 1))
  changes_by click $(( at[0] + 214 )) "${at[1]}"
  changes_by write "Lan, 34, new parent"
  changes_by press Return
  changes_by press Return
  for line in "Google" "Reviews on YouTube" "Call centre"; do
    changes_by write "$line"
    changes_by press Return
  done
  xdotool mousemove --sync 1599 999
  picture guided_start
  kill_app
}

start_screen "$WORK"
window_and_review
survey
vietnamese
start_page
guided_start
