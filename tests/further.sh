# further.sh: for scripts in tests/run: what `--part all` leaves with few digits and few names.
#
#     . tests/further.sh          makes build/tests/further/{ch07-cnn,data}, unless it is younger than the program
. tests/mini.sh
further=build/tests/further
results=$further/ch07-cnn

if [ ! "$results/metrics.tsv" -nt ch07-cnn ]; then
    rm -rf "$further"
    mini 352 32
    mkdir -p "$folder/data/names" "$further"
    for language in data/names/*.txt; do
        awk 'NR % 25 == 1' "$language" >"$folder/data/names/${language##*/}"
    done
    cp -r "$folder/data" "$further"
    ./ch07-cnn --part all --epochs 1 --batch 32 --data "$further/data" --out "$results" >"$further/said" 2>&1 ||
        fail "--part all fails: $(cat "$further/said")"
fi

metric() { awk -F '\t' -v name="$1" '$1 == name { print $2; found = 1 } END { exit !found }' "$results/metrics.tsv" || fail "no metric $1"; }

# between NAME LOW HIGH: a metric stands within these bounds.
between()
{
    value=$(metric "$1")
    awk -v v="$value" -v low="$2" -v high="$3" 'BEGIN { exit !(v >= low && v <= high) }' ||
        fail "$1 is $value, not between $2 and $3"
}
