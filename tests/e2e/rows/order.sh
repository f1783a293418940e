# The order of stages and lanes by keys and by dragging; the height of a lane by its border.

order() {
  open_workshop
  changes_by do_at click 1 stages
  changes_by press ctrl+bracketright
  changed "Ctrl+]" << 'END'
@
 lanes pain kind: pain_points
+stages buy name: "Buy"
+stages buy touchpoints cart name: "Cart"
+stages buy touchpoints cart feelings lan actual: 0
+stages buy touchpoints parcel name: "Parcel"
 stages find name: "Find"
@
 stages find touchpoints site feelings lan actual: -40
-stages buy name: "Buy"
-stages buy touchpoints cart name: "Cart"
-stages buy touchpoints cart feelings lan actual: 0
-stages buy touchpoints parcel name: "Parcel"
 stages use name: "Use"
END
  changes_by press ctrl+bracketleft
  changed "Ctrl+[" << 'END'
@
 lanes pain kind: pain_points
-stages buy name: "Buy"
-stages buy touchpoints cart name: "Cart"
-stages buy touchpoints cart feelings lan actual: 0
-stages buy touchpoints parcel name: "Parcel"
 stages find name: "Find"
@
 stages find touchpoints site feelings lan actual: -40
+stages buy name: "Buy"
+stages buy touchpoints cart name: "Cart"
+stages buy touchpoints cart feelings lan actual: 0
+stages buy touchpoints parcel name: "Parcel"
 stages use name: "Use"
END
  let_go
  find_map
  local label=$(( MAP_X - 60 ))
  changes_by click "$label" $(( MAP_Y + 550 ))
  changes_by press ctrl+bracketleft
  changed "a lane with Ctrl+[" << 'END'
@
 lanes do kind: actions
-lanes feel kind: emotion
 lanes pain kind: pain_points
+lanes feel kind: emotion
 stages find name: "Find"
END
  taken_back
  # Pain points, dragged by their name over the actions.
  changes_by drag "$label" $(( MAP_Y + 550 )) "$label" $(( MAP_Y + 170 ))
  changed "a lane dragged by its name" << 'END'
@
 lanes points kind: touchpoints
+lanes pain kind: pain_points
 lanes do kind: actions
 lanes feel kind: emotion
-lanes pain kind: pain_points
 stages find name: "Find"
END
  taken_back
  let_go
  # The border under the actions, 50 lower, and with a double-click back where its content wants it.
  changes_by drag $(( MAP_X + 200 )) $(( MAP_Y + 257 )) $(( MAP_X + 200 )) $(( MAP_Y + 307 ))
  changed "a border dragged" << 'END'
@
 lanes do kind: actions
+lanes do height: 146
 lanes feel kind: emotion
END
  changes_by double_click $(( MAP_X + 200 )) $(( MAP_Y + 307 ))
  changed "a border double-clicked" << 'END'
@
 lanes do kind: actions
-lanes do height: 146
 lanes feel kind: emotion
END
  quit_app
}
