/* test_refusals.c: a call whose shapes do not fit ends at once, on every device and with the same
 * words, instead of reading or writing past an end. (On a card it would write into its neighbour's
 * memory, and nobody would know.)
 */
#include <sys/wait.h>
#include <unistd.h>

#include "../../common/device.h"
#include "support.h"

TestSuite(refusals, .fini = free_tensors);

static Device device;   // on which the present call is tried

static Tensor *placed(Type type, Shape s)
{
    Tensor *t = calloc(1, sizeof *t);   // for a process that ends
    *t = tensor_new(device, type, s);
    return t;
}
static Tensor *some(Shape s) { return placed(REAL, s); }
static Tensor *whole(Shape s) { return placed(I32, s); }
static Tensor *small(Shape s) { return placed(U8, s); }

// In a process of its own; returns what it says where it aborts, NULL where it does not.
static const char *last_words(void (*call)(void))
{
    static char text[1024];
    FILE *said = tmpfile();
    pid_t child = fork();
    if (child == 0) {
        dup2(fileno(said), STDERR_FILENO);
        signal(SIGABRT, SIG_DFL);
        call();
        _exit(0);
    }
    int status;
    waitpid(child, &status, 0);
    ssize_t length = pread(fileno(said), text, sizeof text - 1, 0);
    text[length > 0 ? length : 0] = '\0';
    fclose(said);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT ? text : NULL;
}

static void expect_refused(const char *words, void (*call)(void))
{
    Device devices[] = {CPU, CUDA_SIM};
    for (int i = 0; i < 2; i++) {
        device = devices[i];
        if (!device_open(device, NULL)) continue;
        const char *text = last_words(call);
        cr_assert(text, "%s does not refuse it", device_name(device));
        cr_assert(strstr(text, words), "%s says: %s, without: %s", device_name(device), text,
                  words);
    }
}

#define REFUSED(name, words, ...)                                                                  \
    static void name##_call(void) { __VA_ARGS__; }                                                 \
    Test(refusals, name) { expect_refused(words, name##_call); }

static const Window two_by_two = {2, 2, 1, 1, 0, 0};

/* ---- Pictures ---------------------------------------------------------------------------------*/

REFUSED(filters_for_other_channels,
        "conv2d: y [3, 3, 3, 10] from x [3, 5, 4, 7] and w [3, 2, 6, 10]",
        conv2d_forward(some(shape(3, 3, 3, 10)), some(shape(3, 5, 4, 7)), some(shape(3, 2, 6, 10)),
                       NULL, (Window){3, 2, 1, 1, 0, 0}, NULL))
REFUSED(a_bias_of_other_filters, "conv2d: a bias [4] for 5 filters",
        conv2d_forward(some(shape(3, 4, 6, 5)), some(shape(3, 5, 7, 1)), some(shape(2, 2, 1, 5)),
                       some(shape(4)), two_by_two, NULL))
REFUSED(winners_of_other_pixels, "pool: winners [3, 1, 3, 5] for y [3, 2, 3, 5]",
        conv2d_forward(some(shape(3, 2, 3, 5)), some(shape(3, 5, 7, 1)), some(shape(2, 2, 1, 5)),
                       NULL, two_by_two,
                       &((Epilogue){.pool = 2, .winner = small(shape(3, 1, 3, 5))})))
REFUSED(filters_turned_the_wrong_way, "[1, 2, 3, 4] turned is not [1, 2, 3, 4]",
        conv2d_turn(some(shape(1, 2, 3, 4)), some(shape(1, 2, 3, 4))))
REFUSED(an_input_of_another_extent, "conv2d: dx [1, 6, 5, 1] from dy [1, 4, 4, 1]",
        conv2d_backward_input(some(shape(1, 6, 5, 1)), some(shape(1, 4, 4, 1)),
                              some(shape(2, 2, 1, 1)), two_by_two))
REFUSED(a_bias_gradient_for_other_filters, "conv2d: db [9] for 10 filters",
        conv2d_backward_weights(some(shape(2, 2, 2, 10)), some(shape(9)), some(shape(1, 2, 2, 10)),
                                some(shape(1, 3, 3, 2)), two_by_two))
REFUSED(max_pool, "pool: y [3, 3, 2, 7] from x [3, 5, 4, 7] by 2 x 2",
        max_pool2d_forward(some(shape(3, 3, 2, 7)), NULL, some(shape(3, 5, 4, 7)),
                           (Window){2, 2, 2, 2, 0, 0}))
REFUSED(winners_of_other_windows, "pool: winners [1, 2, 3, 4] for y [1, 2, 3, 3]",
        max_pool2d_backward(some(shape(1, 3, 4, 3)), some(shape(1, 2, 3, 3)),
                            small(shape(1, 2, 3, 4)), two_by_two))
REFUSED(windows_that_see_nothing, "pool: a window of 1 x 1 with padding 2 x 2",
        avg_pool2d_forward(some(shape(1, 3, 3, 1)), some(shape(1, 2, 2, 1)),
                           (Window){1, 1, 2, 2, 2, 2}))
REFUSED(rows_as_pictures, "[3, 5] where images [N, H, W, C] are expected",
        avg_pool2d_backward(some(shape(3, 5)), some(shape(3, 5)), two_by_two))

/* ---- Layers -----------------------------------------------------------------------------------*/

REFUSED(linear, "linear: y [3, 10] = x [3, 7] times w [6, 10]",
        linear_forward(some(shape(3, 10)), some(shape(3, 7)), some(shape(6, 10)), NULL, NULL,
                       (Range){0, 10}))
REFUSED(linear_of_other_samples, "linear: y [4, 10] = x [3, 7] times w [7, 10]",
        linear_forward(some(shape(4, 10)), some(shape(3, 7)), some(shape(7, 10)), NULL, NULL,
                       (Range){0, 10}))
REFUSED(units_that_are_not_there, "linear: units 4 to 10 of 10",
        linear_forward(some(shape(3, 10)), some(shape(3, 7)), some(shape(7, 10)), NULL, NULL,
                       (Range){4, 7}))
REFUSED(units_before_the_first, "linear: units -1 to 8 of 10",
        linear_forward(some(shape(3, 10)), some(shape(3, 7)), some(shape(7, 10)), NULL, NULL,
                       (Range){-1, 10}))
REFUSED(a_short_gradient_of_a_bias, "linear: db [2] for 3 units",
        linear_backward(NULL, NULL, some(shape(2)), some(shape(4, 3)), some(shape(4, 2)),
                        some(shape(2, 3)), (Range){0, 2}))
REFUSED(a_gradient_of_other_inputs, "linear: y [4, 3] = x [4, 2] times w [5, 3]",
        linear_backward(some(shape(4, 2)), NULL, NULL, some(shape(4, 3)), NULL, some(shape(5, 3)),
                        (Range){0, 2}))
REFUSED(statistics_of_fewer_channels, "batch norm: [2] for the channels of [4, 3]",
        batch_norm_apply(some(shape(4, 3)), some(shape(4, 3)), some(shape(3)), some(shape(2)),
                         some(shape(3)), some(shape(3)), 1))
REFUSED(running_statistics_of_fewer_channels, "batch norm: [2] for the channels of [4, 3]",
        batch_norm_forward(some(shape(4, 3)), some(shape(3)), some(shape(3)), some(shape(2)),
                           some(shape(3)), some(shape(4, 3)), some(shape(3)), some(shape(3)), 1, 1,
                           (Range){0, 3}))
REFUSED(a_normalised_batch_of_another_size, "batch norm: [3, 4] and [4, 4]",
        batch_norm_forward(some(shape(3, 4)), some(shape(4)), some(shape(4)), some(shape(4)),
                           some(shape(4)), some(shape(4, 4)), some(shape(4)), some(shape(4)), 1, 1,
                           (Range){0, 4}))
REFUSED(channels_that_are_not_there, "batch norm: channels 1 to 3 of 3",
        batch_norm_backward(NULL, some(shape(3)), some(shape(3)), some(shape(4, 3)),
                            some(shape(4, 3)), some(shape(3)), some(shape(3)), some(shape(3)),
                            (Range){1, 3}))
REFUSED(dropping_everything, "a dropout rate of 1",
        dropout_forward(some(shape(3)), some(shape(3)), 1, (Stream){0}, 0))

/* ---- Sequences: 2 of 3 steps, 4 units ---------------------------------------------------------*/

static Tensor *kept_of(Cell cell) { return some(shape_batch(2, cell_kept(cell, 3, 4))); }

REFUSED(symbols_of_another_batch, "embedding: [2, 3, 5] of symbols [2, 4] from [7, 5]",
        embedding_forward(some(shape(2, 3, 5)), whole(shape(2, 4)), some(shape(7, 5))))
REFUSED(columns_that_are_not_there, "embedding: columns 3 to 5 of 5",
        embedding_backward(some(shape(7, 5)), some(shape(2, 3, 5)), whole(shape(2, 3)),
                           (Range){3, 3}))
REFUSED(the_last_step_of_other_units, "last: [2, 5] of [2, 3, 4]",
        last_forward(some(shape(2, 5)), some(shape(2, 3, 4)), NULL))
REFUSED(lengths_of_other_sequences, "3 lengths for 2 sequences",
        last_backward(some(shape(2, 3, 4)), some(shape(2, 4)), whole(shape(3))))
REFUSED(results_of_other_steps, "recurrent: y [2, 4, 4], kept [2, 4, 8]",
        recurrent_forward(some(shape(2, 4, 4)), NULL, kept_of(RNN), RNN, some(shape(2, 4, 4)), NULL,
                          some(shape(4, 4)), NULL, NULL, NULL))
REFUSED(results_of_other_sequences, "recurrent: y [3, 3, 4], kept [2, 4, 8]",
        recurrent_forward(some(shape(3, 3, 4)), NULL, kept_of(RNN), RNN, some(shape(3, 3, 4)), NULL,
                          some(shape(4, 4)), NULL, NULL, NULL))
REFUSED(weights_of_other_units, "recurrent: weights [4, 12], where [4, 16] are expected",
        recurrent_forward(some(shape(2, 3, 4)), NULL, kept_of(LSTM), LSTM, some(shape(2, 3, 16)),
                          NULL, some(shape(4, 12)), NULL, NULL, NULL))
REFUSED(inputs_of_other_steps, "recurrent: y [2, 3, 4] from [2, 2, 4] of 4 columns",
        recurrent_forward(some(shape(2, 3, 4)), NULL, kept_of(RNN), RNN, some(shape(2, 2, 4)), NULL,
                          some(shape(4, 4)), NULL, NULL, NULL))
REFUSED(symbols_of_other_steps, "recurrent: y [2, 3, 4] from [9, 4] of 4 columns",
        recurrent_forward(some(shape(2, 3, 4)), NULL, kept_of(RNN), RNN, some(shape(9, 4)),
                          whole(shape(2, 2)), some(shape(4, 4)), NULL, NULL, NULL))
REFUSED(a_bias_of_other_units, "recurrent: a bias [5] for 4 units",
        recurrent_forward(some(shape(2, 3, 4)), NULL, kept_of(GRU), GRU, some(shape(2, 3, 12)),
                          NULL, some(shape(4, 12)), some(shape(5)), NULL, NULL))
REFUSED(a_start_of_fewer_units, "a state [2, 3] of a recurrent layer [2, 3, 4]",
        recurrent_forward(some(shape(2, 3, 4)), NULL, kept_of(RNN), RNN, some(shape(2, 3, 4)), NULL,
                          some(shape(4, 4)), NULL, some(shape(2, 3)), NULL))
REFUSED(last_states_without_cells, "a state [2, 4] of a recurrent layer [2, 3, 4]",
        recurrent_forward(some(shape(2, 3, 4)), some(shape(2, 4)), kept_of(LSTM), LSTM,
                          some(shape(2, 3, 16)), NULL, some(shape(4, 16)), NULL, NULL, NULL))
REFUSED(lengths_of_a_longer_batch, "3 lengths for 2 sequences",
        recurrent_forward(some(shape(2, 3, 4)), NULL, kept_of(RNN), RNN, some(shape(2, 3, 4)), NULL,
                          some(shape(4, 4)), NULL, NULL, whole(shape(3))))
REFUSED(weights_that_are_not_turned, "recurrent: weights [4, 12], where [12, 4] are expected",
        recurrent_turn(some(shape(4, 12)), some(shape(4, 12))))
REFUSED(a_gradient_of_other_gates, "recurrent: du [2, 3, 4]",
        recurrent_backward(some(shape(2, 3, 4)), NULL, kept_of(GRU), GRU, some(shape(2, 3, 4)),
                           some(shape(12, 4)), NULL))
REFUSED(a_start_gradient_of_fewer_sequences, "a state [1, 4] of a recurrent layer [2, 3, 4]",
        recurrent_backward(NULL, some(shape(1, 4)), kept_of(RNN), RNN, some(shape(2, 3, 4)),
                           some(shape(4, 4)), NULL))
REFUSED(a_table_without_symbols, "recurrent: a table's gradient [9, 4] for weights [4, 4]",
        recurrent_backward_weights(some(shape(4, 4)), NULL, some(shape(9, 4)), kept_of(RNN), RNN,
                                   NULL, NULL, (Range){0, 4}))
REFUSED(a_table_of_other_columns, "recurrent: a table's gradient [9, 5] for weights [4, 4]",
        recurrent_backward_weights(some(shape(4, 4)), NULL, some(shape(9, 5)), kept_of(RNN), RNN,
                                   whole(shape(2, 3)), NULL, (Range){0, 4}))
REFUSED(a_table_of_other_symbols, "recurrent: a table's gradient [9, 4] for weights [4, 4]",
        recurrent_backward_weights(some(shape(4, 4)), NULL, some(shape(9, 4)), kept_of(RNN), RNN,
                                   whole(shape(2, 4)), NULL, (Range){0, 4}))
REFUSED(weights_of_another_cell, "recurrent: weights [4, 12], kept [2, 4, 28]",
        recurrent_backward_weights(some(shape(4, 12)), NULL, NULL, kept_of(LSTM), GRU, NULL, NULL,
                                   (Range){0, 12}))
REFUSED(gates_that_are_not_there, "recurrent: columns 3 to 4 of 4",
        recurrent_backward_weights(some(shape(4, 4)), NULL, NULL, kept_of(RNN), RNN, NULL, NULL,
                                   (Range){3, 2}))

/* ---- Losses, sums, steps ----------------------------------------------------------------------*/

REFUSED(labels_of_another_batch, "6 labels for probabilities [5, 3]",
        softmax_cross_entropy_backward(some(shape(5, 3)), some(shape(5, 3)), whole(shape(6)), 1))
REFUSED(losses_of_another_batch, "4 losses of [5, 3]",
        softmax_cross_entropy_forward(some(shape(4)), some(shape(5, 3)), some(shape(5, 3)),
                                      whole(shape(5))))
REFUSED(soft_losses_of_another_batch, "4 losses of [5, 3]",
        soft_cross_entropy_forward(some(shape(4)), some(shape(5, 3)), some(shape(5, 3))))
REFUSED(squared_losses_of_another_batch, "15 losses of [5, 3]",
        squared_error_forward(some(shape(15)), some(shape(5, 3)), some(shape(5, 3))))
REFUSED(a_slope_of_another_size, "a loss between [5, 2] and [5, 3]",
        binary_cross_entropy_backward(some(shape(5, 2)), some(shape(5, 3)), some(shape(5, 2)), 1))
REFUSED(softmax_of_another_gradient, "a loss between [5, 3] and [5, 2]",
        softmax_backward(some(shape(5, 3)), some(shape(5, 2)), some(shape(5, 3)), 1))
REFUSED(softmax_of_no_classes, "no classes in [5, 0]",
        softmax_forward(some(shape(5, 0)), some(shape(5, 0)), 1))
REFUSED(a_penalty_on_another_gradient, "a loss between [4] and [5]",
        l2_penalty_backward(some(shape(4)), some(shape(5)), 1))
REFUSED(many_penalties, "a penalty is one number, not [3]",
        l1_penalty_forward(some(shape(3)), some(shape(5)), 1))
REFUSED(a_slope_of_an_activation, "number by number: [2, 3] and [2, 4]",
        tanh_backward(some(shape(2, 3)), some(shape(2, 3)), some(shape(2, 4))))
// Widths add up and so do all numbers together, but a has more rows than y.
REFUSED(concat_of_other_rows, "concat: [4, 2] = [6, 1], [2, 1]",
        concat_forward(some(shape(4, 2)), some(shape(6, 1)), some(shape(2, 1))))
REFUSED(concat_of_single_numbers, "a single number",
        concat_forward(some(shape()), some(shape()), some(shape())))
REFUSED(sums_that_are_not_there, "sums of parts: sums 2 to 5 of 5",
        sum_parts(some(shape(5)), some(shape(3, 7)), (Range){2, 4}))
REFUSED(parts_that_are_not_there, "sums of parts: numbers 2 to 7 of 7",
        sum_parts(some(shape(9)), some(shape(3, 7)), (Range){2, 6}))
REFUSED(a_moment_of_fewer_values, "7 values, but 6 of gradient or moment",
        adam_update(some(shape(7)), some(shape(7)), some(shape(7)), some(shape(6)), (Hyper){0}))
REFUSED(a_gradient_of_fewer_values, "7 values, but 6 of gradient or moment",
        sgd_update(some(shape(7)), some(shape(6)), (Hyper){0}))
