# progress.awk: id, folder, outcome, about, hints, how far -> one row an exercise, one line a chapter.
BEGIN { word["passed"] = "passed"; word["open"] = "not started"; word["wrong"] = "wrong"; word["compile"] = "does not compile" }
{
    chapter = substr($1, 1, 2)
    if (!(chapter in all)) order[++chapters] = chapter
    all[chapter]++
    split($4, part, ", ")
    minutes = part[3] + 0
    whole[chapter] += minutes
    if ($3 == "passed") { passed[chapter]++; done[chapter] += minutes }
    row[chapter] = row[chapter] sprintf("%s-%-29s %-9s %-8s %3d min  %s\n", chapter, $2, part[1], part[2], minutes, $6 == "" ? word[$3] : "begun: " $6)
}
END {
    for (k = 1; k <= chapters; k++) {
        c = order[k]
        printf "%schapter %d: %d of %d passed, %d of %d minutes\n", row[c], c, passed[c], all[c], done[c], whole[c]
    }
}
