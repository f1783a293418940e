# A map kept as a template of one's own, and begun from: in the gallery, and from the command line.

own_template() {
  open_workshop
  command_called "save as template"
  changes_by write "Our workshop"
  shot template_saved
  press Return
  settle
  quit_app
  "$BINARY" check "$XDG_DATA_HOME/wayfarer/templates/our-workshop.ron"
  env -u DISPLAY "$BINARY" new "$WORK/from_template.ron" --template our-workshop
  "$BINARY" check "$WORK/from_template.ron"
  # Structure is kept; feelings and cards only where that is ticked, which it was not.
  diff -u - <(awk -f "$HERE/flat.awk" "$WORK/from_template.ron" | grep ^stages) << 'END' || fail "the template has not the journey"
stages ID name: "Find"
stages ID touchpoints ID name: "Advert"
stages ID touchpoints ID name: "Site"
stages ID name: "Buy"
stages ID touchpoints ID name: "Cart"
stages ID touchpoints ID name: "Parcel"
stages ID name: "Use"
stages ID touchpoints ID name: "First use"
END
  start_app
  wait_title '^Wayfarer$'
  settle
  changes_by press ctrl+shift+n
  shot gallery_with_own
  # One's own stand first.
  press Return
  wait_title 'Untitled map'
  settle
  save_as "$WORK/from_gallery.ron"
  quit_app
  diff -u <(without_ids "$WORK/from_template.ron") <(without_ids "$WORK/from_gallery.ron") ||
    fail "the gallery and the command line make different maps of one template"
}
