/* test_plant.c: the simulated data centre of chapter 5: hours within the plant's ranges, a PUE that
 * is one, meters that are nearly right, and what must cost more does.
 */
#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "../../../chapters/ch05-neural-networks/plant.h"

enum { HOURS_TRIED = 2000 };

static int named(const char *name)
{
    for (int k = 0; k < PLANT_INPUTS; k++)
        if (strcmp(plant_inputs[k].name, name) == 0) return k;
    cr_assert(false, "no input %s", name);
    return -1;
}

Test(plant, settings_stand_last)
{
    cr_assert(PLANT_INPUTS == 19 && GIVEN == 13);
    static const char *const given[] = {"server load", "wet bulb",  "wind from",
                                        "towers",      "chillers", "dry coolers"};
    static const char *const settings[] = {"process pump speed", "condenser pump speed",
                                           "tower water",        "chilled water",
                                           "inlet air",          "injection valve"};
    for (int k = 0; k < 6; k++) {
        cr_assert(named(given[k]) < GIVEN, "%s", given[k]);
        cr_assert(named(settings[k]) >= GIVEN, "%s", settings[k]);
    }
}

// The ranges are what the plant has been run with, all of them.
Test(plant, hours_are_within_the_ranges)
{
    double x[PLANT_INPUTS];
    for (uint64_t hour = 0; hour < HOURS_TRIED; hour++) {
        plant_hour(x, 1, hour);
        for (int k = 0; k < PLANT_INPUTS; k++) {
            const PlantInput *p = &plant_inputs[k];
            cr_assert(x[k] >= p->least && x[k] <= p->most, "hour %d: %s %g", (int)hour, p->name,
                      x[k]);
        }
        for (int k = named("towers"); k <= named("dry coolers"); k++)
            cr_assert_eq(x[k], floor(x[k]), "a machine runs or does not");
    }
}

Test(plant, settings_reach_both_ends_of_their_ranges)
{
    double x[PLANT_INPUTS], least[PLANT_INPUTS], most[PLANT_INPUTS];
    for (int k = 0; k < PLANT_INPUTS; k++) {
        least[k] = INFINITY;
        most[k] = -INFINITY;
    }
    for (uint64_t hour = 0; hour < HOURS_TRIED; hour++) {
        plant_hour(x, 1, hour);
        for (int k = GIVEN; k < PLANT_INPUTS; k++) {
            least[k] = fmin(least[k], x[k]);
            most[k] = fmax(most[k], x[k]);
        }
    }
    for (int k = GIVEN; k < PLANT_INPUTS; k++) {
        const PlantInput *p = &plant_inputs[k];
        double tenth = (p->most - p->least) / 10;
        cr_assert(least[k] < p->least + tenth && most[k] > p->most - tenth, "%s: %g to %g", p->name,
                  least[k], most[k]);
    }
}

Test(plant, an_hour_is_its_seeds_and_its_numbers)
{
    double a[PLANT_INPUTS], b[PLANT_INPUTS];
    plant_hour(a, 1, 5);
    plant_hour(b, 1, 5);
    cr_assert_arr_eq(a, b, sizeof a);
    plant_hour(b, 1, 6);
    cr_assert_neq(a[0], b[0]);
    plant_hour(b, 2, 5);
    cr_assert_neq(a[0], b[0]);
}

// ---- PUE

// Settings as far outside of their range as it is wide, and inside of it.
Test(pue, is_finite_and_above_1_where_an_optimiser_may_lead)
{
    double x[PLANT_INPUTS];
    for (uint64_t hour = 0; hour < 100; hour++)
        for (int k = GIVEN; k < PLANT_INPUTS; k++)
            for (int out = -1; out <= 2; out++) {
                const PlantInput *p = &plant_inputs[k];
                plant_hour(x, 1, hour);
                x[k] = p->least + out * (p->most - p->least);
                double pue = plant_pue(x);
                cr_assert(isfinite(pue) && pue > 1, "%s %g: %g", p->name, x[k], pue);
            }
}

Test(pue, is_worse_in_damper_air)
{
    double x[PLANT_INPUTS];
    int wet = named("wet bulb");
    for (uint64_t hour = 0; hour < 100; hour++) {
        plant_hour(x, 1, hour);
        double before = plant_pue(x);
        x[wet] += 2;
        cr_assert(plant_pue(x) > before, "hour %d", (int)hour);
    }
}

// Neither the coldest nor the warmest inlet air is the best: it has to be made, or fans race.
Test(pue, has_its_best_setting_inside)
{
    double x[PLANT_INPUTS];
    int inlet = named("inlet air");
    plant_hour(x, 1, 0);
    x[inlet] = plant_inputs[inlet].least;
    double cold = plant_pue(x);
    x[inlet] = plant_inputs[inlet].most;
    double warm = plant_pue(x);
    x[inlet] = 25;
    cr_assert(plant_pue(x) < cold && plant_pue(x) < warm, "%g, %g, %g", cold, plant_pue(x), warm);
}

Test(meters, are_off_by_four_thousandths)
{
    double x[PLANT_INPUTS], sum = 0, squares = 0;
    for (uint64_t hour = 0; hour < HOURS_TRIED; hour++) {
        plant_hour(x, 1, hour);
        double off = plant_reading(x, 1, hour) - plant_pue(x);
        sum += off;
        squares += off * off;
    }
    cr_assert_float_eq(sum / HOURS_TRIED, 0, 5e-4);
    cr_assert_float_eq(sqrt(squares / HOURS_TRIED), 0.004, 4e-4);
}
