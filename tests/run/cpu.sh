#!/bin/sh
# cpu.sh: a build folder that comes from a newer processor ends in one line, or is made anew; never in SIGILL.
. tests/small_tree.sh
uname -m | grep -q x86_64 || { echo "not an x86-64"; exit 77; }

# The same program, made for three kinds of processor, on two that qemu plays.
for arch in x86-64 haswell skylake-avx512; do
    make ARCH=-march=$arch >log 2>&1 || fail "-march=$arch is not made: $(cat log)"
    mv ch01-small $arch
done
runs() { said=$(qemu-x86_64 -cpu "$1" "./$2" 2>err) && [ "$said" = 42 ] || fail "$2 on $1: $said $(cat err)"; }
refused()   # processor, program, the instructions that it lacks
{
    status=0
    qemu-x86_64 -cpu "$1" "./$2" >out 2>err || status=$?
    sed -i '/TCG/d' err
    [ $status -eq 1 ] && [ ! -s out ] && [ "$(wc -l <err)" -eq 1 ] &&
        grep -q "^$2: built for another processor: this one has no $3; make builds it anew\$" err ||
        fail "$2 on $1: status $status: $(cat err)"
}
if command -v qemu-x86_64 >/dev/null; then
    runs qemu64 x86-64
    runs Haswell haswell
    refused qemu64 haswell ssse3
    refused Haswell skylake-avx512 avx512f
fi

# The check itself is compiled for any x86-64.
make -n -W common/cpu_check.c ARCH=-march=haswell >log
grep ' -c .* common.cpu_check.c ' log | grep -q -v ' -march=' || fail "cpu_check.c is compiled for one processor: $(cat log)"

# "native" means another processor: the compiler says so, and make compiles again.
printf '#!/bin/sh\nPATH=%s\n' "'$PATH'" >gcc
cat >>gcc <<'END'
count=$#
for word; do
    [ "$word" != -march=native ] || word=-march=x86-64
    set -- "$@" "$word"
done
shift $count
exec gcc "$@"
END
chmod +x gcc
make >log 2>&1 && make >log 2>&1 || fail "the small tree is not made: $(cat log)"
! grep -q compile log || fail "it is compiled twice for nothing: $(cat log)"
PATH=$folder:$PATH make >log 2>&1 || fail "not made for another processor: $(cat log)"
grep -q "compile.*library.o" log || fail "objects of another processor are kept: $(cat log)"
grep -q "SSE2" log || fail "the first line tells of the processor that was: $(cat log)"
command -v qemu-x86_64 >/dev/null || { echo "made anew; no qemu-x86_64 here to refuse anything"; exit 77; }
