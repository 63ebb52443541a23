/* own_table.c: what may stand together on a command line with --table. */
#include "own_table.h"

#include <string.h>

static void refuse_without_table(App *app, const char *option, const char *value)
{
    if (value) app_fail(app, 2, "%s goes with --table", option);
}

static void check_part(App *app, const Experiment *of_any_table, const char *bundled)
{
    char names[300] = "";
    if (!app->part || strcmp(app->part, "all") == 0) return;
    for (const Experiment *e = of_any_table; e->name; e++) {
        if (strcmp(e->name, app->part) == 0) return;
        size_t used = strlen(names);
        snprintf(names + used, sizeof names - used, "%s%s", used > 0 ? ", " : "", e->name);
    }
    app_fail(app, 2, "--part %s is about the bundled %s; with --table there are %s", app->part,
             bundled, names);
}

void own_table_check(App *app, const OwnTable *own, const Experiment *of_any_table,
                     const char *bundled)
{
    if (!own->table) {
        refuse_without_table(app, "--target", own->target);
        refuse_without_table(app, "--positive", own->positive);
        refuse_without_table(app, "--read", own->read);
        return;
    }
    if (!own->target)
        app_fail(app, 2, "--table %s: which column is to be predicted? Say --target COLUMN",
                 own->table);
    app->defaults.experiments = of_any_table;
    check_part(app, of_any_table, bundled);
}
