#include "roc_area.h"

// Mann and Whitney's way: the ranks of the yes, ties sharing theirs.
float roc_area(const float *score, const float *t, int count)
{
    double ranks = 0, yes = 0;
    for (int i = 0; i < count; i++) {
        if (t[i] == 0) continue;
        double rank = 0.5;
        for (int j = 0; j < count; j++)
            rank += score[j] < score[i] ? 1 : score[j] == score[i] ? 0.5 : 0;
        ranks += rank;
        yes++;
    }
    return (float)((ranks - yes * (yes + 1) / 2) / (yes * (count - yes)));
}
