# Finding over every text, going on with F3, replacing one and all.

find_and_replace() {
  open_workshop
  changes_by press ctrl+f
  changes_by write "ar"
  shot found
  # Cart and Parcel have it; the second one is renamed.
  changes_by press F3
  changes_by press Escape
  changes_by press F2
  press ctrl+a
  write "Found"
  changes_by press Escape
  changed "F3 leads to the next" << 'END'
@
 stages buy touchpoints cart feelings lan actual: 0
-stages buy touchpoints parcel name: "Parcel"
+stages buy touchpoints parcel name: "Found"
 stages use name: "Use"
END
  let_go
  changes_by press ctrl+h
  press ctrl+a
  changes_by write "us"
  changes_by press Tab
  changes_by write "ow"
  shot replacing
  # Enter replaces the first and shows the second; Shift+F3 would lead back.
  changes_by press Return
  changed "one is replaced" << 'END'
@
 stages buy touchpoints parcel name: "Found"
-stages use name: "Use"
+stages use name: "owe"
 stages use touchpoints first name: "First use"
END
  # In the line Ctrl+Z takes back what was typed there; on the map, what was replaced.
  changes_by press Escape
  taken_back
  # All of them, by the button behind the line: Tab, Tab, Space.
  changes_by press ctrl+h
  changes_by press Tab
  changes_by press Tab
  changes_by press Tab
  changes_by press space
  changed "all are replaced" << 'END'
@
 stages buy touchpoints parcel name: "Found"
-stages use name: "Use"
-stages use touchpoints first name: "First use"
+stages use name: "owe"
+stages use touchpoints first name: "First owe"
END
  quit_app
}
