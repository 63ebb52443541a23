# said.sh: for scripts that try verbs: what a command says, and what it does not. After mini.sh, for fail().
#
#     said STATUS "words" COMMAND …    it must end so and say these words; all that it says is in the file out
#     unsaid "words"                   that last command must not have said these

said()
{
    wanted=$1 words=$2 status=0
    shift 2
    "$@" >out 2>&1 || status=$?
    [ $status -eq "$wanted" ] || fail "$*: status $status, expected $wanted: $(cat out)"
    grep -qF -- "$words" out || fail "$*: '$words' is not in: $(cat out)"
}

unsaid() { ! grep -qF -- "$1" out || fail "'$1' is in: $(cat out)"; }
