# A map file with a line for each value: the ids and names that lead to it, and the value, such as
#   stages find touchpoints advert feelings lan actual: 40
# An id that the program made (seven characters of a to z and 0 to 9) is ID; long values are cut.
function path(   i, text) {
  text = ""
  for (i = 1; i <= depth; i++) if (names[i] != "") text = text names[i] " "
  return text
}
{
  line = $0
  gsub(/"[a-z0-9][a-z0-9][a-z0-9][a-z0-9][a-z0-9][a-z0-9][a-z0-9]"/, "ID", line)
  sub(/^ +/, "", line)
  sub(/,$/, "", line)
}
line ~ /[(\[{]$/ {
  sub(/:? ?[(\[{]$/, "", line)
  gsub(/"/, "", line)
  names[++depth] = line
  next
}
line ~ /^[)\]}]$/ { depth--; next }
line ~ /^id: / { sub(/^id: /, "", line); gsub(/"/, "", line); names[depth] = line; next }
line ~ /^data: / { line = "data: (the bytes)" }
{ print path() (length(line) > 100 ? substr(line, 1, 97) "..." : line) }
