# Texts in place: double-click, Enter, F2 and just typing open the field, Esc ends it and keeps the text, Shift+Enter
# begins a line.

edit_text() {
  open_workshop
  changes_by do_at double_click 1 cards
  press ctrl+a
  write "Poster"
  changes_by press Escape
  changes_by do_at click 2 cards
  changes_by press Return
  press End
  write " map"
  changes_by press Escape
  changes_by do_at click 3 cards
  changes_by press F2
  press ctrl+a
  write "Basket"
  changes_by press Escape
  changes_by do_at click 4 cards
  write "Box"
  settle
  changes_by press Escape
  changed "double-click, Enter, F2, just typed" << 'END'
@
 stages find name: "Find"
-stages find touchpoints advert name: "Advert"
+stages find touchpoints advert name: "Poster"
 stages find touchpoints advert feelings lan actual: 40
 stages find touchpoints advert cards pain loud text: "Too loud"
-stages find touchpoints site name: "Site"
+stages find touchpoints site name: "Site map"
 stages find touchpoints site feelings lan actual: -40
 stages buy name: "Buy"
-stages buy touchpoints cart name: "Cart"
+stages buy touchpoints cart name: "Basket"
 stages buy touchpoints cart feelings lan actual: 0
-stages buy touchpoints parcel name: "Parcel"
+stages buy touchpoints parcel name: "Box"
 stages use name: "Use"
END
  changes_by do_at click 1 pains
  changes_by press Return
  press End
  press shift+Return
  write "at night"
  changes_by press Escape
  changed "Shift+Enter" << 'END'
@
 stages find touchpoints advert feelings lan actual: 40
-stages find touchpoints advert cards pain loud text: "Too loud"
+stages find touchpoints advert cards pain loud text: "Too loud\nat night"
 stages find touchpoints site name: "Site map"
END
  # Typed in an empty cell: a card.
  changes_by do_at click 3 pains
  write "Dear"
  settle
  changes_by press Escape
  changed "typed in an empty cell" << 'END'
@
 stages buy touchpoints cart feelings lan actual: 0
+stages buy touchpoints cart cards pain ID text: "Dear"
 stages buy touchpoints parcel name: "Box"
END
  quit_app
}
