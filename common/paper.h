/* paper.h: how a picture's ink differs from the paper under it, whatever the
 * light: a lamp on one side, dark corners, the edge of a shadow.
 */
#ifndef PAPER_H
#define PAPER_H

#include <stdbool.h>

#include "plane.h"

// What a look at the whole picture tells.
typedef struct Paper {
    float side;    // the ink is lighter than the paper (1), or darker (-1)
    float grain;   // the deviation of the noise, in grey levels
    bool noisy;    // so much that the light cannot be seen: it counts as even
    float level;   // of the picture's border
} Paper;
Paper paper_of(const Plane *grey);

// How far each pixel differs from its own paper to the side of the ink, in
// grey levels under the picture's usual light. Strokes are narrower than
// 2*radius + 1 pixels; what is wider is paper, and what hangs together with a
// corner is a desk beside it, a shadow or a dark corner. The caller frees it.
Plane ink_on_paper(const Plane *grey, Paper, int radius);

// The deviation of the noise that is left by a blur of deviation sigma.
float noise_level(const Plane *ink, Paper, double sigma);
float ink_level(const Plane *ink);     // of full ink

// The same, from a picture that is blurred first, but no more than needed:
// wider and wider from deviation `*sigma` on, until full ink is `clean` times
// the noise or the next blur would be wider than `widest`.
Plane clean_ink(const Plane *grey, Paper, int radius, float clean,
                double widest, double *sigma);

#endif
