/* split.c: rows to learn from and rows to judge by, drawn from a seed. */
#include "split.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

void rows_free(Rows *rows)
{
    free(rows->row);
    *rows = (Rows){0};
}

void split_free(Split *split)
{
    rows_free(&split->train);
    rows_free(&split->validation);
    rows_free(&split->test);
}

static bool is_share(double share) { return share >= 0 && share <= 1; }

static bool good_shares(int rows, double validation, double test, Error *error)
{
    if (!is_share(validation) || !is_share(test) || validation + test > 1) {
        return fail(
            error,
            "shares of %g for validation and %g for the test: expected 0 … 1 each, and at most "
            "1 together",
            validation, test);
    }
    return rows > 0 || fail(error, "there are no rows to split");
}

// No side is empty that was asked for.
static bool all_there(Split *split, double validation, double test, Error *error)
{
    int train = split->train.count, v = split->validation.count, t = split->test.count;
    bool empty =
        (train == 0 && validation + test < 1) || (v == 0 && validation > 0) || (t == 0 && test > 0);
    if (!empty) return true;
    split_free(split);
    return fail(
        error,
        "%d rows are too few: with shares of %g and %g, %d are to learn from, %d for validation, "
        "%d for the test",
        train + v + t, validation, test, train, v, t);
}

static Rows copy_rows(const int *row, int count)
{
    Rows rows = {count, allocate((size_t)count, sizeof *rows.row)};
    memcpy(rows.row, row, (size_t)count * sizeof *row);
    return rows;
}

static int *shuffled(int rows, uint64_t seed)
{
    int *order = allocate((size_t)rows, sizeof *order);
    random_order((Stream){.seed = seed, .purpose = FOR_SPLIT}, order, rows);
    return order;
}

// The first of `order` are the test, those behind them validation, the rest training.
static bool cut(Split *out, const int *order, int rows, double validation, double test,
                Error *error)
{
    int held = (int)lround((validation + test) * rows), tests = (int)lround(test * rows);
    *out = (Split){.train = copy_rows(order + held, rows - held),
                   .validation = copy_rows(order + tests, held - tests),
                   .test = copy_rows(order, tests)};
    return all_there(out, validation, test, error);
}

bool split_random(Split *out, int rows, double validation, double test, uint64_t seed, Error *error)
{
    *out = (Split){0};
    if (!good_shares(rows, validation, test, error)) return false;
    int *order = shuffled(rows, seed);
    bool good = cut(out, order, rows, validation, test, error);
    free(order);
    return good;
}

bool split_in_order(Split *out, int rows, double validation, double test, Error *error)
{
    *out = (Split){0};
    if (!good_shares(rows, validation, test, error)) return false;
    int held = (int)lround((validation + test) * rows), tests = (int)lround(test * rows);
    int *order = allocate((size_t)rows, sizeof *order);
    for (int i = 0; i < rows; i++)
        order[i] = i < tests ? rows - tests + i : i < held ? rows - held + i - tests : i - held;
    bool good = cut(out, order, rows, validation, test, error);
    free(order);
    return good;
}

double group_place(Stream stream, const char *name)
{
    return random_uniform(stream, text_hash(name));
}

bool split_groups(Split *out, const char *const *group, int rows, double validation, double test,
                  uint64_t seed, Error *error)
{
    *out = (Split){0};
    if (!good_shares(rows, validation, test, error)) return false;
    Rows *const side[] = {&out->train, &out->validation, &out->test};
    for (int k = 0; k < 3; k++) side[k]->row = allocate((size_t)rows, sizeof *side[k]->row);
    for (int i = 0; i < rows; i++) {
        double place = group_place((Stream){.seed = seed, .purpose = FOR_SPLIT}, group[i]);
        Rows *r = side[place < test ? 2 : place < test + validation ? 1 : 0];
        r->row[r->count++] = i;
    }
    return all_there(out, validation, test, error);
}

bool split_fold(Split *out, int rows, int folds, int fold, uint64_t seed, Error *error)
{
    *out = (Split){0};
    CHECK(fold >= 0 && fold < folds, "fold %d of %d", fold, folds);
    if (folds < 2 || folds > rows)
        return fail(error, "%d folds of %d rows: expected 2 … %d", folds, rows, rows);
    int *order = shuffled(rows, seed);
    int first = (int)((int64_t)rows * fold / folds),
        end = (int)((int64_t)rows * (fold + 1) / folds);
    out->test = copy_rows(order + first, end - first);
    memmove(order + first, order + end, (size_t)(rows - end) * sizeof *order);
    out->train = copy_rows(order, rows - (end - first));
    free(order);
    return true;
}

static Tensor tensor_picked(const Tensor *from, Rows rows)
{
    Shape sample = shape_sample(from->shape);
    size_t size = shape_count(sample) * type_size(from->type);
    Tensor to = tensor_new(CPU, from->type, shape_batch(rows.count, sample));
    for (int i = 0; i < rows.count; i++)
        memcpy((char *)to.data + (size_t)i * size, (char *)from->data + (size_t)rows.row[i] * size,
               size);
    return to;
}

Dataset dataset_rows(const Dataset *set, Rows rows)
{
    for (int i = 0; i < rows.count; i++)
        CHECK(rows.row[i] >= 0 && rows.row[i] < set->count, "row %d of %d", rows.row[i],
              set->count);
    CHECK(set->inputs.device == CPU && set->targets.device == CPU,
          "rows are picked in the CPU's memory");
    Dataset out = {.count = rows.count,
                   .inputs = tensor_picked(&set->inputs, rows),
                   .targets = tensor_picked(&set->targets, rows)};
    if (present(&set->lengths)) out.lengths = tensor_picked(&set->lengths, rows);
    return out;
}
