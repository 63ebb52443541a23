// drawings.cu: small numbers for the schematics of the page, computed as the kernels do it.
#include <cuda_runtime.h>
#include <stdio.h>
#include <stdlib.h>

#include "steps.h"

static FILE *table(const char *folder, const char *name, const char *heads)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s.tsv", folder, name);
    FILE *file = fopen(path, "w");
    if (!file) {
        perror(path);
        exit(1);
    }
    fprintf(file, "%s\n", heads);
    return file;
}

static void cell(FILE *f, const char *drawing, const char *grid, int row, int column, int value,
                 const char *role)
{
    fprintf(f, "%s\t%s\t%d\t%d\t%d\t%s\n", drawing, grid, row, column, value, role);
}

/* ---- Threads on a picture ---------------------------------------------------------------------*/

// Answers of 3 x 4 pixels and 2 filters, in blocks of 8 threads.
static void draw_threads(FILE *f)
{
    const char *const role[] = {"plain", "weight", "both"}, *const grid[] = {"one", "two"};
    for (int number = 0; number < 3 * 4 * 2; number++) {
        int filter = number % 2, column = number / 2 % 4, row = number / 2 / 4;
        cell(f, "threads", grid[filter], row, column, number % 8, role[number / 8]);
    }
}

/* ---- A tile -----------------------------------------------------------------------------------*/

// Nine threads, each with a filter of 3 x 3 pixels: how often is each pixel read?
static void draw_tile(FILE *f)
{
    int reads[7][7] = {{0}};
    for (int i = 1; i < 4; i++)
        for (int j = 1; j < 4; j++)
            for (int u = 0; u < 3; u++)
                for (int v = 0; v < 3; v++) reads[i + u][j + v]++;
    for (int i = 0; i < 7; i++)
        for (int j = 0; j < 7; j++)
            cell(f, "tile", "picture", i, j, reads[i][j], reads[i][j] ? "window" : "plain");
    for (int k = 0; k < 25; k++) cell(f, "tile", "shared", k / 5, k % 5, 1, "window");
}

/* ---- A tree -----------------------------------------------------------------------------------*/

const float eight_numbers[EIGHT] = {3, 1, 4, 1, 5, 9, 2, 6};

static void node(FILE *f, int layer, int place, float value, const char *role)
{
    fprintf(f, "tree\tn%d-%d\t%d\t%d\t%g\t%s\n", layer, place, layer, place, value, role);
}

static void edge(FILE *f, int from, int place, int to)
{
    fprintf(f, "tree\tn%d-%d\tn%d-%d\t\t\n", from, place, from + 1, to);
}

static void draw_tree(FILE *nodes, FILE *edges)
{
    float part[EIGHT];
    for (int i = 0; i < EIGHT; i++) node(nodes, 0, i, part[i] = eight_numbers[i], "plain");
    for (int half = EIGHT / 2, layer = 0; half > 0; half /= 2, layer++)
        for (int me = 0; me < half; me++) {
            edge(edges, layer, me, me);
            edge(edges, layer, me + half, me);
            part[me] += part[me + half];
            node(nodes, layer + 1, me, part[me], half == 1 ? "answer" : "window");
        }
}

/* ---- A race -----------------------------------------------------------------------------------*/

// One thread's part of the loop, and in words if f is given.
static void run_thread(float *part, int me, FILE *f, const char *panel, int *time)
{
    for (int half = EIGHT / 2; half > 0; half /= 2) {
        if (me >= half) continue;
        float before = part[me];
        part[me] += part[me + half];
        if (f)
            fprintf(f, "%s\t%d\t%d\t%g + %g = %g\n", panel, me, (*time)++, before,
                    part[me + half], part[me]);
    }
}

static float order(int first, int step, FILE *f, const char *panel)
{
    float part[EIGHT];
    int time = 0;
    for (int i = 0; i < EIGHT; i++) part[i] = eight_numbers[i];
    for (int k = 0, me = first; k < EIGHT; k++, me += step)
        run_thread(part, me, me < 2 ? f : NULL, panel, &time);
    return part[0];
}

float one_after_the_other(int first, int step) { return order(first, step, NULL, NULL); }

/* ---- All --------------------------------------------------------------------------------------*/

void write_drawings(const char *folder)
{
    FILE *grids = table(folder, "grids", "drawing\tgrid\trow\tcolumn\tvalue\trole");
    FILE *nodes = table(folder, "nodes", "drawing\tnode\tlayer\tplace\tvalue\trole");
    FILE *edges = table(folder, "edges", "drawing\tfrom\tto\tvalue\trole");
    FILE *race = table(folder, "race", "panel\tthread\ttime\twords");
    draw_threads(grids);
    draw_tile(grids);
    draw_tree(nodes, edges);
    order(EIGHT - 1, -1, race, "right");
    order(0, 1, race, "wrong");
    fclose(grids);
    fclose(nodes);
    fclose(edges);
    fclose(race);
}
