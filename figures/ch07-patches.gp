# For each filter of the second layer, the nine test patches that excite it most.
width = 12; height = 12
load "figures/style.gp"
eval canvas(400, 400)
eval ink
# Nine patches of 14 x 14 become one panel of 44 x 44, a grey line between them.
nine = sprintf("< awk -F'\t' -v OFS='\t' 'NR > 1 { $3 += int($2 / 3) * 15; $4 += $2 %% 3 * 15 } { print $1, $3, $4, $5 }' '%s' | awk -f figures/montage.awk -v panel=1 -v row=2 -v column=3 -v value=4 -v side=44 -v across=8 -v gap=6", table("patches-pixels"))
filters = int(system(sprintf("awk -F'\t' 'NR > 1 && !($1 in seen) { seen[$1]; n++ } END { print n + 0 }' '%s'", table("patches-pixels"))))
set for [k=0:filters-1] object k+1 rectangle from (k % 8) * 50 + 1.5, (k / 8) * 50 + 1.5 to (k % 8) * 50 + 48.5, (k / 8) * 50 + 48.5 \
    behind fillcolor rgb "#9a9a9a" fillstyle solid noborder
plot nine using ($1 + 3.5):($2 + 3.5):3 with image
alt = sprintf("The filters of the second layer, each with the nine patches of 14 by 14 pixels that excite it most. %d of the filters answer to something; of nine patches, %.1f show the same digit.", \
    int(metric("patches_alive")), 9 * metric("patches_same_class"))
load "figures/alt.gp"
