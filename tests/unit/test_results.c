/* test_results.c: results have their names when the program has ended well, and a program that
 * stops, by its own fault or another's, leaves what was there before.
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
    cr_assert_str_eq(files("results"),
                     ".run .run-a curve.tsv metrics.tsv network.safetensors training.tsv ");
}

static void keeps_the_old_results(const char *line, int status)
{
    char before[4000], after[4000];
    expect_exit(run("--seed 1"), 0);
    read_text(in_folder("results/metrics.tsv"), before, sizeof before);
    expect_exit(run("%s", line), status);
    read_text(in_folder("results/metrics.tsv"), after, sizeof after);
    cr_assert_str_eq(before, after);
    cr_assert(exists("results/.run-a") != exists("results/.run-b") && !exists("results/.lock"),
              "something unfinished is left: %s", files("results"));
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

Test(results, a_disk_that_is_full_at_the_end)
{
    char line[200];
    snprintf(line, sizeof line, "lesson: %s/results/curve.tsv: File too large\n", folder);
    largest_file = 1500;
    expect_error(run("--quiet --epochs 30"), 1, line);
    cr_assert(!exists("results/metrics.tsv") && !exists("results/curve.tsv"));
    cr_assert_str_eq(files("results"), "");
}

// What was found in an hour is not thrown away because nobody could read of it.
Test(results, results_are_kept_where_standard_output_fails)
{
    const int full = open("/dev/full", O_WRONLY);
    cr_assert(full >= 0);
    int status = run_into(full, "--seed 3");
    char line[300];
    snprintf(line, sizeof line,
             "lesson: standard output: cannot be written; the results are in %s/results\n", folder);
    expect_error(status, 1, line);
    cr_assert_str_eq(files("results"),
                     ".run .run-a curve.tsv metrics.tsv network.safetensors training.tsv ");
    expect_exit(run("--seed 3 --part shift"), 0);
    cr_assert(strstr(out, "with the model of the last run") != NULL, "%s", out);
    status = run_into(full, "--list");
    expect_error(status, 1, "lesson: standard output: cannot be written\n");
}

// Weights that are no numbers are neither a result nor a checkpoint: the old ones stay.
Test(results, weights_that_are_not_numbers_are_not_kept)
{
    const Path saved = path_of("net.st");
    char before[4000], after[4000], line[400];
    expect_exit(run("--quiet --save %s", saved.text), 0);
    read_text(saved.text, before, sizeof before);
    expect_exit(run("--quiet --epochs 1 --batch 100 --spoil-at 1 --save %s", saved.text), 1);
    snprintf(line, sizeof line,
             "lesson: %s: not written: number 1 of w is inf; try a smaller --lr\n", saved.text);
    cr_assert_str_eq(err, line);
    read_text(saved.text, after, sizeof after);
    cr_assert_str_eq(before, after);
    expect_exit(run("--quiet --load %s", saved.text), 0);
    expect_exit(run("--quiet --epochs 1 --batch 100 --spoil-at 1"), 1);
    snprintf(line, sizeof line,
             "lesson: %s/results/network.safetensors: not written: number 1 of w is inf; try a "
             "smaller --lr\n",
             folder);
    cr_assert_str_eq(err, line);
    cr_assert(!exists("net.st.part") && !exists("net.st.lock") &&
              exists("results/network.safetensors"));
}

Test(results, another_measure_than_accuracy)
{
    char metrics[2000];
    expect_exit(run("--in-dollars"), 0);
    cr_assert(strstr(out, ", test rmse 142182 USD, "), "%s", out);
    read_text(in_folder("results/metrics.tsv"), metrics, sizeof metrics);
    cr_assert(strstr(metrics, "test_rmse\t142182\tUSD\n") && !strstr(metrics, "test_accuracy") &&
                  !strstr(metrics, "test_error"),
              "%s", metrics);
}
