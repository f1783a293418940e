# What other programs copied: lines, cells of a spreadsheet (seen first), Mermaid's journey, a picture.

paste_structure() {
  open_workshop
  changes_by do_at click 2 cards
  copy_text $'Leaflet\nHotline'
  changes_by press ctrl+v
  changed "lines become touchpoints" << 'END'
@
 stages find touchpoints site feelings lan actual: -40
+stages find touchpoints ID name: "Leaflet"
+stages find touchpoints ID name: "Hotline"
 stages buy name: "Buy"
END
  taken_back
  let_go
  copy_text $'Stage\tTouchpoint\tPain points\nKeep\tFilter\tDear\n\tService\tSlow\nLeave\tReturn\t'
  changes_by press ctrl+v
  shot paste_preview
  changes_by press Return
  changed "cells become stages, touchpoints and cards" << 'END'
@
 stages use touchpoints first name: "First use"
+stages ID name: "Keep"
+stages ID touchpoints ID name: "Filter"
+stages ID touchpoints ID cards pain ID text: "Dear"
+stages ID touchpoints ID name: "Service"
+stages ID touchpoints ID cards pain ID text: "Slow"
+stages ID name: "Leave"
+stages ID touchpoints ID name: "Return"
END
  taken_back
  let_go
  copy_text $'journey\n  title Other\n  section Keep\n    Filter: 5: Lan\n    Service: 2: Lan'
  changes_by press ctrl+v
  changed "Mermaid's journey" << 'END'
@
 stages use touchpoints first name: "First use"
+stages ID name: "Keep"
+stages ID touchpoints ID name: "Filter"
+stages ID touchpoints ID feelings lan actual: 100
+stages ID touchpoints ID name: "Service"
+stages ID touchpoints ID feelings lan actual: -50
END
  taken_back
  let_go
  find_map
  changes_by do_at click 1 cards
  convert -size 8x6 xc:'#3457D5' "$WORK/small.png"
  copy_file image/png "$WORK/small.png"
  changes_by press ctrl+v
  changed "a picture" << 'END'
@
 stages find touchpoints advert name: "Advert"
+stages find touchpoints advert image: ID
 stages find touchpoints advert feelings lan actual: 40
@
 stages use touchpoints first name: "First use"
+images ID name: "Pasted image"
+images ID width: 8
+images ID height: 6
+images ID data: (the bytes)
END
  quit_app
}
