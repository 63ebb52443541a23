#!/bin/sh
# chapter.sh: the default run of chapter 7, inside its bounds; predict.sh tries the network that it leaves.
results=build/tests/chapter
rm -rf "$results"
./ch07-cnn --out "$results" >build/tests/chapter.out || exit 1
cat build/tests/chapter.out

lines=$(wc -l <build/tests/chapter.out)
[ "$lines" -le 40 ] || { echo "$lines lines, more than 40"; exit 1; }
for file in metrics training network kernels filters maps shift mistakes mistakes-pixels; do
    [ -s "$results/$file.tsv" ] || { echo "no $file.tsv"; exit 1; }
done
awk -F '\t' '
    function bad(why) { print $1 " is " $2 ", " why; failed = 1 }
    { seen[$1] = 1 }
    $1 == "test_accuracy" && $2 < 0.990 { bad("below 0.990") }
    $1 == "parameters" && $2 != 454922 { bad("not 454922") }
    $1 == "peak_memory" && $2 >= 250 { bad("250 MiB or more") }
    $1 == "plain_difference" && $2 > 1e-4 { bad("too far apart") }
    $1 == "dense_test_accuracy" && $2 < 0.97 { bad("below 0.97") }
    END {
        split("test_accuracy test_error train_seconds total_seconds samples_per_second gflops peak_share parameters " \
              "seed threads device build peak_memory plain_difference dense_test_accuracy shift_4_cnn mistakes", names, " ")
        for (i in names) if (!(names[i] in seen)) { print "no metric " names[i]; failed = 1 }
        exit failed
    }' "$results/metrics.tsv"
