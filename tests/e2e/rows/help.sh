# The list of shortcuts by F1 and by ?, with a line to search it.

help() {
  open_workshop
  changes_by press F1
  shot shortcuts
  changes_by write "duplicate"
  shot shortcuts_searched
  changes_by press Escape
  press Escape
  settle
  changes_by press question
  alike "$SHOTS/shortcuts.png" || fail "? and F1 do not show the same list"
  changes_by press Escape
  unchanged "help"
  quit_app
}
