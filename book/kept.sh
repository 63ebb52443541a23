#!/bin/sh
# kept.sh: the authors' results, which lie in book/results so that the book can be made without a run.
#
#     sh book/kept.sh keep build/results/ch07-cnn book/results/ch07-cnn [STALE]      a chapter's, after its run
#     sh book/kept.sh unpack book/results build/kept          all of them, as the runs had left them
#
# What is kept are tables, never a network or a picture file, and of the large tables only those that a figure draws or
# a page quotes. A large one that is a grid is packed: NAME.packed, by pack.awk. Beside them lie `about`, when and where the
# run was, and `key`, a sum of the program and its data: unpacked results of another program get the mark `stale`.
set -eu
LC_ALL=C
export LC_ALL
LARGE=5000    # bytes
MOST=500000   # bytes a chapter

pack() { awk -f book/numbers.awk -f book/pack.awk "$1"; }
unpack() { awk -f book/numbers.awk -f book/unpack.awk "$1"; }

# The lines of a chapter's program and of the library, or of an appendix's kernels and of the simulator, without those that
# only comment.
code_key()   # chapter
{
    case $1 in
    ch*) sources="chapters/$1/*.[ch] common/*.[ch] common/cpu/*.[ch]" ;;
    *) sources="book/$1/*.* common/cuda-sim/*.[ch]" ;;
    esac
    {
        sed -e 's,^ *//.*,,' -e 's,  *// [^"]*$,,' -e 's,/\*[^"]*\*/,,' -e '/^ *\/\*/,/\*\//d' -e '/^ *$/d' \
            $sources
        cat data/SHA256SUMS
    } | sha256sum | cut -d ' ' -f 1
}

metric() { awk -F '\t' -v name="$2" '$1 == name { print $3 == "" ? $2 : $2 " " $3 }' "$1/metrics.tsv"; }
about()
{
    threads=$(metric "$1" threads)
    echo "$(date -u -r "$1/metrics.tsv" +%Y-%m-%d)${threads:+, $threads threads, $(metric "$1" build)}"
}

# The tables that a chapter's figures draw, and those that a page quotes.
read_tables()   # chapter
{
    echo metrics
    echo network
    for script in figures/"${1%%-*}"-*.gp; do sh figures/tables.sh "$script"; done
    grep -ohs 'table=[a-z0-9-]*' chapters/"$1"/notes.md book/*.md | cut -d = -f 2
    grep -ohs 'test="[^"]*"' chapters/"$1"/notes.md book/*.md | grep -o '[a-z0-9-]*/[^/" ]*/' | cut -d / -f 1
}

keep_table()   # table, where it is kept without its ending
{
    if [ "$(wc -c <"$1")" -gt $LARGE ]; then
        pack "$1" >"$2.packed"
        [ $(($(wc -c <"$2.packed") * 4)) -gt $(($(wc -c <"$1") * 3)) ] || ! unpack "$2.packed" | cmp -s - "$1" || return 0
        rm "$2.packed"
    fi
    cat "$1" >"$2.tsv"
}

keep()   # results of a chapter, where they are kept, STALE
{
    chapter=$(basename "$2") part=$2.$$.part
    [ -s "$1/metrics.tsv" ] && [ ! -e "$1/about" ] || { echo "$1 holds no results of a run" >&2; exit 2; }
    rm -rf "$part"
    mkdir -p "$part"
    wanted=$(read_tables "$chapter" | sort -u)
    for table in "$1"/*.tsv; do
        name=$(basename "$table" .tsv)
        [ "$(wc -c <"$table")" -gt $LARGE ] && ! echo "$wanted" | grep -qx -e "$name" || keep_table "$table" "$part/$name"
    done
    [ ! -e "$1/network.dot" ] || cat "$1/network.dot" >"$part/network.dot"
    about "$1" >"$part/about"
    if [ -e "$1/stale" ]; then echo "of an older program"; else code_key "$chapter"; fi >"$part/key"
    bytes=$(cat "$part"/* | wc -c)
    echo "  keep     $2: $(ls "$part" | wc -l) files, $((bytes / 1000)) kB"
    [ "$bytes" -le $MOST ] || { echo "$2 would hold $bytes bytes, at most $MOST" >&2; rm -rf "$part"; exit 1; }
    rm -rf "$2"
    mv "$part" "$2"
}

# Done again where what is kept or the programs have changed.
unpack_all()   # from, to
{
    state=$({ for chapter in "$1"/*/; do code_key "$(basename "$chapter")"; done && find "$1" -type f | sort | xargs cksum; } | cksum)
    [ "$state" != "$(cat "$2/state" 2>/dev/null)" ] || return 0
    rm -rf "$2"
    for chapter in "$1"/*/; do
        name=$(basename "$chapter")
        mkdir -p "$2/$name"
        cp "$chapter"/* "$2/$name"
        for packed in "$chapter"/*.packed; do
            [ ! -e "$packed" ] || unpack "$packed" >"$2/$name/$(basename "$packed" .packed).tsv"
        done
        rm -f "$2/$name"/*.packed
        [ "$(cat "$chapter/key")" = "$(code_key "$name")" ] || : >"$2/$name/stale"
    done
    echo "$state" >"$2/state"
}

verb=${1:-}
shift || true
case $verb in
keep) keep "$@" ;;
unpack) unpack_all "$@" ;;
*) echo "usage: sh book/kept.sh keep RESULTS KEPT | unpack KEPT RESULTS" >&2; exit 2 ;;
esac
