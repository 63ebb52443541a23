#include "walk_back.h"

// Every way from the end to a line brings a part of its slope.
static void bring(double part, int i, float *slope, const float *value,
                  const Line *line)
{
    const Line *l = &line[i];
    double v = (double)value[i];
    slope[i] += (float)part;
    if (l->operation == NUMBER) return;
    double left = l->operation == TANH    ? 1 - v * v
                  : l->operation == TIMES ? (double)value[l->right]
                                          : 1;
    bring(part * left, l->left, slope, value, line);
    if (l->operation == TANH) return;
    double right = l->operation == TIMES      ? (double)value[l->left]
                   : l->operation == SUBTRACT ? -1
                                              : 1;
    bring(part * right, l->right, slope, value, line);
}

void walk_back(float *slope, const float *value, const Line *line, int count)
{
    for (int i = 0; i < count; i++) slope[i] = 0;
    bring(1, count - 1, slope, value, line);
}
