# pack.awk: a table of a grid, one row of the grid a line. unpack.awk is the way back.
#
#     filter  row  column  answer            filter  row  column  answer
#     0       0    0       0                 0       0    0+1     0*3 .12 2.55
#     0       0    1       0                         1            0*5
#     0       0    2       0
#     0       0    3       0.12
#     0       0    4       2.55
#     0       1    0       0
#     …
#
# The column that counts has its first number and its step. 0*3 is three times 0, and .12 is 0.12. A field left empty is as
# above. Of a training, which has step, epoch, loss and rate, an epoch is a line.
BEGIN { FS = OFS = "\t" }
NR == 1 { print; next }
members && NF == width && goes_on() { add($holds); members++; next }
{ flush(); begin() }
END { flush() }

function begin(    i)
{
    width = NF; members = 1; counts = 0; holds = NF; values = ""; times = 0
    for (i = 1; i <= NF; i++) first[i] = $i
}

# Is this line the group's next: one column a step on, one column whatever it says, the others as in the first line? The
# second line says which.
function goes_on(    i)
{
    if (members == 1 && !choose()) return 0
    for (i = 1; i <= NF; i++) if (i != counts && i != holds && $i != first[i] "") return 0
    return $holds ~ /^[^ *]+$/ && $counts == written(first[counts] + members * step, first[counts])
}

function choose(    i, other)
{
    for (i = NF; i >= 1; i--) if ($i != first[i] "") other = other " " i
    split(other, differ, " ")
    holds = $NF != first[NF] "" || !(2 in differ) ? NF : differ[1]
    counts = differ[1] == holds ? differ[2] : differ[holds == NF ? 1 : 2]
    if (!counts || first[counts] !~ NUMBER || $counts !~ NUMBER) { holds = NF; return 0 }
    step = written($counts - first[counts], first[counts])
    add(first[holds])
    return 1
}

function add(value)
{
    if (times && value == last "") { times++; return }
    say()
    last = value; times = 1
}

function say(    short)
{
    if (!times) return
    short = last
    if (!sub(/^0[.]/, ".", short)) sub(/^-0[.]/, "-.", short)
    values = values (values == "" ? "" : " ") short (times > 1 ? "*" times : "")
}

function flush(    i, field, line)
{
    if (!members) return
    if (members == 1) { holds = width; counts = 0; values = first[width]; times = 0 }
    say()
    for (i = 1; i <= width; i++) {
        field = i == counts ? first[i] "+" step : i == holds ? values : first[i]
        line = line (i > 1 ? OFS : "") (field == above[i] "" ? "" : field)
        above[i] = field
    }
    print line
    members = 0
}
