# drawn.sh: for a chapter's pictures.sh: its figures, from the results of one of its runs.
#
#     . tests/drawn.sh                 after mini.sh
#     drawn_from ch07-cnn all          that run's results are in $results, pictures go to $pictures
#     draw ch07-shift svg              one figure
#     draw_all ch07-shift …            each twice the same, with words enough and letters large enough
#     results_to_change                from here on $results is a copy, in which numbers may be changed
#     changes ch07-shift "words" shift.tsv "sed's change"     another picture, and these words

drawn_from()   # chapter, run
{
    results=build/tests/$1/$2
    [ -s "$results/metrics.tsv" ] || sh tests/chapter.sh "tests/chapters/$1.tsv" "$2" || exit
    pictures=build/tests/figures/$1
    rm -rf "$pictures" && mkdir -p "$pictures"
}

draw()   # figure, svg
{
    case $1 in
    *-network) sh figures/network.sh "$results" "$pictures/$1" ;;
    *) gnuplot -e "results = '$results'; output = '$pictures/$1.$2'" "figures/$1.gp" ;;
    esac || fail "$1.$2 cannot be drawn"
}

draw_all()
{
    for name; do
        draw "$name" svg
        mv "$pictures/$name.svg" "$pictures/first.svg"
        draw "$name" svg
        cmp "$pictures/first.svg" "$pictures/$name.svg" || fail "$name.svg is not twice the same"
        [ "$(wc -w <"$pictures/$name.alt")" -ge 12 ] || fail "$name.alt says too little"
        ! grep -qiw "nan\|inf" "$pictures/$name.alt" || fail "$name.alt: $(cat "$pictures/$name.alt")"
        awk -v name="$name" -f figures/letters.awk "$pictures/$name.svg" || fail "letters are too small"
    done
}

results_to_change()
{
    cp -r "$results" "$folder/changed"
    results=$folder/changed
}

changes()   # figure, words, file, sed's change
{
    cp "$pictures/$1.svg" "$pictures/first.svg"
    sed -i "$4" "$results/$3"
    draw "$1" svg
    ! cmp -s "$pictures/first.svg" "$pictures/$1.svg" || fail "$1: the picture does not follow its numbers"
    grep -qF -- "$2" "$pictures/$1.alt" || fail "$1: the words do not follow the numbers: $(cat "$pictures/$1.alt")"
}
