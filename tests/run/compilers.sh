#!/bin/sh
# compilers.sh: NVIDIA's compiler that is installed, changed or taken away after the first build is noticed by the next.
. tests/small_tree.sh

said() { make 2>&1 | sed -n 's/.*; CUDA /CUDA /p' | tail -n 1; }
nvcc() { printf "#!/bin/sh\nif [ \"\$1\" = --version ]; then echo release %s; else exit 1; fi\n" "$1" >bin/nvcc; chmod +x bin/nvcc; }
expect() { [ "$2" = "$3" ] || fail "$1: make says '$2', not '$3'"; }

mkdir bin
expect "without nvcc" "$(said)" "CUDA absent (fine)"
nvcc 11.2
NVCC=$folder/bin/nvcc
expect "installed" "$(said)" "CUDA 11.2, whose nvcc does not compile what this needs (fine)"
nvcc 11.10
expect "another in its place" "$(said)" "CUDA 11.10, whose nvcc does not compile what this needs (fine)"
NVCC=
expect "taken away" "$(said)" "CUDA absent (fine)"
