# The pictures of the user guide, made from the real program in both languages; sourced by run.sh.
#
# They are left in target/e2e/guide, 1600 × 1000; with UPDATE_PICTURES=1 they go to docs/images. Every picture that the
# guides show has to be one that is made here, and the other way round.

GUIDE=$SHOTS/guide
SAMPLES=$PWD/sample_maps
DOCS=$PWD/docs

guide_pictures() {
  rm -rf "$GUIDE"
  mkdir -p "$GUIDE" "$HOME/maps"
  cp "$SAMPLES"/*.ron "$HOME/maps"
  APP_LOCALE=en_US.UTF-8 PICTURE_END=
  GUIDE_MAP=air_purifier GUIDE_TITLE=purifier GUIDE_SURVEY=survey_2026_11.csv
  GUIDE_SEES='Product page' GUIDE_WAITS='Delivery' GUIDE_ASKS='Who calls when it is late?'
  GUIDE_WHO='Lan, 34, new parent' GUIDE_ANSWERS=('Google' 'Reviews on YouTube' 'Call centre')
  GUIDE_NOTE='note on the canvas' GUIDE_IMAGE='image' GUIDE_SEARCH='delivry' GUIDE_DARK='dark theme' GUIDE_LIGHT='light theme' GUIDE_START='guided start'
  pictures_in_a_language
  APP_LOCALE=vi_VN.UTF-8 PICTURE_END=_vi
  GUIDE_MAP=bay_giai_doan_so GUIDE_TITLE=Wayfarer GUIDE_SURVEY=khao_sat_2026_11.csv
  GUIDE_SEES='Trang sản phẩm' GUIDE_WAITS='Giao hàng và lắp đặt' GUIDE_ASKS='Ai gọi khi hàng đến trễ?'
  GUIDE_WHO='Thu Hà, 31, mẹ hai con' GUIDE_ANSWERS=('Google' 'Nhận xét trên YouTube' 'Tổng đài')
  GUIDE_NOTE='ghi chú trên bản đồ' GUIDE_IMAGE='hình ảnh' GUIDE_SEARCH='giao hnag' GUIDE_DARK='giao diện tối' GUIDE_LIGHT='giao diện sáng' GUIDE_START='bắt đầu có hướng dẫn'
  pictures_in_a_language
  unset APP_LOCALE
  pictures_are_those_of_the_guides
}

pictures_in_a_language() {
  window_and_review
  survey_preview
  looked_for
  notes_and_images
  dark
  start_page
  guide_of_the_start
}

# picture NAME: the screen as a picture of the guide, with at most 256 colours.
picture() {
  local name=$1$PICTURE_END
  rest_pointer
  settle
  import -silent -window root png:- |
    convert png:- -strip +dither -colors 256 -define png:compression-level=9 "PNG8:$GUIDE/$name.png"
  [[ "${UPDATE_PICTURES:-}" != 1 ]] || cp "$GUIDE/$name.png" "$DOCS/images/$name.png"
}

pictures_are_those_of_the_guides() {
  diff <(cat "$DOCS"/*.md | grep -oE 'images/[a-z_]+\.png' | sort -u) <(cd "$SHOTS" && ls guide | sed 's,^,images/,' | sort) ||
    fail "the guides show other pictures (<) than are made (>)"
}

open_sample() {
  start_app "$HOME/maps/$GUIDE_MAP.ron"
  wait_title "$GUIDE_TITLE"
  wait_for "the window to be drawn" is_drawn
  settle
}

# A window that has not drawn yet has one colour.
is_drawn() {
  (( $(import -silent -window root -format %k info:-) > 64 ))
}

# go_to NAME: selects the touchpoint of the open sample, by walking from the first one.
go_to() {
  local step place
  place=$(grep -E '^          name: ' "$HOME/maps/$GUIDE_MAP.ron" | grep -nF "\"$1\"" | head -n 1 | cut -d : -f 1)
  [[ -n "$place" ]] || fail "the sample has no touchpoint $1"
  press Escape ctrl+Home Down
  for (( step = 1; step < place; step++ )); do press Right; done
  settle
}

# The map with a touchpoint selected, and the review of its curves.
window_and_review() {
  open_sample
  go_to "$GUIDE_WAITS"
  picture window
  changes_by press F6
  press shift+1
  picture review
  changes_by press F6
  quit_app
}

# The preview before a survey is attached; nothing was changed, so nothing is left to bring back. The answers are those
# that the sample has already, but for the last one: the same file would be warned of.
survey_preview() {
  head -n -1 "$SAMPLES/${GUIDE_MAP}_2026_10.csv" > "$HOME/maps/$GUIDE_SURVEY"
  open_sample
  changes_by press ctrl+shift+u
  choose_path "$HOME/maps/$GUIDE_SURVEY"
  settle
  picture survey
  kill_app
}

looked_for() {
  open_sample
  changes_by press ctrl+k
  changes_by write "$GUIDE_SEARCH"
  picture palette
  press Escape
  quit_app
}

notes_and_images() {
  cp "$SAMPLES/$GUIDE_MAP.ron" "$HOME/maps"
  open_sample
  changes_by press ctrl+0
  go_to "$GUIDE_SEES"
  put_image screen
  go_to "$GUIDE_WAITS"
  put_image parcel
  command_called "$GUIDE_NOTE"
  enter "$GUIDE_ASKS"
  changes_by press Escape
  picture on_the_map
  press ctrl+s
  wait_for "the title to say saved" is_saved
  quit_app
  cp "$SAMPLES/$GUIDE_MAP.ron" "$HOME/maps"
}

# put_image NAME: a drawing onto what is selected.
put_image() {
  command_called "$GUIDE_IMAGE"
  choose_path "$HERE/drawings/$1.svg"
  settle
}

dark() {
  open_sample
  command_called "$GUIDE_DARK"
  picture dark
  command_called "$GUIDE_LIGHT"
  quit_app
}

# The start page with the maps that were open before.
start_page() {
  start_app
  wait_title '^Wayfarer$'
  wait_for "the window to be drawn" is_drawn
  picture start
  quit_app
}

# The guided start with a few answers.
guide_of_the_start() {
  local line
  start_app
  wait_title '^Wayfarer$'
  settle
  command_called "$GUIDE_START"
  changes_by enter "$GUIDE_WHO"
  changes_by press Return
  changes_by press Return
  for line in "${GUIDE_ANSWERS[@]}"; do
    changes_by enter "$line"
    changes_by press Return
  done
  picture guided_start
  kill_app
  # What was typed is not to be brought back.
  rm -r "$XDG_STATE_HOME/wayfarer/recovery"
}
