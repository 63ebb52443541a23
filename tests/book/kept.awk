# kept.awk: what a page quotes of the kept results, and they do not hold. Reads a page in one line; -v page=ch07-cnn, -v
# folder=build/kept.
{
    while (match($0, /[{][.](num|claim) [^}]*[}]/)) {
        words = substr($0, RSTART + 1, RLENGTH - 2)
        $0 = substr($0, RSTART + RLENGTH)
        mark(words)
    }
}
END { if (!quoted) print page ": quotes nothing" }

function mark(words,    run, tab, i, n, side)
{
    run = value(words, "run")
    if (run == "") run = page
    if (words ~ /^[.]num/) {
        tab = value(words, "table")
        look(run, tab == "" ? "metrics" : tab, value(words, "key"), value(words, "column"))
        return
    }
    match(words, /test="[^"]*"/)
    n = split(substr(words, RSTART + 6, RLENGTH - 7), side, " ")
    for (i = 1; i <= n; i++) {
        if (side[i] ~ /^([<>]=?|and|[-+]?[0-9.]+)$/) continue
        if (split(side[i], cell, "/") == 3) look(run, cell[1], cell[2], cell[3])
        else look(run, "metrics", side[i], "")
    }
}

function value(words, name) { return match(words, "(^| )" name "=[^ ]*") ? substr(words, RSTART + length(name) + 1 + (RSTART > 1), RLENGTH - length(name) - 1 - (RSTART > 1)) : "" }

function look(run, tab, key, column,    file, line, field, n, i)
{
    file = folder "/" run "/" tab ".tsv"
    quoted++
    if (!(file in rows)) {
        for (rows[file] = 0; (getline line <file) > 0; rows[file]++) {
            n = split(line, field, "\t")
            has[file, field[1]] = 1
            if (!rows[file]) for (i = 1; i <= n; i++) heads[file, field[i]] = 1
        }
        close(file)
    }
    if (!((file, key) in has) || column != "" && !((file, column) in heads)) print page ": " file " has no " key " " column
}
