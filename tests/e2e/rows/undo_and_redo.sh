# Undo and redo by their keys; the menu names the step, which its picture shows.

undo_and_redo() {
  open_workshop
  changes_by do_at click 4 cards
  changes_by press 5
  changes_by press Delete
  changed "two steps" << 'END'
@
 stages buy touchpoints cart feelings lan actual: 0
-stages buy touchpoints parcel name: "Parcel"
 stages use name: "Use"
END
  let_go
  # The Edit menu.
  changes_by click 64 22
  shot undo_named
  changes_by press Escape
  changes_by press ctrl+z
  changed "Ctrl+Z" << 'END'
@
 stages buy touchpoints cart feelings lan actual: 0
+stages buy touchpoints parcel name: "Parcel"
+stages buy touchpoints parcel feelings lan actual: 80
 stages use name: "Use"
END
  changes_by press ctrl+z
  changes_by press ctrl+shift+z
  unchanged "Ctrl+Z, Ctrl+Shift+Z"
  changes_by press ctrl+y
  changed "Ctrl+Y" << 'END'
@
 stages buy touchpoints cart feelings lan actual: 0
-stages buy touchpoints parcel name: "Parcel"
-stages buy touchpoints parcel feelings lan actual: 80
 stages use name: "Use"
END
  quit_app
}
