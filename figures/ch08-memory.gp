# The length of a gradient at each lag: plain cells of three radii above, cells with gates below.
width = 12; height = 11.5; room_right = 3.3; room_left = 1.6; room_below = 1.7
load "figures/style.gp"
file = table("memory")
set xrange [0:100]; set xtics 20
set multiplot
do for [k=1:2] {
    eval panel(k, 1, 2)
    eval over(k == 1 ? "Plain cells: length of the gradient" : "Cells with gates: length of the gradient")
    eval log_heights(1e-12, 1e2); set ytics ("10^{−12}" 1e-12, "10^{−8}" 1e-8, "10^{−4}" 1e-4, "1" 1)
    set xlabel k == 2 ? "Lag (steps back)" : ""
    if (k == 1) {
        eval named_line(3, "Radius 1.2", last(only(file, "rnn_1.2"), 3)); eval named_line(1, "Radius 1.0", last(only(file, "rnn_1.0"), 3))
        eval named_line(2, "Radius 0.8", last(only(file, "rnn_0.8"), 3))
        load "figures/names.gp"
        plot only(file, "rnn_1.2") using 2:3 with lines linestyle 3, only(file, "rnn_1.0") using 2:3 with lines linestyle 1, only(file, "rnn_0.8") using 2:3 with lines linestyle 2
    } else {
        eval named_line(1, "LSTM, open", last(only(file, "lstm_open"), 3)); eval named_line(4, "GRU, open", last(only(file, "gru_open"), 3))
        eval named_line(3, "GRU", last(only(file, "gru"), 3)); eval named_line(2, "LSTM", last(only(file, "lstm"), 3))
        load "figures/names.gp"
        plot only(file, "lstm_open") using 2:3 with lines linestyle 1, only(file, "gru_open") using 2:3 with lines linestyle 4, \
             only(file, "gru") using 2:3 with lines linestyle 3, only(file, "lstm") using 2:3 with lines linestyle 2
    }
}
unset multiplot
alt = sprintf("The length of a gradient against the lag, logarithmic, from 1 at lag 0. Plain cells at lag 50: %.0e at radius 0.8, %.2f at 1.0, %.2f at 1.2. Cells with gates at lag 50: half-open gates lose everything, %.0e for the LSTM; with open gates the GRU keeps %.2f and the LSTM %.2f.", \
    metric("memory_rnn_0.8_50"), metric("memory_rnn_1.0_50"), metric("memory_rnn_1.2_50"), metric("memory_lstm_50"), metric("memory_gru_open_50"), metric("memory_lstm_open_50"))
load "figures/alt.gp"
