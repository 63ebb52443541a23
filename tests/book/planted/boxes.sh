# boxes.sh: boxes that nobody knows, and tables.
add "::: predict" "What is it?";               expect "closed"   # pandoc 3 says so itself
add "::: riddle" "What is it?" ":::";          expect "no box is called riddle"
