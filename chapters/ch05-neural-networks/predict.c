// --predict 2,-1: on which side does this point lie?
#include "lesson.h"

#include <math.h>
#include <stdlib.h>

static bool read_point(Real point[2], const char *text)
{
    for (int k = 0; k < 2; k++) {
        char *end;
        double value = strtod(text, &end);
        if (end == text || *end != (k == 0 ? ',' : '\0')) return false;
        if (!isfinite(value) || fabs(value) > 1e6) return false;
        point[k] = (Real)value;
        text = end + 1;
    }
    return true;
}

void predict_answer(App *app, Lesson *lesson, const char *question)
{
    const Design *d = &lesson->design;
    Real point[2], row[PLANAR_INPUTS];
    if (!read_point(point, question))
        app_fail(app, 1,
                 "--predict %.60s: expected two numbers, such as 2,-1",
                 question);
    planar_inputs(row, d->input, d->inputs, point);
    Tensor x = tensor_view(CPU, REAL, shape(1, d->inputs), row);
    feed(lesson->show.x, &x);
    Real logit = *reals(predict(lesson->show.logit));
    double z = (double)logit, p = sure(logit);
    if (fabs((double)point[0]) > 6 || fabs((double)point[1]) > 6)
        app_say(app, "no training point lies out there");
    app_say(app, "%s: a yes with probability %.3f, a logit of %.2f",
            question, p, z);
    if (app->quiet) printf("%s\t%.4f\n", z > 0 ? "yes" : "no", p);
}
