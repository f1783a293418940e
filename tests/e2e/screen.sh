# A display of its own with a window manager, and hands and eyes on it; sourced by run.sh. Knows nothing of Wayfarer.
#
# Everything that is waited for is polled with a time limit: a window's title, a file, pixels that no longer change.
# Uses: Xvfb, openbox (without a window manager no window has the keyboard), xdotool, ImageMagick.

SCREEN_SIZE=1600x1000
WAIT_SECONDS=30

# Says what went wrong and, where $LOG names a file, what the program said.
fail() {
  echo "FAILED: $*" >&2
  [[ -s "${LOG:-}" ]] && cat "$LOG" >&2
  [[ -n "${DISPLAY:-}" ]] && shot failed || true
  exit 1
}

# wait_for WHAT COMMAND…: until COMMAND succeeds.
wait_for() {
  local what=$1 deadline=$(( SECONDS + WAIT_SECONDS ))
  shift
  until "$@" > /dev/null 2>&1; do
    (( SECONDS < deadline )) || fail "waited $WAIT_SECONDS s for $what"
    sleep 0.05
  done
}

# start_screen FOLDER: sets DISPLAY. The window manager shows every window without a frame over the whole screen, and
# keeps no press of the mouse for itself, not even with Alt.
start_screen() {
  local folder=$1
  Xvfb -displayfd 3 -screen 0 "${SCREEN_SIZE}x24" -nolisten tcp 3> "$folder/display" 2> "$folder/xvfb.log" &
  SCREEN_PIDS=($!)
  wait_for "a display" test -s "$folder/display"
  DISPLAY=:$(< "$folder/display")
  export DISPLAY
  cat > "$folder/openbox.xml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus>
  <mouse><doubleClickTime>500</doubleClickTime></mouse>
  <applications>
    <application class="*"><decor>no</decor><focus>yes</focus><maximized>yes</maximized></application>
  </applications>
</openbox_config>
XML
  openbox --sm-disable --config-file "$folder/openbox.xml" 2> "$folder/openbox.log" &
  SCREEN_PIDS+=($!)
  wait_for "the window manager" sh -c 'xprop -root _NET_SUPPORTING_WM_CHECK | grep -q "window id"'
}

stop_screen() {
  kill "${SCREEN_PIDS[@]}" 2> /dev/null || true
  wait "${SCREEN_PIDS[@]}" 2> /dev/null || true
}

# shot NAME: the screen as $SHOTS/NAME.png.
shot() {
  import -silent -window root "$SHOTS/$1.png"
}

pixels() {
  import -silent -window root rgb:- | sha256sum
}

# Until the screen has not changed for a fifth of a second.
settle() {
  local before after deadline=$(( SECONDS + WAIT_SECONDS ))
  before=$(pixels)
  while sleep 0.2; after=$(pixels); [[ "$before" != "$after" ]]; do
    (( SECONDS < deadline )) || fail "the screen does not come to rest"
    before=$after
  done
}

# has_title PATTERN: whether a visible window's title matches the regular expression.
has_title() {
  xdotool search --onlyvisible --name "$1"
}

wait_title() {
  wait_for "a window called $1" has_title "$1"
}

# focus PATTERN: brings the keyboard to the window.
focus() {
  xdotool windowactivate --sync "$(xdotool search --onlyvisible --name "$1" | head -n 1)"
}

# changes_by COMMAND…: runs it, and waits until the screen shows that something happened and is at rest again.
changes_by() {
  local before
  before=$(pixels)
  "$@"
  wait_for "the screen to change after: $*" differs_from "$before"
  settle
}

differs_from() {
  [[ "$(pixels)" != "$1" ]]
}

# alike PICTURE: the screen shows it, but for a few pixels such as those of a caret.
alike() {
  local apart
  apart=$(import -silent -window root png:- | compare -metric AE - "$1" null: 2>&1 || true)
  (( ${apart%%[. ]*} < 300 ))
}

# move_to X Y: xdotool waits 15 seconds for a pointer that is there already.
move_to() {
  local X Y
  eval "$(xdotool getmouselocation --shell)"
  [[ "$X $Y" == "$1 $2" ]] || xdotool mousemove --sync "$1" "$2"
}

# Low on the left, where empty paper is.
rest_pointer() {
  move_to 300 990
}

click() {
  move_to "$1" "$2"
  xdotool click 1
}

double_click() {
  move_to "$1" "$2"
  xdotool click --repeat 2 --delay 60 1
}

# drag X1 Y1 X2 Y2: in ten moves, as a hand does it.
drag() {
  local x1=$1 y1=$2 x2=$3 y2=$4 step
  move_to "$x1" "$y1"
  xdotool mousedown 1
  for step in 1 2 3 4 5 6 7 8 9 10; do
    xdotool mousemove $(( x1 + (x2 - x1) * step / 10 )) $(( y1 + (y2 - y1) * step / 10 ))
    sleep 0.02
  done
  xdotool mouseup 1
}

press() {
  xdotool key --clearmodifiers --delay 30 "$@"
}

# press_held KEY: while a button is down; `press` would let go of it.
press_held() {
  xdotool key "$@"
}

write() {
  xdotool type --clearmodifiers --delay 15 -- "$1"
}

# enter TEXT: like `write`, for letters that no keyboard here has: xdotool loses some of those it has to make a key for.
enter() {
  copy_text "$1"
  press ctrl+v
}

# patches COLOUR FUZZ: the connected patches of a colour on the screen, a line `X Y WIDTH HEIGHT` each, top first.
# FUZZ is how far a pixel's colour may be off, such as `20%` for thin lines with soft edges.
patches() {
  import -silent -window root png:- |
    convert png:- -alpha off -fuzz "$2" -fill black +opaque "$1" -fill white -opaque "$1" -type bilevel \
      -define connected-components:verbose=true -define connected-components:mean-color=true \
      -connected-components 8 null: |
    awk '$5 ~ /255|white/ { split($2, box, /[x+]/); print box[3], box[4], box[1], box[2] }' | sort -k 2n -k 1n
}

# middle_of COLOUR FUZZ LEAST_WIDTH MOST_WIDTH LEAST_HEIGHT MOST_HEIGHT NTH: the middle of the nth patch of that size.
middle_of() {
  patches "$1" "$2" | awk -v a="$3" -v b="$4" -v c="$5" -v d="$6" -v nth="$7" '
    $3 >= a && $3 <= b && $4 >= c && $4 <= d && ++found == nth { print int($1 + $3 / 2), int($2 + $4 / 2); exit }'
}

# drag_with KEY X1 Y1 X2 Y2: a drag while a key is held from before the button goes down until after it went up.
drag_with() {
  local key=$1
  shift
  xdotool keydown "$key"
  drag "$@"
  xdotool keyup "$key"
}

# click_with KEY X Y
click_with() {
  xdotool keydown "$1"
  click "$2" "$3"
  xdotool keyup "$1"
}

right_click() {
  move_to "$1" "$2"
  xdotool click 3
}

# The clipboard as another program sees it: `copy_text` and `copy_file TYPE FILE` fill it, `paste_as TYPE` prints it.
copy_text() {
  printf '%s' "$1" | xclip -selection clipboard -silent -in > /dev/null 2>&1
}

copy_file() {
  xclip -selection clipboard -silent -in -t "$1" "$2" > /dev/null 2>&1
}

paste_as() {
  timeout 10 xclip -selection clipboard -out -t "$1"
}

# offers TYPE: whether the clipboard has something of that type.
offers() {
  timeout 10 xclip -selection clipboard -out -t TARGETS | grep -qxF "$1"
}
