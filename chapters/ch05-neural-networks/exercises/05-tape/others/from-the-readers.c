#include "walk_back.h"

// Each line asks those below it: the chain rule read the other way round.
static float grows(const Line *by, float of, int line, const float *value)
{
    float sum = 0;
    switch (by->operation) {
    case NUMBER: return 0;
    case TANH: return by->left == line ? (1 - of) * (1 + of) : 0;
    case TIMES:
        if (by->left == line) sum += value[by->right];
        if (by->right == line) sum += value[by->left];
        return sum;
    default:
        if (by->left == line) sum += 1;
        if (by->right == line) sum += by->operation == ADD ? 1 : -1;
        return sum;
    }
}

void walk_back(float *slope, const float *value, const Line *line, int count)
{
    for (int i = count - 1; i >= 0; i--) {
        slope[i] = i == count - 1;
        for (int k = i + 1; k < count; k++)
            slope[i] += slope[k] * grows(&line[k], value[k], i, value);
    }
}
