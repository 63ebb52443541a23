#!/bin/sh
# killed.sh: whatever kill -9 breaks off, the next make repairs.
#
# The compiler here is a script. Whatever it is first asked for, it leaves half of it and kills make and all
# its children; asked again, it obeys. make is started until it gets to its end.
. tests/small_tree.sh
command -v setsid bash >/dev/null || { echo "no setsid or no bash here"; exit 77; }
make >log 2>&1 || fail "the small tree is not made: $(cat log)"
mv build whole

cat >gcc <<'END'
#!/usr/bin/env bash
for word; do
    case ${last:-} in -o | -MF) out="$out $word" ;; esac
    last=$word
done
PATH=$HONEST gcc "$@" || exit
asked=$(echo "$*" | sed 's/\.[0-9]*\.part//g')
! grep -qxF -e "$asked" asked || exit 0
echo "$asked" >>asked
for file in $out; do [ ! -f "$file" ] || truncate -s $(($(wc -c <"$file") / 2)) "$file"; done
kill -9 -- "-$MAKES_GROUP"
END
: >asked
chmod +x gcc
export HONEST="$PATH"
rounds=0
until PATH=$folder:$PATH setsid -w sh -c 'MAKES_GROUP=$$; export MAKES_GROUP; exec make' >log 2>&1; do
    rounds=$((rounds + 1))
    [ $rounds -le 60 ] || fail "make never gets to its end: $(cat log)"
    ! grep -q '\*\*\*' log || fail "make gives up: $(cat log)"
done
[ $rounds -ge 6 ] || fail "only $rounds kills"
[ "$(./ch01-small)" = 42 ] || fail "the program says: $(./ch01-small 2>&1)"

# What was made then is what was made in one go.
for object in $(cd whole && find . -name '*.o' -o -name '*.d' -o -name 'config.mk'); do
    cmp "whole/$object" "build/$object" || fail "$object is another"
done
