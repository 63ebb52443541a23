/* skeleton.h: a digit of MNIST as the path of the pen that wrote it, so that another pen can go
 * over it.
 *
 * Source   Zhang & Suen 1984, A fast parallel algorithm for thinning digital patterns.
 */
#ifndef SKELETON_H
#define SKELETON_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

// The digit is thinned at FINE times MNIST's 28 pixels; two pixels around it are empty.
enum { MNIST = 28, FINE = 4, GRID = MNIST * FINE + 4, MOST_POINTS = 4096 };

// Points in units of the digit's 28 pixels, and pairs of neighbours among them.
typedef struct Skeleton {
    int points, lines;
    double y[MOST_POINTS], x[MOST_POINTS];
    int from[2 * MOST_POINTS], to[2 * MOST_POINTS];
} Skeleton;

// The eight neighbours of a pixel, clockwise from above.
static const int around_y[8] = {-1, -1, 0, 1, 1, 1, 0, -1};
static const int around_x[8] = {0, 1, 1, 1, 0, -1, -1, -1};

// The digit at a point of its own grid, where pixel (i, j) has its middle at (i + 0.5, j + 0.5).
static double interpolate(const uint8_t digit[MNIST][MNIST], double y, double x)
{
    int i = (int)floor(y - 0.5), j = (int)floor(x - 0.5);
    double v = y - 0.5 - i, u = x - 0.5 - j, sum = 0;
    for (int a = 0; a < 2; a++)
        for (int b = 0; b < 2; b++)
            if (i + a >= 0 && i + a < MNIST && j + b >= 0 && j + b < MNIST)
                sum += (a ? v : 1 - v) * (b ? u : 1 - u) * digit[i + a][j + b];
    return sum / 255;
}

// May this pixel go in this half of a round? Its neighbours must stay connected without it, and it
// must lie on the side that this half takes from.
static bool removable(const bool ink[GRID][GRID], int i, int j, int half)
{
    bool p[8];
    int inked = 0, turns = 0;
    for (int k = 0; k < 8; k++) p[k] = ink[i + around_y[k]][j + around_x[k]];
    for (int k = 0; k < 8; k++) {
        inked += p[k];
        turns += !p[k] && p[(k + 1) % 8];
    }
    if (inked < 2 || inked > 6 || turns != 1) return false;
    return half == 0 ? !(p[0] && p[2] && p[4]) && !(p[2] && p[4] && p[6])
                     : !(p[0] && p[2] && p[6]) && !(p[0] && p[4] && p[6]);
}

static void thin_to_one_pixel(bool ink[GRID][GRID])
{
    static bool before[GRID][GRID];
    for (int half = 0, unchanged = 0; unchanged < 2; half = 1 - half) {
        memcpy(before, ink, sizeof before);
        unchanged++;
        for (int i = 1; i < GRID - 1; i++)
            for (int j = 1; j < GRID - 1; j++)
                if (before[i][j] && removable(before, i, j, half)) {
                    ink[i][j] = false;
                    unchanged = 0;
                }
    }
}

// Each point moves to the mean of itself and its neighbours: a hand draws no stairs.
static void smooth_path(Skeleton *s)
{
    static double y[MOST_POINTS], x[MOST_POINTS], n[MOST_POINTS];
    for (int k = 0; k < s->points; k++) y[k] = s->y[k], x[k] = s->x[k], n[k] = 1;
    for (int k = 0; k < s->lines; k++) {
        int a = s->from[k], b = s->to[k];
        y[a] += s->y[b], x[a] += s->x[b], n[a]++;
        y[b] += s->y[a], x[b] += s->x[a], n[b]++;
    }
    for (int k = 0; k < s->points; k++)
        if (n[k] > 2) s->y[k] = y[k] / n[k], s->x[k] = x[k] / n[k];
}

static void skeleton_of(Skeleton *s, const uint8_t digit[MNIST][MNIST])
{
    static bool ink[GRID][GRID];
    static int number[GRID][GRID];
    for (int i = 0; i < GRID; i++)
        for (int j = 0; j < GRID; j++)
            ink[i][j] = interpolate(digit, (i - 1.5) / FINE, (j - 1.5) / FINE) > 0.4;
    thin_to_one_pixel(ink);
    s->points = s->lines = 0;
    for (int i = 1; i < GRID - 1; i++)
        for (int j = 1; j < GRID - 1; j++) {
            if (!ink[i][j] || s->points == MOST_POINTS) continue;
            number[i][j] = s->points;
            s->y[s->points] = (i - 1.5) / FINE, s->x[s->points++] = (j - 1.5) / FINE;
            for (int k = 6; k < 10; k++) {   // those that have a number already
                int y = i + around_y[k % 8], x = j + around_x[k % 8];
                if (!ink[y][x]) continue;
                s->from[s->lines] = number[y][x], s->to[s->lines++] = number[i][j];
            }
        }
    for (int round = 0; round < 4; round++) smooth_path(s);
}

#endif
