# mini.sh: for scripts in tests/run: a small MNIST, so that a training takes a second.
#
#     . tests/mini.sh             makes $folder, a temporary one that is removed at the end, and
#     mini 1000 200               $folder/data/mnist with the first 1000 training and 200 test digits
#     expect "words" STATUS COMMAND …    runs it; it must end so, saying one line on stderr with these words

set -u
. tests/few.sh
export CUDA_VISIBLE_DEVICES=   # what is tested is the CPU, also where there is a card
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' INT TERM

some_images() { few_images "$folder/data/mnist" "$1" "$2"; }   # train or t10k, how many

mini()
{
    mkdir -p "$folder/data/mnist"
    some_images train "$1"
    some_images t10k "$2"
}

fail() { echo "$*" >&2; exit 1; }

expect()
{
    words=$1 wanted=$2
    shift 2
    status=0
    "$@" >"$folder/out" 2>"$folder/err" || status=$?
    [ $status -eq "$wanted" ] || fail "$*: status $status, expected $wanted: $(cat "$folder/err")"
    [ "$(wc -l <"$folder/err")" -eq 1 ] || fail "$*: not one line: $(cat "$folder/err")"
    grep -qF -- "$words" "$folder/err" || fail "$*: says '$(cat "$folder/err")', without '$words'"
}
