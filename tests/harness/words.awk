# words.awk: for progress.awk and board.awk: the messages in the learner's language, and how wide a text stands.
# -v language=3 picks the column of messages.tsv. awk runs with LC_ALL=C, so that all kinds of it count bytes.
BEGIN {
    while ((getline message < "tests/harness/messages.tsv") > 0) {
        split(message, part, "\t")
        word[part[1]] = part[language]
    }
    FS = "\t"
}

# A text and the blanks that fill it up to a width. Hangul, like most of what three bytes write, is two wide.
function pad(text, width,   bytes) {
    bytes = text
    gsub(/[\200-\277]/, "", bytes)
    width -= length(bytes) + gsub(/[\343-\355]/, "", bytes)
    while (width-- > 0) text = text " "
    return text
}
