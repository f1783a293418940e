# The clipboard: cut, copy and paste of touchpoints, cards, stages and feelings, look alone, and between two windows.

clipboard() {
  open_workshop
  changes_by do_at click 1 cards
  press ctrl+c
  settle
  changes_by do_at click 4 cards
  changes_by press ctrl+v
  changed "a touchpoint, copied" << 'END'
@
 stages buy touchpoints parcel name: "Parcel"
+stages buy touchpoints ID name: "Advert"
+stages buy touchpoints ID feelings lan actual: 40
+stages buy touchpoints ID cards pain ID text: "Too loud"
 stages use name: "Use"
END
  taken_back
  changes_by do_at click 1 pains
  changes_by press ctrl+x
  changes_by do_at click 3 cards
  changes_by press ctrl+v
  changed "a card, cut and pasted at another touchpoint" << 'END'
@
 stages find touchpoints advert feelings lan actual: 40
-stages find touchpoints advert cards pain loud text: "Too loud"
 stages find touchpoints site name: "Site"
@
 stages buy touchpoints cart feelings lan actual: 0
+stages buy touchpoints cart cards pain ID text: "Too loud"
 stages buy touchpoints parcel name: "Parcel"
END
  taken_back 2
  let_go
  changes_by do_at click 1 40
  press ctrl+c
  settle
  changes_by do_at click 4 cards
  changes_by press ctrl+v
  changed "a feeling" << 'END'
@
 stages buy touchpoints parcel name: "Parcel"
+stages buy touchpoints parcel feelings lan actual: 40
 stages use name: "Use"
END
  taken_back
  changes_by do_at click 2 cards
  press ctrl+alt+c
  settle
  changes_by do_at click 5 cards
  changes_by press ctrl+alt+v
  changed "look and feelings only" << 'END'
@
 stages use touchpoints first name: "First use"
+stages use touchpoints first feelings lan actual: -40
END
  taken_back
  between_windows
}

# A stage goes from one window into another, which has another map.
between_windows() {
  local first=$APP_PID
  changes_by do_at click 1 stages
  press ctrl+c
  settle
  cp "$HERE/hand.ron" "$WORK/other.ron"
  start_app "$WORK/other.ron"
  wait_title 'By hand'
  settle
  changes_by press ctrl+v
  press ctrl+s
  wait_for "the other title to say saved" other_is_saved
  quit_app
  "$BINARY" check "$WORK/other.ron"
  diff -u - <(difference "$HERE/hand.ron" "$WORK/other.ron" | grep '^+stages ID') << 'END' || fail "the stage did not come over"
+stages ID name: "Find"
+stages ID touchpoints ID name: "Advert"
+stages ID touchpoints ID feelings lan actual: 40
+stages ID touchpoints ID cards pain ID text: "Too loud"
+stages ID touchpoints ID name: "Site"
+stages ID touchpoints ID feelings lan actual: -40
END
  APP_PID=$first
  focus Workshop
  settle
  quit_app
}

other_is_saved() {
  local title
  title=$(xprop -id "$(xdotool search --onlyvisible --name 'By hand' | head -n 1)" _NET_WM_NAME)
  [[ "$title" == *"By hand"* && "$title" != *'•'* && "$title" != *'\342\200\242'* ]]
}
