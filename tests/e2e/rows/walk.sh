# Walking by keys, and moving the focused thing with Ctrl: typing where the walk ended tells where that is.

walk() {
  open_workshop
  changes_by do_at click 1 stages
  changes_by press Down
  changes_by press Right
  rename "Second"
  changed "down and right" << 'END'
@
 stages find touchpoints advert cards pain loud text: "Too loud"
-stages find touchpoints site name: "Site"
+stages find touchpoints site name: "Second"
 stages find touchpoints site feelings lan actual: -40
END
  changes_by press End
  rename "Last"
  changes_by press Home
  rename "First"
  changes_by press Next
  rename "Third"
  changed "End, Home, Page down" << 'END'
@
 stages find name: "Find"
-stages find touchpoints advert name: "Advert"
+stages find touchpoints advert name: "First"
 stages find touchpoints advert feelings lan actual: 40
@
 stages buy name: "Buy"
-stages buy touchpoints cart name: "Cart"
+stages buy touchpoints cart name: "Third"
 stages buy touchpoints cart feelings lan actual: 0
@
 stages use name: "Use"
-stages use touchpoints first name: "First use"
+stages use touchpoints first name: "Last"
END
  # From the touchpoint over the actions' empty cell to the face; there plain arrows pull, those with Alt walk.
  changes_by press Down
  changes_by press Down
  changes_by press Up
  changes_by press shift+Down
  changed "on a face the arrows pull" << 'END'
@
 stages buy touchpoints cart name: "Third"
-stages buy touchpoints cart feelings lan actual: 0
+stages buy touchpoints cart feelings lan actual: 4
 stages buy touchpoints parcel name: "Parcel"
END
  changes_by press alt+Left
  changes_by press alt+Up
  write "Looks"
  settle
  changes_by press Escape
  changed "Alt and arrows walk from face to face" << 'END'
@
 stages find touchpoints site feelings lan actual: -40
+stages find touchpoints site cards do ID text: "Looks"
 stages buy name: "Buy"
END
  changes_by press ctrl+Home
  changes_by press ctrl+Right
  changed "Ctrl and an arrow move a stage" << 'END'
@
 lanes pain kind: pain_points
+stages buy name: "Buy"
+stages buy touchpoints cart name: "Third"
+stages buy touchpoints cart feelings lan actual: 4
+stages buy touchpoints parcel name: "Parcel"
 stages find name: "Find"
@
 stages find touchpoints site cards do ID text: "Looks"
-stages buy name: "Buy"
-stages buy touchpoints cart name: "Third"
-stages buy touchpoints cart feelings lan actual: 4
-stages buy touchpoints parcel name: "Parcel"
 stages use name: "Use"
END
  changes_by press Down
  changes_by press ctrl+Right
  changed "Ctrl and an arrow move a touchpoint" << 'END'
@
 stages find name: "Find"
-stages find touchpoints advert name: "First"
-stages find touchpoints advert feelings lan actual: 40
-stages find touchpoints advert cards pain loud text: "Too loud"
 stages find touchpoints site name: "Second"
@
 stages find touchpoints site cards do ID text: "Looks"
+stages find touchpoints advert name: "First"
+stages find touchpoints advert feelings lan actual: 40
+stages find touchpoints advert cards pain loud text: "Too loud"
 stages use name: "Use"
END
  quit_app
}

rename() {
  changes_by press F2
  press ctrl+a
  write "$1"
  changes_by press Escape
}
