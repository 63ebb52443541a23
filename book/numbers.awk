# numbers.awk: for pack.awk and unpack.awk: a number as a string, and one with as many decimals as another.
BEGIN { NUMBER = "^-?[0-9]+([.][0-9]+)?$" }
function written(number, like) { return sprintf("%." (match(like, /[.]/) ? length(like) - RSTART : 0) "f", number) }
