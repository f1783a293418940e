# Puts id1, id2, … for the ids of a map file, in the order of their first appearance. Ids are what stands in quotes
# and has seven characters of a to z and 0 to 9, as the program makes them.
{
  line = ""
  rest = $0
  while (match(rest, /"[a-z0-9][a-z0-9][a-z0-9][a-z0-9][a-z0-9][a-z0-9][a-z0-9]"/)) {
    id = substr(rest, RSTART, RLENGTH)
    if (!(id in number)) number[id] = ++count
    line = line substr(rest, 1, RSTART - 1) "\"id" number[id] "\""
    rest = substr(rest, RSTART + RLENGTH)
  }
  print line rest
}
