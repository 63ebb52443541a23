# alt.gp: writes the text of `alt` beside the picture, NAME.alt for NAME.svg and NAME.pdf.
unset output
set print output[1:strlen(output)-4] . ".alt"
print alt
set print
