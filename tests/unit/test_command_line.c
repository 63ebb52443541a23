// test_command_line.c: what a program makes of its command line, and what it says in a pipe and in
// a terminal.
#include <pty.h>
#include <signal.h>

#include "../../common/app.h"
#include "run_lesson.h"

TestSuite(command_line, .init = make_folder, .fini = remove_folder, .timeout = 60);

Test(command_line, help_is_sorted_and_shows_what_is_usual)
{
    expect_exit(run("--batch 99 --help"), 0);
    cr_assert_str_empty(err);
    cr_assert(strstr(out, "lesson: a test\n") == out);
    cr_assert(strstr(out, "  --batch N             samples a step (16)\n") != NULL, "%s", out);
    cr_assert(strstr(out, "  --dataset NAME        mnist or cifar (mnist)\n") != NULL, "%s", out);
    cr_assert(strstr(out, "  --quiet               print errors only\n") != NULL, "%s", out);
    const char *order[] = {"--augment", "--batch",   "--data ",  "--dataset", "--device",
                           "--epochs",  "--help",    "--list",   "--load",    "--lr",
                           "--out",     "--part",    "--quiet",  "--resume",  "--save",
                           "--seed",    "--threads", "--verbose"};
    const char *at = out;
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
        at = strstr(at, order[i]);
        cr_assert(at != NULL, "%s is missing or out of order in:\n%s", order[i], out);
    }
    cr_assert(strstr(out, "about the lesson's training; with --part own,\n") != NULL, "%s", out);
    cr_assert(!exists("results"), "--help makes no folder");
}

Test(command_line, list_names_the_experiments)
{
    expect_exit(run("--list"), 0);
    cr_assert_str_eq(out, "  noise            core     what noise does\n"
                          "  shift            further  what moving does\n"
                          "  own              further  a training of its own\n");
}

Test(command_line, a_wrong_command_line_is_one_line_and_status_2)
{
    const char *cases[][2] = {
        {"--colour", "unknown option --colour; see ./lesson --help"},
        {"mnist", "unknown option mnist; see ./lesson --help"},
        {"--batch", "--batch needs a whole number; see ./lesson --help"},
        {"--batch 6x", "--batch 6x: expected a whole number; see ./lesson --help"},
        {"--batch=", "--batch : expected a whole number; see ./lesson --help"},
        {"--batch 0", "--batch 0: expected 1 to 65536; see ./lesson --help"},
        {"--batch -4", "--batch -4: expected 1 to 65536; see ./lesson --help"},
        {"--batch 99999999999",
         "--batch 99999999999: expected a whole number; see ./lesson --help"},
        {"--epochs -1", "--epochs -1: expected 1 to 1000000; see ./lesson --help"},
        {"--epochs 0", "--epochs 0: expected 1 to 1000000; see ./lesson --help"},
        {"--epochs 2147483647", "--epochs 2147483647: expected 1 to 1000000; see ./lesson --help"},
        {"--epochs 1.5", "--epochs 1.5: expected a whole number; see ./lesson --help"},
        {"--lr fast", "--lr fast: expected a number; see ./lesson --help"},
        {"--lr nan", "--lr nan: expected a number; see ./lesson --help"},
        {"--lr -1", "--lr -1: expected 1e-30 to 1e+30; see ./lesson --help"},
        {"--lr 0", "--lr 0: expected 1e-30 to 1e+30; see ./lesson --help"},
        {"--lr 1e-60", "--lr 1e-60: expected 1e-30 to 1e+30; see ./lesson --help"},
        {"--lr 1e39", "--lr 1e+39: expected 1e-30 to 1e+30; see ./lesson --help"},
        {"--lr inf", "--lr inf: expected a number; see ./lesson --help"},
        {"--lr 1e999", "--lr 1e999: expected a number; see ./lesson --help"},
        {"--lr 0.1x", "--lr 0.1x: expected a number; see ./lesson --help"},
        {"--seed -1", "--seed -1: expected a whole number; see ./lesson --help"},
        {"--seed 99999999999999999999",
         "--seed 99999999999999999999: expected a whole number; see ./lesson --help"},
        {"--threads -2", "--threads -2: expected 0 to 1024; see ./lesson --help"},
        {"--threads 1025", "--threads 1025: expected 0 to 1024; see ./lesson --help"},
        {"--dataset a\033b", "--dataset: a value with control characters; see ./lesson --help"},
        {"--quiet=yes", "--quiet takes no value; see ./lesson --help"},
        {"--save", "--save needs a value; see ./lesson --help"},
        {"--device abacus",
         "--device abacus: not one of cpu, cuda, cuda-sim, auto; see ./lesson --help"},
        {"--load a --resume b",
         "--load takes a trained model: --resume would do nothing; see ./lesson --help"},
        {"--part noise --save a",
         "this --part needs no trained model: --save would do nothing; see ./lesson --help"},
        {"--part noise --resume a",
         "this --part needs no trained model: --resume would do nothing; see ./lesson --help"},
        {"--part colour", "--part colour: no such experiment; ./lesson --list names them"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char line[200];
        snprintf(line, sizeof line, "lesson: %s\n", cases[i][1]);
        expect_error(run("%s", cases[i][0]), 2, line);
        cr_assert(!exists("results"), "%s makes no folder", cases[i][0]);
    }
}

// Files are looked for in it, and their whole names must fit.
Test(command_line, a_folder_of_data_has_a_path_of_up_to_400_bytes)
{
    char folder_of[402], line[500];
    memset(folder_of, 'a', 401);
    folder_of[401] = '\0';
    expect_error(run("--data %s", folder_of), 2,
                 "lesson: --data aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…: a path of 401 bytes, "
                 "expected at most 400; "
                 "see ./lesson --help\n");
    snprintf(line, sizeof line, "lesson: --data %s: File name too long\n", folder_of + 1);
    expect_error(run("--quiet --data %s", folder_of + 1), 1, line);
    cr_assert(!exists("results"));
}

// From another folder the program finds the project that it lies in; a copy elsewhere finds none,
// and says so.
Test(command_line, data_are_found_from_any_folder_or_asked_for)
{
    char where[1024], line[2400];
    cr_assert(getcwd(where, sizeof where) != NULL);
    start_in = folder;
    expect_exit(run("--help"), 0);
    snprintf(line, sizeof line, "where the data sets are (%s/data)\n", where);
    cr_assert(strstr(out, line) != NULL, "%s", out);
    expect_exit(run("--quiet"), 0);
    cr_assert(exists("results/metrics.tsv"));

    char own[1024] = "";   // under an emulator, /proc/PID/exe is the emulator's for others
    cr_assert(readlink("/proc/self/exe", own, sizeof own - 1) > 0);
    snprintf(line, sizeof line, "cp '%s' %s/copy", own, folder);
    cr_assert_eq(system(line), 0);
    program = "./copy";
    snprintf(line, sizeof line,
             "lesson: no data/ in %s, nor beside the program: start it in the project's folder, "
             "or say --data DIR\n",
             folder);
    expect_error(run("--out build/results/lesson"), 1, line);
    cr_assert(!exists("build/results"), "results are put where no data are");
    snprintf(line, sizeof line, "lesson: --data %s/nowhere: No such file or directory\n", folder);
    expect_error(run("--data %s/nowhere", folder), 1, line);
    expect_exit(run("--quiet --data %s/data", where), 0);
}

// A network that is there with --part, or that of --load: the same from any folder.
Test(command_line, the_same_network_from_any_folder)
{
    expect_exit(run("--quiet"), 0);
    start_in = folder;
    expect_exit(run("--part shift"), 0);
    cr_assert(strstr(out, "with the model of the last run") && !strstr(out, "epoch"), "%s", out);
}

Test(command_line, options_take_their_value_behind_a_space_or_an_equals_sign)
{
    expect_exit(run("--seed=7 --threads 1 --epochs=1"), 0);
    char metrics[2000];
    read_text(in_folder("results/metrics.tsv"), metrics, sizeof metrics);
    cr_assert(strstr(metrics, "seed\t7\t\n") && strstr(metrics, "threads\t1\t\n"), "%s", metrics);
}

Test(command_line, parts)
{
    expect_exit(run(""), 0);
    cr_assert(strstr(out, "noise ran") && !strstr(out, "shift ran"));
    expect_exit(run("--part shift"), 0);
    cr_assert(!strstr(out, "noise ran") && strstr(out, "shift ran"));
    expect_exit(run("--part all"), 0);
    cr_assert(strstr(out, "noise ran") && strstr(out, "shift ran"));
}

Test(command_line, an_option_that_asks_an_experiments_network_names_its_part)
{
    expect_exit(run("--own-of mice --save %s/own.st", folder), 0);
    cr_assert(strstr(out, "own of mice") && !strstr(out, "noise ran"), "%s", out);
    expect_exit(run("--own-of mice --part own --load %s/own.st", folder), 0);
    cr_assert(strstr(out, "own of mice") && !strstr(out, "epoch 1"), "%s", out);
    expect_error(run("--own-of mice --part noise"), 2,
                 "lesson: --own-of goes with --part own; see ./lesson --help\n");
}

Test(command_line, quiet_is_silent_and_the_usual_run_sparing)
{
    expect_exit(run("--quiet --verbose"), 0);
    cr_assert_str_empty(out);
    cr_assert_str_empty(err);
    expect_exit(run("--threads 1"), 0);
    cr_assert(strncmp(out, "device cpu, 1 thread, ", 22) == 0, "%s", out);
    cr_assert(strstr(out, "epoch 3/3: loss ") && strstr(out, ", test accuracy 0.5000, "), "%s",
              out);
    cr_assert_eq(lines(out), 5, "%s", out);
    expect_exit(run("--verbose"), 0);
    cr_assert(strstr(out, "noise: what noise does\n") != NULL);
}

Test(command_line, a_pipe_gets_few_lines_and_none_redrawn)
{
    expect_exit(run("--epochs 6000 --threads 1"), 0);
    cr_assert(lines(out) <= 22 && lines(out) >= 20 && !strchr(out, '\r') && !strchr(out, '\033'),
              "%s", out);
    cr_assert(strstr(out, "epoch 300/6000: loss ") && strstr(out, "epoch 6000/6000: loss "), "%s",
              out);
}

Test(command_line, a_terminal_gets_a_line_that_is_redrawn)
{
    char line[200], copy[200], *words[40], text[20000] = "";
    snprintf(line, sizeof line, "--epochs 1000000 --out %s/results", folder);
    words_of(words, 40, line, copy);
    int terminal, other;
    struct winsize size = {.ws_row = 24, .ws_col = 100};
    cr_assert_eq(openpty(&terminal, &other, NULL, NULL, &size), 0);
    const pid_t child = fork();
    if (child == 0) start_lesson(words, other);
    close(other);
    const double start = seconds_now();
    size_t used = 0;
    while (seconds_now() - start < 20) {
        const ssize_t got = read(terminal, text + used, sizeof text - 1 - used);
        if (got <= 0) break;
        text[used += (size_t)got] = '\0';
        if (strstr(text, " left\033[K")) break;
    }
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    cr_assert(used > 0 && strstr(text, "\repoch ") && strstr(text, " left\033[K"), "%s", text);
    close(terminal);
}
