#!/usr/bin/env bash
# The real program, with a real mouse and real keys on a virtual display: the main job, and every row of the table of
# gestures. What was done is compared with the saved file. Pictures of what was seen are left in target/e2e.
#
# Usage: tests/e2e/run.sh [BINARY [PART…]]
#   BINARY  target/release/wayfarer unless named, built by `cargo build --release`
#   PART    main_job, guide_pictures, or the name of a file in rows/ without its ending; all of them unless named
# With UPDATE_EXPECTED=1 the expected maps of the main job are written anew: look at what changed.
# Uses: Xvfb, openbox, xdotool, xprop, xclip, ImageMagick.
set -euo pipefail
cd "$(dirname "$0")/../.."
HERE=$PWD/tests/e2e
BINARY=$(realpath "${1:-target/release/wayfarer}")
shift || true
SHOTS=$PWD/target/e2e
mkdir -p "$SHOTS"

WORK=$(mktemp -d)
export LC_ALL=C.UTF-8 LANG=en_US.UTF-8 LIBGL_ALWAYS_SOFTWARE=1
export XDG_RUNTIME_DIR=$WORK/runtime DBUS_SESSION_BUS_ADDRESS=unix:path=$WORK/no-bus
unset WAYLAND_DISPLAY LC_MESSAGES LANGUAGE
mkdir "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"

# new_home NAME: nothing that was set, opened or left behind before is known any more.
new_home() {
  export HOME=$WORK/home_$1
  export XDG_CONFIG_HOME=$HOME/config XDG_STATE_HOME=$HOME/state XDG_DATA_HOME=$HOME/data XDG_CACHE_HOME=$HOME/cache
  mkdir "$HOME"
}

# shellcheck source=tests/e2e/screen.sh
source "$HERE/screen.sh"
# shellcheck source=tests/e2e/program.sh
source "$HERE/program.sh"
# shellcheck source=tests/e2e/main_job.sh
source "$HERE/main_job.sh"
# shellcheck source=tests/e2e/guide_pictures.sh
source "$HERE/guide_pictures.sh"
for part in "$HERE"/rows/*.sh; do source "$part"; done

finish() {
  [[ -n "$APP_PID" ]] && kill -KILL "$APP_PID" 2> /dev/null || true
  stop_screen
  rm -rf "$WORK"
}
trap finish EXIT

PARTS=("$@")
if (( ! ${#PARTS[@]} )); then
  PARTS=(main_job guide_pictures)
  for part in "$HERE"/rows/*.sh; do PARTS+=("$(basename "$part" .sh)"); done
fi
start_screen "$WORK"
for part in "${PARTS[@]}"; do
  started=$SECONDS
  echo "== $part"
  new_home "$part"
  rest_pointer
  "$part"
  echo "== $part: $(( SECONDS - started )) s"
done
echo "end to end: passed; pictures in $SHOTS"
