/* test_lesson.c: the loops of chapter 1: the numbers of the page, ties, means that are averages,
 * and k-means against what a pencil finds.
 */
#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../../../chapters/ch01-intro/fruit.h"
#include "../../../chapters/ch01-intro/kmeans.h"
#include "../../../chapters/ch01-intro/lesson.h"

// ---- A threshold

Test(threshold, of_the_training_box)
{
    Threshold found = find_threshold((Samples){APPLES, training_box.size, training_box.ripe});
    cr_assert(fabs((double)found.at - 2.0) < 1e-6 && found.wrong == 0, "%g", (double)found.at);
    cr_assert(count_wrong(found.at, (Samples){APPLES, new_box.size, new_box.ripe}) == 4);
}

Test(threshold, rule_for_tangerines)
{
    for (int n = 0; n < TANGERINES; n++)
        cr_assert(tangerine_is_ripe(tangerine_size[n]) == tangerine_ripe[n]);
    cr_assert(tangerine_is_ripe(7.5f) == 0, "not above 7.5");
}

// In whatever order samples come, no threshold is better, and none as good is lower.
Test(threshold, none_is_better)
{
    Stream s = {3, 0, FOR_LESSON, 0};
    for (uint64_t round = 0; round < 500; round++) {
        float x[9];
        int t[9], count = 1 + (int)random_below(s, 100 * round, 9);
        for (int n = 0; n < count; n++) {
            x[n] = (float)random_below(s, 100 * round + 10 + (uint64_t)n, 6);   // ties among them
            t[n] = (int)random_below(s, 100 * round + 50 + (uint64_t)n, 2);
        }
        Samples samples = {count, x, t};
        Threshold found = find_threshold(samples);
        cr_assert(found.wrong == count_wrong(found.at, samples));
        for (int n = 0; n < count; n++) {
            int wrong = count_wrong(x[n] - 0.25f, samples);   // just below a value
            bool lower = x[n] < found.at;
            cr_assert(lower ? wrong > found.wrong : wrong >= found.wrong,
                      "%d wrong below %g, %d at %g", wrong, (double)x[n], found.wrong,
                      (double)found.at);
        }
    }
}

// ---- Nearest mean

typedef struct Room {
    float mean[CLASSES * PIXELS], count[CLASSES];
} Room;

Test(means, are_the_averages_in_any_order)
{
    static Room room;
    static uint8_t picture[3][PIXELS];
    Means m = {room.mean, room.count};
    const uint8_t level[3] = {1, 2, 6};
    for (int n = 0; n < 3; n++) {
        memset(picture[n], level[n], PIXELS);
        picture[n][5] = (uint8_t)(100 * n);
        learn_picture(&m, picture[n], 7);
    }
    cr_assert(fabs((double)room.mean[7 * PIXELS] - 3) < 1e-6);
    cr_assert(fabs((double)room.mean[7 * PIXELS + 5] - 100) < 1e-4);
    cr_assert(room.count[7] == 3);
    for (int k = 0; k < CLASSES; k++)
        for (int i = 0; i < PIXELS; i++)
            cr_assert(k == 7 || room.mean[k * PIXELS + i] == 0, "another class has moved");
}

Test(means, nearest_of_equally_near_ones_is_the_first)
{
    static Room room;
    static uint8_t picture[PIXELS];
    Means m = {room.mean, room.count};
    for (int k = 0; k < CLASSES; k++) room.mean[k * PIXELS + 3] = k < 4 ? 200 : 10.0f * (float)k;
    picture[3] = 70;
    cr_assert(nearest_mean(&m, picture) == 7);
    cr_assert(squared_distance(&m, 9, picture) == 400);
    room.mean[9 * PIXELS + 3] = 70;
    cr_assert(nearest_mean(&m, picture) == 7);
}

// ---- k-means

Test(kmeans, two_rounds_by_hand)
{
    const float x[] = {0, 1, 2, 10, 11};
    float centre[2] = {0, 1};
    int group[5], rounds;
    Points p = {5, 1, x};
    // 0 | 1 2 10 11: the mean of the squared distances is (0 + 0 + 1 + 81 + 100) / 5.
    cr_assert(fabs(assign_points(group, centre, 2, p) - 36.4) < 1e-9);
    cr_assert(group[0] == 0 && group[1] == 1 && group[4] == 1);
    cr_assert(move_centres(centre, group, 2, p) == 25);   // 1 goes to 6
    cr_assert(centre[0] == 0 && centre[1] == 6);
    cr_assert(fabs(find_clusters(centre, group, 2, p, &rounds) - 2.5 / 5) < 1e-9);
    cr_assert(centre[0] == 1 && centre[1] == 10.5f && group[2] == 0 && group[3] == 1);
}

Test(kmeans, centre_without_points_stays)
{
    const float x[] = {0, 0, 4, 0};
    float centre[] = {1, 0, 50, 60};
    int group[2];
    Points p = {2, 2, x};
    assign_points(group, centre, 2, p);
    move_centres(centre, group, 2, p);
    cr_assert(centre[0] == 2 && centre[1] == 0, "the mean of both");
    cr_assert(centre[2] == 50 && centre[3] == 60);
}

// A round never makes the spread larger, and what is found is a resting place.
Test(kmeans, spread_never_grows)
{
    enum { COUNT = 60, K = 4 };
    float x[COUNT * 3], centre[K * 3];
    int group[COUNT];
    Points p = {COUNT, 3, x};
    for (uint64_t seed = 0; seed < 20; seed++) {
        Stream s = {seed, 0, FOR_LESSON, 0};
        for (int i = 0; i < COUNT * 3; i++) x[i] = (float)random_normal(s, (uint64_t)i);
        place_centres(centre, K, p, (Stream){seed, 1, FOR_LESSON, 0});
        double before = INFINITY;
        for (int round = 0; round < 100; round++) {
            double spread = assign_points(group, centre, K, p);
            cr_assert(spread <= before + 1e-9, "%g after %g", spread, before);
            before = spread;
            if (move_centres(centre, group, K, p) == 0) break;
        }
        cr_assert(move_centres(centre, group, K, p) < 1e-9);
    }
}

// As many centres as points: each point is one, whatever the first was.
Test(kmeans, centres_begin_apart)
{
    const float x[] = {5, 5, 9, 1, 9};
    float centre[3];
    for (uint64_t seed = 0; seed < 30; seed++) {
        place_centres(centre, 3, (Points){5, 1, x}, (Stream){seed, 0, FOR_LESSON, 0});
        float sum = centre[0] + centre[1] + centre[2];
        cr_assert(sum == 15 && centre[0] != centre[1], "%g %g %g", (double)centre[0],
                  (double)centre[1], (double)centre[2]);
    }
}
