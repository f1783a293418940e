# The program under test: started, ended, saved, and its file compared; sourced by run.sh after screen.sh.
#
# Knows where the things of workshop.ron stand on the screen; must not know what a test is about.
# Uses $BINARY, $WORK, $HERE; sets $LOG, $APP_PID.

# The colours the hand looks for (src/scene/palette.rs).
ACCENT='#3457D5'
POSITIVE='#0E8A7D'
FIRST_STAGE='#4C6FBF'
# The width of a column at 100 %.
COLUMN=138

LOG=$WORK/out.log
APP_PID=

# Where the program finds other programs: nothing, so that the system's file dialogs are missing wherever this runs.
PROGRAMS=$WORK/bin
mkdir -p "$PROGRAMS"

# start_app ARGUMENT…: the program with its window on the screen; it takes its language from $APP_LOCALE where that is
# set, which need not be installed.
start_app() {
  PATH=$PROGRAMS LC_ALL=${APP_LOCALE:-C.UTF-8} "$BINARY" "$@" > "$LOG" 2>&1 &
  APP_PID=$!
}

# Until the program has ended by itself, well.
app_ended() {
  wait_for "the program to end" app_is_gone
  local status=0
  wait "$APP_PID" || status=$?
  APP_PID=
  (( status == 0 )) || fail "the program ended with status $status"
}

app_is_gone() {
  ! kill -0 "$APP_PID"
}

# Ends it as a crash would.
kill_app() {
  kill -KILL "$APP_PID"
  wait "$APP_PID" 2> /dev/null || true
  APP_PID=
}

quit_app() {
  press ctrl+q
  app_ended
}

# A map with its ids numbered in the order of their appearance, so that two runs can be compared.
without_ids() {
  awk -f "$HERE/number_ids.awk" "$1"
}

# same_map EXPECTED FILE WHAT: the file is the expected one but for its ids; with UPDATE_EXPECTED=1 it is made so.
same_map() {
  "$BINARY" check "$2"
  if [[ "${UPDATE_EXPECTED:-}" == 1 ]]; then
    without_ids "$2" > "$1"
  fi
  diff -u "$1" <(without_ids "$2") || fail "$3 is not the expected map"
}

# choose_path PATH: types it into the program's own path dialog, which has just been asked for.
choose_path() {
  settle
  press ctrl+a
  changes_by write "$1"
  press Return
}

# The nth main button (accent, white words) from the top, wherever it stands.
click_main_button() {
  local at
  settle
  read -r at <<< "$(middle_of "$ACCENT" 3% 40 400 18 60 "$1")"
  [[ -n "$at" ]] || fail "there is no main button number $1"
  # shellcheck disable=SC2086
  click $at
}

# The dot in the title says that something is not in the file; xprop may write it as bytes.
is_modified() {
  window_title | grep -qF -e '•' -e '\342\200\242'
}

window_title() {
  xprop -id "$(xdotool search --onlyvisible --name Wayfarer | head -n 1)" _NET_WM_NAME
}

is_saved() {
  has_title Wayfarer && ! is_modified
}

# save_as PATH: a map that has no file yet.
save_as() {
  press ctrl+s
  choose_path "$1"
  wait_for "the map's file" test -s "$1"
  wait_for "the title to say saved" is_saved
}

# open_workshop [NAME]: the workshop's map as a file of its own, on the screen, found there.
open_workshop() {
  FILE=$WORK/${1:-workshop}.ron
  cp "$HERE/workshop.ron" "$FILE"
  cp "$FILE" "$WORK/before.ron"
  start_app "$FILE"
  wait_title 'Workshop'
  settle
  find_map
}

# Where the map stands on the screen: the left top corner of its first stage, and its size in percent.
find_map() {
  local x y width height
  read -r x y width height <<< "$(patches "$FIRST_STAGE" 5% | awk '$3 > 60 && $4 > 8 { print; exit }')"
  [[ -n "$height" ]] || fail "there is no first stage on the screen"
  MAP_X=$x MAP_Y=$y MAP_SIZE=$(( height * 100 / 40 ))
}

# at COLUMN ROW: the place of a cell of the workshop's map, such as `at 2 cards`: X and Y on the screen.
at() {
  local down
  case $2 in
    stages) down=20 ;;
    cards) down=110 ;;
    actions) down=210 ;;
    pains) down=576 ;;
    below) down=720 ;;
    # A score from -100 to 100 in the emotion lane.
    *) down=$(( 394 - $2 * 117 / 100 )) ;;
  esac
  echo "$(( MAP_X + COLUMN * $1 - COLUMN / 2 )) $(( MAP_Y + down ))"
}

# do_at COMMAND COLUMN ROW…: the mouse at cells: `do_at click 1 cards`, `do_at drag 1 cards 3 cards`.
do_at() {
  local command=$1 places=()
  shift
  while (( $# )); do
    # shellcheck disable=SC2207
    places+=($(at "$1" "$2"))
    shift 2
  done
  "$command" "${places[@]}"
}

# changed WHAT: saves; what changed in the file since the last time has to be what stands on standard input.
changed() {
  local what=$1 found
  save_map
  found=$(difference "$WORK/before.ron" "$FILE")
  mv "$WORK/before.ron" "$WORK/earlier.ron"
  cp "$FILE" "$WORK/before.ron"
  diff -u - <(printf '%s\n' "$found") || fail "$what: the file changed otherwise (- expected, + found)"
}

# taken_back [STEPS]: Ctrl+Z as many times (once) makes the file again what it was before the last change, to the byte.
taken_back() {
  local step
  for (( step = 0; step < ${1:-1}; step++ )); do changes_by press ctrl+z; done
  save_map
  cmp "$FILE" "$WORK/earlier.ron" || fail "Ctrl+Z did not lead back"
  cp "$FILE" "$WORK/before.ron"
}

save_map() {
  press ctrl+s
  wait_for "the title to say saved" is_saved
  "$BINARY" check "$FILE"
}

# difference BEFORE AFTER: values that went (-) and came (+), each hunk under @, with the line above and below.
difference() {
  { diff -U1 <(awk -f "$HERE/flat.awk" "$1") <(awk -f "$HERE/flat.awk" "$2") || (( $? == 1 )); } |
    sed -E -e '/^(---|\+\+\+) /d' -e 's/^@@.*/@/'
}

unchanged() {
  changed "$1" <<< ''
}

# Nothing is selected and no tool is in the hand any more: letters are tools again.
let_go() {
  press Escape Escape
  settle
}

# command_called WORDS: carries out the first command that the palette finds.
command_called() {
  changes_by press ctrl+k
  changes_by enter "$1"
  changes_by press Return
}
