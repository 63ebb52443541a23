/* test_devices.c: the networks of the part data-size learn on a device what they learn on the CPU.
 * (The part itself would take minutes on the simulator: here each sees 20 digits twice.)
 */
#include "../../../chapters/ch01-intro/data_size.c"
#include "../two_devices.h"

enum { DIGITS = 20, ASKED = 8 };

static void logits_of(Model model, Device device, double *found)
{
    App app = {.name = "test", .seed = 1, .device = device, .batch = ASKED};
    Dataset set = digits_by_chance(DIGITS, 1);
    Learner l = model_new(&app, model, app.seed);
    learner_train(&l, &app, &set, (Course){.epochs = 2, .rate = (Real)2e-3});
    Tensor some = tensor_rows(&set.inputs, 0, ASKED);
    feed(l.input, &some);
    const Tensor *logits = predict(l.output);
    for (int i = 0; i < ASKED * CLASSES; i++) found[i] = (double)reals(logits)[i];
    learner_free(&l);
    dataset_free(&set);
}

static void small(Device device, double *found) { logits_of(models[0], device, found); }
static void large(Device device, double *found) { logits_of(models[2], device, found); }

Test(devices, a_small_model) { expect_alike_on_devices("small", ASKED * CLASSES, small); }
Test(devices, a_large_model) { expect_alike_on_devices("large", ASKED * CLASSES, large); }
