# headings.sh: titles and sections.
add "## No label";                             expect "needs a label"
