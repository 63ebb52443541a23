// Tapes of one line and more: lines used twice, by one line and by several, and lines never used.
#include "walk_back.h"

#include <math.h>
#include <stdio.h>

#include "cases.h"

enum { LONGEST = 9 };

static void describe(const Line *line, int count)
{
    static const char signs[] = " +-*";
    char words[LONGEST * 16] = "";
    for (int i = 0, used = 0; i < count; i++) {
        size_t left = sizeof words - (size_t)used;
        const Line *l = &line[i];
        used += snprintf(words + used, left, i > 0 ? ", L%d" : "L%d", i);
        left = sizeof words - (size_t)used;
        if (l->operation == TANH)
            used += snprintf(words + used, left, " = tanh L%d", l->left);
        else if (l->operation != NUMBER)
            used += snprintf(words + used, left, " = L%d %c L%d", l->left,
                             signs[l->operation], l->right);
    }
    given("lines %s", words);
}

static float value_of(const Line *l, const float *value, float number)
{
    switch (l->operation) {
    case ADD: return value[l->left] + value[l->right];
    case SUBTRACT: return value[l->left] - value[l->right];
    case TIMES: return value[l->left] * value[l->right];
    case TANH: return tanhf(value[l->left]);
    default: return number;
    }
}

static void call(const Line *line, const float *numbers, int count)
{
    float value[LONGEST];
    describe(line, count);
    for (int i = 0; i < count; i++)
        value[i] = value_of(&line[i], value, numbers[i]);
    const float *values = input_numbers("value", SHAPE(count), value, count);
    const Line *lines = input_bytes(line, count * (int)sizeof *line);
    walk_back(output("slope", SHAPE(count)), values, lines, count);
}

static void example(void)
{
    const Line line[] = {
        {NUMBER, -1, -1}, {NUMBER, -1, -1}, {TIMES, 0, 0}, {ADD, 2, 1}};
    call(line, (float[]){3, 4, 0, 0}, 4);
    right(6, 1, 1, 1);
}

// (5 - 2) * 5, whose first number counts twice.
static void used_by_two(void)
{
    const Line line[] = {
        {NUMBER, -1, -1}, {NUMBER, -1, -1}, {SUBTRACT, 0, 1}, {TIMES, 2, 0}};
    call(line, (float[]){5, 2, 0, 0}, 4);
    right(8, -5, 5, 1);
}

static Operation operation_drawn(float before)
{
    static const Operation some[] = {ADD, SUBTRACT, TIMES, TIMES, TANH};
    Operation drawn = some[between(0, 4)];
    return drawn == TIMES && fabsf(before) > 20 ? SUBTRACT : drawn;
}

// Above the middle mostly numbers, below it mostly made ones.
static void drawn(void)
{
    Line line[LONGEST];
    float numbers[LONGEST], value[LONGEST];
    int count = parameter("count", size_between(1, LONGEST));
    for (int i = 0; i < count; i++) {
        int left = i > 0 ? between(0, i - 1) : -1,
            right = i > 0 ? between(0, i - 1) : -1;
        if (i > 0 && one_in(4)) left = right = i - 1;
        numbers[i] = (float)between(-12, 12) / 8;
        line[i] = (Line){NUMBER, -1, -1};
        if (i > 0 && !one_in(i < 3 ? 2 : 5))
            line[i] = (Line){operation_drawn(value[left]), left, right};
        if (line[i].operation == TANH) line[i].right = -1;
        value[i] = value_of(&line[i], value, numbers[i]);
    }
    call(line, numbers, count);
}

const Cases cases = {{example, used_by_two}, drawn, 300};
