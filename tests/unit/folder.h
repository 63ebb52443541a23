/* folder.h: a test's own folder for the files that it makes, and what a reader said about them. */
#ifndef FOLDER_H
#define FOLDER_H

#include <criterion/criterion.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "../../common/error.h"

#define IN_FOLDER static __attribute__((unused))

static char folder[32];
static char made[8][96]; // the paths of the files, in the order of making
static int made_count;

IN_FOLDER void make_folder(void)
{
    strcpy(folder, "/tmp/reader.XXXXXX");
    cr_assert(mkdtemp(folder) != NULL);
}

IN_FOLDER void remove_files(void)
{
    while (made_count > 0) unlink(made[--made_count]);
}

IN_FOLDER void remove_folder(void)
{
    remove_files();
    cr_assert(rmdir(folder) == 0);
}

IN_FOLDER const char *new_path(const char *name)
{
    cr_assert(made_count < 8);
    snprintf(made[made_count], sizeof made[0], "%s/%s", folder, name);
    return made[made_count++];
}

IN_FOLDER const char *write_file(const char *name, const void *data, size_t length)
{
    const char *path = new_path(name);
    FILE *f = fopen(path, "wb");
    cr_assert(f && fwrite(data, 1, length, f) == length && fclose(f) == 0);
    return path;
}

IN_FOLDER const char *write_text(const char *name, const char *text)
{
    return write_file(name, text, strlen(text));
}

IN_FOLDER const char *write_gzip(const char *name, const void *data, size_t length)
{
    const char *path = new_path(name);
    gzFile f = gzopen(path, "wb");
    cr_assert(f && gzwrite(f, data, (unsigned)length) == (int)length && gzclose(f) == Z_OK);
    return path;
}

IN_FOLDER long file_length(const char *path)
{
    FILE *f = fopen(path, "rb");
    cr_assert(f && fseek(f, 0, SEEK_END) == 0);
    long length = ftell(f);
    fclose(f);
    return length;
}

// Turns all bits of one byte; a negative place counts from the end.
IN_FOLDER void damage(const char *path, long place)
{
    FILE *f = fopen(path, "r+b");
    cr_assert(f && fseek(f, place, place < 0 ? SEEK_END : SEEK_SET) == 0);
    int byte = fgetc(f);
    cr_assert(fseek(f, -1, SEEK_CUR) == 0 && fputc(byte ^ 255, f) != EOF && fclose(f) == 0);
}

// One line, without the folder's random name: "a.csv: line 2, …"
IN_FOLDER const char *said(const Error *e)
{
    cr_assert(!strchr(e->message, '\n'), "more than one line: %s", e->message);
    const char *after = strstr(e->message, folder);
    return after ? after + strlen(folder) + 1 : e->message;
}

#define expect_error(error, text)                                                                  \
    cr_assert_str_eq(said(error), text, "said \"%s\", expected \"%s\"", said(error), text)

#endif
