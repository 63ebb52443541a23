# What the writer writes before its first step, before step 1,000 and before step 10,000.
width = 12; height = 9.5
load "figures/style.gp"
eval canvas(12, 9.5)
lines(k) = sprintf("< awk -F'\t' 'NR == %d { gsub(/\"/, \"”\", $2); print $2 }' '%s' | fold -s -w 50 | head -4", k + 1, table("samples"))
count = int(system(sprintf("tail -n +2 '%s' | head -3 | wc -l", table("samples"))))
step(k) = int(system(sprintf("awk -F'\t' 'NR == %d { print $1 }' '%s'", k + 1, table("samples"))))
before(k) = step(k) == 0 ? "Before the first step" : step(k) < 1000 ? sprintf("Before step %d", step(k)) : sprintf("Before step %d,%03d", step(k) / 1000, step(k) % 1000)
do for [k=1:count] { set label k before(k) at 0.3, 3.1 * k - 2.6 left textcolor rgb BLUE }
set datafile separator "\n"
plot for [k=1:count] lines(k) using (0.3):(3.1 * k - 2 + 0.55 * $0):(strcol(1)) with labels left noenhanced
set datafile separator "\t"
word_of(k) = system(sprintf("awk -F'\t' 'NR == %d { print substr($2, 1, 60) }' '%s'", k + 1, table("samples")))
alt = "What the writer writes, from the same random numbers."
do for [k=1:count] { alt = alt . " " . before(k) . ": " . word_of(k) . " …" }
load "figures/alt.gp"
