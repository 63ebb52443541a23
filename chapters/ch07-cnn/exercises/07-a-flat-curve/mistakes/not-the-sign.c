#include "flat_curve.h"

#include <math.h>

const Cause cause = SIGN_OF_GRADIENT;

float evidence(const Network *net)
{
    float largest = 0;
    for (int f = 0; f < FILTERS; f++)
        for (int g = 0; g < f; g++)
            for (int k = 0; k < SIZE * SIZE; k++) {
                float apart = net->w[f][k / SIZE][k % SIZE] -
                              net->w[g][k / SIZE][k % SIZE];
                largest = fmaxf(largest, fabsf(apart));
            }
    return largest;
}

void network_begin(Network *net)
{
    for (int f = 0; f < FILTERS; f++) {
        for (int u = 0; u < SIZE; u++)
            for (int v = 0; v < SIZE; v++) net->w[f][u][v] = 0.2f;
        net->b[f] = 0;
        for (int k = 0; k < CLASSES; k++) net->v[k][f] = 0.2f;
    }
    for (int k = 0; k < CLASSES; k++) net->c[k] = 0;
}

typedef struct Answers {
    float map[FILTERS][MAP][MAP], mean[FILTERS], p[CLASSES];
} Answers;

static float see(const Network *net, float x[SIDE][SIDE], int f, int i, int j)
{
    float sum = net->b[f];
    for (int u = 0; u < SIZE; u++)
        for (int v = 0; v < SIZE; v++)
            sum += net->w[f][u][v] * x[i + u][j + v];
    return sum > 0 ? sum : 0;
}

static void softmax(float *p)
{
    float total = 0, most = p[0];
    for (int k = 1; k < CLASSES; k++) most = fmaxf(most, p[k]);
    for (int k = 0; k < CLASSES; k++) total += p[k] = expf(p[k] - most);
    for (int k = 0; k < CLASSES; k++) p[k] /= total;
}

static void forward(Answers *a, const Network *net, float x[SIDE][SIDE])
{
    for (int f = 0; f < FILTERS; f++) {
        a->mean[f] = 0;
        for (int i = 0; i < MAP; i++)
            for (int j = 0; j < MAP; j++) {
                a->map[f][i][j] = see(net, x, f, i, j);
                a->mean[f] += a->map[f][i][j] / (MAP * MAP);
            }
    }
    for (int k = 0; k < CLASSES; k++) {
        a->p[k] = net->c[k];
        for (int f = 0; f < FILTERS; f++)
            a->p[k] += net->v[k][f] * a->mean[f];
    }
    softmax(a->p);
}

// One step of gradient descent for filter f, given dL/dmean(f).
static void step_filter(Network *net, const Answers *a, float x[SIDE][SIDE],
                        int f, float dmean, float learning_rate)
{
    float step = learning_rate * dmean / (MAP * MAP);
    for (int i = 0; i < MAP; i++)
        for (int j = 0; j < MAP; j++) {
            if (a->map[f][i][j] == 0) continue;   // ReLU lets nothing back
            net->b[f] -= step;
            for (int u = 0; u < SIZE; u++)
                for (int v = 0; v < SIZE; v++)
                    net->w[f][u][v] -= step * x[i + u][j + v];
        }
}

float network_step(Network *net, float x[SIDE][SIDE], int label)
{
    const float learning_rate = 0.2f;
    Answers a;
    forward(&a, net, x);
    for (int f = 0; f < FILTERS; f++) {
        float dmean = 0;
        for (int k = 0; k < CLASSES; k++) {
            float dz = a.p[k] - (k == label);
            dmean += dz * net->v[k][f];
            net->v[k][f] -= learning_rate * dz * a.mean[f];
        }
        step_filter(net, &a, x, f, dmean, learning_rate);
    }
    for (int k = 0; k < CLASSES; k++)
        net->c[k] -= learning_rate * (a.p[k] - (k == label));
    return -logf(a.p[label]);
}

int network_answer(const Network *net, float x[SIDE][SIDE])
{
    Answers a;
    int best = 0;
    forward(&a, net, x);
    for (int k = 1; k < CLASSES; k++)
        if (a.p[k] > a.p[best]) best = k;
    return best;
}
