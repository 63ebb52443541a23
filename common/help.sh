#!/bin/sh
# help.sh: what `make help` prints: the verbs, those of a learner in the learner's language.
#
#     sh common/help.sh "ch07-cnn …"
cat <<END
make             every chapter's program: $1
make 7           one of them; 07, ch07 and ch07-cnn are names of it too
make test        everything that can be checked here, in two minutes; CH=7 only what concerns chapter 7
make unit        the unit tests alone; VARIANT=double or asan, T='pool/*' picks some
END
sh tests/harness/exercises.sh help
cat <<END
make figures     draws build/figures from the results of the runs
make book        the book in as many of its three forms as can be made here
make book-html   pages for a browser: needs pandoc, gnuplot and Graphviz
make book-pdf    the PDF: needs TeX too
make book-epub   the EPUB: needs what the pages need
make dist        one archive: the book, and the programs without the solutions, for classes that grade
make keep-results  keeps what the runs found in book/results, for RESULTS=book/results
make check-book  what is wrong with a page of the book
make data-check  compares the bundled data with their checksums
make fuzz        random input to every reader of files, SECONDS=20 each; needs clang
make doctor      what is present, what is missing, and the line that installs it
make clean       removes everything that was made
END
