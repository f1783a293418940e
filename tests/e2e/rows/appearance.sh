# Themes, contrast, interface scale, motion and language: chosen in the palette, kept for the next start.

appearance() {
  open_workshop
  command_called "dark"
  shot theme_dark
  command_called "high contrast"
  shot theme_contrast
  command_called "125 %"
  shot scale_125
  command_called "Tiếng Việt"
  shot vietnamese
  unchanged "looks"
  quit_app
  has_setting 'language: Some(vi)'
  has_setting 'theme: contrast_light'
  has_setting 'scale: percent125'
  start_app "$FILE"
  wait_title 'Workshop'
  settle
  alike "$SHOTS/vietnamese.png" || fail "the next start looks otherwise"
  quit_app
}

has_setting() {
  grep -qF "$1" "$XDG_CONFIG_HOME/wayfarer/settings.ron" || fail "the settings have no $1"
}
