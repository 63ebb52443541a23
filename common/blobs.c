// blobs.c: finds what hangs together.
#include "blobs.h"

#include <math.h>
#include <stdlib.h>

#include "error.h"

static Box box_of(int top, int left, int bottom, int right)
{
    return (Box){top, left, bottom + 1 - top, right + 1 - left};
}

Box box_around(const Plane *p, float threshold)
{
    int top = p->height, left = p->width, bottom = -1, right = -1;
    for (int k = 0; k < plane_count(p); k++) {
        if (p->at[k] <= threshold) continue;
        int i = k / p->width, j = k % p->width;
        top = i < top ? i : top;
        bottom = i > bottom ? i : bottom;
        left = j < left ? j : left;
        right = j > right ? j : right;
    }
    return box_of(top, left, bottom, right);
}

// Counts pixel (i, j) in.
static void grow(Blob *blob, const Plane *ink, int i, int j)
{
    Box b = blob->box;
    double bottom = fmax(b.top + b.height, i + 1);
    double right = fmax(b.left + b.width, j + 1);
    blob->box.top = fmin(b.top, i);
    blob->box.left = fmin(b.left, j);
    blob->box.height = bottom - blob->box.top;
    blob->box.width = right - blob->box.left;
    blob->area++;
    blob->ink += ink->at[i * ink->width + j];
}

// Numbers every pixel that can be reached from `start` over ink alone, with a
// stack of pixels whose neighbours are still to be looked at.
static Blob fill(int *number, int *stack, const Plane *ink, float threshold,
                 int start, int blob)
{
    int depth = 0, w = ink->width;
    Blob found = {.box = {start / w, start % w, 1, 1}, .kept = true};
    number[stack[depth++] = start] = blob;
    while (depth > 0) {
        int at = stack[--depth], i = at / w, j = at % w;
        grow(&found, ink, i, j);
        for (int y = i - (i > 0); y <= i + (i < ink->height - 1); y++)
            for (int x = j - (j > 0); x <= j + (j < w - 1); x++)
                if (!number[y * w + x] && ink->at[y * w + x] > threshold)
                    number[stack[depth++] = y * w + x] = blob;
    }
    return found;
}

Blobs blobs_find(const Plane *ink, float threshold)
{
    int pixels = plane_count(ink);
    int *stack = allocate(pixels, sizeof(int));
    Blobs found = {0, allocate(pixels, sizeof(Blob)),
                   allocate(pixels, sizeof(int))};
    for (int k = 0; k < pixels; k++) {
        if (found.number[k] || ink->at[k] <= threshold) continue;
        Blob blob =
            fill(found.number, stack, ink, threshold, k, found.count + 1);
        found.blob[found.count++] = blob;
    }
    free(stack);
    return found;
}

void blobs_free(Blobs *b)
{
    free(b->blob);
    free(b->number);
    *b = (Blobs){0};
}

int blobs_largest(const Blobs *b)
{
    int largest = -1;
    for (int k = 0; k < b->count; k++)
        if (b->blob[k].kept &&
            (largest < 0 || b->blob[k].ink > b->blob[largest].ink))
            largest = k;
    return largest;
}

void blobs_erase(Plane *ink, const Blobs *b)
{
    for (int k = 0; k < plane_count(ink); k++)
        if (!b->number[k] || !b->blob[b->number[k] - 1].kept) ink->at[k] = 0;
}
