/* exercise.h: what an exercise is made of: a stub calls EXERCISE_TODO(), a test.c calls the rest.
 *
 * A test.c defines exercise(), which runs the learner's function on small cases and says what is
 * right, and what each typical mistake would give instead:
 *
 *     given("a 2 x 2 picture, one filter");
 *     const float *x = input(1, 2, 3, 4);
 *     float *y = output(2);
 *     learners_function(y, x);
 *     got("y", y, 1, 2);                 // name, numbers, shape
 *     right(3, 7);
 *     wrong("columns-summed", 4, 6);     // the tag of a hint
 *
 * A tag is reported only if it explains every number of every case: where a case has no wrong() for
 * it, the tag stands for the right numbers. So a mistake that nobody foresaw gets no hint at all.
 *
 * Memory   The harness owns all buffers; they live until the case ends. A page that nobody may
 *          touch lies close behind each in the first run, and close before it in the second. Inputs
 *          are read-only; outputs arrive filled with garbage.
 * Errors   A test.c that contradicts itself ends with status 3 and one line.
 */
#ifndef EXERCISE_H
#define EXERCISE_H

// The stub's body. Whoever has written nothing yet has made no mistake.
#define EXERCISE_TODO() exercise_todo()
_Noreturn void exercise_todo(void);

void exercise(void);   // test.c's

// What the next got() is about. Messages name the line where it stands,
// and of a wrong number that of right().
#define given(...) given_at(__LINE__, __VA_ARGS__)
void given_at(int line, const char *format, ...) __attribute__((format(printf, 2, 3)));
void batch_size(int samples);   // lets the harness recognise "N times too large"

#define NUMBERS(type, ...)                                                                         \
    (const type[]){__VA_ARGS__}, (int)(sizeof((const type[]){__VA_ARGS__}) / sizeof(type))

#define input(...) input_floats(NUMBERS(float, __VA_ARGS__))
#define input_whole(...) input_ints(NUMBERS(int, __VA_ARGS__))
#define holding(...)                                                                               \
    output_holding(NUMBERS(float, __VA_ARGS__))   // an output that is to be added to
const float *input_floats(const float *values, int count);
const int *input_ints(const int *values, int count);
float *output_holding(const float *values, int count);
float *output(int count);

#define got(name, numbers, ...) got_floats(name, numbers, NUMBERS(int, __VA_ARGS__))
void got_floats(const char *name, const float *numbers, const int *shape, int axes);
void got_number(const char *name, double number);

#define right(...) right_numbers(__LINE__, NUMBERS(double, __VA_ARGS__))
#define wrong(tag, ...) wrong_numbers(tag, NUMBERS(double, __VA_ARGS__))
void right_numbers(int line, const double *numbers, int count);
void wrong_numbers(const char *tag, const double *numbers, int count);
#define UNTOUCHED (double)__builtin_nan("")   // in wrong(): this number is not written
void keep_secret(
    void);   // the message does not say what is right: a pencil found it, or nobody did
#define right_at_least(bound)                                                                      \
    right_from(__LINE__, bound)   // for a measured share: any number from `bound` on is right
void right_from(int line, double bound);

// The number behind "name =" in the learner's answer.txt; a question
// mark there means "not started".
double answer(const char *name);

#endif
