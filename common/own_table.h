/* own_table.h: a table of the reader's own, on which a chapter does its lesson: the options that
 * name it, and the experiments that it has.
 *
 *     static OwnTable own;
 *     … {"--table", "CSV", "the lesson on a table of your own", TEXT, &own.table, true}, …
 *     App app = app_begin(…);
 *     own_table_check(&app, &own, of_any_table, "houses");
 */
#ifndef OWN_TABLE_H
#define OWN_TABLE_H

#include "app.h"
#include "table_sets.h"

// Where the options' values go; NULL: not given, or no option of this chapter.
typedef struct OwnTable {
    const char *table, *target;
    const char *positive;  // which value of the target is a yes
    const char *read;      // words of csv_options: "separator=; decimal=,"
} OwnTable;

// With --table the experiments of the app are `of_any_table`, which ask nothing of a table but its
// form. The command line's fault, which ends the program: one of the others without --table, it
// without --target, or --part with an experiment that is not among them, since it is about
// `bundled`, the lesson's own data.
void own_table_check(App *, const OwnTable *, const Experiment *of_any_table, const char *bundled);

#endif
