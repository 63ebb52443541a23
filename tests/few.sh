# few.sh: for tests: a small copy of data/, so that a training takes a second.
#
#     . tests/few.sh
#     few FOLDER 1000 200 25      FOLDER/mnist with the first 1000 training and 200 test digits; of every
#                                 table and word list of more than 1000 lines one line in 25 (a table keeps its
#                                 heading), and of every text and series the first 25th

# What a chapter's table of bounds (chapter.sh) says of a run beside bounds: its arguments, or of how few data.
of_run() { awk -F '\t' -v run="$2" -v what="$3" '$1 == run && $2 == what { print $3 }' "$1"; }   # table, run, arguments or data

four_bytes() { printf "\\$(printf %o $(($1 >> 24)))\\$(printf %o $(($1 >> 16 & 255)))\\$(printf %o $(($1 >> 8 & 255)))\\$(printf %o $(($1 & 255)))"; }

few_images()   # folder, the file's name before "-images", how many
{
    { printf '\0\0\010\003'; four_bytes "$3"; four_bytes 28; four_bytes 28
      zcat "data/mnist/$2-images-idx3-ubyte.gz" | tail -c +17 | head -c $(($3 * 784)); } >"$1/$2-images-idx3-ubyte"
    { printf '\0\0\010\001'; four_bytes "$3"
      zcat "data/mnist/$2-labels-idx1-ubyte.gz" | tail -c +9 | head -c "$3"; } >"$1/$2-labels-idx1-ubyte"
}

few_lines()   # file, folder, one in how many
{
    case $1 in
    */text/* | */series/*) head -n $(($(wc -l <"$1") / $3)) "$1" ;;
    *.csv) awk -v every="$3" -v all="$(wc -l <"$1")" 'NR == 1 || all <= 1000 || NR % every == 0' "$1" ;;
    *) awk -v every="$3" 'NR % every == 1' "$1" ;;
    esac >"$2/${1##*/}"
}

few()   # folder, training digits, test digits, one line in how many
{
    mkdir -p "$1/mnist"
    few_images "$1/mnist" train "$2"
    few_images "$1/mnist" t10k "$3"
    for file in data/*/*.csv data/*/*.txt; do
        set_of=$(basename "$(dirname "$file")")
        mkdir -p "$1/$set_of"
        few_lines "$file" "$1/$set_of" "$4"
    done
}
