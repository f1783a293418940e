# Feelings: a face dragged, pulled by arrows in steps of 5 and 1, set by digits and by the wheel, swept by the pencil.

feel() {
  open_workshop
  changes_by do_at drag 1 40 1 80
  changed "a drag" << 'END'
@
 stages find touchpoints advert name: "Advert"
-stages find touchpoints advert feelings lan actual: 40
+stages find touchpoints advert feelings lan actual: 81
 stages find touchpoints advert cards pain loud text: "Too loud"
END
  changes_by press Up
  changes_by press Up
  changes_by press shift+Up
  changed "two steps of 5 and one of 1" << 'END'
@
 stages find touchpoints advert name: "Advert"
-stages find touchpoints advert feelings lan actual: 81
+stages find touchpoints advert feelings lan actual: 92
 stages find touchpoints advert cards pain loud text: "Too loud"
END
  let_go
  changes_by do_at click 3 cards
  changes_by press 1
  changed "the worst band" << 'END'
@
 stages buy touchpoints cart name: "Cart"
-stages buy touchpoints cart feelings lan actual: 0
+stages buy touchpoints cart feelings lan actual: -80
 stages buy touchpoints parcel name: "Parcel"
END
  let_go
  changes_by do_at click 2 -40
  changes_by xdotool click 4
  changed "the wheel over a selected face" << 'END'
@
 stages find touchpoints site name: "Site"
-stages find touchpoints site feelings lan actual: -40
+stages find touchpoints site feelings lan actual: -30
 stages buy name: "Buy"
END
  let_go
  changes_by press p
  changes_by do_at drag 1 60 5 -60
  changed "one sweep of the pencil" << 'END'
@
 stages find touchpoints advert name: "Advert"
-stages find touchpoints advert feelings lan actual: 92
+stages find touchpoints advert feelings lan actual: 60
 stages find touchpoints advert cards pain loud text: "Too loud"
 stages find touchpoints site name: "Site"
-stages find touchpoints site feelings lan actual: -30
+stages find touchpoints site feelings lan actual: 31
 stages buy name: "Buy"
 stages buy touchpoints cart name: "Cart"
-stages buy touchpoints cart feelings lan actual: -80
+stages buy touchpoints cart feelings lan actual: 0
 stages buy touchpoints parcel name: "Parcel"
+stages buy touchpoints parcel feelings lan actual: -30
 stages use name: "Use"
 stages use touchpoints first name: "First use"
+stages use touchpoints first feelings lan actual: -60
END
  # One step: all five columns go back together.
  taken_back
  # Abandoned: the button goes up after Esc.
  let_go
  local from to
  from=$(at 1 40) to=$(at 1 -60)
  # shellcheck disable=SC2086
  xdotool mousemove --sync $from mousedown 1 mousemove --sync $to
  settle
  changes_by press_held Escape
  xdotool mouseup 1
  settle
  unchanged "Esc abandons a drag"
  quit_app
}
