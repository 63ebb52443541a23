// ./ch03-binary-classification --predict "mean_radius=20": is it a yes, how
// probable is that, and what is it made of?
#include "lesson.h"
#include "table_row.h"

#include <math.h>

static TableRow sample_asked(App *app, const Lesson *lesson,
                             const char *question)
{
    Error error = {0};
    TableRow sample;
    if (!table_row(&sample, &lesson->sets, question, &error))
        app_fail(app, 1, "--predict: %s", error.message);
    for (int r = 0; r < sample.assumed; r++)
        app_detail(app, "%s", sample.csv.remark[r]);
    if (sample.assumed > 0)
        app_say(app,
                "%d inputs are not given and take their mean or most "
                "frequent value; --verbose says which",
                sample.assumed);
    for (int r = sample.assumed; r < sample.csv.remarks; r++)
        app_say(app, "%s", sample.csv.remark[r]);
    return sample;
}

void predict_answer(App *app, Lesson *lesson, const char *question)
{
    const Encoder *e = &lesson->sets.encoder;
    TableRow sample = sample_asked(app, lesson, question);
    double z = (double)*lesson->line.b;
    app_say(app, "  %-44s %+8.2f", "where all inputs are at their mean", z);
    for (int k = 0; k < e->columns; k++) {
        double share =
            table_row_share(&sample, &e->column[k], lesson->line.w);
        if (fabs(share) >= 0.005)
            app_say(app, "  %-44s %+8.2f", table_row_words(&sample, k).text,
                    share);
        z += share;
    }
    double p = (double)sigmoid_plain((float)z);
    app_say(app, "  %-44s %+8.2f", "together, the logit", z);
    app_say(app, "%s with probability %.4f", z > 0 ? lesson->yes : lesson->no,
            z > 0 ? p : 1 - p);
    if (app->quiet) printf("%s\t%.6f\n", z > 0 ? lesson->yes : lesson->no, p);
    table_row_free(&sample);
}
