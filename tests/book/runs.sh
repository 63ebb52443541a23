#!/bin/sh
# runs.sh: a program runs again for the book when its code, its flags, its data or its results change, and
# not for a comment. The program here is a script that writes down that it ran, on the CPU and nowhere else, and refuses
# a network that an older program trained.
set -u
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset MAKEFLAGS MAKELEVEL
cd "$work"

results=elsewhere/ch01-x
mkdir -p chapters/ch01-x common/cpu data
echo 'int x = 1;' >chapters/ch01-x/x.c
echo 'int y;' >common/y.c
echo 'int z;' >common/cpu/z.c
echo 'abc  digits' >data/SHA256SUMS
cat >ch01-x <<'END'
#!/bin/sh
for out; do :; done
case " $* " in *" --device cpu "*) ;; *) exit 4 ;; esac
[ -z "$(find "$out" -name '*network.safetensors')" ] || exit 1
[ ! -e broken ] || exit 3
echo ran >>runs
echo "a 1" >"$out/metrics.tsv"
END
chmod +x ch01-x
touch runs
! sh "$root/chapters/run.sh" ./ch01-x "$results" "gcc -O2" 1 >log 2>&1 && [ ! -s runs ] && grep -q "nothing is run" log ||
    { echo "without results, but stale would do: $(cat log runs)"; exit 1; }

expect()   # what, how often it has run by now, flags, STALE
{
    sh "$root/chapters/run.sh" ./ch01-x "$results" "gcc $3" "${4:-}" >log 2>&1 || { cat log; exit 1; }
    [ "$(wc -l <runs)" -eq "$2" ] || { echo "$1: $(wc -l <runs) runs, not $2"; cat log; exit 1; }
    ! grep -q warning log || { echo "$1: warns"; cat log; exit 1; }
}

expect "without results" 1 -O2
expect "nothing changed" 1 -O2
printf '// a comment\n\nint x = 1;\n' >chapters/ch01-x/x.c
expect "a comment changed" 1 -O2
echo 'int x = 2;' >chapters/ch01-x/x.c
expect "code changed, but stale will do" 1 -O2 1
[ -f "$results"/stale ] || { echo "stale results are not marked"; exit 1; }
expect "code changed" 2 -O2
[ ! -f "$results"/stale ] || { echo "fresh results are marked stale"; exit 1; }
expect "flags changed" 3 -O3
echo 'abd  digits' >data/SHA256SUMS
expect "data changed" 4 -O3
rm "$results"/metrics.tsv
expect "results gone" 5 -O3
echo "a 2" >$results/metrics.tsv
touch "$results"/network.safetensors "$results"/writer-network.safetensors
touch broken
! sh "$root/chapters/run.sh" ./ch01-x "$results" "gcc -O3" >log 2>&1 || { echo "a program that fails is taken for one that runs"; exit 1; }
rm broken
[ "$(ls "$results" | grep -c network)" -eq 2 ] || { echo "a program that failed costs a network: $(ls "$results")"; exit 1; }
expect "a reader's own run replaced the results, but stale will do" 5 -O3 1
expect "a reader's own run replaced the results" 6 -O3
expect "nothing changed since" 6 -O3

# In a book each run waits for the one before it, since it takes every core.
cd "$root"
make -pnq check-book STALE=1 2>/dev/null | grep -E '^build/results/[^ ]*/key: ' >"$work/rules"
[ "$(grep -c '|.*/key' "$work/rules")" -eq $(($(wc -l <"$work/rules") - 1)) ] || { echo "runs side by side:"; cat "$work/rules"; exit 1; }
