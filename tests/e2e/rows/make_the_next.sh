# Making the next thing while typing: Enter a touchpoint, Tab a stage, Shift+Tab back, Ctrl+Enter a card below.

make_the_next() {
  open_workshop
  changes_by do_at click 5 stages
  changes_by press Return
  changes_by press Tab
  write "Keep"
  changes_by press Return
  write "Filter"
  changes_by press ctrl+1
  changes_by press ctrl+Return
  write "Orders filters"
  changes_by press ctrl+Return
  write "Dear filters"
  changes_by press Return
  write "Service"
  changes_by press Escape
  changed "Tab, Enter, Ctrl+Enter" << 'END'
@
 stages use touchpoints first name: "First use"
+stages ID name: "Keep"
+stages ID touchpoints ID name: "Filter"
+stages ID touchpoints ID feelings lan actual: -80
+stages ID touchpoints ID cards do ID text: "Orders filters"
+stages ID touchpoints ID cards pain ID text: "Dear filters"
+stages ID touchpoints ID name: "Service"
END
  changes_by press Return
  changes_by press shift+Tab
  press ctrl+a
  write "Stay"
  changes_by press Escape
  changed "Shift+Tab goes back to the stage" << 'END'
@
 stages buy touchpoints parcel name: "Parcel"
-stages use name: "Use"
+stages use name: "Stay"
 stages use touchpoints first name: "First use"
END
  quit_app
}
