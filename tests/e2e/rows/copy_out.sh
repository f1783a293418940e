# Out to other programs: the selection or the map as a picture and as SVG text.

copy_out() {
  open_workshop
  changes_by do_at click 1 cards
  press shift+alt+c
  wait_for "a picture in the clipboard" offers image/png
  paste_as image/png > "$WORK/one.png"
  let_go
  press shift+alt+c
  wait_for "another picture in the clipboard" is_another_picture "$WORK/one.png"
  paste_as image/png > "$SHOTS/copied.png"
  local one all
  one=$(identify -format %w "$WORK/one.png")
  all=$(identify -format %w "$SHOTS/copied.png")
  (( all > 2 * one )) || fail "the whole map ($all pixels) is no wider than a touchpoint ($one)"
  press ctrl+shift+c
  wait_for "SVG in the clipboard" svg_has 'First use'
  changes_by do_at click 5 cards
  press ctrl+shift+c
  wait_for "the selection as SVG" svg_has_not Parcel
  svg_has 'First' || fail "the SVG has not what was selected"
  unchanged "copying"
  quit_app
}

is_another_picture() {
  offers image/png && paste_as image/png > "$WORK/next.png" && ! cmp -s "$WORK/next.png" "$1"
}

svg_has() {
  local text
  text=$(paste_as UTF8_STRING)
  [[ "$text" == '<svg'* || "$text" == '<?xml'* ]] && [[ "$text" == *"$1"* ]]
}

svg_has_not() {
  local text
  text=$(paste_as UTF8_STRING)
  [[ "$text" == *'<svg'* && "$text" != *"$1"* ]]
}
