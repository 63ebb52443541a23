/* cases.h: what a test.c is written in. It says which cases there are, never what a mistake would
 * answer.
 *
 *     static void call(const float *x, int n) {
 *         float *y = output("y", SHAPE(n));
 *         learners_function(y, x, n);
 *     }
 *     static void example(void) {
 *         call(input("x", SHAPE(2), 1, 2), 2);
 *         right(2, 4);                        // of the output named last: a pencil found it
 *     }
 *     static void drawn(void) {
 *         int n = parameter("n", size_between(1, 6));
 *         call(input_drawn("x", SHAPE(n), SUMMED), n);
 *     }
 *     const Cases cases = {{example}, drawn, 300};
 *
 * A case runs in a process of its own and may call the learner's functions as often as it likes.
 * It runs twice: on other garbage each time, and the second time after another case in the same
 * process. What is in its outputs when it ends are the answers. Right is what the solution
 * answers, where all right programs agree.
 *
 * Chance   Only the functions below draw, from the number of the case; what the learner's
 *          function may draw is an argument of it. Draw everything that the contract lets vary,
 *          each for itself, up to its extremes.
 * Memory   The harness owns all buffers. A page that nobody may touch lies close behind each in
 *          the first run, and close before it in the second. Inputs are read-only; outputs arrive
 *          filled with garbage.
 * Double   A test.c is compiled a second time with float being double. `single` stays a float.
 */
#ifndef CASES_H
#define CASES_H

#include <stdbool.h>

#include "exercise.h"

typedef struct Cases {
    void (*hand[8])(void);   // hand-computed, those that are printed first
    void (*drawn)(void);
    int count;   // of drawn cases
} Cases;
extern const Cases cases;   // test.c's

typedef __typeof__(1.0f) single;
typedef struct Shape {
    int axes, count, size[4];
} Shape;
#define NUMBERS(type, ...)                                                                         \
    (const type[]){__VA_ARGS__}, (int)(sizeof((const type[]){__VA_ARGS__}) / sizeof(type))
#define SHAPE(...) shape_of(NUMBERS(int, __VA_ARGS__))
Shape shape_of(const int *size, int axes);

void given(const char *words, ...)
    __attribute__((format(printf, 1, 2)));   // what the parameters do not say
int parameter(const char *name, int value);   // gives the value back
void batch_size(int samples);   // lets the judge recognise "N times too large"
void stage(int number);   // from 0 on; what fails in a later one is told only when this is passed

#define input(name, shape, ...) input_numbers(name, shape, NUMBERS(float, __VA_ARGS__))
const float *input_numbers(const char *name, Shape shape, const float *numbers, int count);
const void *input_bytes(const void *bytes, int count);   // anything else, which is not shown
float *output(const char *name, Shape shape);
#define output_holding(name, shape, ...) output_numbers(name, shape, NUMBERS(float, __VA_ARGS__))
float *output_numbers(const char *name, Shape shape, const float *numbers,
                      int count);   // to be added to

void answer(const char *name,
            double value);   // what a function returns: exact, no rounding is allowed for
void answer_at_least(const char *name, double value, double bound);   // a measured share
void secret(void);   // of the last output: neither it nor what is right is shown
#define right(...) right_numbers(NUMBERS(double, __VA_ARGS__))
void right_numbers(const double *numbers, int count);

// Drawing, the same for a case whenever it runs. SUMMED: numbers whose sums mostly are exact;
// COMPARED: all kinds, negative ones, equal ones and the largest that there are.
typedef enum Values { SUMMED, COMPARED } Values;
int between(int low, int high);   // both included
int size_between(int low,
                 int high);   // small ones in the first cases, so that a small one shows a fault
bool one_in(int chances);
single real_between(double low, double high);
const float *input_drawn(const char *name, Shape shape, Values values);
float *output_drawn(const char *name, Shape shape);   // holds drawn numbers, to be added to

#endif
