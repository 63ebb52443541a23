/* fuzz_csv.c: whatever a file holds, csv_read answers with a table or with one line, and the table
 * can be made tensors or is refused with one line.
 *
 *     clang -std=gnu17 -g -O1 -fopenmp -fsanitize=fuzzer,address,undefined -o fuzz_csv \
 *         tests/fuzz/fuzz_csv.c common/[a-z]*.c common/cpu/[a-z]*.c -lz -lm …
 *
 * with the other libraries of common/; `make fuzz/fuzz_csv` does that and runs it.
 */
#include "input.h"

#include "../../common/data.h"

static void must(bool holds)
{
    if (!holds) abort();
}

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
    csv_categorise(csv, column);
    check_column(csv, &csv->column[column]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Error error = {0};
    Csv csv;
    bool good = csv_read(&csv, input_file(data, size), &error);
    must(good == (error.message[0] == 0) && good == (csv.columns > 0));
    for (int j = 0; j < csv.columns; j++) {
        check_column(&csv, &csv.column[j]);
        make_tensors(&csv, j);
    }
    csv_free(&csv);
    return 0;
}
