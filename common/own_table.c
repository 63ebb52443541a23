/* own_table.c: what may stand together on a command line with --table. */
#include "own_table.h"

static void refuse_without_table(App *app, const char *option, const char *value)
{
    if (value) app_fail(app, 2, "%s goes with --table", option);
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
    app_only(app, of_any_table, bundled);
}
