// test_resume.c: a program saves a training, loads it, and goes on with it.
#include <sys/stat.h>

#include "../../common/checkpoint.h"
#include "run_lesson.h"

TestSuite(resume, .init = make_folder, .fini = remove_folder, .timeout = 60);

static void same_weights(const char *a, const char *b)
{
    Real values[2][3];
    const char *paths[] = {a, b};
    for (int i = 0; i < 2; i++) {
        Params *params = params_new(1, CPU);
        params_add(params,
                   (Param){.name = "w", .shape = shape(3), .initialiser = ZERO, .is_weight = true});
        Error error = {0};
        cr_assert(checkpoint_load(paths[i], params, NULL, NULL, &error), "%s", error.message);
        memcpy(values[i], params->values.data, sizeof values[i]);
        params_free(params);
    }
    cr_assert_eq(memcmp(values[0], values[1], sizeof values[0]), 0, "the weights differ");
}

// Stopped after any batch, the last of an epoch included, and resumed: the same bits as never
// stopped.
Test(resume, resume_goes_on_to_the_same_bits)
{
    const Path whole = path_of("whole"), part = path_of("part"), end = path_of("end");
    expect_exit(run("--quiet --augment --dataset a-b --lr 0.1 --seed 5 --save %s", whole.text), 0);
    for (int stop = 1; stop <= 21; stop += 3) {
        expect_exit(run("--quiet --augment --dataset a-b --lr 0.1 --seed 5 --save %s --stop-at %d",
                        part.text, stop),
                    130);
        char line[300];
        snprintf(line, sizeof line,
                 "lesson: stopped by Ctrl-C at epoch %d, batch %d; --resume %s goes on\n",
                 (stop - 1) / 7 + 1, (stop - 1) % 7 + 1, part.text);
        cr_assert_str_eq(err, line);
        expect_exit(run("--quiet --resume %s --save %s", part.text, end.text), 0);
        same_weights(whole.text, end.text);
    }
}

Test(resume, resume_insists_on_what_the_training_was)
{
    const Path saved = path_of("saved");
    expect_exit(
        run("--quiet --augment --dataset cifar --batch 20 --save %s --stop-at 9", saved.text), 130);
    const char *cases[][2] = {
        {"--batch 16", "--batch 16, but %s was trained with 20"},
        {"--seed 2", "--seed 2, but %s was trained with 1"},
        {"--epochs 4", "--epochs 4, but %s was trained with 3"},
        {"--lr 0.5", "--lr 0.5, but %s was trained with 0.03"},
        {"--dataset mnist", "--dataset mnist, but %s was trained with cifar"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char message[300], line[400];
        const char *at = strstr(cases[i][1], "%s");
        snprintf(message, sizeof message, "%.*s%s%s", (int)(at - cases[i][1]), cases[i][1],
                 saved.text, at + 2);
        snprintf(line, sizeof line, "lesson: %s; see ./lesson --help\n", message);
        expect_error(run("--resume %s %s", saved.text, cases[i][0]), 2, line);
    }
    expect_exit(run("--quiet --resume %s --dataset cifar --batch 20 --augment", saved.text), 0);
}

static double final_weight(void)
{
    char text[4000];
    read_text(in_folder("results/metrics.tsv"), text, sizeof text);
    const char *line = strstr(text, "w0\t");
    cr_assert(line != NULL, "no w0 in:\n%s", text);
    return atof(line + 3);
}

Test(resume, load_uses_a_network_instead_of_training)
{
    const Path saved = path_of("saved");
    expect_exit(run("--quiet --save %s", saved.text), 0);
    const double trained = final_weight();
    expect_exit(run("--load %s --seed 9", saved.text), 0);
    cr_assert(final_weight() == trained && !strstr(out, "epoch"), "%s", out);
    char line[300];
    snprintf(line, sizeof line, "lesson: %s/nothing: No such file or directory\n", folder);
    expect_error(run("--load %s/nothing --quiet", folder), 1, line);
    expect_error(run("--resume %s/nothing --quiet", folder), 1, line);
}

Test(resume, one_part_uses_the_network_of_the_last_run_if_it_would_train_the_same)
{
    expect_exit(run("--quiet --dataset cifar"), 0);
    const double trained = final_weight();
    expect_exit(run("--part shift --dataset cifar"), 0);
    cr_assert(final_weight() == trained && strstr(out, "with the model of the last run") &&
              !strstr(out, "epoch"));
    expect_exit(run("--part shift"), 0);
    cr_assert(strstr(out, "epoch 3/3"), "another data set needs another network");
    cr_assert(
        strstr(out, "other options; training one that replaces it and all results\n"),
        "%s", out);
    expect_exit(run("--part noise --dataset cifar"), 0);
    cr_assert(!strstr(out, "training one"), "nobody asks for a trained network: %s", out);
}

// ---- Trainings with a name

Test(resume, a_training_with_a_name_leaves_its_curve_and_its_network_under_it)
{
    expect_exit(run("--part own"), 0);
    cr_assert_str_eq(files("results"),
                     ".run .run-a metrics.tsv own-network.safetensors own-training.tsv own.tsv ");
    char text[4000];
    read_text(in_folder("results/metrics.tsv"), text, sizeof text);
    cr_assert(strstr(text, "own_train_seconds\t") && strstr(text, "own_test_accuracy\t0.5\t") &&
              strstr(text, "own_epochs\t2\t") && !strstr(text, "\ntrain_seconds"), "%s", text);
    expect_exit(run("--part own"), 0);
    cr_assert(strstr(out, "own-network.safetensors (20") && !strstr(out, "epoch"), "%s", out);
    expect_exit(run("--part own --epochs 4"), 0);
    cr_assert(strstr(out, "epoch 4/4") != NULL, "%s", out);
    expect_exit(run("--part all --tables 1"), 0);
    cr_assert(strstr(out, "epoch 3/3") && strstr(out, "epoch 2/2"), "%s", out);
    read_text(in_folder("results/metrics.tsv"), text, sizeof text);
    cr_assert(strstr(text, "own_train_seconds\t") && strncmp(text, "train_seconds\t", 14) == 0,
              "%s", text);
    expect_exit(run("--part shift"), 0);
    cr_assert(exists("results/own-network.safetensors") && exists("results/network.safetensors"));
}

Test(resume, with_part_a_checkpoint_is_that_of_the_named_training)
{
    const Path whole = path_of("whole"), part = path_of("part"), end = path_of("end"),
               lesson = path_of("lesson");
    char line[300];
    expect_exit(run("--quiet --part own --save %s", whole.text), 0);
    for (int stop = 3; stop <= 14; stop += 4) {
        expect_exit(run("--quiet --part own --save %s --stop-at %d", part.text, stop), 130);
        expect_exit(run("--quiet --part own --resume %s --save %s", part.text, end.text), 0);
        same_weights(whole.text, end.text);
    }
    snprintf(line, sizeof line, "lesson: %s: the training own, which --part own goes on with\n",
             part.text);
    expect_error(run("--resume %s", part.text), 1, line);
    expect_exit(run("--quiet --save %s --part all", lesson.text), 0);
    snprintf(line, sizeof line, "lesson: %s: the lesson's training, not own\n", lesson.text);
    expect_error(run("--part own --resume %s", lesson.text), 1, line);
    expect_exit(run("--part own --load %s", whole.text), 0);
    cr_assert(!strstr(out, "epoch"), "%s", out);
}

// ---- Numbers that are possible, but not here

static void edit(const char *file, const char *from, const char *to)   // of the same length
{
    char command[500];
    snprintf(command, sizeof command, "LC_ALL=C sed -i 's/%s/%s/' %s", from, to, file);
    cr_assert_eq(system(command), 0);
}

Test(resume, a_checkpoint_that_cannot_be_of_this_training)
{
    const Path saved = path_of("saved"), sound = path_of("sound");
    const char *cases[][2] = {{"\"index\":\"2\"", "\"index\":\"3\""},
                              {"\"step\":\"9\"", "\"step\":\"8\""},
                              {"\"epoch\":\"2\"", "\"epoch\":\"3\""},
                              {"\"batch\":\"16\"", "\"batch\":\"17\""}};
    char line[400];
    expect_exit(run("--quiet --save %s --stop-at 9", sound.text), 130);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        snprintf(line, sizeof line, "cp %s %s", sound.text, saved.text);
        cr_assert_eq(system(line), 0);
        edit(saved.text, cases[i][0], cases[i][1]);
        snprintf(line, sizeof line, "lesson: %s: trained on other data than those in data\n",
                 saved.text);
        expect_error(run("--quiet --resume %s", saved.text), 1, line);
    }
}

// A training that was over when it was saved: nothing is left to do, and nothing is lost.
Test(resume, a_training_that_is_over)
{
    const Path saved = path_of("saved");
    expect_exit(run("--quiet --save %s", saved.text), 0);
    expect_exit(run("--resume %s", saved.text), 0);
    cr_assert(strstr(out, "saved: this training is over; using its network") &&
                  !strstr(out, "epoch"),
              "%s", out);
    same_weights(saved.text, in_folder("results/network.safetensors"));
}

Test(resume, an_option_too_long_for_a_checkpoint_is_refused)
{
    char *words[] = {"lesson", "--quiet", "--dataset", NULL, NULL}, *name = malloc(10001);
    memset(name, 'a', 10000);
    name[10000] = '\0';
    words[3] = name;
    const pid_t child = fork();
    if (child == 0) start_lesson(words, -1);
    free(name);
    expect_error(wait_for(child), 2,
                 "lesson: options that change the training: too long; see ./lesson --help\n");
}

// A program that splits its rows by the seed must know it before it reads them: with another one,
// rows that the network has learned from would judge it.
Test(resume, load_brings_the_seed_before_the_data_are_read)
{
    char metrics[2000];
    const Path saved = path_of("saved");
    expect_exit(run("--quiet --seed 7 --save %s", saved.text), 0);
    expect_exit(run("--quiet --load %s", saved.text), 0);
    read_text(in_folder("results/metrics.tsv"), metrics, sizeof metrics);
    cr_assert(strstr(metrics, "seed_at_begin\t7\t"), "%s", metrics);
    expect_exit(run("--quiet --seed 3 --load %s", saved.text), 0);
    read_text(in_folder("results/metrics.tsv"), metrics, sizeof metrics);
    cr_assert(strstr(metrics, "seed_at_begin\t3\t"), "%s", metrics);
}

Test(resume, ctrl_c_after_resume_says_what_is_lost)
{
    const Path saved = path_of("saved");
    expect_exit(run("--quiet --save %s --stop-at 5", saved.text), 130);
    expect_exit(run("--quiet --resume %s --stop-at 9", saved.text), 130);
    cr_assert(
        strstr(err,
               "stopped by Ctrl-C at epoch 2, batch 2; what was trained is lost without --save"),
        "%s", err);
}

// Data that have moved are the same data; that they are is seen by their sum.
Test(resume, data_may_move)
{
    const Path saved = path_of("saved");
    char data[300];
    snprintf(data, sizeof data, "%s", in_folder("moved"));
    cr_assert_eq(mkdir(data, 0777), 0);
    expect_exit(run("--quiet --save %s --stop-at 5", saved.text), 130);
    expect_exit(run("--quiet --resume %s --data %s", saved.text, data), 0);
}
