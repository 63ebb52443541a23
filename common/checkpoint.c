#include "checkpoint.h"

#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "safetensors.h"

// A parameter's value is stored under its name, its moments under its name with one of these behind
// it.
enum { KINDS = 3 };
// A batch a sample, and as many as an int counts.
#define MOST_STEPS (MOST_EPOCHS * (uint64_t)INT_MAX)
static const char *const suffix[KINDS] = {"", ".m", ".v"};

// The flat array of each kind; the moments are absent where the optimizer has none.
static Tensor *flat(Params *params, Optimizer *optimizer, int kind)
{
    if (kind == 0) return &params->values;
    return optimizer && present(&optimizer->moment[kind - 1]) ? &optimizer->moment[kind - 1] : NULL;
}

typedef struct StoredName {
    char text[MAX_NAME + 2];
} StoredName;

static StoredName stored_name(const Param *param, int kind)
{
    StoredName name;
    snprintf(name.text, sizeof name.text, "%s%s", param->name, suffix[kind]);
    return name;
}

// ---- What is in the header besides tensors: text by name

static void add_number(cJSON *metadata, const char *name, double value)
{
    char text[40];
    snprintf(text, sizeof text, "%.17g", value);
    cJSON_AddStringToObject(metadata, name, text);
}

static void add_whole(cJSON *metadata, const char *name, uint64_t value)
{
    char text[24];
    snprintf(text, sizeof text, "%" PRIu64, value);
    cJSON_AddStringToObject(metadata, name, text);
}

static void add_progress(cJSON *metadata, const Progress *p)
{
    cJSON_AddStringToObject(metadata, "program", p->program);
    cJSON_AddStringToObject(metadata, "training", p->training);
    cJSON_AddStringToObject(metadata, "options", p->options);
    add_whole(metadata, "seed", p->seed);
    add_whole(metadata, "epochs", (uint64_t)p->epochs);
    add_whole(metadata, "batch", (uint64_t)p->batch);
    add_whole(metadata, "epoch", (uint64_t)p->epoch);
    add_whole(metadata, "index", (uint64_t)p->index);
    add_whole(metadata, "step", (uint64_t)p->step);
    add_whole(metadata, "data_sum", p->data_sum);
    add_number(metadata, "learning_rate", p->learning_rate);
    add_number(metadata, "epoch_loss", p->epoch_loss);
}

static cJSON *describe(const Params *params, const Optimizer *optimizer, const Progress *progress)
{
    cJSON *metadata = cJSON_CreateObject();
    add_whole(metadata, "passes", params->passes);
    if (optimizer) {
        cJSON_AddStringToObject(metadata, "optimizer", rule_name(optimizer->rule));
        add_whole(metadata, "optimizer_steps", (uint64_t)optimizer->steps);
    }
    if (progress) add_progress(metadata, progress);
    return metadata;
}

static const char *text_of(const Safetensors *s, const char *name)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(s->metadata, name);
    return item ? item->valuestring : NULL;
}

static bool read_text(const Safetensors *s, const char *name, char *out, size_t size, Error *error)
{
    const char *text = text_of(s, name);
    if (!text || strlen(text) >= size)
        return fail(error, "%s: metadata %s: missing or too long", s->path, name);
    strcpy(out, text);
    return true;
}

// A file without this text is older than trainings with names.
static bool read_training(const Safetensors *s, Progress *p, Error *error)
{
    return !text_of(s, "training") ||
           read_text(s, "training", p->training, sizeof p->training, error);
}

static bool read_whole(const Safetensors *s, const char *name, uint64_t least, uint64_t most,
                       uint64_t *out, Error *error)
{
    const char *text = text_of(s, name);
    char *end = NULL;
    errno = 0;
    if (text && text[0] >= '0' && text[0] <= '9') *out = strtoull(text, &end, 10);
    if (end && !*end && !errno && *out >= least && *out <= most) return true;
    return fail(error, "%s: metadata %s: %.40s is no number from %" PRIu64 " to %" PRIu64, s->path,
                name, text ? text : "nothing", least, most);
}

static bool read_int(const Safetensors *s, const char *name, int least, int most, int *out,
                     Error *error)
{
    uint64_t value;
    if (!read_whole(s, name, (uint64_t)least, (uint64_t)most, &value, error)) return false;
    *out = (int)value;
    return true;
}

static bool read_number(const Safetensors *s, const char *name, double *out, Error *error)
{
    const char *text = text_of(s, name);
    char *end = NULL;
    if (text && *text) *out = strtod(text, &end);
    return (end && !*end) || fail(error, "%s: metadata %s: not a number", s->path, name);
}

// May a training stand so? The loss may be negative: minus the logarithm of a density.
static bool progress_possible(const char *path, const Progress *p, Error *error)
{
    if (!(p->learning_rate >= LEAST_RATE && p->learning_rate <= MOST_RATE))
        return fail(error, "%s: a learning rate of %g, expected %g to %g", path, p->learning_rate,
                    LEAST_RATE, MOST_RATE);
    if (!isfinite(p->epoch_loss))
        return fail(error, "%s: the epoch's loss is %g", path, p->epoch_loss);
    const bool over = p->epoch > p->epochs;
    if (p->epoch > p->epochs + 1 || (over && p->index > 0) || p->step < p->index)
        return fail(error, "%s: step %" PRId64 ", batch %d of epoch %d: impossible in %d epochs",
                    path, p->step, p->index, p->epoch, p->epochs);
    return true;
}

static bool read_progress(const Safetensors *s, Progress *out, Error *error)
{
    Progress p = {0};
    uint64_t step = 0, sum = 0;
    const bool ok = read_text(s, "program", p.program, sizeof p.program, error) &&
                    read_training(s, &p, error) &&
                    read_text(s, "options", p.options, sizeof p.options, error) &&
                    read_whole(s, "seed", 0, UINT64_MAX, &p.seed, error) &&
                    read_int(s, "epochs", 1, MOST_EPOCHS, &p.epochs, error) &&
                    read_int(s, "batch", 1, MOST_BATCH, &p.batch, error) &&
                    read_int(s, "epoch", 1, MOST_EPOCHS + 1, &p.epoch, error) &&
                    read_int(s, "index", 0, INT_MAX, &p.index, error) &&
                    read_whole(s, "step", 0, MOST_STEPS, &step, error) &&
                    read_whole(s, "data_sum", 0, UINT32_MAX, &sum, error) &&
                    read_number(s, "learning_rate", &p.learning_rate, error) &&
                    read_number(s, "epoch_loss", &p.epoch_loss, error);
    p.step = (int64_t)step;
    p.data_sum = (uint32_t)sum;
    if (!ok || !progress_possible(s->path, &p, error)) return false;
    *out = p;
    return true;
}

// ---- Saving

static Tensor on_cpu(const Tensor *t)   // a copy, on whatever device t is
{
    Tensor copy = tensor_new(CPU, REAL, t->shape);
    tensor_copy(&copy, t);
    return copy;
}

// What is not learned has no moments. (So a column called temp.m may stand beside one called temp.)
// What is carried from batch to batch belongs to a training that goes on, and so to an optimizer.
static bool has_kind(const Param *param, int kind, const Optimizer *optimizer)
{
    return kind == 0 ? optimizer || !param->is_state : !param->is_statistic;
}

static int list_tensors(ToStore *list, const Params *params, const Optimizer *optimizer,
                        const Tensor *numbers, int kind)
{
    int count = 0;
    for (int i = 0; i < params->length; i++) {
        const Param *param = &params->list[i];
        if (!has_kind(param, kind, optimizer)) continue;
        list[count] = (ToStore){.shape = param->shape, .numbers = reals(numbers) + param->offset};
        memcpy(list[count++].name, stored_name(param, kind).text, sizeof(StoredName));
    }
    return count;
}

// A file with such a number would be refused.
static bool numbers_possible(const char *path, const ToStore *list, int count, Error *error)
{
    for (int i = 0; i < count; i++) {
        const size_t numbers = shape_count(list[i].shape);
        for (size_t n = 0; n < numbers; n++)
            if (!isfinite(list[i].numbers[n]))
                return fail(error, "%s: not written: number %zu of %s is %g; try a smaller --lr",
                            path, n, list[i].name, (double)list[i].numbers[n]);
    }
    return true;
}

bool checkpoint_save(const char *path, const Params *params, const Optimizer *optimizer,
                     const Progress *progress, Error *error)
{
    CHECK(params->ready == params->count, "parameters are saved before they have values");
    if (progress && !progress_possible(path, progress, error)) return false;
    ToStore *list = allocate((size_t)params->length * KINDS, sizeof *list);
    Tensor numbers[KINDS] = {0};
    int count = 0;
    for (int kind = 0; kind < KINDS && params->count > 0; kind++) {
        const Tensor *from = flat((Params *)params, (Optimizer *)optimizer, kind);
        if (!from) continue;
        numbers[kind] = on_cpu(from);
        count += list_tensors(list + count, params, optimizer, &numbers[kind], kind);
    }
    cJSON *metadata = describe(params, optimizer, progress);
    const bool ok = numbers_possible(path, list, count, error) &&
                    safetensors_write(path, list, count, metadata, error);
    cJSON_Delete(metadata);
    for (int kind = 0; kind < KINDS; kind++) tensor_free(&numbers[kind]);
    free(list);
    return ok;
}

// ---- Loading: everything is read and judged first, then all of it is taken over.

static bool tensor_fits(const Safetensors *s, const Param *param, int kind, Error *error)
{
    const StoredName name = stored_name(param, kind);
    const Stored *stored = safetensors_find(s, name.text);
    if (!stored) {
        return fail(error, "%s: %s is missing, this network has %s", s->path, name.text,
                    shape_text(param->shape).text);
    }
    if (shape_equal(stored->shape, param->shape)) return true;
    return fail(error, "%s: %s is %s, this network has %s", s->path, name.text,
                shape_text(stored->shape).text, shape_text(param->shape).text);
}

// Whoever takes the weights alone leaves what a training carried.
static bool belongs(const Stored *stored, const Params *params, const Optimizer *optimizer)
{
    const size_t length = strlen(stored->name), ending = strlen(STATE_ENDING);
    if (!optimizer && length > ending &&
        strcmp(stored->name + length - ending, STATE_ENDING) == 0)
        return true;
    for (int i = 0; i < params->length; i++) {
        for (int kind = 0; kind < KINDS; kind++) {
            if (strcmp(stored->name, stored_name(&params->list[i], kind).text) == 0) return true;
        }
    }
    return false;
}

static bool same_network(const Safetensors *s, const Params *params, const Optimizer *optimizer,
                         Error *error)
{
    for (int i = 0; i < params->length; i++) {
        if (!has_kind(&params->list[i], 0, optimizer)) continue;
        if (!tensor_fits(s, &params->list[i], 0, error)) return false;
    }
    for (int i = 0; i < s->count; i++) {
        if (belongs(&s->list[i], params, optimizer)) continue;
        return fail(error, "%s: %s %s is not in this network", s->path, s->list[i].name,
                    shape_text(s->list[i].shape).text);
    }
    return true;
}

static bool same_optimizer(const Safetensors *s, const Optimizer *optimizer, uint64_t *steps,
                           Error *error)
{
    const char *rule = text_of(s, "optimizer");
    if (!rule)
        return fail(error, "%s: saved without an optimizer, so training cannot go on from it",
                    s->path);
    if (strcmp(rule, rule_name(optimizer->rule)) != 0) {
        return fail(error, "%s: trained with %.20s, this program uses %s", s->path, rule,
                    rule_name(optimizer->rule));
    }
    return read_whole(s, "optimizer_steps", 0, MOST_STEPS, steps, error);
}

// The tensors of one kind, into a flat array as params and optimizer have it.
static bool read_flat(const Safetensors *s, const Params *params, const Optimizer *optimizer,
                      int kind, Tensor *out, Error *error)
{
    *out = tensor_new(CPU, REAL, shape((int)params->count));
    for (int i = 0; i < params->length; i++) {
        const Param *param = &params->list[i];
        if (!has_kind(param, kind, optimizer)) continue;
        if (!tensor_fits(s, param, kind, error)) return false;
        const Stored *stored = safetensors_find(s, stored_name(param, kind).text);
        Real *numbers = reals(out) + param->offset;
        if (!safetensors_read(s, stored, numbers, error)) return false;
        for (size_t n = 0; n < param->count; n++)
            if (!isfinite(numbers[n]))
                return fail(error, "%s: number %zu of %s is %g", s->path, n, stored->name,
                            (double)numbers[n]);
    }
    return true;
}

typedef struct Loaded {
    Tensor numbers[KINDS];
    uint64_t optimizer_steps, passes;
    Progress progress;
} Loaded;

static bool read_all(const Safetensors *s, Params *params, Optimizer *optimizer, bool resume,
                     Loaded *loaded, Error *error)
{
    if (!same_network(s, params, optimizer, error)) return false;
    if (optimizer && !same_optimizer(s, optimizer, &loaded->optimizer_steps, error)) return false;
    for (int kind = 0; kind < KINDS && params->count > 0; kind++) {
        if (!flat(params, optimizer, kind)) continue;
        if (!read_flat(s, params, optimizer, kind, &loaded->numbers[kind], error)) return false;
    }
    const bool trained = resume && text_of(s, "program");
    if (trained && !read_progress(s, &loaded->progress, error)) return false;
    return !(optimizer || trained) ||
           read_whole(s, "passes", 0, UINT32_MAX, &loaded->passes, error);
}

// passes tell dropout where its random numbers stand: they belong to a training that goes on.
static void take_over(Params *params, Optimizer *optimizer, Progress *progress,
                      const Loaded *loaded)
{
    for (int kind = 0; kind < KINDS; kind++) {
        if (present(&loaded->numbers[kind]))
            tensor_copy(flat(params, optimizer, kind), &loaded->numbers[kind]);
    }
    if (optimizer) optimizer->steps = (int64_t)loaded->optimizer_steps;
    if (optimizer || loaded->progress.program[0]) params->passes = (uint32_t)loaded->passes;
    if (progress && loaded->progress.program[0]) *progress = loaded->progress;
}

bool checkpoint_load(const char *path, Params *params, Optimizer *optimizer, Progress *progress,
                     Error *error)
{
    params_ready(params);
    if (optimizer) optimizer_ready(optimizer);
    Safetensors s;
    if (!safetensors_open(&s, path, error)) return false;
    Loaded loaded = {0};
    const bool ok = read_all(&s, params, optimizer, progress != NULL, &loaded, error);
    if (ok) take_over(params, optimizer, progress, &loaded);
    for (int kind = 0; kind < KINDS; kind++) tensor_free(&loaded.numbers[kind]);
    safetensors_close(&s);
    return ok;
}

bool checkpoint_progress(const char *path, Progress *progress, Error *error)
{
    Safetensors s;
    if (!safetensors_open(&s, path, error)) return false;
    const bool ok =
        text_of(&s, "program")
            ? read_progress(&s, progress, error)
            : fail(error, "%s: holds no training to go on with; --load takes its weights", path);
    safetensors_close(&s);
    return ok;
}
