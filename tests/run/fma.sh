#!/bin/sh
# fma.sh: the inner loop multiplies and adds in one instruction (-std=c17 instead of gnu17 would lose it).
command -v objdump >/dev/null || { echo "no objdump here"; exit 77; }
grep -q '^flags.* fma' /proc/cpuinfo || { echo "this processor has no fused multiply-add"; exit 77; }
objdump -d --no-show-raw-insn build/release/common/cpu/tile.o | grep -q 'vfmadd.*%[xyz]mm' ||
    { echo "no vfmadd in build/release/common/cpu/tile.o"; exit 1; }
