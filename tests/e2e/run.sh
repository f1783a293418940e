#!/usr/bin/env bash
# The main job with the real program, a real mouse and real keys on a virtual display: draw a small map, pull a face,
# attach a survey, save through the program's own path dialog (there is no portal here), close, compare the file,
# reopen, survive a kill, export from the command line. Pictures of what was seen are left in target/e2e.
#
# Usage: tests/e2e/run.sh [BINARY]   (default target/release/wayfarer, built by `cargo build --release`)
set -euo pipefail
cd "$(dirname "$0")/../.."
HERE=$PWD/tests/e2e
BINARY=$(realpath "${1:-target/release/wayfarer}")
SHOTS=$PWD/target/e2e
mkdir -p "$SHOTS"
# shellcheck source=tests/e2e/screen.sh
source "$HERE/screen.sh"

WORK=$(mktemp -d)
APP_PID=
export HOME=$WORK/home LC_ALL=C.UTF-8 LANG=en_US.UTF-8
export XDG_CONFIG_HOME=$HOME/config XDG_STATE_HOME=$HOME/state XDG_DATA_HOME=$HOME/data XDG_CACHE_HOME=$HOME/cache
export XDG_RUNTIME_DIR=$WORK/runtime DBUS_SESSION_BUS_ADDRESS=unix:path=$WORK/no-bus LIBGL_ALWAYS_SOFTWARE=1
unset WAYLAND_DISPLAY
mkdir -p "$HOME" "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"

finish() {
  [[ -n "$APP_PID" ]] && kill -KILL "$APP_PID" 2> /dev/null || true
  stop_screen
  rm -rf "$WORK"
}
trap finish EXIT

# start_app ARGUMENT…: the program with its window on the screen.
start_app() {
  "$BINARY" "$@" > "$WORK/out.log" 2>&1 &
  APP_PID=$!
}

# Until the program has ended by itself, well.
app_ended() {
  wait_for "the program to end" app_is_gone
  local status=0
  wait "$APP_PID" || status=$?
  APP_PID=
  (( status == 0 )) || fail "the program ended with status $status: $(< "$WORK/out.log")"
}

app_is_gone() {
  ! kill -0 "$APP_PID"
}

# A map with its ids numbered in the order of their appearance, so that two runs can be compared.
without_ids() {
  awk -f "$HERE/number_ids.awk" "$1"
}

# save_as FILE: through the program's own path dialog.
save_as() {
  changes_by press ctrl+s
  changes_by write "$1"
  press Return
  wait_for "$1" test -s "$1"
}

draw_a_map() {
  start_app
  wait_title '^Wayfarer$'
  settle
  shot start
  press ctrl+n
  wait_title 'Untitled map'
  settle
  echo "-- a stage with the mouse, the rest by keys"
  changes_by press s
  changes_by drag 260 250 700 420
  changes_by write Find
  changes_by press Return
  changes_by write "Product page"
  changes_by press Return
  changes_by write Advice
  changes_by press Tab
  changes_by write Buy
  changes_by press Return
  changes_by write Checkout
  changes_by press Return
  changes_by write Delivery
  changes_by press Escape
  shot drawn
}

draw_a_map
