/* test_run_folder.c: one folder of results and several programs: a second one is refused, a run
 * that adds keeps what is there, and whatever kills a program, its results appear together or not
 * at all.
 */
#include <signal.h>
#include <sys/stat.h>

#include "../../common/app.h"
#include "run_lesson.h"

TestSuite(run_folder, .init = make_folder, .fini = remove_folder, .timeout = 120);

static pid_t start_line(int output, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const pid_t child = start(output, format, arguments);
    va_end(arguments);
    return child;
}

// A lesson that stands still in its second epoch.
static pid_t start_paused(const char *line)
{
    const pid_t child = start_line(-1, "--pause-at 9 %s", line);
    int status;
    cr_assert(waitpid(child, &status, WUNTRACED) == child && WIFSTOPPED(status), "status %x",
              status);
    return child;
}

static void end_well(pid_t child)
{
    int status;
    kill(child, SIGCONT);
    cr_assert(waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0,
              "status %x", status);
}

static const char *content(const char *name)
{
    static char text[2][100000];
    static int turn;
    turn = !turn;
    read_text(in_folder(name), text[turn], sizeof text[0]);
    return text[turn];
}

// ---- Two programs

Test(run_folder, a_second_program_is_refused_and_hurts_nobody)
{
    const pid_t first = start_paused("--seed 7");
    expect_exit(run("--quiet"), 1);
    char expected[300];
    snprintf(expected, sizeof expected, "lesson: %s/results: in use by lesson, process %d on ",
             folder, (int)first);
    cr_assert(strstr(err, expected) == err && strstr(err, ", since 20") && lines(err) == 1, "%s",
              err);
    cr_assert(strstr(err, "; --out DIR writes elsewhere\n") != NULL, "%s", err);
    expect_exit(run("--colour"), 2);
    expect_exit(run("--part noise"), 1);
    expect_exit(run("--data %s/nowhere", folder), 1);
    expect_exit(run("--out %s/other", folder), 0);
    end_well(first);
    cr_assert(strstr(content("results/metrics.tsv"), "seed\t7\t\n") != NULL);
    cr_assert_str_eq(files("results"),
                     ".run .run-a curve.tsv metrics.tsv network.safetensors training.tsv ");
}

Test(run_folder, the_lock_of_a_killed_program_is_open)
{
    const pid_t first = start_paused("");
    kill(first, SIGKILL);
    waitpid(first, NULL, 0);
    cr_assert(exists("results/.lock") && exists("results/.run-a/curve.tsv"), "%s",
              files("results"));
    expect_exit(run(""), 0);
    cr_assert_str_eq(files("results"),
                     ".run .run-a curve.tsv metrics.tsv network.safetensors training.tsv ");
}

Test(run_folder, two_programs_do_not_save_to_one_file)
{
    char line[200];
    snprintf(line, sizeof line, "--save %s/net.st", folder);
    const pid_t first = start_paused(line);
    expect_exit(run("--out %s/other --save %s/net.st", folder, folder), 1);
    snprintf(line, sizeof line, "lesson: --save %s/net.st: in use by lesson, process %d on ",
             folder, (int)first);
    cr_assert(strstr(err, line) == err && lines(err) == 1, "%s", err);
    end_well(first);
    cr_assert(exists("net.st") && !exists("net.st.lock") && !exists("net.st.part"));
}

// ---- A kill at any moment

enum { TABLES = 50 };

// Do all files come from the run that metrics.tsv names?
static void expect_one_run(int round)
{
    const char *at = strstr(content("results/metrics.tsv"), "seed\t");
    cr_assert(at != NULL);
    char reference[40];
    snprintf(reference, sizeof reference, "seed%d", atoi(at + 5));
    for (int k = 0; k < TABLES; k++) {
        char name[40];
        snprintf(name, sizeof name, "results/table%d.tsv", k);
        const int seed = atoi(content(name) + strlen("seed\n"));
        cr_assert(atoi(reference + 4) == seed, "round %d: %s is of seed %d, the metrics of %s",
                  round, name, seed, reference);
    }
    char command[300];
    for (const char *files = "curve.tsv training.tsv network.safetensors"; *files;
         files += strcspn(files, " ") + 1) {
        snprintf(command, sizeof command, "cmp -s %s/results/%.*s %s/%s/%.*s", folder,
                 (int)strcspn(files, " "), files, folder, reference, (int)strcspn(files, " "),
                 files);
        cr_assert_eq(system(command), 0, "round %d: %s", round, command);
        if (!strchr(files, ' ')) break;
    }
}

// Waits until the last experiment has spoken: from then on the results are put in their places.
static void kill_at_the_end(uint64_t seed, useconds_t later)
{
    int line[2];
    cr_assert_eq(pipe(line), 0);
    const pid_t child =
        start_line(line[1], "--tables %d --epochs 1 --seed %d --threads 1", TABLES, (int)seed);
    close(line[1]);
    char said[8000] = "";
    size_t used = 0;
    for (ssize_t got; !strstr(said, "noise ran") &&
                      (got = read(line[0], said + used, sizeof said - 1 - used)) > 0;)
        used += (size_t)got;
    usleep(later);
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    close(line[0]);
}

Test(run_folder, a_kill_leaves_all_of_the_old_results_or_all_of_the_new)
{
    for (int seed = 1; seed <= 2; seed++)
        expect_exit(run("--out %s/seed%d --tables %d --epochs 1 --seed %d --threads 1", folder,
                        seed, TABLES, seed),
                    0);
    expect_exit(run("--tables %d --epochs 1 --seed 1 --threads 1", TABLES), 0);
    expect_one_run(-1);
    for (int round = 0; round < 20; round++) {
        const Stream stream = {(uint64_t)getpid(), 0, FOR_LESSON, 0};
        kill_at_the_end((uint64_t)(2 - round % 2), random_below(stream, (uint64_t)round, 3000));
        expect_one_run(round);
    }
    expect_exit(run("--epochs 1"), 0);
    cr_assert(!exists("results/table7.tsv") && exists("results/.run-a") != exists("results/.run-b"),
              "%s", files("results"));
}

// ---- A run that adds

Test(run_folder, a_run_without_training_adds_and_marks_what_it_did_not_find)
{
    expect_exit(run("--seed 4"), 0);
    expect_exit(run("--part noise --tables 1"), 0);
    const char *metrics = content("results/metrics.tsv"),
               *time = strstr(metrics, "train_seconds\t");
    cr_assert(strstr(out, "lesson") || strstr(out, "metrics.tsv keeps "), "%s", out);
    cr_assert(strstr(out, " numbers of an earlier run (20") != NULL, "%s", out);
    cr_assert(time && strstr(time, "\ts\t20") && strstr(time, "\ts\t20") < strchr(time, '\n'), "%s",
              metrics);
    cr_assert_str_eq(
        files("results"),
        ".run .run-b curve.tsv metrics.tsv network.safetensors table0.tsv training.tsv ");
    const char *before = strcpy(malloc(strlen(metrics) + 1), metrics);
    usleep(1100000);
    expect_exit(run("--part noise"), 0);
    cr_assert_str_eq(content("results/metrics.tsv"), before, "marks stay what they are");
    free((void *)before);
    expect_exit(run("--seed 5"), 0);
    cr_assert(!strstr(content("results/metrics.tsv"), "\t20") && !exists("results/table0.tsv"),
              "%s", files("results"));
}

Test(run_folder, an_experiment_alone_says_all_there_is_to_say)
{
    expect_exit(run("--part noise --tables 1"), 0);
    cr_assert(strstr(content("results/metrics.tsv"), "seed\t1\t\n") != NULL);
    cr_assert_str_eq(files("results"), ".run .run-a metrics.tsv table0.tsv ");
}

// ---- Folders of other kinds

Test(run_folder, files_of_others_stay_and_plain_ones_are_replaced)
{
    cr_assert_eq(mkdir(in_folder("results"), 0777), 0);
    fclose(fopen(in_folder("results/key"), "w"));
    fclose(fopen(in_folder("results/curve.tsv"), "w"));
    expect_exit(run(""), 0);
    cr_assert(exists("results/key") &&
              strncmp(content("results/curve.tsv"), "step\tloss\n1\t", 12) == 0);
    expect_exit(run("--nan-at 3"), 1);
    cr_assert_str_eq(files("results"),
                     ".run .run-a curve.tsv key metrics.tsv network.safetensors training.tsv ");
}

Test(run_folder, a_file_system_without_links_holds_plain_files)
{
    cr_assert_eq(setenv("NO_LINKS", "1", 1), 0);
    expect_exit(run("--seed 1"), 0);
    expect_exit(run("--seed 2"), 0);
    cr_assert(strstr(content("results/metrics.tsv"), "seed\t2\t\n") != NULL);
    cr_assert_str_eq(files("results"), "curve.tsv metrics.tsv network.safetensors training.tsv ");
    expect_exit(run("--part noise --tables 1"), 0);
    cr_assert_str_eq(files("results"),
                     "curve.tsv metrics.tsv network.safetensors table0.tsv training.tsv ");
}

// ---- Folders that were made otherwise

static void write_text(const char *name, const char *text)
{
    FILE *file = fopen(in_folder(name), "w");
    fputs(text, file);
    fclose(file);
}

// An older version kept plain files. They are one run: a failure leaves
// all of them, a new training none.
Test(run_folder, plain_files_of_an_older_version_are_a_run)
{
    cr_assert_eq(mkdir(in_folder("results"), 0777), 0);
    write_text("results/metrics.tsv", "seed\t1\t\n");
    write_text("results/shift.tsv", "old\n");
    write_text("results/notes.txt", "a reader's own\n");
    expect_exit(run("--nan-at 3"), 1);
    cr_assert_str_eq(content("results/metrics.tsv"), "seed\t1\t\n");
    cr_assert_str_eq(content("results/shift.tsv"), "old\n");
    expect_exit(run(""), 0);
    cr_assert(!exists("results/shift.tsv") && exists("results/curve.tsv"), "%s", files("results"));
    cr_assert_str_eq(content("results/notes.txt"), "a reader's own\n");
}

Test(run_folder, a_copy_that_followed_links_is_refused_before_anything_is_lost)
{
    expect_exit(run(""), 0);
    const pid_t child = fork();
    if (child == 0) {
        char to[300];
        snprintf(to, sizeof to, "%s", in_folder("copy"));
        execlp("cp", "cp", "-rL", in_folder("results"), to, (char *)NULL);
    }
    waitpid(child, NULL, 0);
    expect_exit(run("--out %s/copy", folder), 1);
    cr_assert(strstr(err, "copy: its .run is no link") != NULL, "%s", err);
    cr_assert_str_eq(content("copy/metrics.tsv"), content("results/metrics.tsv"));
}

Test(run_folder, what_an_editor_left_behind_is_cleared_away)
{
    expect_exit(run(""), 0);
    write_text("results/.run-a/.metrics.tsv.swp", "");
    for (int k = 0; k < 3; k++) expect_exit(run(""), 0);
    cr_assert(strstr(files("results"), "swp") == NULL, "%s", files("results"));
}

// The run's own network has no optimizer: --resume could not go on from it.
Test(run_folder, save_is_no_file_of_the_run)
{
    expect_exit(run(""), 0);
    expect_exit(run("--save %s/results/network.safetensors", folder), 1);
    cr_assert(strstr(err, "the run leaves its network there; choose another name"), "%s", err);
    expect_exit(run("--save %s/results/mine.safetensors", folder), 0);
    expect_exit(run("--resume %s/results/mine.safetensors", folder), 0);
}
