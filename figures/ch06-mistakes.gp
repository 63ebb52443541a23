# The 25 most confident mistakes, each with the digit it is and the digit that it was read as.
width = 12; height = 12
load "figures/style.gp"
pixels = table("mistakes-pixels")
places = int(system(sprintf("awk -F'\t' '$1 != \"place\" { seen[$1] } END { for (p in seen) n++; print n + 0 }' '%s'", pixels)))
eval canvas(195, 195)
eval ink
mistakes = sprintf("< head -n %d '%s'", places + 1, table("mistakes"))
plot montage(pixels, 1, 2, 3, 4, 28, 5, 11) using ($1 + 6):($2 + 2):3 with image, \
     mistakes using (int($0) % 5 * 39 + 19.5):(int($0) / 5 * 39 + 34): \
         (sprintf("%d read as %d", $2, $3)) skip 1 with labels
worst = system(sprintf("awk -F'\t' 'NR == 2 { printf \"a %%d read as %%d with %%.1f%%%% confidence\", $2, $3, 100 * $4 }' '%s'", table("mistakes")))
alt = sprintf("The %d most confident of %d mistakes on the test digits; the first is %s.", \
    places, int(metric("mistakes")), worst)
load "figures/alt.gp"
