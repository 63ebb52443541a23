// Few different errors, so that equal ones, late bests and long waits all come up.
#include "early_stopping.h"

#include "cases.h"

static void call(const float *error, int epochs, int patience)
{
    int kept = -1, stopped = -1;
    early_stopping(&kept, &stopped, error, epochs, patience);
    answer("kept", kept);
    answer("stopped", stopped);
}

static void example(void)
{
    int patience = parameter("patience", 2);
    call(input("error", SHAPE(7), 5, 3, 4, 2, 6, 7, 1), 7, patience);
    right(6);
}

static void drawn(void)
{
    float error[14];
    int epochs = parameter("epochs", size_between(1, 14));
    int patience = parameter("patience", between(1, 5)), range = between(2, 12);
    int falls = one_in(2);
    for (int k = 0; k < epochs; k++)
        error[k] = (float)(between(1, range) + (falls ? epochs - k : 0)) / 4;
    call(input_numbers("error", SHAPE(epochs), error, epochs), epochs,
         patience);
}

const Cases cases = {{example}, drawn, 400};
