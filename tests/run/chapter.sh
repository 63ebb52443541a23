#!/bin/sh
# chapter.sh: a run of chapter 7, inside its bounds; predict.sh tries the network that it leaves.
#
#     sh tests/run/chapter.sh          one epoch, so that make test stays short
#     sh tests/run/chapter.sh whole    what the program does by itself; .ci/run asks for it
results=build/tests/chapter
epochs="--epochs 1" accuracy=0.985 dense=0.95
[ "${1:-}" != whole ] || epochs= accuracy=0.990 dense=0.97
mkdir -p build/tests && rm -rf "$results"
./ch07-cnn $epochs --out "$results" >build/tests/chapter.out || exit 1
cat build/tests/chapter.out

lines=$(wc -l <build/tests/chapter.out)
[ "$lines" -le 40 ] || { echo "$lines lines, more than 40"; exit 1; }
for file in metrics training network kernels filters maps shift mistakes mistakes-pixels picture; do
    [ -s "$results/$file.tsv" ] || { echo "no $file.tsv"; exit 1; }
done
awk -F '\t' -v accuracy=$accuracy -v dense=$dense '
    function bad(why) { print $1 " is " $2 ", " why; failed = 1 }
    { seen[$1] = 1 }
    $1 == "test_accuracy" && $2 < accuracy { bad("below " accuracy) }
    $1 == "parameters" && $2 != 454922 { bad("not 454922") }
    $1 == "peak_memory" && $2 >= 250 { bad("250 MiB or more") }
    $1 == "plain_difference" && $2 > 1e-4 { bad("too far apart") }
    $1 == "dense_test_accuracy" && $2 < dense { bad("below " dense) }
    $1 == "picture_prepared" && $2 < 0.9 { bad("below 0.9") }
    $1 == "picture_shrunk" && $2 > 0.5 { bad("above 0.5, with no preparation") }
    END {
        split("test_accuracy test_error train_seconds total_seconds samples_per_second gflops peak_share parameters " \
              "seed threads device build peak_memory plain_difference dense_test_accuracy shift_4_cnn mistakes picture_prepared picture_shrunk", names, " ")
        for (i in names) if (!(names[i] in seen)) { print "no metric " names[i]; failed = 1 }
        exit failed
    }' "$results/metrics.tsv"
