# How far forecasts are off, step by step ahead: a network, a line, the last value, the last season.
width = 12; height = 11.6; room_right = 3.4; room_below = 2.1
load "figures/style.gp"
file = table("forecast")
array series[2] = ["temperature", "sunspots"]
set multiplot
do for [k=1:2] {
    eval panel(k, 1, 2)
    eval over(k == 1 ? "Seattle: error of the day's warmest hour (°C)" : "Sunspots: error of the year's mean number")
    if (k == 1) { eval heights(0, 6); set ytics 2; set xrange [1:14]; set xtics (1, 7, 14) } else { eval heights(0, 100); set ytics 50; set xrange [1:8]; set xtics (1, 4, 8) }
    set xlabel k == 1 ? "Days ahead" : "Years ahead"
    s = only(file, series[k])
    eval named(3, "Last value", last(s, 5)); eval named(4, "Last season", last(s, 6)); eval named(1, "Network", last(s, 3)); eval named(2, "Line", last(s, 4))
    load "figures/names.gp"
    plot s using 2:5 with linespoints linestyle 3, s using 2:6 with linespoints linestyle 4, s using 2:4 with linespoints linestyle 2, s using 2:3 with linespoints linestyle 1
}
unset multiplot
alt = sprintf("Errors of forecasts against how far ahead. Temperature, 1 and 14 days: network %.2f and %.2f degrees, line %.2f and %.2f, last value %.2f and %.2f, last season %.2f and %.2f. Sunspots, 1 and 8 years: network %.1f and %.1f, line %.1f and %.1f, last value %.1f and %.1f, last season %.1f and %.1f.", \
    metric("forecast_temperature_network_1"), metric("forecast_temperature_network_14"), metric("forecast_temperature_line_1"), metric("forecast_temperature_line_14"), \
    metric("forecast_temperature_last_1"), metric("forecast_temperature_last_14"), metric("forecast_temperature_season_1"), metric("forecast_temperature_season_14"), \
    metric("forecast_sunspots_network_1"), metric("forecast_sunspots_network_8"), metric("forecast_sunspots_line_1"), metric("forecast_sunspots_line_8"), \
    metric("forecast_sunspots_last_1"), metric("forecast_sunspots_last_8"), metric("forecast_sunspots_season_1"), metric("forecast_sunspots_season_8"))
load "figures/alt.gp"
