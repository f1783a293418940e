# The view: moved with Space, the middle button and the wheel, zoomed at the pointer and by keys, brought back to the map.
# The map's file stays as it is; the first stage on the screen tells where the view is.

pan_and_zoom() {
  open_workshop
  local x=$MAP_X y=$MAP_Y
  xdotool keydown space
  changes_by drag 900 900 960 930
  xdotool keyup space
  first_stage_is "Space and a drag" $(( x + 60 )) $(( y + 30 )) 100
  move_to 960 930
  xdotool mousedown 2
  xdotool mousemove --sync 930 920
  changes_by xdotool mousemove --sync 900 900
  xdotool mouseup 2
  settle
  first_stage_is "the middle button" "$x" "$y" 100
  move_to 900 900
  changes_by xdotool click 5
  first_stage_went "the wheel" 0 -1
  changes_by xdotool click 4
  find_map
  xdotool keydown shift
  changes_by xdotool click 5
  xdotool keyup shift
  first_stage_went "Shift and the wheel" -1 0
  xdotool keydown shift
  changes_by xdotool click 4
  xdotool keyup shift
  find_map
  zoom_at_the_pointer
  zoom_by_keys
  go_astray
  unchanged "the view"
  quit_app
}

# The pointer stands just beside the corner of the first stage, so that the corner stays there.
zoom_at_the_pointer() {
  local x=$MAP_X y=$MAP_Y size away
  move_to $(( x - 8 )) $(( y - 8 ))
  xdotool keydown ctrl
  changes_by xdotool click 4
  xdotool keyup ctrl
  find_map
  (( MAP_SIZE > 105 )) || fail "Ctrl and the wheel: no zoom in"
  away=$(( 8 * (MAP_SIZE - 100) / 100 ))
  near "$MAP_X" $(( x + away )) && near "$MAP_Y" $(( y + away )) ||
    fail "the zoom is not at the pointer: $MAP_X $MAP_Y at $MAP_SIZE %, from $x $y"
  xdotool keydown ctrl
  changes_by xdotool click 5
  xdotool keyup ctrl
  size=$MAP_SIZE
  find_map
  (( MAP_SIZE < size )) || fail "Ctrl and the wheel back: no zoom out"
  away=$(( 8 * (MAP_SIZE - 100) / 100 ))
  near "$MAP_X" $(( x + away )) && near "$MAP_Y" $(( y + away )) ||
    fail "the zoom out is not at the pointer: $MAP_X $MAP_Y at $MAP_SIZE %, from $x $y"
  changes_by press ctrl+0
}

zoom_by_keys() {
  local size
  changes_by press ctrl+plus
  find_map
  size=$MAP_SIZE
  (( size > 105 )) || fail "Ctrl+plus: no zoom in"
  changes_by press ctrl+minus ctrl+minus
  find_map
  (( MAP_SIZE < size )) || fail "Ctrl+minus: no zoom out"
  changes_by press ctrl+0
  find_map
  near "$MAP_SIZE" 100 || fail "Ctrl+0 is $MAP_SIZE %"
  changes_by press ctrl+minus
  changes_by press shift+0
  find_map
  near "$MAP_SIZE" 100 || fail "Shift+0 is $MAP_SIZE %"
  # The small map is seen whole at 100 %: fitting does not make it larger than that.
  changes_by press ctrl+plus ctrl+plus ctrl+plus
  changes_by press shift+1
  find_map
  near "$MAP_SIZE" 100 || fail "Shift+1 does not fit the map to the view: $MAP_SIZE %"
  do_at click 1 stages
  changes_by press shift+2
  find_map
  shot fitted
  (( MAP_SIZE > 105 )) || fail "Shift+2 does not fit the selected stage to the view: $MAP_SIZE %"
  press Escape
  changes_by press ctrl+0
}

# So far away that nothing is to be seen; the button that is offered then leads back.
go_astray() {
  xdotool keydown space
  changes_by drag 60 600 1240 600
  xdotool keyup space
  [[ -z "$(middle_of "$FIRST_STAGE" 5% 60 1300 5 80 1)" ]] || fail "the map is still in view"
  shot astray
  # The button stands in the middle of the canvas.
  changes_by click 636 522
  find_map
}

near() {
  local apart=$(( $1 - $2 ))
  (( apart >= -3 && apart <= 3 ))
}

# first_stage_is WHAT X Y SIZE
first_stage_is() {
  find_map
  near "$MAP_X" "$2" && near "$MAP_Y" "$3" && near "$MAP_SIZE" "$4" ||
    fail "$1: the first stage is at $MAP_X $MAP_Y, $MAP_SIZE %, not at $2 $3, $4 %"
}

# first_stage_went WHAT RIGHT DOWN: which way since it was found last: 1, 0 (not at all) or -1.
first_stage_went() {
  local x=$MAP_X y=$MAP_Y
  find_map
  (( (MAP_X > x) - (MAP_X < x) == $2 && (MAP_Y > y) - (MAP_Y < y) == $3 )) ||
    fail "$1: the first stage went from $x $y to $MAP_X $MAP_Y"
}
