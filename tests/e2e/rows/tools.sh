# Tools: each key, what one press or drag of the tool makes, and that the hand is back at Select afterwards.

tools() {
  open_workshop
  changes_by press t
  click $(( MAP_X + COLUMN + 30 )) $(( MAP_Y + 110 ))
  settle
  write "Call"
  changes_by press Escape
  let_go
  # The tool is used up: a press on empty paper makes nothing.
  do_at click 5 below
  changed "a touchpoint with T" << 'END'
@
 stages find touchpoints advert cards pain loud text: "Too loud"
+stages find touchpoints ID name: "Call"
 stages find touchpoints site name: "Site"
END
  changes_by press s
  do_at click 7 stages
  settle
  write "Leave"
  changes_by press Escape
  let_go
  changed "a stage with S" << 'END'
@
 stages use touchpoints first name: "First use"
+stages ID name: "Leave"
END
  changes_by press n
  do_at click 4 pains
  settle
  write "Late"
  changes_by press Escape
  let_go
  changes_by press n
  do_at click 2 below
  settle
  write "Ask Mai"
  changes_by press Escape
  let_go
  changed "a card and a note with N" << 'END'
@
 stages buy touchpoints cart feelings lan actual: 0
+stages buy touchpoints cart cards pain ID text: "Late"
 stages buy touchpoints parcel name: "Parcel"
@
 stages ID name: "Leave"
+notes ID text: "Ask Mai"
+notes ID x: 404
+notes ID y: 744
END
  find_map
  changes_by press l
  changes_by do_at drag 1 cards 4 cards
  press Escape
  let_go
  changed "a link with L" << 'END'
@
 stages ID name: "Leave"
+links ID from: "advert"
+links ID to: "cart"
 notes ID text: "Ask Mai"
END
  # Twice: the tool stays in the hand.
  changes_by press t t
  click $(( MAP_X + 100 )) $(( MAP_Y + 110 ))
  settle
  write "Poster"
  changes_by press Escape
  click $(( MAP_X + 100 )) $(( MAP_Y + 110 ))
  settle
  write "Radio"
  changes_by press Escape
  let_go
  # The note under the map stays below the column it stood below.
  changed "two touchpoints with T T" << 'END'
@
 stages find touchpoints advert cards pain loud text: "Too loud"
+stages find touchpoints ID name: "Radio"
+stages find touchpoints ID name: "Poster"
 stages find touchpoints ID name: "Call"
@
 notes ID text: "Ask Mai"
-notes ID x: 404
+notes ID x: 680
 notes ID y: 744
END
  changes_by press h
  changes_by do_at drag 5 below 4 below
  changes_by press v
  unchanged "the view moved with H"
  quit_app
}
