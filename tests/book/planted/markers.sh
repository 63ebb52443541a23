# markers.sh: markers in a program, and lines of it that no page shows.
printf '//@ lost\n' >>"$program";              expect "lost is never closed"
printf '//@ end lost\n' >>"$program";          expect "closes lost, which is not open"
printf '//@ idle\n//@ end idle\n' >>"$program"; expect "no page shows the part idle"
printf 'int hidden;\n' >>"$program";           expect "is on no page"
sed -i 's|//@ omit .*|//@ omit|' "$program";   expect "omits without a reason"
sed -i 's|^    return.*|//@ omit for nothing\n&\n//@ end omit|' "$program"; expect "omits lines that a page shows"
printf '//@ two words\n' >>"$program";         expect "is no marker"
