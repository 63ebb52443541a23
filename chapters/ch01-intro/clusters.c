// Penguins without their names: how many kinds would a machine find, and are
// they the three that biologists know?
#include "csv.h"
#include "kmeans.h"
#include "lesson.h"
#include "standardise.h"

#include <math.h>
#include <stdlib.h>

enum { MEASURES = 4, MOST = 8, STARTS = 20, SPECIES = 3 };
// The measures, and what only judges.
static const char *const columns[MEASURES + 1] = {
    "bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g",
    "species"};

typedef struct Penguins {
    Csv csv;   // without the animals of which a measure is missing
    Tensor raw, x;   // [count, MEASURES], as they were taken; standardised
    Points points;
    const Column *species;
} Penguins;

static Penguins penguins_read(App *app)
{
    char path[500];
    Error error = {0};
    Csv all;
    Rows whole;
    Penguins p;
    snprintf(path, sizeof path, "%s/penguins/penguins.csv", app->data);
    app_check(app, csv_read(&all, path, NULL, &error), &error);
    app_check(app,
              csv_complete_rows(&whole, &all, columns, MEASURES + 1, &error),
              &error);
    p.csv = csv_rows(&all, whole);
    rows_free(&whole);
    csv_free(&all);
    app_check(app, csv_values(&p.x, &p.csv, columns, MEASURES, &error),
              &error);
    app_check(app, csv_values(&p.raw, &p.csv, columns, MEASURES, &error),
              &error);
    p.species = &p.csv.column[csv_column(&p.csv, "species", &error)];
    if (p.species->kind != CATEGORY || p.species->levels != SPECIES)
        app_fail(app, 1, "%s: expected the names of %d species", path,
                 SPECIES);
    Standardiser s = standardiser_fit(&p.x);
    standardise(&p.x, &s);
    standardiser_free(&s);
    p.points = (Points){p.csv.rows, MEASURES, reals(&p.x)};
    return p;
}

static void penguins_free(Penguins *p)
{
    tensor_free(&p->raw);
    tensor_free(&p->x);
    csv_free(&p->csv);
}

/* ---- One search, and many -----------------------------------------------*/

typedef struct Clusters {
    int k, rounds;
    float *centre;   // [k, MEASURES]
    int *group;   // [count]
    double spread;   // the mean squared distance
} Clusters;

static Clusters clusters_new(int k, Points p)
{
    return (Clusters){k, 0, allocate((size_t)k * MEASURES, sizeof(float)),
                      allocate((size_t)p.count, sizeof(int)), 0};
}

static void clusters_free(Clusters *c)
{
    free(c->centre);
    free(c->group);
}

static void search(Clusters *c, Points p, uint64_t seed)
{
    Stream s = {seed, (uint32_t)c->k, FOR_LESSON, 3};
    place_centres(c->centre, c->k, p, s);
    c->spread = find_clusters(c->centre, c->group, c->k, p, &c->rounds);
}

// The best of some searches that begin elsewhere.
static Clusters best_clusters(App *app, int k, Points p)
{
    Clusters best = clusters_new(k, p), next = clusters_new(k, p);
    search(&best, p, app->seed);
    for (uint64_t start = 1; start < STARTS; start++) {
        search(&next, p, app->seed + 1000 * start);
        if (next.spread >= best.spread) continue;
        Clusters swap = best;
        best = next;
        next = swap;
    }
    clusters_free(&next);
    return best;
}

/* ---- What is found ------------------------------------------------------*/

// If each cluster were called by its most frequent species: the share of the
// penguins that are called rightly.
static double share_named(const Clusters *c, const Penguins *p)
{
    int right = 0;
    for (int g = 0; g < c->k; g++) {
        int count[SPECIES] = {0}, most = 0;
        for (int n = 0; n < p->points.count; n++)
            if (c->group[n] == g) count[p->species->category[n]]++;
        for (int s = 0; s < SPECIES; s++)
            if (count[s] > most) most = count[s];
        right += most;
    }
    return (double)right / p->points.count;
}

static void write_spreads(App *app, const Penguins *p)
{
    FILE *table = app_table(app, "clusters-k", "k\tspread\tnamed\trounds");
    for (int k = 1; k <= MOST && k <= p->points.count; k++) {
        Clusters c = best_clusters(app, k, p->points);
        fprintf(table, "%d\t%.5f\t%.4f\t%d\n", k, c.spread,
                share_named(&c, p), c.rounds);
        app_metric_of(app, c.spread, "", "clusters_spread_%d", k);
        clusters_free(&c);
    }
}

// Bills only, so that each round can be drawn: which group every penguin is
// in, and where the centres are.
static void write_rounds(App *app, const Penguins *p)
{
    enum { K = 3, ROUNDS = 6 };
    int count = p->points.count;
    int *group = allocate((size_t)count, sizeof *group);
    float *bills = allocate((size_t)count * 2, sizeof *bills), centre[2 * K];
    for (int n = 0; n < 2 * count; n++)
        bills[n] = p->points.x[n / 2 * MEASURES + n % 2];
    Points points = {count, 2, bills};
    FILE *at = app_table(app, "clusters-rounds",
                         "round\tlength\tdepth\tgroup\tspecies");
    FILE *to = app_table(app, "clusters-centres",
                         "round\tcentre\tlength\tdepth\tspread");
    for (int c = 0; c < K; c++)   // the first three animals, badly chosen
        for (int d = 0; d < 2; d++) centre[2 * c + d] = bills[2 * c + d];
    for (int round = 0; round < ROUNDS; round++) {
        double spread = assign_points(group, centre, K, points);
        for (int n = 0; n < count; n++)
            fprintf(at, "%d\t%.4f\t%.4f\t%d\t%d\n", round,
                    (double)bills[2 * n], (double)bills[2 * n + 1], group[n],
                    p->species->category[n]);
        for (int c = 0; c < K; c++)
            fprintf(to, "%d\t%d\t%.4f\t%.4f\t%.5f\n", round, c,
                    (double)centre[2 * c], (double)centre[2 * c + 1], spread);
        move_centres(centre, group, K, points);
    }
    free(group);
    free(bills);
}

static void write_groups(App *app, const Penguins *p, const Clusters *c)
{
    FILE *table = app_table(app, "clusters", "group\tspecies\tcount");
    for (int g = 0; g < c->k; g++)
        for (int s = 0; s < p->species->levels; s++) {
            int count = 0;
            for (int n = 0; n < p->points.count; n++)
                count += c->group[n] == g && p->species->category[n] == s;
            fprintf(table, "%d\t%s\t%d\n", g, p->species->level[s], count);
        }
}

// Without standardising, grams drown millimetres.
static double share_named_raw(App *app, const Penguins *p, int k)
{
    Points raw = {p->points.count, MEASURES, reals(&p->raw)};
    Clusters c = best_clusters(app, k, raw);
    double share = share_named(&c, p);
    clusters_free(&c);
    return share;
}

void show_clusters(App *app, Lesson *lesson)
{
    Penguins p = penguins_read(app);
    int k = lesson->clusters;
    if (k < 1 || k > p.points.count)
        app_fail(app, 2, "--k %d: 1 to %d are possible, as many as penguins",
                 k, p.points.count);
    Clusters found = best_clusters(app, k, p.points);
    double named = share_named(&found, &p);
    double raw = share_named_raw(app, &p, k);
    write_groups(app, &p, &found);
    write_spreads(app, &p);
    write_rounds(app, &p);
    app_metric(app, "clusters_penguins", p.points.count, "");
    app_metric(app, "clusters_found", k, "");
    app_metric(app, "clusters_spread", found.spread, "");
    app_metric(app, "clusters_named", named, "fraction");
    app_metric(app, "clusters_named_raw", raw, "fraction");
    app_metric(app, "clusters_rounds", found.rounds, "rounds");
    app_say(app,
            "clusters: %d groups of %d penguins, %d rounds; named by their "
            "most frequent species %.1f%% are right, in grams and "
            "millimetres %.1f%%  [fig:ch01-clusters]",
            k, p.points.count, found.rounds, 100 * named, 100 * raw);
    clusters_free(&found);
    penguins_free(&p);
}
