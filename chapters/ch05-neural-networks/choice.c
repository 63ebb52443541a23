// Two ways to choose settings by asking a model.
#include "choice.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

Choice choice_new(PlantModel *model, const Hour *hours)
{
    Choice p = {.x = allocate(HOURS, sizeof(Hour))};
    memcpy(p.x, hours, HOURS * sizeof(Hour));
    model_said(p.said, model, hours, HOURS);
    return p;
}

static Choice choice_copy(const Choice *from)
{
    Choice p = *from;
    p.x = allocate(HOURS, sizeof(Hour));
    memcpy(p.x, from->x, HOURS * sizeof(Hour));
    return p;
}

void choice_free(Choice *p)
{
    free(p->x);
    p->x = NULL;
}

double choice_said(const Choice *p)
{
    double sum = 0;
    for (int n = 0; n < HOURS; n++) sum += p->said[n];
    return sum / HOURS;
}

double choice_true(const Choice *p)
{
    double sum = 0;
    for (int n = 0; n < HOURS; n++) sum += plant_pue(p->x[n]);
    return sum / HOURS;
}

static void keep_better(Choice *best, const Choice *other)
{
    for (int n = 0; n < HOURS; n++)
        if (other->said[n] < best->said[n]) {
            memcpy(best->x[n], other->x[n], sizeof(Hour));
            best->said[n] = other->said[n];
        }
}

static void write_best(FILE *table, const char *way, int asked,
                       const Choice *best)
{
    fprintf(table, "%s\t%d\t%.5f\t%.5f\n", way, asked, choice_said(best),
            choice_true(best));
}

/* ---- By descending ------------------------------------------------------*/

//@ move
// A step of this length against the slopes of the settings. What is given
// stays: nobody can turn down the weather.
static void move(Hour x, const double *slope, const double *deviation,
                 double length, bool beyond)
{
    double square = 1e-20;
    for (int k = GIVEN; k < PLANT_INPUTS; k++) square += slope[k] * slope[k];
    for (int k = GIVEN; k < PLANT_INPUTS; k++) {
        double step = length * slope[k] / sqrt(square);
        double to = x[k] - step * deviation[k];
        x[k] = beyond ? to : plant_within(k, to);
    }
}
//@ end move

Choice choice_descend(PlantModel *model, const Choice *from, int steps,
                      bool beyond, FILE *table)
{
    Choice best = choice_copy(from), at = choice_copy(from);
    Hour *slope = allocate(HOURS, sizeof *slope);
    for (int step = 0; step <= steps; step++) {
        model_slopes(slope, at.said, model, at.x, HOURS);
        keep_better(&best, &at);
        write_best(table, beyond ? "beyond" : "inside", step, &best);
        double length = beyond ? 0.1 : 0.3 * (1 - (double)step / steps);
        for (int n = 0; n < HOURS; n++)
            move(at.x[n], slope[n], model->inputs.deviation, length, beyond);
    }
    choice_free(&at);
    free(slope);
    return best;
}

/* ---- By chance ----------------------------------------------------------*/

static void draw_settings(Hour x, Stream chance, uint64_t first)
{
    for (int k = GIVEN; k < PLANT_INPUTS; k++) {
        double u = random_uniform(chance, first + (uint64_t)k);
        x[k] = plant_between(k, u);
    }
}

Choice choice_by_chance(PlantModel *model, const Choice *from, int tries,
                        uint64_t seed, FILE *table)
{
    Choice best = choice_copy(from), other = choice_copy(from);
    for (int k = 0; k < tries; k++) {
        Stream chance = {.seed = seed,
                         .step = (uint32_t)k,
                         .purpose = FOR_LESSON,
                         .source = 32};
        for (int n = 0; n < HOURS; n++)
            draw_settings(other.x[n], chance, (uint64_t)n * PLANT_INPUTS);
        model_said(other.said, model, other.x, HOURS);
        keep_better(&best, &other);
        write_best(table, "chance", k + 1, &best);
    }
    choice_free(&other);
    return best;
}
