// The network layer by layer: shapes, parameters, arithmetic.
#include "lesson.h"

void show_network(App *app, Lesson *lesson)
{
    Network *net = lesson->net;
    double flops = graph_flops(net->loss, false);
    app_metric(app, "parameters", (double)params_learned(net->params),
               "numbers");
    app_metric(app, "flops_a_digit", flops, "FLOP");
    app_say(app, "network: %zu parameters, %.1f MFLOP a digit  "
                 "[tab:ch07-network]",
            params_learned(net->params), flops / 1e6);
    FILE *table = app_table(app, "network", "");
    graph_summary(net->loss, table);
    if (app->verbose || app->part) graph_summary(net->loss, stdout);
}
