# Copies: Ctrl+D beside what is selected, Alt+drag where the copy is carried to.

duplicate() {
  open_workshop
  changes_by do_at click 1 cards
  changes_by press ctrl+d
  changed "a touchpoint beside itself" << 'END'
@
 stages find touchpoints advert cards pain loud text: "Too loud"
+stages find touchpoints ID name: "Advert"
+stages find touchpoints ID feelings lan actual: 40
+stages find touchpoints ID cards pain ID text: "Too loud"
 stages find touchpoints site name: "Site"
END
  taken_back
  changes_by do_at click 1 pains
  changes_by press ctrl+d
  changed "a card below itself" << 'END'
@
 stages find touchpoints advert cards pain loud text: "Too loud"
+stages find touchpoints advert cards pain ID text: "Too loud"
 stages find touchpoints site name: "Site"
END
  taken_back
  changes_by do_at click 5 stages
  changes_by press ctrl+d
  changed "a stage beside itself" << 'END'
@
 stages use touchpoints first name: "First use"
+stages ID name: "Use"
+stages ID touchpoints ID name: "First use"
END
  taken_back
  let_go
  find_map
  changes_by do_at drag_with_alt 1 cards 4 cards
  changed "Alt+drag" << 'END'
@
 stages buy touchpoints parcel name: "Parcel"
+stages buy touchpoints ID name: "Advert"
+stages buy touchpoints ID feelings lan actual: 40
+stages buy touchpoints ID cards pain ID text: "Too loud"
 stages use name: "Use"
END
  quit_app
}

drag_with_alt() {
  drag_with alt "$@"
}
