#!/bin/sh
# threads.sh: the same seed gives the same network, bit by bit, whatever the number of threads; and they wait briefly.
. tests/mini.sh
mini 400 100

train() { ./ch07-cnn --part maps --epochs 1 --data "$folder/data" --out "$folder/results" --quiet "$@"; }

train --threads 1 --save "$folder/one.st" || fail "one thread fails"
for threads in 2 3 16; do
    train --threads $threads --save "$folder/more.st" || fail "$threads threads fail"
    cmp "$folder/one.st" "$folder/more.st" || fail "$threads threads give other bits than one"
done
OMP_NUM_THREADS=4 train --threads 1 --save "$folder/more.st" || fail "OMP_NUM_THREADS=4 --threads 1 fails"
cmp "$folder/one.st" "$folder/more.st" || fail "OMP_NUM_THREADS=4 --threads 1 gives other bits"
train --threads 1 --seed 2 --save "$folder/more.st" || fail "another seed fails"
! cmp -s "$folder/one.st" "$folder/more.st" || fail "another seed gives the same network"

# How long a thread looks for work before it sleeps, as gcc's OpenMP has read it; clang's has no such number.
waits() { env -u OMP_WAIT_POLICY -u GOMP_SPINCOUNT OMP_DISPLAY_ENV=verbose "$@" ./ch07-cnn --list 2>&1 >/dev/null | sed -n "s/.*GOMP_SPINCOUNT = '\(.*\)'/\1/p" | tail -n 1; }
case $(waits) in '' | 20000) ;; *) fail "threads look for work for long: $(waits)" ;; esac
case $(waits GOMP_SPINCOUNT=7) in '' | 7) ;; *) fail "GOMP_SPINCOUNT=7 is not obeyed" ;; esac
