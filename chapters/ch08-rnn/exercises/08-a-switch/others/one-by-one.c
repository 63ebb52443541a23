#include "switch.h"

void set_weights(float *w)
{
    for (int k = 0; k < 16; k++) w[k] = 0;
    w[I * 4 + KEY] = 60;
    w[I * 4 + ONE] = -30;
    w[F * 4 + KEY] = -60;
    w[F * 4 + ONE] = 30;
    w[G * 4 + X] = 2;
    w[O * 4 + ONE] = 5;
}
