// The network layer by layer: shapes, parameters, arithmetic.
#include "lesson.h"

void show_network(App *app, Lesson *lesson)
{
    Network *net = lesson->net;
    double forward_flops = graph_flops(net->loss, false);
    double training_flops = graph_flops(net->loss, true);
    size_t parameters = params_learned(net->params);
    app_metric(app, "parameters", (double)parameters, "numbers");
    app_metric(app, "forward_flops", forward_flops, "FLOP a digit");
    app_metric(app, "training_flops", training_flops, "FLOP a digit");
    app_say(app, "network: %zu parameters; a digit takes %.1f MFLOP, %.1f "
                 "with its gradients  [tab:ch07-network]",
            parameters, forward_flops / 1e6, training_flops / 1e6);
    graph_table(net->loss, app_file(app, "network.tsv"));
    graph_draw(net->loss, app_file(app, "network.dot"));
    if (!app->quiet && (app->verbose || app->part))
        graph_summary(net->loss, stdout);
}
