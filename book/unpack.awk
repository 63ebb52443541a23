# unpack.awk: the table that pack.awk has packed, line by line as it was.
BEGIN { FS = OFS = "\t" }
NR == 1 { print; next }
{
    counts = holds = members = 0
    for (i = 1; i <= NF; i++) {
        if ($i == "") $i = above[i]
        above[i] = $i
        if (split($i, ends, "+") == 2 && ends[1] ~ NUMBER && ends[2] ~ NUMBER) { counts = i; first = ends[1]; step = ends[2] }
        else if ($i ~ /[ *]/) holds = i
    }
    if (!counts) { print; next }
    runs = split($holds, run, " ")
    for (k = 1; k <= runs; k++) {
        times = split(run[k], value, "*") == 2 ? value[2] : 1
        if (!sub(/^[.]/, "0.", value[1])) sub(/^-[.]/, "-0.", value[1])
        while (times-- > 0) {
            $counts = written(first + members++ * step, first)
            $holds = value[1]
            print
        }
    }
}
