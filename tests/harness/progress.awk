# progress.awk: id, folder, outcome, about, hints, how far -> one row an exercise, one line a chapter. The exercises on
# C, 00, are no chapter's but an appendix's.
BEGIN { said["passed"] = word["passed"]; said["open"] = word["open"]; said["wrong"] = word["wrong"]; said["compile"] = word["broken"] }
{
    chapter = substr($1, 1, 2)
    if (!(chapter in all)) order[++chapters] = chapter
    all[chapter]++
    split($4, part, ", ")
    minutes = part[3] + 0
    whole[chapter] += minutes
    if ($3 == "passed") { passed[chapter]++; done[chapter] += minutes }
    row[chapter] = row[chapter] chapter "-" pad($2, 29) " " pad(word[part[1]], 9) " " pad(word[part[2]], 8) \
        sprintf(" %3d %s  %s\n", minutes, word["min"], $6 == "" ? said[$3] : sprintf(word["begun"], $6))
}
END {
    for (k = 1; k <= chapters; k++) {
        c = order[k]
        name = c == "00" ? word["appendix-c"] : sprintf(word["chapter"], c)
        printf "%s" word["passed-of"] "\n", row[c], name, passed[c], all[c], done[c], whole[c]
    }
}
