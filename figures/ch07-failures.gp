# The loss of a network that learns, and of four with one mistake each.
width = 15; height = 8.5
load "figures/style.gp"
curves = table("failures")
set xlabel "step (a batch each)"; set ylabel "loss"
set xrange [0:130]; set xtics 0,20,100; set yrange [0.1:400]; set logscale y
set ytics ("0.1" 0.1, "1" 1, "10" 10, "100" 100)
set arrow 1 from 0,2.3026 to 100,2.3026 nohead linestyle 9 linewidth 1.5
set key off
end_of(name) = real(system(sprintf("awk -F'\t' '$1 == \"%s\" { y = $3 } END { print y }' '%s'", name, curves)))
note(n, name, text) = sprintf("set label %d '%s' at 101.5,%g", n, text, end_of(name))
eval note(1, "none", "as it should be")
eval note(2, "bytes", "pixels up to 255") . " offset 0,0.9"
eval note(3, "equal", "weights all equal") . " offset 0,0.1"
eval note(4, "straight", "nothing bends")
eval note(5, "rate", "rate 0.3") . " offset 0,-0.4"
plot only(curves, "none") using 2:3 with lines linestyle 1, \
     only(curves, "bytes") using 2:3 with lines linestyle 2, \
     only(curves, "equal") using 2:3 with lines linestyle 3, \
     only(curves, "straight") using 2:3 with lines linestyle 4, \
     only(curves, "rate") using 2:3 with lines linestyle 2 linecolor rgb BLACK dashtype 1 linewidth 1
share(name) = percent(metric("failure_" . name))
alt = sprintf("The loss over 100 steps of a network and of four with one mistake each. Test accuracy after them: %s as it should be, %s with pixels up to 255, %s with weights that begin equal, %s where nothing bends, %s with a learning rate of 0.3.", \
    share("none"), share("bytes"), share("equal"), share("straight"), share("rate"))
load "figures/alt.gp"
