# The palette by both its keys: commands and touchpoints, found in spite of a typing mistake.

palette() {
  open_workshop
  changes_by press ctrl+k
  changes_by write "parsel"
  shot palette
  changes_by press Return
  changes_by press 5
  changed "a touchpoint is gone to" << 'END'
@
 stages buy touchpoints parcel name: "Parcel"
+stages buy touchpoints parcel feelings lan actual: 80
 stages use name: "Use"
END
  changes_by press ctrl+shift+p
  changes_by write "lok structur"
  changes_by press Return
  changed "a command is carried out" << 'END'
@
 title: "Workshop"
+structure: locked
 personas lan name: "Lan"
END
  # What was made has the keyboard: its name is typed at once.
  command_called "new persona"
  write "Hoa"
  changes_by press Return
  changed "a persona is made and named" << 'END'
@
 personas minh name: "Minh"
+personas ID name: "Hoa"
 channels web name: "Website"
END
  quit_app
}
