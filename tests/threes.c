/* threes.c: a three in pictures that a reader of digits has misread once.
 *
 *     threes FOLDER
 *
 * writes light-A-W.png, W pixels of pen on paper whose corners are darker by A levels; alpha.png,
 * white ink on nothing; thin.png, a hairline; two.png, two threes.
 */
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include <stb/stb_image_write.h>

enum { SIDE = 518, POINTS = 9 };
static const double path[POINTS][2] = {{180, 190}, {165, 260}, {200, 320}, {250, 280}, {255, 235},
                                       {265, 300}, {315, 330}, {360, 280}, {345, 200}};

// The share of pixel (y, x) that a pen of this width covers, which goes along the path moved by
// `aside`.
static double cover(double y, double x, double pen, double aside)
{
    double nearest = INFINITY;
    for (int k = 0; k + 1 < POINTS; k++) {
        double y0 = path[k][0], x0 = path[k][1] + aside;
        double dy = path[k + 1][0] - y0, dx = path[k + 1][1] + aside - x0;
        double along = ((y - y0) * dy + (x - x0) * dx) / (dy * dy + dx * dx);
        along = fmin(1, fmax(0, along));
        nearest = fmin(nearest, hypot(y - y0 - along * dy, x - x0 - along * dx));
    }
    return fmin(1, fmax(0, pen / 2 + 0.5 - nearest));
}

static bool write_grey(const char *folder, const char *name, double darker, double pen, int ink,
                       double aside, bool twice)
{
    static unsigned char pixels[SIDE * SIDE];
    for (int k = 0; k < SIDE * SIDE; k++) {
        double y = k / SIDE + 0.5, x = k % SIDE + 0.5;
        double out = fmin(1, hypot(y - SIDE / 2.0, x - SIDE / 2.0) / (SIDE / 2.0));
        double paper = 210 - darker * out, covered = cover(y, x, pen, aside);
        if (twice) covered = fmax(covered, cover(y, x, pen, -aside));
        pixels[k] = (unsigned char)lround(paper + covered * (ink - paper));
    }
    char file[1024];
    snprintf(file, sizeof file, "%s/%s.png", folder, name);
    return stbi_write_png(file, SIDE, SIDE, 1, pixels, SIDE) != 0;
}

static bool write_alpha(const char *folder)
{
    static unsigned char pixels[SIDE * SIDE * 2];   // white, and how much of it
    for (int k = 0; k < SIDE * SIDE; k++) {
        pixels[2 * k] = 255;
        pixels[2 * k + 1] =
            (unsigned char)lround(255 * cover(k / SIDE + 0.5, k % SIDE + 0.5, 12, 0));
    }
    char file[1024];
    snprintf(file, sizeof file, "%s/alpha.png", folder);
    return stbi_write_png(file, SIDE, SIDE, 2, pixels, 2 * SIDE) != 0;
}

int main(int argc, char **argv)
{
    if (argc != 2) return fprintf(stderr, "threes FOLDER\n"), 2;
    static const int darker[] = {0, 6, 12, 24}, pen[] = {2, 3, 6, 12};
    bool ok = write_alpha(argv[1]) && write_grey(argv[1], "thin", 0, 1, 60, 0, false) &&
              write_grey(argv[1], "two", 0, 12, 110, 120, true);
    for (int k = 0; k < 16; k++) {
        char name[32];
        snprintf(name, sizeof name, "light-%d-%d", darker[k / 4], pen[k % 4]);
        ok = ok && write_grey(argv[1], name, darker[k / 4], pen[k % 4], 110, 0, false);
    }
    if (!ok) fprintf(stderr, "threes: could not write to %s\n", argv[1]);
    return ok ? 0 : 1;
}
