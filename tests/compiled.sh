# compiled.sh: for tests of the exercises in another tree: what the proof has compiled here goes along, so that nothing
# is compiled twice. All of it is kept by content, and made anew where that differs.
#
#     . tests/compiled.sh
#     compiled FOLDER EXERCISE …      the judge, its hosts, and what is made of these exercises (build/exercises)
compiled()
{
    from=${EXERCISE_BUILD:-build/exercises} to=$1/build/exercises
    shift
    [ -e "$from/tools.key" ] || return 0
    mkdir -p "$to"
    cp "$from"/*.o "$from/judge" "$from/start" "$from/tools.key" "$to"
    for exercise; do
        [ -d "$from/$exercise" ] || continue
        mkdir -p "$to/$exercise"
        cp -r "$from/$exercise"/test.* "$from/$exercise/names" "$from/$exercise/reference" "$to/$exercise" 2>/dev/null
    done
}
