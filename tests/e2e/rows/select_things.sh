# Selecting: by click, Shift+click, frame, all siblings and all, a stage's touchpoints by its header, nothing with Esc.
# What is selected is what the next command acts on: Delete, or a digit that sets feelings.

select_things() {
  open_workshop
  changes_by do_at click 4 cards
  changes_by press Delete
  changed "a click, and Delete" << 'END'
@
 stages buy touchpoints cart feelings lan actual: 0
-stages buy touchpoints parcel name: "Parcel"
 stages use name: "Use"
END
  taken_back
  changes_by do_at click 1 cards
  xdotool keydown shift
  changes_by do_at click 3 cards
  xdotool keyup shift
  changes_by press 5
  changed "Shift+click, and a feeling for both" << 'END'
@
 stages find touchpoints advert name: "Advert"
-stages find touchpoints advert feelings lan actual: 40
+stages find touchpoints advert feelings lan actual: 80
 stages find touchpoints advert cards pain loud text: "Too loud"
@
 stages buy touchpoints cart name: "Cart"
-stages buy touchpoints cart feelings lan actual: 0
+stages buy touchpoints cart feelings lan actual: 80
 stages buy touchpoints parcel name: "Parcel"
END
  let_go
  # A frame over the cards of the second and third column.
  changes_by drag $(( MAP_X + COLUMN + 4 )) $(( MAP_Y + 180 )) $(( MAP_X + COLUMN * 3 - 10 )) $(( MAP_Y + 60 ))
  changes_by press 1
  changed "a frame, and a feeling for all in it" << 'END'
@
 stages find touchpoints site name: "Site"
-stages find touchpoints site feelings lan actual: -40
+stages find touchpoints site feelings lan actual: -80
 stages buy name: "Buy"
 stages buy touchpoints cart name: "Cart"
-stages buy touchpoints cart feelings lan actual: 80
+stages buy touchpoints cart feelings lan actual: -80
 stages buy touchpoints parcel name: "Parcel"
END
  let_go
  changes_by do_at click 5 cards
  changes_by press ctrl+a
  changes_by press 4
  changed "Ctrl+A: first the siblings" << 'END'
@
 stages find touchpoints advert name: "Advert"
-stages find touchpoints advert feelings lan actual: 80
+stages find touchpoints advert feelings lan actual: 40
 stages find touchpoints advert cards pain loud text: "Too loud"
 stages find touchpoints site name: "Site"
-stages find touchpoints site feelings lan actual: -80
+stages find touchpoints site feelings lan actual: 40
 stages buy name: "Buy"
 stages buy touchpoints cart name: "Cart"
-stages buy touchpoints cart feelings lan actual: -80
+stages buy touchpoints cart feelings lan actual: 40
 stages buy touchpoints parcel name: "Parcel"
+stages buy touchpoints parcel feelings lan actual: 40
 stages use name: "Use"
 stages use touchpoints first name: "First use"
+stages use touchpoints first feelings lan actual: 40
END
  let_go
  xdotool keydown ctrl
  changes_by do_at click 2 stages
  xdotool keyup ctrl
  changes_by press 2
  changed "a stage's touchpoints by its header" << 'END'
@
 stages find touchpoints advert name: "Advert"
-stages find touchpoints advert feelings lan actual: 40
+stages find touchpoints advert feelings lan actual: -40
 stages find touchpoints advert cards pain loud text: "Too loud"
 stages find touchpoints site name: "Site"
-stages find touchpoints site feelings lan actual: 40
+stages find touchpoints site feelings lan actual: -40
 stages buy name: "Buy"
END
  changes_by press ctrl+a ctrl+a
  press Escape
  press Delete
  settle
  unchanged "Esc clears the selection"
  quit_app
}
