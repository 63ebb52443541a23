/* test_devices.c: with its cures the chapter's network learns on a device what it learns on the
 * CPU. (The part techniques would take minutes on the simulator: here it sees 60 digits twice.)
 */
#include "../../../chapters/ch04-regularization/digits.h"
#include "../two_devices.h"

static void losses_with(Recipe recipe, Device device, double *found)
{
    App app = {.name = "test", .seed = 1, .device = device, .batch = 50};
    Digits d = {digits_by_chance(60, 1), digits_by_chance(30, 2), digits_by_chance(40, 3)};
    recipe.epochs = 2;
    Answer a = learn_digits(&app, &d, &recipe, app.seed, NULL);
    found[0] = a.train_loss;
    found[1] = a.test_loss;
    digits_free(&d);
    dataset_free(&d.test);
}

#define CURES(name, ...)                                                                           \
    static void name(Device device, double *found)                                                 \
    {                                                                                              \
        losses_with((Recipe){.key = #name, __VA_ARGS__}, device, found);                           \
    }                                                                                              \
    Test(devices, name) { expect_alike_on_devices(#name, 2, name); }
CURES(pulled_and_dropped, .penalty = 0.01, .dropout = (Real)0.5, .augmented = true)
CURES(soft_and_normalised, .smoothing = (Real)0.1, .normalised = true, .stopped = true)
