# What the writer writes before its first step, before step 1,000 and before step 10,000.
width = 12; height = 9.5
load "figures/style.gp"
eval canvas(12, 9.5)
lines(k) = sprintf("< awk -F'\t' 'NR == %d { gsub(/\"/, \"”\", $2); print $2 }' '%s' | fold -s -w 50 | head -4", k + 1, table("samples"))
array step[3] = ["Before the first step", "Before step 1,000", "Before step 10,000"]
do for [k=1:3] { set label k step[k] at 0.3, 3.1 * k - 2.6 left textcolor rgb BLUE }
set datafile separator "\n"
plot for [k=1:3] lines(k) using (0.3):(3.1 * k - 2 + 0.55 * $0):(strcol(1)) with labels left noenhanced
set datafile separator "\t"
word_of(k) = system(sprintf("awk -F'\t' 'NR == %d { print substr($2, 1, 60) }' '%s'", k + 1, table("samples")))
alt = "What the writer writes, from the same random numbers. Before the first step: " . word_of(1) . " … Before step 1,000: " . word_of(2) . " … Before step 10,000: " . word_of(3) . " …"
load "figures/alt.gp"
