# words.sh: for scripts at the root: what is said to a learner, in the language of the locale.
#
#     . tests/harness/words.sh
#     word KEY              the message of messages.tsv with this key
#     say KEY ARGUMENT …    prints it, with the arguments in the places of its %s, as a line

case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in ko*) language=3 ;; *) language=2 ;; esac
export EXERCISE_LANGUAGE=$language   # words.c reads it

word() { awk -F '\t' -v key="$1" -v column=$language '$1 == key { print $column; exit }' tests/harness/messages.tsv; }

say()
{
    form=$(word "$1")
    shift
    printf "$form\n" "$@"
}
