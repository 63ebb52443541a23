/* test_results.c: results have their names when the program has ended well, and a program that stops, by its
 * own fault or another's, leaves what was there before.
 */
#include <signal.h>
#include <sys/stat.h>

#include "run_lesson.h"

TestSuite(results, .init = make_folder, .fini = remove_folder, .timeout = 60);

Test(results, results_have_their_names_when_the_program_has_ended_well)
{
    expect_exit(run("--seed 18446744073709551615 --threads 2"), 0);
    char text[4000];
    read_text(in_folder("results/curve.tsv"), text, sizeof text);
    cr_assert(strncmp(text, "step\tloss\n1\t", 12) == 0);
    cr_assert_eq(lines(text), 1 + 3 * 7);
    read_text(in_folder("results/metrics.tsv"), text, sizeof text);
    const char *expected[] = {"w0\t",           "seed\t18446744073709551615\t\n",
                              "threads\t2\t\n", "device\tcpu\t\n",
                              "build\t",        "total_seconds\t"};
    for (size_t i = 0; i < 6; i++)
        cr_assert(strstr(text, expected[i]), "no %s in:\n%s", expected[i], text);
    cr_assert(!exists("results/metrics.tsv.part") && !exists("results/curve.tsv.part"));
}

static void keeps_the_old_results(const char *line, int status)
{
    char before[4000], after[4000];
    expect_exit(run("--seed 1"), 0);
    read_text(in_folder("results/metrics.tsv"), before, sizeof before);
    expect_exit(run("%s", line), status);
    read_text(in_folder("results/metrics.tsv"), after, sizeof after);
    cr_assert_str_eq(before, after);
    cr_assert(!exists("results/metrics.tsv.part") && !exists("results/curve.tsv.part"),
              "something unfinished is left");
}

Test(results, a_loss_that_is_not_a_number_ends_the_program)
{
    keeps_the_old_results("--nan-at 9 --lr 0.5", 1);
    cr_assert(strstr(err, "lesson: the loss is nan at epoch 2, batch 2, learning rate 0.4") == err,
              "%s", err);
    cr_assert(strstr(err, "; try a smaller --lr\n") && lines(err) == 1, "%s", err);
}

Test(results, ctrl_c_without_save)
{
    keeps_the_old_results("--stop-at 10", 130);
    cr_assert_str_eq(err, "lesson: stopped by Ctrl-C at epoch 2, batch 3\n");
    keeps_the_old_results("--terminate-at 10", 143);
    cr_assert_str_eq(err, "lesson: stopped by SIGTERM at epoch 2, batch 3\n");
}

Test(results, ctrl_c_in_an_experiment)
{
    keeps_the_old_results("--part all --stop-at -1", 130);
    cr_assert_str_eq(err, "lesson: stopped by Ctrl-C\n");
    cr_assert(!strstr(out, "shift ran"));
}

Test(results, the_second_ctrl_c_kills)
{
    const int status = run("--wait-at 5");
    cr_assert(WIFSIGNALED(status) && WTERMSIG(status) == SIGINT, "status %x", status);
}

Test(results, a_folder_that_cannot_be_is_named)
{
    FILE *file = fopen(in_folder("file"), "w");
    fclose(file);
    char line[200];
    snprintf(line, sizeof line, "lesson: %s/file/x: cannot make this folder: Not a directory\n",
             folder);
    expect_error(run("--out %s/file/x", folder), 1, line);
}

Test(results, a_full_disk_at_the_end)
{
    cr_assert_eq(mkdir(in_folder("results"), 0777), 0);
    cr_assert_eq(symlink("/dev/full", in_folder("results/curve.tsv.part")), 0);
    char line[200];
    snprintf(line, sizeof line, "lesson: %s/results/curve.tsv: No space left on device\n", folder);
    expect_error(run("--quiet"), 1, line);
    cr_assert(!exists("results/metrics.tsv") && !exists("results/metrics.tsv.part") &&
              !exists("results/curve.tsv"));
    cr_assert(readlink(in_folder("results/curve.tsv.part"), line, sizeof line) < 0,
              "something unfinished is left");
}
