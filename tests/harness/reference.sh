#!/bin/sh
# reference.sh: the answers of an exercise's own programs, each where anything changed.
#
#     sh tests/harness/reference.sh FOLDER SOURCE …      a SOURCE may be "double", the solution in doubles
set -u
. tests/harness/judge.sh
folder=$1
shift
status=0
for source in "$@"; do reference "$folder" "$source" || { echo "$source: no answers" >&2; status=1; }; done
exit $status
