/* test_tape.c: the tape of chapter 5: sums, products, a number used twice, a bend, crossentropy. */
#include <criterion/criterion.h>
#include <math.h>

#include "../../../chapters/ch05-neural-networks/activations.c"
#include "../../../chapters/ch05-neural-networks/plain.c"
#include "../../../chapters/ch05-neural-networks/tape.c"

Test(tape, adds_what_comes_back_where_a_number_was_used_twice)
{
    Tape *tape = tape_new();
    Var x = tape_number(tape, 3), y = tape_number(tape, 4);
    Var z = tape_add(tape_times(x, x), y);
    tape_backward(z);
    cr_expect_eq(tape_value(z), 13.0);
    cr_expect_eq(tape_slope(x), 6.0);
    cr_expect_eq(tape_slope(y), 1.0);
    tape_backward(z);
    cr_expect_eq(tape_slope(x), 6.0, "the second walk adds to the first");
    tape_free(tape);
}

Test(tape, walks_back_along_the_chain_of_the_page)
{
    Tape *tape = tape_new();
    Var x = tape_number(tape, 2), w1 = tape_number(tape, 0.5), b1 = tape_number(tape, -0.5),
        w2 = tape_number(tape, 2), b2 = tape_number(tape, -0.4);
    Var h = tape_activation(tape_add(tape_times(x, w1), b1), activation_named("tanh"));
    Var loss = tape_cross_entropy(tape_add(tape_times(h, w2), b2), 1);
    tape_backward(loss);
    cr_expect_float_eq(tape_value(loss), 0.464996, 1e-5);
    cr_expect_float_eq(tape_slope(w1), -1.169802, 1e-5);
    cr_expect_float_eq(tape_slope(w2), -0.171844, 1e-5);
    cr_expect_float_eq(tape_slope(x), -0.292451, 1e-5);
    tape_free(tape);
}
