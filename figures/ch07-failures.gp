# The loss of a network that learns, and of four with one mistake each.
width = 15; height = 8.5
load "figures/style.gp"
curves = table("failures")
set xlabel "step (a batch each)"; set ylabel "loss"
steps = int(system(sprintf("awk -F'\t' 'NR > 1 && $2 > last { last = $2 } END { print last }' '%s'", curves)))
set xrange [0:1.3*steps]; set xtics 0,2*10**floor(log10(steps/2.0)),steps
lowest = 0.1; highest = 400
set yrange [lowest:highest]; set logscale y
set ytics ("0.1" 0.1, "1" 1, "ln 10" 2.3026, "10" 10, "100" 100)
set arrow 1 from 0,2.3026 to steps,2.3026 nohead linestyle 9 linewidth 1.5
set key off
# The words stand where the curves end, in that order from below; those that would stand in one another's
# line move apart until they are LINE decades from each other.
LINE = 0.25
said(name) = name eq "none" ? "as it should be" : name eq "bytes" ? "pixels up to 255" : \
    name eq "equal" ? "weights all equal" : name eq "straight" ? "nothing bends" : "rate 0.3"
ends = system(sprintf("awk -F'\t' 'NR > 1 { y[$1] = $3 } END { for (k in y) print k, y[k] }' '%s' | sort -g -k 2", curves))
count = words(ends) / 2
array at_height[count]
do for [k=1:count] {
    end = real(word(ends, 2 * k))
    at_height[k] = log10(end < lowest ? lowest : end > highest ? highest : end)
}
do for [round=1:100] { do for [k=2:count] {
    lacking = LINE - (at_height[k] - at_height[k-1])
    if (lacking > 0) { at_height[k] = at_height[k] + lacking / 2; at_height[k-1] = at_height[k-1] - lacking / 2 }
} }
set for [k=1:count] label k said(word(ends, 2 * k - 1)) at 1.015*steps,10**at_height[k]
plot only(curves, "none") using 2:3 with lines linestyle 1, \
     only(curves, "bytes") using 2:3 with lines linestyle 2, \
     only(curves, "equal") using 2:3 with lines linestyle 3, \
     only(curves, "straight") using 2:3 with lines linestyle 4, \
     only(curves, "rate") using 2:3 with lines linestyle 2 linecolor rgb BLACK dashtype 1 linewidth 1
share(name) = percent(metric("failure_" . name))
alt = sprintf("The loss over %d steps of a network and of four with one mistake each. Test accuracy after them: %s as it should be, %s with pixels up to 255, %s with weights that begin equal, %s where nothing bends, %s with a learning rate of 0.3.", \
    steps, share("none"), share("bytes"), share("equal"), share("straight"), share("rate"))
load "figures/alt.gp"
