# Context menus: by the right button on each kind of thing, and by Shift+F10; walked with the arrows, carried out with Enter.

context_menus() {
  open_workshop
  local place
  for place in "1 stages" "1 cards" "1 40" "1 pains" "4 actions" "6 below"; do
    # shellcheck disable=SC2086
    changes_by do_at right_click $place
    shot "menu_${place// /_}"
    changes_by press Escape
  done
  changes_by right_click $(( MAP_X - 60 )) $(( MAP_Y + 550 ))
  shot menu_lane
  changes_by press Escape
  unchanged "opening menus"
  let_go
  changes_by do_at click 4 cards
  changes_by press shift+F10
  shot menu_by_keys
  # Edit text, touchpoint, stage, card below, note, and then the best feeling.
  for place in 1 2 3 4 5; do changes_by press Down; done
  changes_by press Return
  changed "a feeling by the menu" << 'END'
@
 stages buy touchpoints parcel name: "Parcel"
+stages buy touchpoints parcel feelings lan actual: 80
 stages use name: "Use"
END
  quit_app
}
