# While dragging: Shift keeps the axis, a face rests in the middle of a band unless Ctrl is held, Esc abandons.

dragging() {
  open_workshop
  # 3 above the middle of the positive band (60): it rests there.
  changes_by do_at drag 1 40 1 62
  changed "a face comes to rest" << 'END'
@
 stages find touchpoints advert name: "Advert"
-stages find touchpoints advert feelings lan actual: 40
+stages find touchpoints advert feelings lan actual: 60
 stages find touchpoints advert cards pain loud text: "Too loud"
END
  taken_back
  let_go
  changes_by drag_with ctrl $(at 1 40) $(at 1 62)
  changed "Ctrl frees it" << 'END'
@
 stages find touchpoints advert name: "Advert"
-stages find touchpoints advert feelings lan actual: 40
+stages find touchpoints advert feelings lan actual: 62
 stages find touchpoints advert cards pain loud text: "Too loud"
END
  let_go
  # A touchpoint, carried two columns along and a lane down; with Shift it stays in its row, and lands in the stage.
  changes_by drag_with shift $(at 1 cards) $(at 4 actions)
  changed "a touchpoint carried" << 'END'
@
 stages find name: "Find"
-stages find touchpoints advert name: "Advert"
-stages find touchpoints advert feelings lan actual: 62
-stages find touchpoints advert cards pain loud text: "Too loud"
 stages find touchpoints site name: "Site"
@
 stages buy touchpoints parcel name: "Parcel"
+stages buy touchpoints advert name: "Advert"
+stages buy touchpoints advert feelings lan actual: 62
+stages buy touchpoints advert cards pain loud text: "Too loud"
 stages use name: "Use"
END
  taken_back
  let_go
  # A card to another touchpoint.
  changes_by do_at drag 1 pains 3 pains
  changed "a card carried" << 'END'
@
 stages find touchpoints advert feelings lan actual: 62
-stages find touchpoints advert cards pain loud text: "Too loud"
 stages find touchpoints site name: "Site"
@
 stages buy touchpoints cart feelings lan actual: 0
+stages buy touchpoints cart cards pain loud text: "Too loud"
 stages buy touchpoints parcel name: "Parcel"
END
  let_go
  # A link, from the dot at the right edge of a touchpoint under the pointer.
  changes_by drag $(( MAP_X + COLUMN - 8 )) $(( MAP_Y + 110 )) $(at 3 cards)
  press Escape
  changed "a link from a touchpoint's edge" << 'END'
@
 stages use touchpoints first name: "First use"
+links ID from: "advert"
+links ID to: "cart"
END
  let_go
  local from to
  from=$(at 1 cards) to=$(at 4 cards)
  # shellcheck disable=SC2086
  xdotool mousemove --sync $from mousedown 1 mousemove --sync $to
  settle
  changes_by press_held Escape
  xdotool mouseup 1
  settle
  unchanged "Esc abandons"
  quit_app
}
