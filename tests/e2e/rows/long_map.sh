# A long map: the overview shows where the view is and leads elsewhere; it can be put away.

# The last of the seven stages has the colour of the first, but is less than 300 pixels wide.
long_map() {
  cp sample_maps/bay_giai_doan_so.ron "$WORK/long.ron"
  start_app "$WORK/long.ron"
  wait_title 'Wayfarer'
  settle
  changes_by press ctrl+0
  changes_by press ctrl+End
  shot overview
  [[ -z "$(middle_of "$FIRST_STAGE" 5% 300 1300 30 60 1)" ]] || fail "the first stage is in view beside the last one"
  # The left end of the overview, which stands at the right bottom of the canvas.
  changes_by click 1046 916
  [[ -n "$(middle_of "$FIRST_STAGE" 5% 300 1300 30 60 1)" ]] || fail "the overview does not lead to the first stage"
  command_called "overview"
  shot no_overview
  press ctrl+q
  app_ended
}
