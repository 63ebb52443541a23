#!/bin/sh
# epubcheck.sh: epubcheck, also where the system does not run a .jar by itself (that takes binfmt_misc).
program=$(command -v epubcheck) || { echo "epubcheck is missing" >&2; exit 127; }
file=$(readlink -f "$program")
case $file in
*.jar) exec java -jar "$file" "$@" ;;
*) exec "$program" "$@" ;;
esac
