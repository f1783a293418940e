# Nothing but the map with Ctrl+., and the whole screen with F11.

view() {
  open_workshop
  local all
  all=$(pixels)
  changes_by press ctrl+period
  shot only_the_map
  [[ -z "$(middle_of "$ACCENT" 3% 40 400 18 60 1)" ]] || fail "the bar with Export is still there"
  changes_by press ctrl+period
  wait_for "everything to be back" same_pixels "$all"
  press F11
  wait_for "the full screen" is_full_screen
  press F11
  wait_for "the window" is_no_full_screen
  settle
  unchanged "the view"
  quit_app
}

same_pixels() {
  [[ "$(pixels)" == "$1" ]]
}

is_full_screen() {
  xprop -id "$(xdotool search --onlyvisible --name Wayfarer | head -n 1)" _NET_WM_STATE | grep -q FULLSCREEN
}

is_no_full_screen() {
  ! is_full_screen
}
