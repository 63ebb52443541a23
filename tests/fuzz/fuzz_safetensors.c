/* Any bytes as a checkpoint, for --load and for --resume: never a crash, a leak, a read past the
 * end or a huge allocation; a file that is refused leaves the network as it was, and a training
 * that goes on has possible numbers.
 *
 *     clang -fsanitize=fuzzer,address,undefined …; ./fuzz_safetensors -max_total_time=60
 *     -max_len=2048
 *
 * The bytes are tried as a file; as the header of one, so that no length has to be guessed; and as
 * one text in the metadata of a sound one, so that a number alone can be wrong.
 */
#define _GNU_SOURCE
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../../common/app_private.h"

enum { PARAMETERS = 2, NUMBERS = 15, BATCHES = 7 };   // a and b with Adam's moments

static Params *network(void)
{
    Params *params = params_new(1, CPU);
    params_add(params,
               (Param){.name = "a", .shape = shape(2), .initialiser = ONE, .is_weight = true});
    params_add(params, (Param){.name = "b", .shape = shape(1, 3), .initialiser = ONE});
    params_ready(params);
    return params;
}

static bool untouched(const Params *params)
{
    for (int i = 0; i < PARAMETERS; i++) {
        const Tensor value = param_value(params, i);
        for (size_t k = 0; k < tensor_count(&value); k++)
            if (reals(&value)[k] != 1) return false;
    }
    return params->passes == 0;
}

static void require(bool condition)
{
    if (!condition) abort();
}

static void one_line(bool ok, const Error *error)
{
    require(ok == (error->message[0] == '\0') && !strchr(error->message, '\n'));
}

static void load(const char *path, bool resume)
{
    Params *params = network();
    Optimizer adam = adam_new(params);
    Progress progress;
    Error error = {0};
    const bool ok =
        checkpoint_load(path, params, resume ? &adam : NULL, resume ? &progress : NULL, &error);
    one_line(ok, &error);
    require(ok || untouched(params));
    for (size_t i = 0; i < params->count; i++) require(isfinite(reals(&params->values)[i]));
    if (ok) optimizer_step(&adam, (Real)0.1);
    optimizer_free(&adam);
    params_free(params);
}

// ---- --resume

static bool augment_pictures;
static const char *dataset;
static int hidden;
static double rate;

static const Option options[] = {
    {"--augment", "", "a flag", FLAG, &augment_pictures, true},
    {"--dataset", "NAME", "a text", TEXT, &dataset, true},
    {"--hidden", "N", "a number", WHOLE, &hidden, true},
    {"--rate", "X", "another", DECIMAL, &rate, true},
    {0},
};

static App program(const char *path)
{
    static char *words[] = {"fuzz", NULL};
    augment_pictures = false;
    dataset = "mnist";
    hidden = 3;
    rate = 0.5;
    App app = app_new(
        "fuzz", (Defaults){.epochs = 3, .batch = 16, .learning_rate = 0.1, .options = options});
    options_read(&app, 1, words);
    app.resume = path;
    return app;
}

static void goes_on(App *app, const Progress *p)
{
    Error error = {0};
    char described[sizeof p->options];
    require(app->batch >= 1 && app->batch <= MOST_BATCH && app->epochs >= 1 &&
            app->epochs <= MOST_EPOCHS);
    require(app->lr >= LEAST_RATE && app->lr <= MOST_RATE && strlen(app->data) <= 400 &&
            isfinite(rate));
    resume_describe(app, described, sizeof described);
    const bool stands = resume_stands(app, p, p->data_sum, BATCHES, &error);
    one_line(stands, &error);
    require(!stands ||
            (p->step >= 0 && p->step <= (int64_t)app->epochs * BATCHES && p->index <= BATCHES));
}

static void resume(const char *path)
{
    App app = program(path);
    Progress p = {0};
    Error error = {0};
    const bool read = checkpoint_progress(path, &p, &error);
    one_line(read, &error);
    if (read) {
        const int status = resume_take(&app, &p, &error);
        one_line(status == 0, &error);
        if (status == 0) goes_on(&app, &p);
    }
    app_free(&app);
}

// ---- One input

static void try(const void *begin, size_t begin_size, const void *data, size_t size,
                const void *end, size_t end_size)
{
    char path[32];
    const int file = memfd_create("fuzz", 0);
    require(file >= 0 && write(file, begin, begin_size) == (ssize_t)begin_size &&
            write(file, data, size) == (ssize_t)size &&
            write(file, end, end_size) == (ssize_t)end_size);
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    load(path, false);
    load(path, true);
    resume(path);
    close(file);
}

static const float numbers[NUMBERS] = {1, 2, 3, 4, 5, 0.1f};

static void try_header(const void *data, size_t size)
{
    const uint64_t length = size;
    try(&length, sizeof length, data, size, numbers, sizeof numbers);
}

static const char *const sound[][2] = {
    {"batch", "16"},
    {"epochs", "3"},
    {"epoch", "2"},
    {"index", "2"},
    {"step", "9"},
    {"optimizer_steps", "9"},
    {"learning_rate", "0.1"},
    {"epoch_loss", "1.5"},
    {"passes", "9"},
    {"seed", "1"},
    {"data_sum", "0"},
    {"options", "--augment --hidden 7 --rate 0.25"},
    {"program", "fuzz"},
    {"training", ""},
    {"optimizer", "adam"},
};
enum { TEXTS = sizeof sound / sizeof sound[0] };

static void put_tensors(FILE *header)
{
    int place = 0;
    for (int i = 0; i < 6; i++) {   // a, b, a.m, b.m, a.v, b.v
        const int size = i % 2 ? 12 : 8;
        fprintf(header, ",\"%s%s\":{\"dtype\":\"F32\",\"shape\":[%s],\"data_offsets\":[%d,%d]}",
                i % 2 ? "b" : "a",
                i < 2   ? ""
                : i < 4 ? ".m"
                        : ".v",
                i % 2 ? "1,3" : "2", place, place + size);
        place += size;
    }
}

// The first byte says which text the others are.
static void try_text(const uint8_t *data, size_t size)
{
    char *text = NULL;
    size_t length;
    FILE *header = open_memstream(&text, &length);
    for (int i = 0; i < TEXTS; i++) {
        fprintf(header, "%s\"%s\":\"", i ? "," : "{\"__metadata__\":{", sound[i][0]);
        if (i == data[0] % TEXTS) fwrite(data + 1, 1, size - 1, header);
        else fputs(sound[i][1], header);
        fputc('"', header);
    }
    fputc('}', header);
    put_tensors(header);
    fputc('}', header);
    fclose(header);
    try_header(text, length);
    free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    try(NULL, 0, data, size, NULL, 0);
    try_header(data, size);
    if (size > 0) try_text(data, size);
    return 0;
}
