# The main job, from an empty start page to exported pictures; sourced by run.sh.
#
# Draws a small map, pulls a face, attaches a survey, saves through the program's own path dialog (there is no portal
# here), closes, compares the file, reopens, survives a kill, starts from a template and by the guide, exports from the
# command line. The rows of the issue's table of gestures stand in rows/.

MAP=$WORK/journey.ron

main_job() {
  draw_a_map
  pull_a_face
  attach_a_survey
  save_and_close
  reopen_and_survive_a_kill
  bring_back_beside_a_newer_file
  begin_from_a_template
  be_guided
  save_and_open_beside_dialogs
  work_by_hand
  export_pictures
}

draw_a_map() {
  echo "-- the start page, and a new map"
  start_app
  wait_title '^Wayfarer$'
  settle
  shot start
  press ctrl+n
  wait_title 'Untitled map'
  settle
  echo "-- a stage with the mouse, the rest by keys"
  changes_by press s
  changes_by drag 330 300 620 480
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
  press Escape
  settle
  shot drawn
}

pull_a_face() {
  echo "-- a face set by a key and pulled with the mouse"
  local at x y
  changes_by press 5
  read -r x y <<< "$(middle_of "$POSITIVE" 20% 21 34 21 34 1)"
  [[ -n "$y" ]] || fail "there is no face on the screen"
  changes_by drag "$x" "$y" "$x" $(( y + 90 ))
  shot pulled
}

attach_a_survey() {
  echo "-- a survey, looked at and attached"
  press ctrl+shift+u
  choose_path "$HERE/answers.csv"
  settle
  shot survey
  changes_by click_main_button 2
  shot attached
}

save_and_close() {
  echo "-- saved through the path dialog, closed, compared"
  save_as "$MAP"
  quit_app
  same_map "$HERE/expected.ron" "$MAP" "what was drawn"
}

reopen_and_survive_a_kill() {
  echo "-- reopened; changed; killed; brought back"
  local before
  before=$(sha256sum < "$MAP")
  start_app "$MAP"
  wait_title 'journey'
  settle
  shot reopened
  press ctrl+s
  settle
  [[ "$(sha256sum < "$MAP")" == "$before" ]] || fail "saving it unchanged changed the file"
  changes_by press Right
  press Down
  changes_by press 1
  wait_for "the title to say modified" is_modified
  wait_for "the copy for recovery" has_recovery
  kill_app
  [[ "$(sha256sum < "$MAP")" == "$before" ]] || fail "the kill changed the map's file"
  start_app
  wait_title '^Wayfarer$'
  settle
  shot recovered
  click_main_button 2
  wait_title 'journey'
  settle
  press ctrl+s
  wait_for "the title to say saved" is_saved
  quit_app
  [[ "$(sha256sum < "$MAP")" != "$before" ]] || fail "the change was not brought back"
  "$BINARY" check "$MAP"
}

# Work that was brought back does not go over what somebody else wrote into its file meanwhile.
bring_back_beside_a_newer_file() {
  echo "-- killed again; the file changed by somebody else; brought back; saving asks"
  local theirs
  start_app "$MAP"
  wait_title 'journey'
  settle
  press Right
  press Down
  changes_by press 2
  wait_for "the copy for recovery" has_recovery
  kill_app
  sed -i 's/Product page/Landing page/' "$MAP"
  theirs=$(sha256sum < "$MAP")
  start_app "$MAP"
  wait_title 'journey'
  settle
  shot recovered_offer
  changes_by press ctrl+w
  click_main_button 2
  wait_for "the title to say modified" is_modified
  settle
  changes_by press ctrl+s
  shot newer_on_disk
  is_modified || fail "the newer file was replaced without a question"
  [[ "$(sha256sum < "$MAP")" == "$theirs" ]] || fail "the newer file was replaced"
  press ctrl+q
  settle
  # The answer before Save: do not save.
  press shift+Tab
  press Return
  app_ended
}

# A system's dialog that answers what stands in $WORK/answer, once it is there.
fake_dialog() {
  cat > "$PROGRAMS/zenity" << 'SH'
#!/bin/sh
PATH=/usr/local/bin:/usr/bin:/bin
: > "$ANSWER.asked"
while [ ! -s "$ANSWER" ]; do sleep 0.05; done
cat "$ANSWER"
rm -f "$ANSWER" "$ANSWER.asked"
SH
  chmod +x "$PROGRAMS/zenity"
  export ANSWER=$WORK/answer
}

answer_dialog() {
  printf '%s\n' "$1" > "$WORK/answer.new"
  mv "$WORK/answer.new" "$ANSWER"
}

save_and_open_beside_dialogs() {
  echo "-- the system's dialogs: an ending is added but nothing replaced; what is drawn meanwhile is asked about"
  local before
  fake_dialog
  cp "$MAP" "$WORK/plan.ron"
  sed -i 's/Product page/Precious page/' "$WORK/plan.ron"
  before=$(sha256sum < "$WORK/plan.ron")
  start_app "$MAP"
  wait_title 'journey'
  settle
  press ctrl+shift+s
  wait_for "the dialog for saving" test -e "$ANSWER.asked"
  changes_by answer_dialog "$WORK/plan"
  settle
  shot replace_question
  [[ "$(sha256sum < "$WORK/plan.ron")" == "$before" ]] || fail "a file was replaced that the dialog never asked about"
  press Escape
  settle
  press ctrl+o
  wait_for "the dialog for opening" test -e "$ANSWER.asked"
  changes_by press Right
  press Down
  changes_by press 3
  wait_for "the title to say modified" is_modified
  changes_by answer_dialog "$WORK/plan.ron"
  shot open_question
  is_modified || fail "what was drawn beside the dialog was lost"
  kill_app
  rm "$PROGRAMS/zenity"
}

has_recovery() {
  grep -qs "wayfarer recovery" "$XDG_STATE_HOME"/wayfarer/recovery/*
}

export_pictures() {
  echo "-- pictures and metrics from the command line, without a display"
  env -u DISPLAY "$BINARY" export "$MAP" "$WORK/map.svg"
  env -u DISPLAY "$BINARY" export "$MAP" "$WORK/map.png"
  grep -q '<svg' "$WORK/map.svg" || fail "the SVG is none"
  [[ "$(identify -format %m "$WORK/map.png")" == PNG ]] || fail "the PNG is none"
  cp "$WORK/map.png" "$SHOTS/export.png"
  env -u DISPLAY "$BINARY" metrics "$MAP" --json | grep -qE '"touchpoint": *"Delivery"' || fail "Delivery has no metric"
  local status=0
  env -u DISPLAY "$BINARY" 2> "$WORK/no_display.log" || status=$?
  (( status == 3 )) || fail "without a display the program ends with $status"
  [[ $(wc -l < "$WORK/no_display.log") == 1 ]] || fail "no display takes more than a sentence"
}

# The mouse's side of the gestures on a small map: a sweep of the pencil, the wheel over a face, a tool that stays in the
# hand, a stage carried past the edge of the view, and the lock of the structure. The file tells what came of it.
work_by_hand() {
  echo "-- by hand: pencil, wheel, a kept tool, the edge of the view, the lock"
  local hand=$WORK/hand.ron x y column=138
  cp "$HERE/hand.ron" "$hand"
  start_app "$hand"
  wait_title 'By hand'
  settle
  read -r x y <<< "$(middle_of "$FIRST_STAGE" 5% 250 300 30 60 1)"
  [[ -n "$y" ]] || fail "there is no first stage on the screen"
  # From the middle of the first column to that of the fourth, above and below the middle of the emotion lane.
  changes_by press p
  changes_by drag $(( x - column / 2 )) $(( y + 209 )) $(( x + 5 * column / 2 )) $(( y + 349 ))
  shot swept
  move_to $(( x - column / 2 )) $(( y + 209 ))
  # A click of xdotool's wheel counts as two notches: it comes without the wheel's own axis, once down and once up.
  changes_by xdotool click --repeat 2 --delay 40 4
  changes_by press t t
  changes_by click $(( x + 5 * column / 2 + 45 )) $(( y + 92 ))
  changes_by write "Lift"
  changes_by press Escape
  changes_by click $(( x - column / 2 + 45 )) $(( y + 92 ))
  changes_by write "Friend"
  changes_by press Escape
  shot kept_tool
  press Escape
  settle
  carry_past_the_edge
  changes_by press ctrl+shift+l
  # With the stage selected the letter would be its new name.
  changes_by press Escape
  changes_by press s
  shot locked
  press ctrl+s
  wait_for "the title to say saved" is_saved
  quit_app
  same_map "$HERE/expected_hand.ron" "$hand" "what the hand did"
}

# The first stage, seen large, is carried to the right edge of the view and held there until the last one is in sight.
carry_past_the_edge() {
  local x y
  changes_by press ctrl+plus ctrl+plus
  read -r x y <<< "$(middle_of "$FIRST_STAGE" 5% 200 1300 50 80 1)"
  [[ -n "$y" ]] || fail "there is no large first stage on the screen"
  move_to "$x" "$y"
  xdotool mousedown 1
  xdotool mousemove --sync $(( x + 40 )) "$y"
  xdotool mousemove --sync 1262 "$y"
  sleep 0.3
  settle
  shot at_the_edge
  xdotool mouseup 1
  settle
}

begin_from_a_template() {
  echo "-- a map from a template, by keyboard, twice: the same journey, other ids"
  local number
  for number in 1 2; do
    start_app
    wait_title '^Wayfarer$'
    settle
    changes_by press ctrl+shift+n
    shot gallery
    press Return
    wait_title 'Untitled map'
    settle
    save_as "$WORK/digital$number.ron"
    quit_app
    "$BINARY" check "$WORK/digital$number.ron"
  done
  diff -u <(without_ids "$WORK/digital1.ron") <(without_ids "$WORK/digital2.ron") || fail "two journeys from one template"
  ids "$WORK/digital1.ron" > "$WORK/ids1"
  if ids "$WORK/digital2.ron" | grep -qxFf "$WORK/ids1"; then fail "two maps from a template share an id"; fi
  (( $(grep -c '      name: ' "$WORK/digital1.ron") > 20 )) || fail "the template is empty"
}

ids() {
  grep -oE 'id: "[a-z0-9]+"' "$1" | sort
}

be_guided() {
  echo "-- the guided start, typed and left with Esc"
  local x y
  start_app
  wait_title '^Wayfarer$'
  settle
  # Its button stands beside the main one.
  read -r x y <<< "$(middle_of "$ACCENT" 3% 150 400 40 60 1)"
  [[ -n "$y" ]] || fail "there is no button for a new map"
  changes_by click $(( x + 214 )) "$y"
  changes_by write "Lan"
  changes_by press Return
  changes_by write "Clean air"
  changes_by press Return
  changes_by write "Google"
  changes_by press Return
  changes_by write "Hotline"
  changes_by press alt+Right
  shot guided
  changes_by press ctrl+Return
  changes_by write "A friend"
  changes_by press Escape
  save_as "$WORK/guided.ron"
  quit_app
  "$BINARY" check "$WORK/guided.ron"
  local found
  found=$(grep -oE 'name: "[^"]*"' "$WORK/guided.ron" | cut -d '"' -f 2 | paste -sd ,)
  [[ "$found" == "Lan,Awareness,A friend,Discovery,Google,Re-purchase,Hotline" ]] || fail "the guide made: $found"
}
