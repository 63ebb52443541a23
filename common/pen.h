/* pen.h: a reader's pen may be a hairline or a felt pen; MNIST's is neither.
 */
#ifndef PEN_H
#define PEN_H

#include "plane.h"

double stroke_width(const Plane *ink);   // in pixels; 0 without ink

// The same strokes as a pen would leave them that draws `width` pixels wide.
// The caller frees it.
Plane with_pen(const Plane *ink, double width);

#endif
