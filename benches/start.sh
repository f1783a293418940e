#!/usr/bin/env bash
# How long the program takes from exec to its first frame (the window is shown when that is painted), and how much CPU
# time it uses when nothing happens. Under Xvfb with a window manager and Mesa's software renderer.
# Wanted (issue 2): at most 300 ms to the first frame, no CPU time at all when idle, also with unsaved work.
#
# Usage: benches/start.sh [BINARY] [RUNS]   (default target/release/wayfarer, 7)
set -euo pipefail
cd "$(dirname "$0")/.."
BINARY=$(realpath "${1:-target/release/wayfarer}")
RUNS=${2:-7}
IDLE_SECONDS=5
SHOTS=$(mktemp -d)
# shellcheck source=tests/e2e/screen.sh
source tests/e2e/screen.sh
export HOME=$SHOTS/home XDG_CONFIG_HOME=$SHOTS/home/config XDG_STATE_HOME=$SHOTS/home/state
export LC_ALL=C.UTF-8 LIBGL_ALWAYS_SOFTWARE=1
unset WAYLAND_DISPLAY
mkdir -p "$HOME"
APP_PID=

finish() {
  [[ -n "$APP_PID" ]] && kill -KILL "$APP_PID" 2> /dev/null || true
  stop_screen
  rm -rf "$SHOTS"
}
trap finish EXIT

# User and system time of the program in clock ticks (10 ms).
cpu_ticks() {
  local stat
  stat=$(< "/proc/$APP_PID/stat")
  set -- ${stat##*) }
  echo $(( ${12} + ${13} ))
}

stop_app() {
  kill -KILL "$APP_PID"
  wait "$APP_PID" 2> /dev/null || true
  APP_PID=
  wait_for "the window to go" sh -c '! xprop -root _NET_CLIENT_LIST | grep -q 0x'
}

# first_frame ARGUMENT…: prints wall ms and CPU ms from exec to the first frame. Told by the window manager, not polled.
first_frame() {
  local line start end
  coproc WINDOWS { exec xprop -spy -root _NET_CLIENT_LIST; }
  read -r line <&"${WINDOWS[0]}"
  start=${EPOCHREALTIME/[.,]/}
  "$BINARY" "$@" > "$SHOTS/out.log" 2>&1 &
  APP_PID=$!
  until [[ "$line" == *0x* ]]; do
    read -r -t "$WAIT_SECONDS" line <&"${WINDOWS[0]}" || fail "no window: $(< "$SHOTS/out.log")"
  done
  end=${EPOCHREALTIME/[.,]/}
  echo "$(( (end - start) / 1000 )) $(( $(cpu_ticks) * 10 ))" >> "$SHOTS/runs"
  kill "$WINDOWS_PID"
  wait "$WINDOWS_PID" 2> /dev/null || true
}

# report_start NAME ARGUMENT…
report_start() {
  local name=$1 run
  shift
  : > "$SHOTS/runs"
  for (( run = 0; run < RUNS; run++ )); do
    first_frame "$@"
    stop_app
  done
  sort -n "$SHOTS/runs" | awk -v name="$name" '
    { wall[NR] = $1; cpu[NR] = $2 }
    END { printf "%-44s median %4d ms wall (%d to %d), %4d ms CPU\n", name, wall[int((NR + 1) / 2)], wall[1], wall[NR], cpu[int((NR + 1) / 2)] }'
}

# report_idle NAME: what the running program uses while nobody touches it.
report_idle() {
  local before
  settle
  sleep 2
  before=$(cpu_ticks)
  sleep "$IDLE_SECONDS"
  printf '%-44s %d ms CPU in %d s\n' "$1" $(( ($(cpu_ticks) - before) * 10 )) "$IDLE_SECONDS"
}

start_screen "$SHOTS"
xdotool mousemove 5 995
report_start "exec to first frame, start page"
report_start "exec to first frame, sample map" sample_maps/air_purifier.ron
first_frame
report_idle "idle on the start page"
press ctrl+n
wait_title 'Untitled'
report_idle "idle with a new, unsaved map"
stop_app
first_frame sample_maps/air_purifier.ron
report_idle "idle with an open, saved map"
