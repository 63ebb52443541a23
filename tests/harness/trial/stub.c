/* Trial: build, further, 1 minutes */
#include "rows.h"

int rows(float *y, const float *a, int rows, int columns) { EXERCISE_TODO(); }
