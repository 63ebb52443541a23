/* fuzz_csv.c: whatever a file holds, and however it is to be read, csv_read answers with a table or
 * with one line; the table's columns can be learned from and made tensors, or are refused with one
 * line.
 *
 *     clang -std=gnu17 -g -O1 -fopenmp -fsanitize=fuzzer,address,undefined -o fuzz_csv \
 *         tests/fuzz/fuzz_csv.c common/[a-z]*.c common/cpu/[a-z]*.c -lz -lm …
 *
 * with the other libraries of common/; `make fuzz/fuzz_csv` does that and runs it. An input is the
 * words of csv_options, a line feed, and the file.
 */
#include "input.h"

#include <string.h>

#include "../../common/encoder.h"

static void must(bool holds)
{
    if (!holds) abort();
}

static void one_line(const char *text) { must(text[0] && !strpbrk(text, "\r\n\033")); }

static void check_column(const Csv *csv, const Column *c)
{
    int missing = 0;
    must((c->kind == NUMBER) == (c->number != NULL) &&
         (c->kind == CATEGORY) == (c->category != NULL));
    for (int i = 0; i < csv->rows; i++) {
        if (c->kind == NUMBER)
            missing += c->number[i] != c->number[i];
        else
            must(c->category[i] >= -1 && c->category[i] < c->levels), missing += c->category[i] < 0;
    }
    must(missing == c->missing);
    for (int k = 0; k < c->levels; k++) must(level_number(c->level, c->levels, c->level[k]) == k);
}

static void make_tensors(Csv *csv, int column)
{
    const char *name = csv->column[column].name;
    Tensor tensor;
    Error error = {0};
    must(csv_column(csv, name, &error) == column);
    must(csv_matrix(&tensor, csv, &name, 1, &error) == (csv->column[column].missing == 0));
    tensor_free(&tensor);
    csv_targets(&tensor, csv, name, &error);
    tensor_free(&tensor);
    csv_values(&tensor, csv, &name, 1, &error);
    tensor_free(&tensor);
}

// What was learned from all rows fits all rows.
static void encode(const Csv *csv, int column)
{
    const char *name = csv->column[column].name;
    Encoder encoder;
    Error error = {0};
    EncoderOptions options = {.scale = true, .missing = MISSING_IS_LEVEL};
    bool good = encoder_fit(&encoder, csv, &name, 1, options, &error);
    must(good == (csv->column[column].missing < csv->rows) && good == !error.message[0]);
    if (!good) return;
    Tensor tensor;
    must(encoder_apply(&tensor, &encoder, csv, &error));
    tensor_free(&tensor);
    encoder_free(&encoder);
}

static void try_table(const uint8_t *data, size_t size, const CsvOptions *options)
{
    Error error = {0};
    Csv csv;
    bool good = csv_read(&csv, input_file(data, size), options, &error);
    must(good == (error.message[0] == 0) && good == (csv.columns > 0));
    if (!good) one_line(error.message);
    for (int k = 0; k < csv.remarks; k++) one_line(csv.remark[k]);
    for (int j = 0; j < csv.columns && j < 8; j++) {
        check_column(&csv, &csv.column[j]);
        make_tensors(&csv, j);
        encode(&csv, j);
        csv_categorise(&csv, j);
        check_column(&csv, &csv.column[j]);
    }
    csv_free(&csv);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const uint8_t *end = memchr(data, '\n', size);
    char words[200] = "";
    CsvOptions options = {0};
    Error error = {0};
    if (!end || (size_t)(end - data) >= sizeof words || memchr(data, 0, (size_t)(end - data)))
        return 0;
    memcpy(words, data, (size_t)(end - data));
    bool good = csv_options(&options, words, &error);
    must(good == !error.message[0]);
    if (good)
        try_table(end + 1, size - (size_t)(end + 1 - data), &options);
    else
        one_line(error.message);
    return 0;
}
