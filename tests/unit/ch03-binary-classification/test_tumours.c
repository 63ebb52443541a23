/* test_tumours.c: the 569 tumours: malignant is a yes, though the file codes it as 0; the likeliest
 * line against Newton's; the loops against the library; and which answers of a table are refused.
 */
#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>

#include "../../../chapters/ch03-binary-classification/answers.h"
#include "../../../chapters/ch03-binary-classification/lesson.h"
#include "../../../common/kernels.h"
#include "../../golden/classification.h"
#include "../folder.h"

static TableTask task_of(const char *path, const char *target, double test)
{
    return (TableTask){.path = path,
                       .target = target,
                       .encoding = {.scale = true, .drop_first = true},
                       .test = test,
                       .seed = 1};
}

static TableSets tumours(double test)
{
    Error e = {0};
    TableSets s;
    TableTask task = task_of("data/breast-cancer/breast_cancer.csv", "target", test);
    cr_assert(answers_read(&s, &task, &(Answers){.yes = "0"}, &e), "%s", e.message);
    return s;
}

static int count_yes(const Dataset *set)
{
    int yes = 0;
    for (int n = 0; n < set->count; n++) {
        Real t = reals(&set->targets)[n];
        cr_assert(t == 0 || t == 1);
        yes += t > 0;
    }
    return yes;
}

Test(tumours, malignant_is_a_yes)
{
    TableSets s = tumours(0.2);
    cr_assert(count_yes(&s.train) + count_yes(&s.test) == 212, "212 of 569 are malignant");
    // The file's first row is a large, malignant tumour.
    for (int n = 0; n < s.train.count; n++)
        if (s.split.train.row[n] == 0) cr_assert(reals(&s.train.targets)[n] == 1);
    for (int n = 0; n < s.test.count; n++)
        if (s.split.test.row[n] == 0) cr_assert(reals(&s.test.targets)[n] == 1);
    // A larger radius speaks for malignant: so the weight that is learned is positive.
    const int radius = 0;
    Dataset one = with_inputs(&s.train, &radius, 1);
    Line line = line_new(1);
    learn_quietly(&line, &one, 1, 5, 0.1);
    cr_assert(line.w[0] > 1, "%g", (double)line.w[0]);
    line_free(&line);
    tensor_free(&one.inputs);
    table_sets_free(&s);
}

Test(tumours, steps_lead_to_the_likeliest_line)
{
    TableSets s = tumours(0);
    const int input[] = {0, 1};
    Dataset two = with_inputs(&s.train, input, 2);
    Line line = line_new(2), gradient = line_new(2);
    cr_assert(two.count == 569);
    for (int step = 0; step < 4000; step++) {
        gradient_plain(&gradient, &line, samples_in(&two));
        descend(&line, &gradient, 1);
    }
    for (int d = 0; d <= 2; d++)
        cr_assert(fabs((double)line.w[d] - golden_line[d]) < 1e-3 * fabs(golden_line[d]),
                  "%d: %.9g, expected %.9g", d, (double)line.w[d], golden_line[d]);
    cr_assert(fabs((double)loss_plain(&line, samples_in(&two)) - golden_mean_loss) < 1e-5);
    float *z = logits_of(&line, &two);
    cr_assert(fabs(roc_area(z, reals(&two.targets), two.count) - golden_area) < 1e-4);
    free(z);
    line_free(&line);
    line_free(&gradient);
    tensor_free(&two.inputs);
    table_sets_free(&s);
}

Test(tumours, the_library_finds_the_loss_and_the_gradient_of_the_loops)
{
    TableSets s = tumours(0.2);
    int features = s.encoder.features, count = s.train.count;
    Line line = line_new(features), gradient = line_new(features);
    for (int d = 0; d <= features; d++) line.w[d] = (float)sin(d + 1);
    float loss = gradient_plain(&gradient, &line, samples_in(&s.train));
    Tensor w = tensor_view(CPU, REAL, shape(features, 1), line.w),
           b = tensor_view(CPU, REAL, shape(1), line.b),
           t = tensor_reshape(&s.train.targets, shape(count, 1)),
           each = tensor_new(CPU, REAL, shape(count)),
           dw = tensor_new(CPU, REAL, shape(features, 1)), db = tensor_new(CPU, REAL, shape(1)),
           z = tensor_new(CPU, REAL, shape(count, 1)), dz = tensor_new(CPU, REAL, shape(count, 1));
    linear_forward(&z, &s.train.inputs, &w, &b, NULL, (Range){0, 1});
    binary_cross_entropy_forward(&each, &z, &t);
    binary_cross_entropy_backward(&dz, &z, &t, 1 / (Real)count);
    linear_backward(NULL, &dw, &db, &dz, &s.train.inputs, &w, (Range){0, features});
    double sum = 0;
    for (int n = 0; n < count; n++) sum += (double)reals(&each)[n] / count;
    cr_assert(fabs(sum - (double)loss) < 1e-5, "%g, %g", sum, (double)loss);
    for (int d = 0; d < features; d++)
        cr_assert(fabs((double)(gradient.w[d] - reals(&dw)[d])) < 1e-5, "dw(%d) %g, %g", d,
                  (double)gradient.w[d], (double)reals(&dw)[d]);
    cr_assert(fabs((double)(*gradient.b - *reals(&db))) < 1e-5);
    Tensor *made[] = {&each, &dw, &db, &z, &dz};
    for (int k = 0; k < 5; k++) tensor_free(made[k]);
    line_free(&line);
    line_free(&gradient);
    table_sets_free(&s);
}

// ---- The answers of a table

// Twelve rows, whose answers are those given, again and again.
static void write_answers(const char *path, const char *const *answer, int answers)
{
    FILE *file = fopen(path, "w");
    cr_assert(file);
    fputs("x,y\n", file);
    for (int i = 0; i < 12; i++) fprintf(file, "%d,%s\n", i, answer[i % answers]);
    fclose(file);
}

typedef struct Reading {
    const char *answer[3];
    int answers;
    const char *yes;   // asked
    const char *read;   // taken for a yes; NULL: refused
    const char *message;
} Reading;

TestSuite(answers, .init = make_folder, .fini = remove_folder);

Test(answers, are_two)
{
    const Reading readings[] = {
        {{"0", "1"}, 2, NULL, "1", NULL},
        {{"0", "1"}, 2, "0", "0", NULL},
        {{"1", "2", "1"}, 3, NULL, "2", NULL},
        {{"2", "1", "2"}, 3, NULL, "1", NULL},
        {{"no", "yes", "no"}, 3, NULL, "yes", NULL},
        {{"no", "yes", "yes"}, 3, NULL, "no", NULL},
        {{"a", "b", "c"}, 3, "b", "b", NULL},
        {{"0.5", "1"}, 2, "0.5", "0.5", NULL},
        {{"a", "b", "c"}, 3, NULL, NULL, "line 4, column y: c is a third value after a and b"},
        {{"a", "b"}, 2, "c", NULL, "column y: no row has c, which should be a yes"},
        {{"1"}, 1, NULL, NULL, "column y: all training rows are of one class, 1"},
    };
    const char *path = new_path("answers.csv");
    for (size_t k = 0; k < sizeof readings / sizeof *readings; k++) {
        const Reading *r = &readings[k];
        Error e = {0};
        TableSets s;
        TableTask task = task_of(path, "y", 0.5);
        Answers answers = {.yes = r->yes};
        write_answers(path, r->answer, r->answers);
        bool good = answers_read(&s, &task, &answers, &e);
        cr_assert(good == (r->read != NULL), "%zu: %s", k, e.message);
        if (!good) {
            cr_assert(strstr(e.message, r->message), "%zu: %s", k, e.message);
            continue;
        }
        cr_assert_str_eq(answers.yes, r->read);
        int expected = 0;
        for (int i = 0; i < 12; i++)
            expected += strcmp(r->answer[i % r->answers], r->read) == 0;
        cr_assert(count_yes(&s.train) + count_yes(&s.test) == expected);
        table_sets_free(&s);
    }
}
