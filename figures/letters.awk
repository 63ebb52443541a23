# letters.awk: refuses a picture whose letters are under 8 pixels where it is as wide as a telephone's text, 358
# pixels. What is raised or lowered (m², x₁) may be smaller.
BEGIN { TELEPHONE = 358; LEAST = 8 }
/viewBox=/ {
    split($0, box, /"/)
    split(box[2], size, " ")
    width = size[3]
}
/<(g|text) .*font-size=/ {
    match($0, /font-size="[0-9.]*/)
    letters = substr($0, RSTART + 11, RLENGTH - 11) * TELEPHONE / width
    if (least == "" || letters < least) least = letters
}
END {
    if (least != "" && least < LEAST) {
        printf "%s: letters of %.1f pixels on a telephone, where %d is the least\n", name, least, LEAST
        exit 1
    }
}
