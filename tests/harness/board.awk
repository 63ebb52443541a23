# board.awk: NICK.progress files -> one table of a study group, and how many met each hint, the ten that most have met.
BEGIN { mark["passed"] = "+"; mark["wrong"] = "x"; mark["compile"] = "x"; mark["open"] = "." }
FNR == 1 {
    nick = FILENAME
    sub(/.*\//, "", nick)
    sub(/\.progress$/, "", nick)
    nicks[++people] = nick
    next
}
{
    if (!($1 in known)) { known[$1] = 1; ids[++count] = $1 }
    outcome[nick, $1] = $2
    n = split($3, tag, ",")
    for (k = 1; k <= n; k++) {
        if (!(($1, tag[k]) in met)) hints[++kinds] = $1 SUBSEP tag[k]
        met[$1, tag[k]]++
    }
}
function heading(   k) {
    printf "%-14s", ""
    for (k = 1; k <= count; k++) printf " %s", ids[k]
    print "  " word["passed"]
}
# A hint that few have met is theirs alone; a group talks about the others.
function often(   most, k, part, shown, rest, least) {
    for (most = people; most > 0; most--)
        for (k = 1; k <= kinds; k++) {
            if (met[hints[k]] != most) continue
            if (shown == 10) { rest++; continue }
            split(hints[k], part, SUBSEP)
            printf word["met"] "\n", most, part[1], part[2]
            shown++
            least = most
        }
    if (rest) printf word["met-more"] "\n", rest, least
}
function line(nick,   k, passed) {
    printf "%s", pad(nick, 14)
    for (k = 1; k <= count; k++) {
        printf "   %s  ", (nick, ids[k]) in outcome ? mark[outcome[nick, ids[k]]] : "."
        passed += outcome[nick, ids[k]] == "passed"
    }
    printf "  %d\n", passed
}
END {
    heading()
    for (p = 1; p <= people; p++) line(nicks[p])
    print word["legend"]
    often()
}
