# What else can be on a map: lanes and lines, an arrow of a note, a channel's cell, a persona's path, evidence, images,
# the dramatic arc, the lock. Commands come from the palette, as somebody would who knows their name.

on_the_map() {
  open_workshop
  command_called "dramatic arc"
  let_go
  find_map
  changed "a lane" << 'END'
@
 lanes pain kind: pain_points
+lanes ID kind: dramatic_arc
 stages find name: "Find"
END
  changes_by click $(( MAP_X - 60 )) $(( MAP_Y + 150 ))
  command_called "line of visibility"
  changed "a line under the selected lane" << 'END'
@
 lanes points kind: touchpoints
+lanes points line: visibility
 lanes do kind: actions
END
  let_go
  find_map
  changes_by do_at click 4 cards
  command_called "note on the canvas"
  write "Ask Mai"
  changes_by press Escape
  changed "a note with an arrow to what is selected" << 'END'
@
 stages use touchpoints first name: "First use"
+notes ID text: "Ask Mai"
+notes ID x: 24
+notes ID y: 216
+notes ID to: touchpoint("parcel")
END
  let_go
  find_map
  changes_by do_at click 2 cards
  command_called "skip the"
  changed "the persona skips a touchpoint" << 'END'
@
 personas lan name: "Lan"
+personas lan path skips "site"
 personas minh name: "Minh"
END
  let_go
  find_map
  changes_by do_at click 1 cards
  convert -size 20x10 xc:'#0E8A7D' "$WORK/photo.png"
  press ctrl+k
  changes_by write "image"
  press Return
  choose_path "$WORK/photo.png"
  settle
  changed "an image on a touchpoint" << 'END'
@
 stages find touchpoints advert name: "Advert"
+stages find touchpoints advert image: ID
 stages find touchpoints advert feelings lan actual: 40
@
 notes ID x: 24
-notes ID y: 216
+notes ID y: 220
 notes ID to: touchpoint("parcel")
+images ID name: "photo.png"
+images ID width: 20
+images ID height: 10
+images ID data: (the bytes)
END
  let_go
  find_map
  command_called "lock structure"
  changes_by do_at click 4 cards
  changes_by press Delete
  changed "what is locked is not deleted" << 'END'
@
 title: "Workshop"
+structure: locked
 personas lan name: "Lan"
END
  quit_app
}
