# What the trained writer writes at four temperatures, and how many of its words the novel has.
width = 12; height = 9.8
load "figures/style.gp"
eval canvas(12, 9.8)
lines(k) = sprintf("< awk -F'\t' 'NR == %d { gsub(/\"/, \"”\", $3); print $3 }' '%s' | fold -s -w 50 | head -3", k + 1, table("temperature"))
of(k, column) = system(sprintf("awk -F'\t' 'NR == %d { print $%d }' '%s'", k + 1, column, table("temperature")))
do for [k=1:4] {
    set label k sprintf("Temperature %s: %.0f%% of the words are the novel's", of(k, 1), 100 * real(of(k, 2))) at 0.3, 2.4 * k - 1.95 left textcolor rgb BLUE
}
set datafile separator "\n"
plot for [k=1:4] lines(k) using (0.3):(2.4 * k - 1.35 + 0.55 * $0):(strcol(1)) with labels left noenhanced
set datafile separator "\t"
alt = sprintf("Four texts of the same writer. Of the words written, the novel has %.0f%% at temperature 0.2, %.0f%% at 0.7, %.0f%% at 1 and %.0f%% at 1.5. ", \
    100 * metric("words_0.2"), 100 * metric("words_0.7"), 100 * metric("words_1"), 100 * metric("words_1.5")) . "At 0.2: " . of(1, 3) . " At 1.5: " . of(4, 3)
load "figures/alt.gp"
