# glossary.sh: words.
add "A [word]{.term} appears.";                expect "the glossary does not know the word word"
printf 'axon\t축삭\ta wire\n' >>"$work/glossary.tsv"; expect "no page defines axon"
printf 'axon\t\ta wire\n' >>"$work/glossary.tsv"; expect "book: $work/glossary.tsv:3: axon needs a Korean word"
printf 'neuron\t뉴런\tagain\n' >>"$work/glossary.tsv"; expect "neuron stands twice"
add "A [neuron]{.term} again.";                expect "neuron is defined on ch01-x and again on ch01-x"
