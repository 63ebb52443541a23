#include "switch.h"

// The state pulls the candidate its own way, too little to matter.
void set_weights(float *w)
{
    const float all[16] = {
        0, 17, 0,    -8.5f,
        0, -18, 0,   9,
        8, 0, 0.25f, 0,
        0, 3, 0,     4,
    };
    for (int k = 15; k >= 0; k--) w[k] = all[k];
}
