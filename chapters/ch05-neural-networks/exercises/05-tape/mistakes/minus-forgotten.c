#include "walk_back.h"

#include <math.h>

void walk_back(float *slope, const float *value, const Line *line, int count)
{
    for (int i = 0; i < count; i++) slope[i] = 0;
    slope[count - 1] = 1;
    for (int i = count - 1; i >= 0; i--) {
        int a = line[i].left, b = line[i].right;
        switch (line[i].operation) {
        case NUMBER: break;
        case ADD:
            slope[a] += slope[i];
            slope[b] += slope[i];
            break;
        case SUBTRACT:
            slope[a] += slope[i];
            slope[b] += slope[i];
            break;
        case TIMES:
            slope[a] += slope[i] * value[b];
            slope[b] += slope[i] * value[a];
            break;
        case TANH: slope[a] += slope[i] * (1 - value[i] * value[i]); break;
        }
    }
}
