# For 24 filters of the second layer, the nine test patches that excite each most.
width = 15; height = 6.2
load "figures/style.gp"
eval bare
eval ink
set xrange [-2:382]; set yrange [142:-2]
# Nine patches of 14 x 14 become one panel of 42 x 42.
nine = sprintf("< awk -F'\t' -v OFS='\t' 'NR == 1 || $1 < 48 && $1 %% 2 == 0 { if (NR > 1) { $3 += int($2 / 3) * 14; $4 += $2 %% 3 * 14 } print $1, $3, $4, $5 }' '%s' | awk -f figures/montage.awk -v panel=1 -v row=2 -v column=3 -v value=4 -v side=42 -v across=8 -v gap=6", table("patches-pixels"))
set for [k=0:23] object k+1 rectangle from (k % 8) * 48 - 1, (k / 8) * 48 - 1 to (k % 8) * 48 + 42, (k / 8) * 48 + 42 fillstyle empty border rgb "#888888"
plot nine using 1:2:3 with image
alt = sprintf("24 filters of the second layer, each with the nine patches of 14 by 14 pixels that excite it most. %d of the filters answer to something; of nine patches, %.1f show the same digit.", \
    int(metric("patches_alive")), 9 * metric("patches_same_class"))
load "figures/alt.gp"
