# names.gp: writes the names that named() has collected at the right end of a plot; see style.gp.
# Two names need their lines' height between their middles. Pushing apart keeps their order.
line_high = 0.48 / area_high
lines_in(words) = 1 + (strstrt(words, "\n") > 0)
apart(i, j) = line_high * (lines_in(end_name[i]) + lines_in(end_name[j])) / 2
above(i, j) = end_first[i] > end_first[j] || (end_first[i] == end_first[j] && i < j)
array end_first[9]
do for [i=1:ends] { end_first[i] = end_at[i] }
do for [round=1:200] { do for [i=1:ends] { do for [j=1:ends] {
    if (i != j && above(i, j) && end_at[i] - end_at[j] < apart(i, j)) {
        push = (apart(i, j) - end_at[i] + end_at[j]) / 2
        end_at[i] = end_at[i] + push; end_at[j] = end_at[j] - push
    }
} } }
# Of two lines the first stands where the label does.
half_line = (is_svg ? 0.25 : 0.18) / height
# How wide a name is, in centimetres, and its longer line.
wide(line) = strlen(line) ? (sum [n=1:strlen(line)] (strstrt("fijlrt .,:'()", line[n:n]) ? 0.1 : 0.19)) : 0
breaks_at(words) = strstrt(words, "\n") ? strstrt(words, "\n") : strlen(words) + 1
first_line(words) = words[1:breaks_at(words)-1]
second_line(words) = words[breaks_at(words)+1:*]
room_for(words) = 1.35 + (wide(first_line(words)) > wide(second_line(words)) ? wide(first_line(words)) : wide(second_line(words)))
name_left = 1.0 * (area_left + area_wide + 0.35) / width
name_y(k) = 1 - 1.0 * (area_top + area_high * (1 - end_at[k])) / height
do for [k=1:ends] {
    y = name_y(k)
    set arrow 90+k from screen name_left, screen y to screen name_left + 0.85 / width, screen y nohead linestyle end_style[k]
    set label 80+k end_name[k] at screen name_left + 1.0 / width, screen y + (lines_in(end_name[k]) - 1) * half_line left
    if (room_for(end_name[k]) > room_right) {
        exit error sprintf("names.gp: the name %s wants room_right = %.1f", first_line(end_name[k]), 0.05 + room_for(end_name[k]))
    }
    if (end_points[k]) { set label 70+k "" at screen name_left + 0.425 / width, screen y point linestyle end_style[k] }
}
ends = 0
