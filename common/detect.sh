#!/bin/sh
# detect.sh: what this machine has, for make and for people.
#
#     sh common/detect.sh config FILE    writes what make must know, or says in one line what is missing
#     sh common/detect.sh need VERB      says in one line what VERB misses; status 1 when anything is
#     sh common/detect.sh doctor         a table of everything, and the one line that installs the rest
#     sh common/detect.sh packages       Debian's packages for every verb and every test
#
# Other systems' names for Debian's packages stand in packages.tsv. CC and ARCH come from the environment, as make was given them.

CC=${CC:-gcc}
ARCH=${ARCH--march=native}

# One row a need: name, Debian's packages, the verbs that need it, the command that prints its version.
# A row whose verb stands in brackets can be missing, and all is well.
needs()
{
    row=$1 book="make figures, make check-book, make book-html, make book"
    case $CC in
    clang-[0-9]*) $row "$CC" "$CC libomp-${CC#clang-}-dev libc6-dev" make compiler_version ;;
    *clang*) $row clang "clang libomp-dev libc6-dev" make compiler_version ;;
    gcc) $row gcc "gcc libc6-dev" make compiler_version ;;
    gcc-[0-9]*) $row "$CC" "$CC libc6-dev" make compiler_version ;;
    *) $row "the compiler $CC" "" make compiler_version ;;
    esac
    $row pkg-config pkg-config make "pkg-config --version"
    case $CC in
    *clang*) $row clang++ "clang libstdc++-12-dev" "(--device cuda-sim), $book" 'cxx_version clang++' ;;
    *gcc*) $row g++ g++ "(--device cuda-sim), $book" 'cxx_version g++' ;;
    esac
    $row OpenBLAS libopenblas-openmp-dev make "library openblas"
    $row zlib zlib1g-dev make "library zlib"
    $row cJSON libcjson-dev make "library libcjson"
    $row stb libstb-dev make "library stb"
    $row Criterion libcriterion-dev "make test" "library criterion"
    if ls figures/*.gp >/dev/null 2>&1; then
        $row gnuplot gnuplot-nox "$book" "gnuplot --version"
        $row Graphviz graphviz "$book" graphviz_version
    fi
    $row pandoc pandoc "make check-book, make book-html, make book" pandoc_version
    $row XeLaTeX "texlive-xetex texlive-latex-extra texlive-lang-korean texlive-fonts-recommended lmodern fonts-noto-cjk fonts-dejavu-core" "make book-pdf" tex_version
    $row Poppler poppler-utils "(the book's tests)" poppler_version
    $row epubcheck "epubcheck default-jre-headless" "(the book's tests)" epubcheck_version
    $row Chromium "chromium python3-venv" "(the book's tests)" chromium_version
    $row gdb gdb "(appendix C, the book's tests)" gdb_version
    $row clang "clang libomp-dev libclang-rt-14-dev" "(make fuzz)" "env CC=clang sh common/detect.sh compiler_version"
    $row locales "locales gawk busybox" "(.ci/run)" "locale_sources"
    $row ARM64 "gcc-aarch64-linux-gnu qemu-user" "(.ci/run)" "aarch64-linux-gnu-gcc -dumpfullversion"
    $row CUDA nvidia-cuda-toolkit "(--device cuda)" cuda_version
}

compiler_version()
{
    printf '#include <omp.h>\n#include <stdio.h>\n' | $CC ${CFLAGS:-} -fopenmp -E -o /dev/null - || return 1
    $CC -dumpfullversion || $CC -dumpversion
}

# The C++ compiler that belongs to CC: it compiles kernels for the device cuda-sim.
cxx_of_cc() { echo "$CC" | sed 's/clang/clang++/; s/gcc/g++/'; }
cxx_version()   # compiler
{
    echo '#include <tuple>' | $1 -std=c++17 -x c++ -E -o /dev/null - && $1 -dumpfullversion -dumpversion
}

# NVIDIA's compiler: on the PATH or in its usual place; NVCC= in the environment means that there is none. Its libraries
# lie beside it, or where Debian puts them; there a program also looks for cuBLAS, when it opens that.
nvcc_path() { PATH=$PATH:/usr/local/cuda/bin:/opt/cuda/bin command -v "${NVCC-nvcc}"; }
cuda_version() { "$(nvcc_path)" --version | sed -n 's/.*release \([0-9.]*\).*/\1/p' | grep .; }
cuda_folder() { dirname "$(dirname "$(readlink -f "$(nvcc_path)")")"; }
cuda_libraries()
{
    for folder in lib64 lib; do
        [ ! -e "$(cuda_folder)/$folder/libcudart_static.a" ] || { printf -- "-L%s -Wl,-rpath,%s " "$(cuda_folder)/$folder" "$(cuda_folder)/$folder"; break; }
    done
    echo "-lcudart_static -lstdc++ -lpthread -ldl -lrt"
}

# Of the capabilities 7.5 to 9.0, one for each kind of code that nvcc knows: that for 8.0 runs on all of 8.
cuda_archs()
{
    known=$("$(nvcc_path)" --list-gpu-arch) || return 1
    for arch in 75 80 90; do echo "$known" | grep -qx compute_$arch && printf '%s ' $arch; done
}

# It may not know the compiler that it finds for C++, or be older than what our files ask of it: whether it compiles
# and links, only trying tells.
cuda_works()
{
    trial=$(mktemp -d) || return 1
    cat >"$trial/k.cu" <<'END'
#include <tuple>
__global__ void k() {}
int main()
{
    cudaGraphExec_t graph;
    k<<<1, 1>>>();
    return std::apply([](auto flags) { return flags; }, std::tuple<int>(cudaGraphInstantiateWithFlags(&graph, 0, 0)));
}
END
    "$(nvcc_path)" -std=c++17 -c -o "$trial/k.o" "$trial/k.cu" && $CC -o "$trial/k" "$trial/k.o" $(cuda_libraries)
    set -- $?
    rm -rf "$trial"
    return $1
}

# What config found by looking around, in few words: where they change, make looks around again.
compilers()
{
    command -v "$(cxx_of_cc)"
    stat -c '%n %s %Y' "$(readlink -f "$(nvcc_path)")"
}

locale_sources() { busybox true && ls /usr/share/i18n/locales/ko_KR >/dev/null && gawk --version | sed -n '1s/.*Awk \([0-9.]*\).*/gawk \1/p'; }
gdb_version() { gdb --version | sed -n '1s/.* \([0-9][0-9.]*\).*/\1/p' | grep .; }
graphviz_version() { dot -V 2>&1 | sed -n 's/.*version \([0-9.]*\).*/\1/p' | grep .; }
chromium_version() { chromium --version | sed -n 's/^Chromium \([0-9.]*\).*/\1/p' | grep .; }
epubcheck_version() { sh book/epubcheck.sh --version 2>/dev/null | sed -n "s/^EPUBCheck v//p" | grep .; }
poppler_version() { pdftotext -v 2>&1 | sed -n 's/^pdftotext version //p' | grep .; }
pandoc_version() { pandoc --version | sed -n 's/^pandoc //p' | grep .; }

# TeX with all that the book asks of it, or nothing.
tex_version()
{
    for file in scrbook.cls kotex.sty tcolorbox.sty fvextra.sty imakeidx.sty latinmodern-math.otf pzdr.tfm; do
        kpsewhich $file >/dev/null || return 1
    done
    fc-list | grep -q NotoSerifCJK && fc-list | grep -q DejaVuSansMono && xelatex --version | sed -n '1s/.*-\([0-9.]* (.*)\)/\1/p' | grep .
}

# A library's version. Beside another build of OpenBLAS we want the OpenMP one: two thread pools that
# know nothing of each other get in each other's way.
library() { pkg_config --modversion "$1"; }
pkg_config()
{
    folder=/usr/lib/$($CC -dumpmachine 2>/dev/null | sed 's/-pc-/-/')/openblas-openmp/pkgconfig
    PKG_CONFIG_PATH=$folder:$PKG_CONFIG_PATH pkg-config "$@"
}

# Two readers of a row: doctor's table, and the lists of names and packages that one verb misses.
table_row()
{
    if version=$($4 2>/dev/null); then
        :
    elif [ "${4%% *}" = library ] && ! command -v pkg-config >/dev/null; then
        version="unknown without pkg-config"
        packages="$packages $2"
    elif [ "${3#(}" != "$3" ]; then
        version="absent (fine)"
    else
        version=MISSING
        packages="$packages${2:+ $2}"
    fi
    printf '%-12s %-28s %s\n' "$1" "$(echo "$version" | head -n 1)" "$3"
}

missing_row()
{
    case ", $3, " in
    *", $verb, "*) ;;
    *) return 0 ;;
    esac
    $4 >/dev/null 2>&1 && return 0
    names="$names${names:+, }$1"
    packages="$packages${2:+ $2}"
    fails=${fails:-$4}
}

# CUDA takes gigabytes: who has a card installs it himself.
packages_row() { [ "$1" = CUDA ] || packages="$packages $2"; }

packages()
{
    packages=
    needs packages_row
    printf '%s\n' $packages | sort -u
}

# The names that another system has for Debian's packages.
names_for()   # fedora, arch or homebrew; Debian's packages
{
    system=$1
    shift
    for package; do
        awk -F '\t' -v name="$system" -v package="$package" '
            NR == 1 { for (k = 1; k <= NF; k++) if ($k == name) column = k }
            $1 == package { if ($column != "-") printf " %s", $column; found = 1 }
            END { if (!found) printf " %s", package }' common/packages.tsv
    done
}

# Those of Debian's packages that are not installed.
absent()
{
    for package; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || printf ' %s' "$package"
    done
}

install_line()
{
    sudo=
    [ "$(id -u)" = 0 ] || sudo="sudo "
    for manager in apt-get dnf pacman brew apt-get; do ! command -v $manager >/dev/null || break; done
    case $manager in
    apt-get) echo "${sudo}apt-get install --no-install-recommends$packages" ;;
    dnf) echo "${sudo}dnf install$(names_for fedora $packages)  (untested)" ;;
    pacman) echo "${sudo}pacman -S --needed$(names_for arch $packages)  (untested)" ;;
    brew) echo "brew install$(names_for homebrew $packages)  (untested)" ;;
    esac
}

# How to get what is missing; where its packages are all there, why it does not work.
advice()   # command that fails
{
    if command -v dpkg-query >/dev/null; then packages=$(absent $packages); fi
    if [ -n "$packages" ]; then echo "to install:  $(install_line)"
    else echo "its packages are installed, and yet: $($1 2>&1 >/dev/null | grep . | head -n 1)"; fi
}

doctor()
{
    printf '%-12s %-28s %s\n' "" found "needed by"
    packages=
    needs table_row
    if [ -z "$packages" ]; then
        echo "Nothing is missing."
    else
        what=$packages
        packages=$(absent $what)
        [ -n "$packages" ] || packages=$what
        echo "To install what is missing:  $(install_line)"
    fi
}

need()
{
    verb=$1 names= packages= fails=
    needs missing_row
    [ -z "$names" ] && return 0
    echo "$verb needs $names${packages:+; $(advice "$fails")}" >&2
    return 1
}

vectors()
{
    case $(echo | $CC $ARCH -dM -E -) in
    *__AVX512F__*) echo AVX-512 ;;
    *__AVX2__*) echo AVX2 ;;
    *__ARM_NEON*) echo NEON ;;
    *) echo SSE2 ;;
    esac
}

config()
{
    need make || return 1
    threads=$(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN)
    blas="OpenBLAS $(library openblas)"
    cxx=$(cxx_of_cc)
    cxx_version "$cxx" >/dev/null 2>&1 || cxx=
    cuda="CUDA absent (fine)"
    nvcc=
    if version=$(cuda_version 2>/dev/null); then
        cuda="CUDA $version"
        if cuda_works >/dev/null 2>&1; then nvcc=$(nvcc_path); else cuda="$cuda, whose nvcc does not compile what this needs (fine)"; fi
    fi
    mkdir -p "$(dirname "$1")"
    cat >"$1.$$.part" <<END && mv "$1.$$.part" "$1"
FOUND = $CC $(compiler_version 2>/dev/null), device cpu, $threads threads, $(vectors), $blas; $cuda
THREADS = $threads
CXX = $cxx
CUDA_COMPILER = $nvcc
CUDA_ARCHS = ${nvcc:+$(cuda_archs)}
CUDA_LIBRARIES = ${nvcc:+$(cuda_libraries)}
LIBRARY_FLAGS = $(pkg_config --cflags openblas zlib libcjson stb)
LIBRARIES = $(pkg_config --libs openblas zlib libcjson stb) -Wl,-rpath,$(pkg_config --variable=libdir openblas) -lm
END
}

verb=${1:-doctor}
[ $# -gt 0 ] && shift
"$verb" "$@"
