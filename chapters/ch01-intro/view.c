#include "view.h"

#include "error.h"

View view_of(float *data, int rank, const int *size)
{
    CHECK(rank >= 0 && rank <= MOST_AXES, "%d axes", rank);
    View v = {.data = data, .rank = rank};
    ptrdiff_t step = 1;
    for (int a = rank - 1; a >= 0; a--) {
        v.size[a] = size[a];
        v.step[a] = step;
        step *= size[a];
    }
    return v;
}

float *view_at(View v, const int *index)
{
    ptrdiff_t place = 0;
    for (int a = 0; a < v.rank; a++) {
        CHECK(index[a] >= 0 && index[a] < v.size[a], "%d of %d along axis %d",
              index[a], v.size[a], a);
        place += index[a] * v.step[a];
    }
    return v.data + place;
}

View view_transposed(View v, int a, int b)
{
    View t = v;
    t.size[a] = v.size[b];
    t.step[a] = v.step[b];
    t.size[b] = v.size[a];
    t.step[b] = v.step[a];
    return t;
}

View view_reversed(View v, int axis)
{
    if (v.size[axis] > 0) v.data += (v.size[axis] - 1) * v.step[axis];
    v.step[axis] = -v.step[axis];
    return v;
}

View view_part(View v, int axis, int first, int count, int every)
{
    CHECK(first >= 0 && count > 0 && every > 0 &&
              first + (count - 1) * every < v.size[axis],
          "%d numbers from %d on, every %d., of %d", count, first, every,
          v.size[axis]);
    v.data += first * v.step[axis];
    v.size[axis] = count;
    v.step[axis] *= every;
    return v;
}

View view_broadcast(View v, int rank, const int *size)
{
    CHECK(v.rank <= rank && rank <= MOST_AXES, "%d axes as %d", v.rank, rank);
    View wide = {.data = v.data, .rank = rank};
    for (int a = 0; a < rank; a++) {
        int own = a - (rank - v.rank);   // the axis of v, counted from behind
        int has = own < 0 ? 1 : v.size[own];
        CHECK(has == 1 || has == size[a], "%d as %d along axis %d", has,
              size[a], a);
        wide.size[a] = size[a];
        wide.step[a] = has == size[a] && own >= 0 ? v.step[own] : 0;
    }
    return wide;
}

/* ---- Through all elements -----------------------------------------------*/

// The elements of the first axis are views of one axis less.
static View element(View v, int i)
{
    View e = {.data = v.data + i * v.step[0], .rank = v.rank - 1};
    for (int a = 0; a < e.rank; a++) {
        e.size[a] = v.size[a + 1];
        e.step[a] = v.step[a + 1];
    }
    return e;
}

static void add_same(View to, View from)
{
    if (to.rank == 0) {
        *to.data += *from.data;
        return;
    }
    for (int i = 0; i < to.size[0]; i++)
        add_same(element(to, i), element(from, i));
}

void view_add(View to, View from)
{
    add_same(to, view_broadcast(from, to.rank, to.size));
}

double view_sum(View v)
{
    if (v.rank == 0) return (double)*v.data;
    double sum = 0;
    for (int i = 0; i < v.size[0]; i++) sum += view_sum(element(v, i));
    return sum;
}
