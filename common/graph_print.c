// graph_print.c: a network as a table, and as a drawing for Graphviz.
#include <stdlib.h>

#include "graph_private.h"

static size_t learned_numbers(const Node *node)
{
    size_t count = 0;
    for (int k = 0; k < node->params; k++) {
        const Param *p = &node->graph->params->list[node->param[k]];
        count += p->is_statistic ? 0 : p->count;
    }
    return count;
}

/* Multiply-adds count as two. The backward pass of a product does it twice more, once for the
 * gradient to the weights and, unless nothing below is learned, once for that to the input.
 */
static double flops(const Node *node, bool training)
{
    if (!node->op || !node->op->flops) return 0;
    double once = node->op->flops(node);
    bool below = node->inputs == 0 || node->input[0]->has_gradient;
    return !training ? once : below ? 3 * once : 2 * once;
}

// Which nodes the output needs, views and fused ones included, by their index; the caller frees it.
static bool *shown_with(const Node *output)
{
    const Graph *g = output->graph;
    bool *shown = allocate((size_t)g->nodes, sizeof *shown);
    shown[output->index] = true;
    for (int i = output->index; i >= 0; i--)
        for (int k = 0; shown[i] && k < g->node[i]->inputs; k++)
            shown[g->node[i]->input[k]->index] = true;
    return shown;
}

double graph_flops(Node *output, bool training)
{
    const Graph *g = output->graph;
    bool *shown = shown_with(output);
    double sum = 0;
    for (int i = 0; i < g->nodes; i++) sum += shown[i] ? flops(g->node[i], training) : 0;
    free(shown);
    return sum;
}

typedef struct Grouped {
    char text[32];
} Grouped;

static Grouped grouped(size_t number)   // 1663370 as "1,663,370"
{
    char digits[32];
    int length = snprintf(digits, sizeof digits, "%zu", number), used = 0;
    Grouped g = {""};
    for (int i = 0; i < length; i++) {
        if (i && (length - i) % 3 == 0) g.text[used++] = ',';
        g.text[used++] = digits[i];
    }
    return g;
}

void graph_summary(Node *output, FILE *file)
{
    Graph *g = output->graph;
    plan(g);
    size_t parameters = 0;
    double sum = 0;
    bool *shown = shown_with(output);
    fprintf(file, "%-14s %-16s %12s %14s\n", "layer", "output", "parameters", "FLOPs/sample");
    for (int i = 0; i < g->nodes; i++) {
        const Node *node = g->node[i];
        if (!shown[i]) continue;
        size_t own = learned_numbers(node), work = (size_t)flops(node, false);
        fprintf(file, "%-14s %-16s %12s %14s%s%s\n", node->name, shape_text(node->shape).text,
                own ? grouped(own).text : "", work ? grouped(work).text : "",
                node->fused_into ? "  in " : "", node->fused_into ? node->fused_into->name : "");
        parameters += own;
        sum += flops(node, false);
    }
    fprintf(file, "%-14s %-16s %12s %14s\n", "total", "", grouped(parameters).text,
            grouped((size_t)sum).text);
    free(shown);
}

void graph_table(Node *output, FILE *file)
{
    Graph *g = output->graph;
    plan(g);
    bool *shown = shown_with(output);
    fprintf(file, "layer\toutput\tparameters\tflops\tfused_into\n");
    for (int i = 0; i < g->nodes; i++) {
        const Node *node = g->node[i];
        if (!shown[i]) continue;
        fprintf(file, "%s\t%s\t%zu\t%.0f\t%s\n", node->name, shape_text(node->shape).text,
                learned_numbers(node), flops(node, false),
                node->fused_into ? node->fused_into->name : "");
    }
    free(shown);
}

void graph_draw(Node *output, FILE *file)
{
    Graph *g = output->graph;
    bool *shown = shown_with(output);
    fprintf(file, "digraph network {\n    rankdir=TB;\n    node [shape=box, "
                  "fontname=\"sans-serif\", fontsize=11];\n");
    for (int i = 0; i < g->nodes; i++) {
        const Node *node = g->node[i];
        if (!shown[i]) continue;
        size_t own = learned_numbers(node);
        fprintf(file, "    n%d [label=\"%s\\n%s%s%s\"%s];\n", i, node->name,
                shape_text(node->shape).text, own ? "\\n" : "", own ? grouped(own).text : "",
                node->op ? "" : ", style=rounded");
        for (int k = 0; k < node->inputs; k++)
            fprintf(file, "    n%d -> n%d;\n", node->input[k]->index, i);
    }
    fprintf(file, "}\n");
    free(shown);
}
